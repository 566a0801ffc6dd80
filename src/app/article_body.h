// The body of an article as screens show it: what its author wrote, and what helps to read it
// beside it, as a button that copies a block of code.
#pragma once

#include "content/strings.h"
#include "document/builder.h"

namespace blatt::app {

// Appends `body` under the open block.
void append_body(document::Builder& builder, const document::Document& body,
                 const content::Strings& strings);

}  // namespace blatt::app
