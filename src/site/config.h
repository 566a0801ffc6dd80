// Config: what a blog's own configuration says (Hugo's, Jekyll's, or a metadata file of Eleventy),
// in one form. Every field has a sensible value without any configuration. Menus are still as
// written: entries with identifiers, resolved to pages when the pages are known.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "site/problem.h"

namespace blatt::site {

enum class Flavour : unsigned char { plain, hugo, jekyll, eleventy };

struct MenuEntry {
    std::string identifier;
    std::string parent;  // identifier or name of another entry
    std::string name;
    std::string url;
    std::string page_ref;  // a content path or page URL
    double weight = 0;
    int line = 0;
};

struct Config {
    Flavour flavour = Flavour::plain;
    std::string file;  // the configuration file, relative; empty for none
    std::string title;
    std::string tagline;
    std::string description;
    std::string language = "en";
    std::string origin;      // "https://blog.example"
    std::string base = "/";  // with slashes at both ends
    std::string author;      // where a post names none
    std::string footer_note;
    std::string theme_css;  // the blog's own colours and fonts (theme.h)
    std::vector<MenuEntry> main_menu;
    std::vector<MenuEntry> footer_menu;
    std::map<std::string, std::string> permalinks;  // by section; "" for all others
    std::vector<std::string> languages;             // that file names may end with: "x.en.md"
    std::string content_folder = "content";
    std::vector<std::string> main_sections;  // where posts are; empty: found out
    int page_size = 10;
    bool date_from_file_name = false;  // the file name's date goes before the front matter's
    std::map<std::string, std::string> variables;  // "site.title" and the like, for Liquid

    bool german() const { return language.starts_with("de"); }
};

// Reads the configuration of a content folder. Problems are reported; what can be read counts.
Config read_config(const std::string& folder, Problems& problems);

// The same from one file's values, for tests.
Config config_from(const FrontValue& values, Flavour flavour, std::string_view file,
                   Problems& problems);

}  // namespace blatt::site
