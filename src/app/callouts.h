// Callouts: notes, tips and warnings in boxes with a sign and a title. In Markdown they are quotes
// that begin with "[!NOTE]", perhaps followed by a title; in blocks, groups of their own class.
#pragma once

#include "content/strings.h"
#include "document/builder.h"

namespace blatt::app {

// True where `block` of the body is a callout and was added as one; `additions` hold inside it too.
bool add_callout(document::Builder& builder, const document::Document& body,
                 document::BlockId block, const content::Strings& strings,
                 document::AppendHooks& additions);

}  // namespace blatt::app
