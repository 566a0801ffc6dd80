// Callouts between lines of colons, as Docusaurus and others write them (":::note A title" …
// ":::"), rewritten as quotes that begin with a marker ("> [!note] A title"). Lines keep their
// numbers.
#pragma once

#include <string>
#include <string_view>

namespace blatt::site {

std::string callouts_as_quotes(std::string_view markdown);

}  // namespace blatt::site
