// Tags: the element that stands for a block or an inline. The only place that chooses one.
// Always holds: names are in static storage.
#pragma once

#include <string_view>

#include "document/document.h"

namespace blatt::semantics {

std::string_view element_tag(const document::Document& document, document::BlockId id);
// Of an inline with others inside; a link's is "a".
std::string_view span_tag(document::InlineKind kind);

}  // namespace blatt::semantics
