#include <array>
#include <cmath>

#include "text/style.h"

namespace blatt::text {

namespace {

constexpr Color rgb(std::uint32_t value, std::uint8_t alpha = 255) {
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>((value >> 8) & 0xFF),
            static_cast<std::uint8_t>(value & 0xFF), alpha};
}

// `percent` of a, the rest of b.
constexpr Color mixed(Color a, Color b, int percent) {
    const auto channel = [percent](int x, int y) {
        return static_cast<std::uint8_t>((x * percent + y * (100 - percent) + 50) / 100);
    };
    return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b), 255};
}

// What a scheme says itself; the rest of its palette is mixed from these. Every ink keeps at least
// 4.5:1 on paper, surface and code_paper, in high contrast 7:1 (theme_test.cpp).
struct Colors {
    std::uint32_t paper, surface, ink, ink_soft, ink_faint, line, accent, code_ink, code_paper,
        mark_paper;
    // Highlighted code, from ColorToken::code_keyword on.
    std::array<std::uint32_t, 11> code;
};

constexpr Palette palette_of(const Colors& c) {
    Palette p{};
    const auto at = [&p](ColorToken token) -> Color& { return p[static_cast<std::size_t>(token)]; };
    at(ColorToken::none) = rgb(0, 0);
    at(ColorToken::paper) = rgb(c.paper);
    at(ColorToken::surface) = rgb(c.surface);
    at(ColorToken::ink) = rgb(c.ink);
    at(ColorToken::ink_soft) = rgb(c.ink_soft);
    at(ColorToken::ink_faint) = rgb(c.ink_faint);
    at(ColorToken::line) = rgb(c.line);
    at(ColorToken::accent) = rgb(c.accent);
    at(ColorToken::accent_strong) = mixed(rgb(c.accent), rgb(c.ink), accent_in_strong);
    at(ColorToken::accent_wash) =
        rgb(c.accent, static_cast<std::uint8_t>((accent_in_wash * 255 + 50) / 100));
    at(ColorToken::code_ink) = rgb(c.code_ink);
    at(ColorToken::code_paper) = rgb(c.code_paper);
    at(ColorToken::mark_paper) = rgb(c.mark_paper);
    at(ColorToken::focus) = rgb(c.accent);
    constexpr auto first_code = static_cast<std::size_t>(ColorToken::code_keyword);
    static_assert(first_code + std::tuple_size_v<decltype(Colors::code)> ==
                  std::tuple_size_v<Palette>);
    for (std::size_t i = 0; i < c.code.size(); ++i) p[first_code + i] = rgb(c.code[i]);
    return p;
}

constexpr Palette light =
    palette_of({.paper = 0xFCFAF5,
                .surface = 0xF3EFE6,
                .ink = 0x1E1C19,
                .ink_soft = 0x4D4942,
                .ink_faint = 0x6A655C,
                .line = 0xE2DCCF,
                .accent = 0x1B6146,
                .code_ink = 0x2B2925,
                .code_paper = 0xF3EFE6,
                .mark_paper = 0xF7E7A6,
                .code = {0x8A2F5B, 0x416A1E, 0x9A4A00, 0x6A655C, 0x1F5C8F, 0x0F6A6A, 0x7A5A00,
                         0x5B4BA0, 0x705A3C, 0x1B6146, 0xA33327}});
constexpr Palette dark =
    palette_of({.paper = 0x171816,
                .surface = 0x22241F,
                .ink = 0xE8E4DA,
                .ink_soft = 0xB9B4A8,
                .ink_faint = 0x9C978B,
                .line = 0x363832,
                .accent = 0x86C9A5,
                .code_ink = 0xDDD8CC,
                .code_paper = 0x22241F,
                .mark_paper = 0x5A4E1C,
                .code = {0xE3A0C2, 0xB5CF8E, 0xE7B184, 0x9C978B, 0x9CC3E8, 0x8ED0CB, 0xDCC27A,
                         0xBDB2EC, 0xCDB79A, 0x8FD3A8, 0xEE9C8E}});
