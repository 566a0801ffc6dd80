// The static HTML of a page: the template (shell.html) with {{names}} filled in. Whole without
// JavaScript; the same document as the live page.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "content/page.h"
#include "content/site.h"
#include "site/front_end.h"

namespace blatt::site {

struct Shell {
    std::string text;      // the template
    std::string style;     // the link to the style sheet
    std::string preloads;  // link elements for the front end, the same on every page
    std::string icon;
    std::string script;
};

// Checks that the template names nothing that page_html() does not fill.
base::Result<Shell> make_shell(std::string text, std::string_view path, const content::Site& site,
                               const FrontEnd& front);

std::string page_html(const Shell& shell, const content::Site& site, const content::Page& page);

// A page that only leads on.
std::string redirect_html(const content::Site& site, std::string_view to);

}  // namespace blatt::site
