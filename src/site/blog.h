// Blog: a content folder as loaded: posts, pages, section pages, files to copy, and every problem
// found. All URLs are paths on the blog's host, percent-encoded, beginning with the configured
// base; a page's URL ends with '/'. Posts are sorted, newest first.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/page.h"
#include "site/config.h"
#include "site/date.h"
#include "site/problem.h"

namespace blatt::site {

enum class EntryKind : unsigned char { post, page, section };

struct Entry {
    EntryKind kind = EntryKind::page;
    std::string source;   // file, relative to the content folder given to the tool
    std::string path;     // the same below the folder of contents, without extension
    std::string section;  // first folder of `path`, empty at the top
    std::string url;
    std::string title;
    std::string hyphens;   // content::Page
    std::string language;  // empty: the site's
    std::string description;
    std::string excerpt;  // only where the author wrote one
    Date date;            // iso empty where there is none
    Date modified;
    std::vector<std::string> authors;
    std::vector<std::string> categories;
    std::vector<std::string> tags;
    std::vector<std::string> aliases;  // URLs that lead here
    content::Image image;
    double weight = 0;
    std::map<std::string, std::string> variables;  // scalars of the front matter, for Liquid
    std::vector<MenuEntry> main_menu;              // places in menus that the page itself asks for
    std::vector<MenuEntry> footer_menu;
    bool html = false;    // the text is HTML, not Markdown
    bool liquid = false;  // Liquid tags are templates here
    bool bundle = false;  // the files of its folder belong to it
    int body_line = 1;
    std::string text;                   // the body as written
    std::vector<std::string> pictures;  // as the front matter names them, best first
    std::string picture_alternative;
    std::string picture_caption;
    int picture_line = 0;

    content::Body body;
    std::string teaser_text;
    int reading_minutes = 0;
    int words = 0;
};

// A file that is copied as it is.
struct Asset {
    std::string source;  // relative to the content folder
    std::string url;
};

struct Skipped {
    int drafts = 0;
    int future = 0;
    int expired = 0;
    int templates = 0;  // of the former generator
    int failed = 0;     // with errors that leave nothing to show
};

struct Blog {
    std::string folder;
    Config config;
    std::vector<Entry> posts;
    std::vector<Entry> pages;
    std::vector<Entry> sections;  // _index.md, by URL
    std::vector<Asset> assets;
    bool own_menu = true;  // the author wrote one
    std::vector<content::MenuItem> menu;
    std::vector<content::MenuItem> footer_menu;
    Skipped skipped;
    Problems problems;
};

struct LoadOptions {
    Date now;             // posts after it are not shown
    bool drafts = false;  // drafts, future and expired posts too
    std::string without;  // a folder that is no content: the output
};

// Reads everything. Never fails as a whole: what cannot be read is in `problems`.
Blog load(const std::string& folder, const LoadOptions& options);

}  // namespace blatt::site
