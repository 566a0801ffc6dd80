#include <doctest/doctest.h>

#include <string>

#include "text/style.h"

using namespace blatt::text;

namespace {

constexpr Scheme schemes[] = {Scheme::light, Scheme::dark, Scheme::sepia, Scheme::contrast_light,
                              Scheme::contrast_dark};

bool is_high_contrast(Scheme scheme) {
    return scheme == Scheme::contrast_light || scheme == Scheme::contrast_dark;
}

Color color(Scheme scheme, ColorToken token) {
    return palette(scheme)[static_cast<std::size_t>(token)];
}

}  // namespace

TEST_CASE("theme: contrast is that of WCAG") {
    CHECK(contrast({0, 0, 0, 255}, {255, 255, 255, 255}) == doctest::Approx(21));
    CHECK(contrast({255, 255, 255, 255}, {0x76, 0x76, 0x76, 255}) ==
          doctest::Approx(4.54).epsilon(0.01));
}

TEST_CASE("theme: every ink is readable on every background it can stand on") {
    for (const Scheme scheme : schemes) {
        const double least = is_high_contrast(scheme) ? 7 : 4.5;
        CAPTURE(static_cast<int>(scheme));
        for (const ColorToken ink :
             {ColorToken::ink, ColorToken::ink_soft, ColorToken::ink_faint, ColorToken::accent,
              ColorToken::accent_strong, ColorToken::code_ink}) {
            for (const ColorToken paper :
                 {ColorToken::paper, ColorToken::surface, ColorToken::code_paper}) {
                CAPTURE(static_cast<int>(ink));
                CAPTURE(static_cast<int>(paper));
                CHECK(contrast(color(scheme, ink), color(scheme, paper)) >= least);
            }
        }
        for (auto token = static_cast<unsigned>(blatt::document::CodeToken::plain);
             token < static_cast<unsigned>(blatt::document::CodeToken::count); ++token) {
            CAPTURE(token);
            const ColorToken ink = code_color(static_cast<blatt::document::CodeToken>(token));
            CHECK(contrast(color(scheme, ink), color(scheme, ColorToken::code_paper)) >= least);
        }
        CHECK(contrast(color(scheme, ColorToken::ink), color(scheme, ColorToken::mark_paper)) >=
              least);
        for (const ColorToken paper :
             {ColorToken::paper, ColorToken::surface, ColorToken::code_paper})
            CHECK(contrast(color(scheme, ColorToken::focus), color(scheme, paper)) >= 3);
    }
}

TEST_CASE("theme: in high contrast the lines that divide can be seen as well") {
    for (const Scheme scheme : {Scheme::contrast_light, Scheme::contrast_dark})
        CHECK(contrast(color(scheme, ColorToken::line), color(scheme, ColorToken::paper)) >= 3);
}

TEST_CASE("style: a font is written as CSS writes it, with the family's custom property") {
    CHECK(css_font({.family = Family::mono, .size = 14.5f, .weight = 700, .italic = true}) ==
          "italic 700 14.5px --blatt-mono");
}
