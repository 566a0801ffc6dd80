#include "base/utf8.h"

#include <doctest/doctest.h>

#include <string>

namespace utf8 = blatt::base::utf8;

TEST_CASE("utf8: decode reads each length and names its size") {
    const std::string text = "aß€😀";
    CHECK(utf8::decode(text, 0).code_point == U'a');
    CHECK(utf8::decode(text, 1).code_point == U'ß');
    CHECK(utf8::decode(text, 3).code_point == U'€');
    CHECK(utf8::decode(text, 6).code_point == U'😀');
    CHECK(utf8::decode(text, 6).size == 4);
    CHECK(utf8::count(text) == 4);
}

TEST_CASE("utf8: append undoes decode for every scalar value") {
    for (char32_t c = 1; c <= 0x10FFFF; c += 7) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        utf8::append(text, c);
        const auto decoded = utf8::decode(text, 0);
        REQUIRE(decoded.code_point == c);
        REQUIRE(decoded.size == text.size());
    }
}

TEST_CASE("utf8: overlong forms, surrogates and cut sequences are invalid") {
    for (const char* bad :
         {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80"}) {
        CHECK_FALSE(utf8::is_valid(bad));
        CHECK(utf8::is_valid(utf8::to_valid(bad)));
    }
    CHECK(utf8::to_valid("a\xFFz") == "a\xEF\xBF\xBDz");
}
