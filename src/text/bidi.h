// Bidi: the levels of embedding of a text in which some of the characters run from right to left,
// by UAX 9. The only place that knows the bidi library. Texts without such characters need none of
// it, and `runs_right_to_left` says so quickly.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace blatt::text {

// Whether the text holds a character that runs from right to left or embeds in that direction.
bool runs_right_to_left(std::string_view text);

// Whether the first character with a direction runs from right to left (rules P2 and P3).
bool begins_right_to_left(std::string_view text);

// For each byte the level of its character: odd ones run from right to left. The text is one
// paragraph of the given direction.
std::vector<std::uint8_t> bidi_levels(std::string_view text, bool right_to_left);

// The order in which items with these levels stand from left to right (rule L2): indices.
std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace blatt::text
