#include "text/bidi.h"

#include <doctest/doctest.h>

#include <string>

using namespace blatt;

namespace {

// One digit for each byte.
std::string levels(std::string_view text, bool right_to_left = false) {
    std::string out;
    for (const std::uint8_t level : text::bidi_levels(text, right_to_left))
        out += static_cast<char>('0' + level);
    return out;
}

std::string order(const std::vector<std::uint8_t>& levels) {
    std::string out;
    for (const std::uint32_t index : text::visual_order(levels)) out += std::to_string(index);
    return out;
}

}  // namespace

TEST_CASE("bidi: what runs from right to left is found, and nothing else") {
    CHECK_FALSE(text::runs_right_to_left(
        "Übergröße – „naïve“ 日本語 👍🏽 Ελλάδα Жук"));
    CHECK(text::runs_right_to_left("ein שלום"));
    CHECK(text::runs_right_to_left("مرحبا"));
    CHECK(text::runs_right_to_left("a\u200Fb"));
    CHECK_FALSE(text::runs_right_to_left(""));
}

TEST_CASE("bidi: the first character with a direction decides") {
    CHECK(text::begins_right_to_left("12 – שלום abc"));
    CHECK_FALSE(text::begins_right_to_left("12 – abc שלום"));
    CHECK_FALSE(text::begins_right_to_left("12"));
    CHECK_FALSE(text::begins_right_to_left(""));
}

TEST_CASE("bidi: levels, a digit for each byte") {
    CHECK(levels("ab") == "00");
    CHECK(levels("ab", true) == "22");
    CHECK(levels("a אב b") == "001111000"[0] + std::string("01111") + "00");
    // Numbers keep their own order inside of what runs from right to left.
    CHECK(levels("א 12") == "11" + std::string("1") + "22");
    CHECK(levels("(א)", true) == "1111");
}

TEST_CASE("bidi: visual order reverses from the highest level down") {
    CHECK(order({0, 0, 0}) == "012");
    CHECK(order({1, 1, 1}) == "210");
    CHECK(order({0, 1, 1, 0}) == "0213");
    CHECK(order({1, 2, 2, 1}) == "3120");
    CHECK(order({0, 1, 2, 2, 1, 0}) == "042315"[0] + std::string("4231") + "5");
    CHECK(order({}).empty());
}
