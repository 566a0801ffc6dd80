// Permalinks: the URL of a page from the configuration's pattern, or from its place among the
// files. Result: below the blog's base, without it, "a/b/" (or "" for the top); percent-encoded.
#pragma once

#include <string>
#include <string_view>

#include "site/config.h"
#include "site/fields.h"

namespace blatt::site {

// What the tokens stand for.
struct PermalinkParts {
    const Date* date = nullptr;
    std::string_view section;   // first folder
    std::string_view sections;  // all folders
    std::string title;
    std::string slug;        // the author's, or of the file name
    std::string file_name;   // slug of the file name
    std::string categories;  // Jekyll: "a/b"
};

// Fills a pattern such as "/:year/:month/:slug/" (Hugo) or "/:categories/:title.html" (Jekyll; also
// its named styles "date", "pretty", "ordinal", "none"). Unknown tokens are left out.
std::string fill_permalink(std::string_view pattern, const PermalinkParts& parts);

// The path of an entry, whose own url or permalink goes before every pattern.
std::string permalink(const Fields& fields, const Config& config, std::string* old_file = nullptr);

// "/a/b.html", "a/b/index.html", "/a/b" → "a/b/". Where an ".html" went away, `old_file` is the
// path that used to be a file: "a/b.html".
std::string folder_url(std::string_view url, std::string* old_file = nullptr);

}  // namespace blatt::site
