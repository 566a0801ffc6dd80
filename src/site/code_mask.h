// Which bytes of a Markdown text are code (fenced, indented, spans) and must be left as they are
// by everything that rewrites the text before cmark-gfm reads it. An approximation of CommonMark
// that errs towards "not code" inside lists.
#pragma once

#include <string_view>
#include <vector>

namespace blatt::site {

// One entry for each byte.
std::vector<bool> code_mask(std::string_view markdown);

}  // namespace blatt::site
