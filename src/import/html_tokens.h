// HTML as the flat stream of tokens that document::from_html takes. The only place that knows
// lexbor. Every open tag has its close tag, in order, but for void elements, which have only an
// open one; names are in lower case, entities decoded, text is valid UTF-8; comments are left out.
#pragma once

#include <string_view>
#include <vector>

#include "document/html.h"

namespace blatt::import {

// Parses as a browser does, as what stands inside a body element.
std::vector<document::Token> html_tokens(std::string_view html);

}  // namespace blatt::import
