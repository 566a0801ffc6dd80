#include "text/style.h"

#include <array>

namespace blatt::text {

namespace {

constexpr Color rgb(std::uint32_t value, std::uint8_t alpha = 255) {
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>((value >> 8) & 0xFF),
            static_cast<std::uint8_t>(value & 0xFF), alpha};
}

using Palette = std::array<Color, static_cast<std::size_t>(ColorToken::count)>;

// In the order of ColorToken. Every ink keeps at least 4.5:1 on paper, surface and code_paper
// (theme_test.cpp).
constexpr Palette light = {
    rgb(0, 0),          // none
    rgb(0xFCFAF5),      // paper
    rgb(0xF3EFE6),      // surface
    rgb(0x1E1C19),      // ink
    rgb(0x4D4942),      // ink_soft
    rgb(0x6A655C),      // ink_faint
    rgb(0xE2DCCF),      // line
    rgb(0x1B6146),      // accent
    rgb(0x0C4430),      // accent_strong
    rgb(0x1B6146, 28),  // accent_wash
    rgb(0x2B2925),      // code_ink
    rgb(0xF3EFE6),      // code_paper
    rgb(0xF7E7A6),      // mark_paper
    rgb(0x1B6146),      // focus
    rgb(0x8A2F5B),      // code_keyword
    rgb(0x416A1E),      // code_string
    rgb(0x9A4A00),      // code_number
    rgb(0x6A655C),      // code_comment
    rgb(0x1F5C8F),      // code_function
    rgb(0x0F6A6A),      // code_type
    rgb(0x7A5A00),      // code_attribute
    rgb(0x5B4BA0),      // code_variable
    rgb(0x705A3C),      // code_meta
    rgb(0x1B6146),      // code_addition
    rgb(0xA33327),      // code_deletion
};
constexpr Palette dark = {
    rgb(0, 0),
    rgb(0x171816),
    rgb(0x22241F),
    rgb(0xE8E4DA),
    rgb(0xB9B4A8),
    rgb(0x9C978B),
    rgb(0x363832),
    rgb(0x86C9A5),
    rgb(0xB4E4CB),
    rgb(0x86C9A5, 36),
    rgb(0xDDD8CC),
    rgb(0x22241F),
    rgb(0x5A4E1C),
    rgb(0x86C9A5),
    // code
    rgb(0xE3A0C2),
    rgb(0xB5CF8E),
    rgb(0xE7B184),
    rgb(0x9C978B),
    rgb(0x9CC3E8),
    rgb(0x8ED0CB),
    rgb(0xDCC27A),
    rgb(0xBDB2EC),
    rgb(0xCDB79A),
    rgb(0x8FD3A8),
    rgb(0xEE9C8E),
};

}  // namespace

Color color(Scheme scheme, ColorToken token) {
    return (scheme == Scheme::dark ? dark : light)[static_cast<std::size_t>(token)];
}

std::span<const base::Point> sign_shape(Sign sign) {
    static constexpr base::Point triangle[] = {{4, 1}, {17, 9}, {4, 17}};
    // An arrow to the upper right.
    static constexpr base::Point arrow[] = {{5, 2},      {16, 2},       {16, 13},
                                            {13.6f, 13}, {13.6f, 6.1f}, {3.7f, 16},
                                            {2, 14.3f},  {11.9f, 4.4f}, {5, 4.4f}};
    switch (sign) {
        case Sign::play: return triangle;
        case Sign::leave: return arrow;
        case Sign::none: break;
    }
    return {};
}

std::string_view css_family(Family family) {
    switch (family) {
        case Family::serif:
            return "Charter, \"Bitstream Charter\", \"Iowan Old Style\", \"Source Serif 4\", "
                   "\"Noto Serif\", "
                   "Cambria, Georgia, serif";
        case Family::sans:
            return "\"Avenir Next\", \"Segoe UI\", Roboto, \"Source Sans 3\", \"Noto Sans\", "
                   "\"Helvetica Neue\", Arial, sans-serif";
        case Family::mono:
            return "\"SF Mono\", \"Cascadia Code\", \"JetBrains Mono\", \"Noto Sans Mono\", Menlo, "
                   "Consolas, "
                   "\"DejaVu Sans Mono\", monospace";
    }
    return {};
}

}  // namespace blatt::text
