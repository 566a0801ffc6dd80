// An export of WordPress as the files of a content folder: its posts and pages in HTML with front
// matter, and a configuration. Comments, menus and the files of the media library are not in it
// yet; what was left out or changed is said for each post.
#pragma once

#include <string>
#include <vector>

#include "import/wordpress_shortcodes.h"
#include "import/wxr.h"

namespace blatt::import {

struct ContentFile {
    std::string path;  // relative to the folder
    std::string bytes;
};

struct ContentNote {
    std::string path;  // of the file, or the title of what has none
    Changes changes;
};

struct WordpressContent {
    std::vector<ContentFile> files;
    std::vector<ContentNote> notes;
    int posts = 0;
    int pages = 0;
};

WordpressContent wordpress_content(const Wxr& wxr);

// The files of the media library by id, and which of them belong to which post.
class WordpressMedia {
  public:
    explicit WordpressMedia(const Wxr& wxr);
    // Holds as long as this object does.
    WordpressOptions options_for(const WxrItem& item) const;

  private:
    std::map<std::string, WordpressFile, std::less<>> files_;
    std::map<std::string, std::vector<std::string>> children_;
};

}  // namespace blatt::import
