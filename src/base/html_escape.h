// Escaping of text for HTML: the only place that turns text into markup characters. What comes out
// is safe as an element's text and inside a double-quoted attribute.
#pragma once

#include <string>
#include <string_view>

namespace blatt::base {

// Appends `text` with & < > " replaced by entities: safe as an element's text and inside a
// double-quoted attribute.
void append_html_escaped(std::string& out, std::string_view text);

std::string html_escaped(std::string_view text);

}  // namespace blatt::base
