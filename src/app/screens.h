// Screens: from content to the Document of a whole page (masthead, content, sidebar, footer). The
// front end and the static site writer call the same functions, so both show the same.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "content/page.h"
#include "content/site.h"
#include "document/document.h"

namespace blatt::app {

// The document of any page. A body that cannot be read becomes a notice in its place.
document::Document screen(const content::Site& site, const content::Page& page);

// An error in words: what happened, where, and the ways on.
document::Document error_screen(const content::Site& site, const base::Error& error,
                                std::string_view path);

// The body alone, as the screens embed it.
base::Result<document::Document> body_document(const content::Site& site,
                                               const content::Page& page);

// What the browser's title bar says.
std::string window_title(const content::Site& site, const content::Page& page);

}  // namespace blatt::app
