// Facades: what stands for a film, a sound, a post or a map of a third party. The body has a link;
// around it come the provider's name, what a click does, and the look of a card. Nothing is asked
// of anybody before that click.
#pragma once

#include "content/site.h"
#include "document/builder.h"

namespace blatt::app {

// Gives facades that have no title of their own the words for what a click shows.
void name_facades(document::Document& body, const content::Strings& strings);

// What stands before and after a facade's link, when a body is appended.
void open_facade(document::Builder& builder, const document::Document& body,
                 document::BlockId facade);
void close_facade(document::Builder& builder, const document::Document& body,
                  document::BlockId facade, const content::Strings& strings);

}  // namespace blatt::app
