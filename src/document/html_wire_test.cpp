#include "document/html_wire.h"

#include <doctest/doctest.h>

using namespace blatt::document;

namespace {

std::string number(unsigned value) {
    std::string out;
    for (int shift = 0; shift < 32; shift += 8)
        out.push_back(static_cast<char>((value >> shift) & 255));
    return out;
}
std::string string(std::string_view text) {
    return number(static_cast<unsigned>(text.size())).append(text);
}

const std::string sample = std::string("\0", 1) + string("a") + number(1) + string("href") +
                           string("/x") + "\2" + string("Wort") + "\1" + string("a");

}  // namespace

TEST_CASE("tokens of the browser's parser are read") {
    const auto tokens = read_tokens(sample);
    REQUIRE(tokens.has_value());
    REQUIRE(tokens->size() == 3);
    CHECK((*tokens)[0].name == "a");
    CHECK((*tokens)[0].attributes.at(0).value == "/x");
    CHECK((*tokens)[1].text == "Wort");
    CHECK((*tokens)[2].kind == TokenKind::close);
    CHECK(read_tokens("")->empty());
}

TEST_CASE("hostile tokens are refused with the record that is wrong") {
    for (std::size_t size = 1; size < sample.size(); ++size) {
        const auto cut = read_tokens(std::string_view(sample).substr(0, size));
        // Between two records a stream may end.
        if (cut) CHECK(cut->size() < 3);
    }
    CHECK(read_tokens("\3").error().where == "html tokens");
    CHECK_FALSE(read_tokens(std::string("\2\xFF\xFF\xFF\xFF", 5)).has_value());
    CHECK_FALSE(read_tokens(std::string("\0", 1) + string("p") + number(0xFFFFFFFF)).has_value());
    const auto bad = read_tokens("\2" + string("\xFF"));
    REQUIRE(bad.has_value());
    CHECK(bad->front().text == "\uFFFD");
}
