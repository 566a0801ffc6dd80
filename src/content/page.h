// Page: what one URL shows, the content of the index.json beside its index.html: an article (post
// or static page) or a list of posts. Plain data; what is optional is empty when absent.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content/site.h"
#include "document/document.h"

namespace blatt::content {

struct Image {
    std::string url;
    std::string alternative;
    std::string caption;
    float width = 0, height = 0;  // CSS px, 0 where not known
    bool missing = false;         // known not to exist
    std::string sources;          // the same in other sizes (document/sources.h)
    bool operator==(const Image&) const = default;
};

// A post as lists show it.
struct Teaser {
    std::string url;
    std::string title;
    std::string date;      // ISO 8601
    std::string language;  // where it differs from the site's
    std::string excerpt;   // plain text
    std::vector<std::string> authors;
    std::vector<Reference> categories;
    Image image;
    int reading_minutes = 0;
    bool operator==(const Teaser&) const = default;
};

// Markdown without raw HTML travels as Markdown, anything else as the blocks made of it. HTML
// itself comes only from others, live, and is shown once the browser has parsed it.
struct Body {
    std::string markdown;
    std::string html;           // instead of both others
    document::Document blocks;  // used where `markdown` is empty
    std::vector<Image> images;  // facts about the pictures in it, by url
    bool operator==(const Body&) const = default;
};

enum class PageKind : std::uint8_t { post, page, list, archive, not_found };

struct Page {
    PageKind kind = PageKind::post;
    std::string url;  // from the site's root, "/2026/11/x/"
    std::string title;
    std::string language;
    std::string description;

    // post, page
    std::string date;
    std::string modified;
    std::vector<Reference> authors;
    std::vector<Reference> categories;
    std::vector<Reference> tags;
    std::string excerpt;  // only where the author wrote one
    Image image;
    int reading_minutes = 0;
    std::string hyphens;  // long words in their parts: "Kran-ken-haus Buch-bin-de-rei"
    Body body;
    Reference previous;  // the older post
    Reference next;      // the newer post

    // list, archive
    int page_number = 1;
    int page_count = 1;
    std::string list_url;  // first page; page n is list_url + "page/n/"
    std::vector<Teaser> teasers;

    bool operator==(const Page&) const = default;
};

}  // namespace blatt::content
