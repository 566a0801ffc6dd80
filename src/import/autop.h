// Autop: paragraphs and line breaks as WordPress makes them from the plain text of its classic
// editor: a blank line ends a paragraph, any other line end is a line break. Text that stands
// directly in a block of HTML becomes paragraphs only where blank lines part it.
#pragma once

#include <string>
#include <string_view>

namespace blatt::import {

// `text`: HTML fragments with '\n' line ends. What stands in pre, script, style, media elements and
// comments stays untouched.
std::string autop(std::string_view text);

// The end of the tag or comment that begins at `at`, one past '>'; the text's end where it is never
// closed. npos where no tag begins there.
std::size_t markup_end(std::string_view text, std::size_t at);

// The lower-case name of the tag that begins at `at` ("/" in front of a closing one's); empty for
// comments and what is no tag.
std::string tag_name(std::string_view text, std::size_t at);

// One past the closing tag of the element `name` whose open tag ends at `from`; the text's end
// where it is never closed. For elements whose content is taken as it is.
std::size_t raw_element_end(std::string_view text, std::size_t from, std::string_view name);

}  // namespace blatt::import
