// Frame: what stands around the content on every screen: masthead with menu, sidebar, footer.
// Private to app/.
#pragma once

#include <string_view>
#include <vector>

#include "content/site.h"
#include "document/builder.h"

namespace blatt::app {

// The page shown, so that menu entries that lead to it are marked.
void add_masthead(document::Builder& builder, const content::Site& site,
                  std::string_view current_url);
void add_sidebar(document::Builder& builder, const content::Site& site,
                 std::string_view current_url);
void add_footer(document::Builder& builder, const content::Site& site,
                std::string_view current_url);

// A link as the only content of a leaf or as a part of it.
void add_link(document::Builder& builder, std::string_view title, std::string_view url,
              std::string_view current_url = {});

// A button with a text; `argument` is the command's.
document::InlineId add_button(document::Builder& builder, document::Command command,
                              std::string_view text, std::string_view argument = {});

// References as links with ", " between them.
void add_links(document::Builder& builder, const std::vector<content::Reference>& references);

}  // namespace blatt::app
