// Formulas out of HTML tokens: the one way by which MathML gets into a Document. Elements and
// attributes that are not in the allow-list (math.h) are left out and counted.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "document/builder.h"
#include "document/html.h"

namespace blatt::document {

// `what` is "tag" or "attribute", as in HtmlResult::dropped.
using CountDropped = std::function<void(std::string_view what, std::string_view name)>;

// Reads the formula whose `<math>` is tokens[at] into the builder, in whose open leaf it will
// stand. Its TeX source is what `alttext` or an annotation says. Returns the index of its last
// token.
std::size_t read_math(const std::vector<Token>& tokens, std::size_t at, Builder& builder,
                      const CountDropped& dropped);

}  // namespace blatt::document
