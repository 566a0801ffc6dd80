// Fields: one content file's front matter as the fields of an Entry, under all the names that
// Hugo, Jekyll and Eleventy know for them. URLs are still as written; load() makes them whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site/blog.h"
#include "site/front_matter.h"

namespace blatt::site {

struct Fields {
    Entry entry;
    bool draft = false;
    bool headless = false;
    bool unlisted = false;  // `permalink: false`: no page of its own
    std::string type;       // "post", "page", … as `type` or `layout` says, lower case
    std::string slug;
    std::string own_url;  // url or permalink
    std::vector<std::string> aliases;
    bool dated_name = false;       // the file name begins with a date
    bool language_suffix = false;  // "x.en.md"
    std::string bare_stem;         // the file's name without date, language and extension
    Date publish;
    Date expiry;
};

// `source` is the file's path, for problems and for the date in its name.
Fields read_fields(const FrontMatter& front, std::string_view source, const Config& config,
                   Problems& problems);

}  // namespace blatt::site
