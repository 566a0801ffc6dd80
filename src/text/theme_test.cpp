#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "text/style.h"

using namespace blatt::text;

namespace {

// Contrast ratio of WCAG 2.2.
double luminance(Color c) {
    const auto linear = [](std::uint8_t channel) {
        const double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double contrast(Color a, Color b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace

TEST_CASE("theme: every ink is readable on every background it can stand on") {
    for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
        for (const ColorToken ink :
             {ColorToken::ink, ColorToken::ink_soft, ColorToken::ink_faint, ColorToken::accent,
              ColorToken::accent_strong, ColorToken::code_ink}) {
            for (const ColorToken paper :
                 {ColorToken::paper, ColorToken::surface, ColorToken::code_paper}) {
                CAPTURE(static_cast<int>(scheme));
                CAPTURE(static_cast<int>(ink));
                CAPTURE(static_cast<int>(paper));
                CHECK(contrast(color(scheme, ink), color(scheme, paper)) >= 4.5);
            }
        }
        for (auto token = static_cast<unsigned>(blatt::document::CodeToken::plain);
             token < static_cast<unsigned>(blatt::document::CodeToken::count); ++token) {
            CAPTURE(token);
            const ColorToken ink = code_color(static_cast<blatt::document::CodeToken>(token));
            CHECK(contrast(color(scheme, ink), color(scheme, ColorToken::code_paper)) >= 4.5);
        }
        CHECK(contrast(color(scheme, ColorToken::ink), color(scheme, ColorToken::mark_paper)) >=
              4.5);
        CHECK(contrast(color(scheme, ColorToken::focus), color(scheme, ColorToken::paper)) >= 3);
    }
}

TEST_CASE("style: a font is written as CSS writes it") {
    CHECK(css_font({.family = Family::mono, .size = 14.5f, .weight = 700, .italic = true})
              .starts_with("italic 700 14.5px \"SF Mono\", "));
}
