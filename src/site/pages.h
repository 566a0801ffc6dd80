// Pages: everything that a loaded blog shows, one content::Page for each URL, and the addresses
// that only lead on. The order is fixed: posts, pages, lists, archive, the page for what is not
// found; URLs are unique.
#pragma once

#include <string>
#include <vector>

#include "content/page.h"
#include "content/site.h"
#include "site/blog.h"

namespace blatt::site {

struct Redirect {
    std::string from;  // a folder ("/a/") or a file ("/a.html")
    std::string to;
};

struct Pages {
    content::Site site;
    std::vector<content::Page> pages;
    std::vector<Redirect> redirects;
    int lists = 0;  // of `pages`, those that list posts
};

// Takes the bodies out of `blog`.
Pages make_pages(Blog& blog, const content::Strings& strings);

}  // namespace blatt::site
