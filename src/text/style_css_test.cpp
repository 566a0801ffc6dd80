#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "text/style_rules.h"

using namespace blatt::text;

namespace {

// The value of `calc(20px + var(--blatt-size-step)*2px + …)`, the only sums that the sheet writes.
double value_of(std::string_view text, int size_step, int leading_step) {
    if (text.starts_with("calc(")) text.remove_prefix(5);
    double sum = std::strtod(std::string(text).c_str(), nullptr);
    const auto factor = [&](std::string_view variable) {
        const std::size_t at = text.find(variable);
        if (at == std::string_view::npos) return 0.0;
        return std::strtod(std::string(text.substr(at + variable.size())).c_str(), nullptr);
    };
    sum += size_step * factor("var(--blatt-size-step)*");
    sum += leading_step * factor("var(--blatt-leading-step)*");
    return sum;
}

}  // namespace

TEST_CASE("style sheet: lengths that follow the reader are those of layout") {
    const std::string css = style_css();
    // The rules of the narrow breadth stand in the table's order.
    std::size_t at = css.find(":where(.article-lead){");
    REQUIRE(at != std::string::npos);
    for (const int size : {-1, 0, 1, 2, 3}) {
        for (const int leading : {-1, 0, 1}) {
            for (const auto& [property, name] : {std::pair{Property::size, "font-size:"},
                                                 std::pair{Property::line_height, "line-height:"},
                                                 std::pair{Property::margin_top, "margin-top:"}}) {
                const float usual = property == Property::size          ? 20
                                    : property == Property::line_height ? 31
                                                                        : 16;
                const std::size_t begin = css.find(name, at) + std::string_view(name).size();
                const std::string_view text =
                    std::string_view(css).substr(begin, css.find_first_of(";}", begin) - begin);
                CAPTURE(text);
                CHECK(value_of(text, size, leading) ==
                      static_cast<double>(reader_length({property, usual}, size, leading)));
            }
        }
    }
}

TEST_CASE("style sheet: each choice of the reader selects something") {
    const std::string css = style_css();
    for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(Preference::count); ++i) {
        const auto preference = static_cast<Preference>(i);
        for (std::uint8_t v = 0; v < preference_values(preference).size(); ++v) {
            const std::string word = preference_word(preference, v);
            CAPTURE(word);
            const bool selected = css.find("[data-blatt~=" + word + "]") != std::string::npos;
            // Light is what the sheet says before any condition.
            CHECK(selected == (v != default_value(preference) && word != "scheme-light"));
        }
    }
}
