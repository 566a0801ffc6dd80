// Line breaks: where a line of text may or must end, by UAX 14, and where a word may be cut when
// nothing else fits (grapheme clusters, UAX 29). The only place that knows the Unicode library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace blatt::text {

enum class BreakAfter : std::uint8_t { no, allowed, required };

// For each byte: whether a line may end after it. Only the last byte of a code point is ever
// `allowed` or `required`; the last byte of the text is `no`. `language` as BCP 47, may be empty.
std::vector<BreakAfter> line_breaks(std::string_view text, std::string_view language);

// Byte offsets at which grapheme clusters end, ascending; the last one is text.size().
std::vector<std::uint32_t> grapheme_ends(std::string_view text);

}  // namespace blatt::text
