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
};
constexpr Palette dark = {
    rgb(0, 0),     rgb(0x171816), rgb(0x22241F), rgb(0xE8E4DA), rgb(0xB9B4A8),
    rgb(0x9C978B), rgb(0x363832), rgb(0x86C9A5), rgb(0xB4E4CB), rgb(0x86C9A5, 36),
    rgb(0xDDD8CC), rgb(0x22241F), rgb(0x5A4E1C), rgb(0x86C9A5),
};

}  // namespace

Color color(Scheme scheme, ColorToken token) {
    return (scheme == Scheme::dark ? dark : light)[static_cast<std::size_t>(token)];
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
