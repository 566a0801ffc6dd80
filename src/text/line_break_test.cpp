#include "text/line_break.h"

#include <doctest/doctest.h>

using namespace blatt::text;

namespace {

// The text with '|' where a line may end and '!' where it must.
std::string marked(std::string_view text, std::string_view language = "de") {
    const auto breaks = line_breaks(text, language);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        if (breaks[i] == BreakAfter::allowed) out += '|';
        if (breaks[i] == BreakAfter::required) out += '!';
    }
    return out;
}

}  // namespace

TEST_CASE("line breaks: after spaces and hyphens, not at no-break spaces or before punctuation") {
    CHECK(marked("ein Wort") == "ein |Wort");
    CHECK(marked("Nord-Süd-Achse") == "Nord-|Süd-|Achse");
    CHECK(marked("10\u00A0km") == "10\u00A0km");
    CHECK(marked("„Ja“, sagte sie.") == "„Ja“, |sagte |sie.");
    CHECK(marked("紙と活字") == "紙|と|活|字");
}

TEST_CASE("line breaks: required at a line separator, never after the last byte") {
    CHECK(marked("a\u2028b") == "a\u2028!b");
    CHECK(marked("Ende ") == "Ende ");
    CHECK(marked("").empty());
}

TEST_CASE("graphemes: clusters stay whole") {
    CHECK(grapheme_ends("a👩‍👩‍👧é") == std::vector<std::uint32_t>{1, 19, 21});
    CHECK(grapheme_ends("e\u0301x") == std::vector<std::uint32_t>{3, 4});
    CHECK(grapheme_ends("").empty());
}
