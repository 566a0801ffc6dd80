// Site: what every screen of a blog shares (blog.json): name, menus, sidebar, footer, language,
// texts of the interface. Plain data; read and written only by read_*.cpp and write_*.cpp.
#pragma once

#include <string>
#include <vector>

#include "content/strings.h"

namespace blatt::content {

// The schema that this build writes and reads; a file of a newer one is refused with
// ErrorCode::wrong_version.
inline constexpr int schema_version = 1;

struct Reference {
    std::string title;
    std::string url;  // from the site's root ("/tags/x/"), or absolute
    int count = 0;    // posts behind it, 0 where that says nothing
    bool operator==(const Reference&) const = default;
};

struct MenuItem {
    std::string title;
    std::string url;  // empty: only opens its children
    std::vector<MenuItem> children;
    bool operator==(const MenuItem&) const = default;
};

struct Widget {
    std::string title;
    std::string text;  // shown above the list
    std::vector<Reference> entries;
    bool operator==(const Widget&) const = default;
};

struct Site {
    std::string title;
    std::string tagline;
    std::string description;
    std::string language = "en";  // BCP 47
    std::string origin;           // "https://blog.example", no slash at the end; may be empty
    std::string base = "/";       // path of the blog on its host, with slashes at both ends
    std::string footer_note;
    std::vector<MenuItem> menu;
    std::vector<MenuItem> footer_menu;
    std::vector<Widget> widgets;
    Strings strings;
    bool operator==(const Site&) const = default;
};

}  // namespace blatt::content