// Old paper under a warm lamp.
constexpr Palette sepia =
    palette_of({.paper = 0xF5EAD3,
                .surface = 0xEADDC1,
                .ink = 0x3B2D1B,
                .ink_soft = 0x594732,
                .ink_faint = 0x6B563B,
                .line = 0xD8C7A4,
                .accent = 0x86401B,
                .code_ink = 0x3F3120,
                .code_paper = 0xEADDC1,
                .mark_paper = 0xEBCB7A,
                .code = {0x7F2A55, 0x3F5C14, 0x8A3D00, 0x6B563B, 0x1D527F, 0x0B5A5A, 0x6B4C00,
                         0x53449A, 0x664E2F, 0x2F5E2A, 0x962C20}});
constexpr Palette contrast_light =
    palette_of({.paper = 0xFFFFFF,
                .surface = 0xF2F2F2,
                .ink = 0x000000,
                .ink_soft = 0x1F1F1F,
                .ink_faint = 0x303030,
                .line = 0x5C5C5C,
                .accent = 0x00318F,
                .code_ink = 0x000000,
                .code_paper = 0xF2F2F2,
                .mark_paper = 0xFFE45C,
                .code = {0x7A0045, 0x1F4D00, 0x7A3000, 0x4A4A4A, 0x003A7A, 0x004848, 0x573C00,
                         0x3F2D8F, 0x4F3B1D, 0x004D2B, 0x8A1208}});
constexpr Palette contrast_dark =
    palette_of({.paper = 0x000000,
                .surface = 0x1A1A1A,
                .ink = 0xFFFFFF,
                .ink_soft = 0xEDEDED,
                .ink_faint = 0xD6D6D6,
                .line = 0x9E9E9E,
                .accent = 0xFFE066,
                .code_ink = 0xFFFFFF,
                .code_paper = 0x1A1A1A,
                .mark_paper = 0x6B5200,
                .code = {0xFFA8D4, 0xC3F08E, 0xFFBE85, 0xC4C4C4, 0xA6D4FF, 0x8CEDE6, 0xFFE08A,
                         0xCFC3FF, 0xE8CFA8, 0x96F0B4, 0xFFA99B}});

constexpr std::string_view color_names[] = {
    "none",           "paper",         "surface",      "ink",           "ink-soft",
    "ink-faint",      "line",          "accent",       "accent-strong", "accent-wash",
    "code-ink",       "code-paper",    "mark-paper",   "focus",         "code-keyword",
    "code-string",    "code-number",   "code-comment", "code-function", "code-type",
    "code-attribute", "code-variable", "code-meta",    "code-addition", "code-deletion",
};
static_assert(std::size(color_names) == static_cast<std::size_t>(ColorToken::count));

double luminance(Color c) {
    const auto linear = [](std::uint8_t channel) {
        const double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

const Palette& palette(Scheme scheme) {
    static constexpr const Palette* palettes[] = {&light, &dark, &sepia, &contrast_light,
                                                  &contrast_dark};
    static_assert(std::size(palettes) == static_cast<std::size_t>(Scheme::count));
    return *palettes[static_cast<std::size_t>(scheme)];
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

std::string color_property(ColorToken token) {
    return "--blatt-" + std::string(color_names[static_cast<std::size_t>(token)]);
}

double contrast(Color a, Color b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::fmax(la, lb) + 0.05) / (std::fmin(la, lb) + 0.05);
}

std::string_view family_property(Family family) {
    constexpr std::string_view names[] = {"--blatt-serif", "--blatt-sans", "--blatt-mono",
                                          "--blatt-legible"};
    static_assert(std::size(names) == static_cast<std::size_t>(Family::count));
    return names[static_cast<std::size_t>(family)];
}

}  // namespace blatt::text
