// WordPress's shortcodes and the addresses that stand alone on a line, as plain HTML. What is not
// known stays as it was written, visibly, and is counted.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace blatt::import {

// A file of the media library.
struct WordpressFile {
    std::string url;
    std::string alternative;
    std::string caption;  // HTML
    float width = 0;      // CSS px, 0 where not known
    float height = 0;
};

// WordPress keeps footnotes beside the body.
struct WordpressNote {
    std::string id;
    std::string html;
};

struct WordpressOptions {
    // By id; nullptr where there is none.
    std::function<const WordpressFile*(std::string_view id)> file;
    // What belongs to the post: shown by galleries and playlists that name nothing.
    std::vector<std::string> attached;
    std::vector<WordpressNote> notes;
};

// What was changed or left out, with its number: "shortcode ninja_forms" -> 1.
using Changes = std::map<std::string, int>;

// `text` is HTML with '\n' line ends. Nothing is expanded in tags, pre, code, script and style.
std::string expand_wordpress(std::string_view text, const WordpressOptions& options,
                             Changes& changes);

}  // namespace blatt::import
