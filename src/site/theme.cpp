#include "site/theme.h"

#include <cstdio>
#include <optional>

#include "site/text.h"
#include "text/style.h"

namespace blatt::site {

using text::ColorToken;

namespace {

constexpr std::string_view kind = "theme";

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

// "#1b6146" or "#163"
std::optional<text::Color> read_color(std::string_view text) {
    if (!text.starts_with('#') || (text.size() != 4 && text.size() != 7)) return std::nullopt;
    const std::size_t digits = text.size() == 4 ? 1 : 2;
    std::uint8_t channels[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto high = hex_digit(text[1 + i * digits]);
        const auto low = hex_digit(text[i * digits + digits]);
        if (!high || !low) return std::nullopt;
        channels[i] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return text::Color{channels[0], channels[1], channels[2], 255};
}

std::optional<ColorToken> token_of(std::string_view name) {
    const std::string property = cat("--blatt-", replace_all(std::string(name), "_", "-"));
    for (std::size_t i = 1; i < static_cast<std::size_t>(ColorToken::count); ++i)
        if (text::color_property(static_cast<ColorToken>(i)) == property)
            return static_cast<ColorToken>(i);
    return std::nullopt;
}

std::optional<text::Family> family_of(std::string_view name) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(text::Family::count); ++i)
        if (text::family_property(static_cast<text::Family>(i)) == cat("--blatt-", name))
            return static_cast<text::Family>(i);
    return std::nullopt;
}

bool is_font_list(std::string_view text) {
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == ' ' || c == ',' || c == '-' || c == '_';
        if (!letter) return false;
    }
    return !text.empty();
}

// Names of several words stand in quotes, as CSS wants names with digits at their start.
std::string quoted_fonts(std::string_view list) {
    std::string out;
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        const std::string name(trim(list.substr(0, comma)));
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
        if (name.empty()) continue;
        if (!out.empty()) out += ',';
        const bool generic = name == "serif" || name == "sans-serif" || name == "monospace" ||
                             name == "system-ui" || name.starts_with("ui-");
        out += generic ? name : cat("\"", name, "\"");
    }
    return out;
}

class Reader {
  public:
    Reader(std::string_view file, Problems& problems) : file_(file), problems_(problems) {}

    std::string fonts(const FrontValue& theme) {
        std::string out;
        for (std::size_t i = 0; i < theme.keys.size(); ++i) {
            const auto family = family_of(theme.keys[i]);
            if (!family) continue;
            std::string list;
            for (const std::string& name : theme.items[i].as_texts())
                list += list.empty() ? name : cat(",", name);
            if (!is_font_list(list)) {
                warn(theme.items[i].line, cat(theme.keys[i], " wants names of fonts"));
                continue;
            }
            out += cat(text::family_property(*family), ":", quoted_fonts(list), ";");
        }
        return out;
    }

    std::string colors(const FrontValue& map, text::Palette palette) {
        std::string out;
        for (std::size_t i = 0; i < map.keys.size(); ++i) {
            const FrontValue& value = map.items[i];
            if (!value.is_scalar() || family_of(map.keys[i])) continue;
            const auto token = token_of(map.keys[i]);
            const auto color = read_color(value.as_text());
            if (!token || !color) {
                warn(value.line, token ? cat(map.keys[i], " wants a colour such as \"#1b6146\"")
                                       : cat("there is no colour ", map.keys[i]));
                continue;
            }
            palette[static_cast<std::size_t>(*token)] = *color;
            out += cat(text::color_property(*token), ":", value.as_text(), ";");
        }
        check_contrast(map.line, palette);
        return out;
    }

  private:
    void check_contrast(int line, const text::Palette& palette) {
        const auto at = [&](ColorToken token) { return palette[static_cast<std::size_t>(token)]; };
        for (const ColorToken ink :
             {ColorToken::ink, ColorToken::ink_soft, ColorToken::ink_faint, ColorToken::accent}) {
            const double ratio = text::contrast(at(ink), at(ColorToken::paper));
            if (ratio >= 4.5) continue;
            char shown[16];
            std::snprintf(shown, sizeof shown, "%.1f", ratio);
            warn(line, cat(text::color_property(ink).substr(8), " on paper is hard to read: ",
                           std::string_view(shown), ":1, and 4.5:1 is the least"));
        }
    }

    void warn(int line, std::string message) {
        problems_.warn(kind, file_, line, std::move(message));
    }

    std::string_view file_;
    Problems& problems_;
};

}  // namespace

std::string theme_css(const FrontValue& theme, std::string_view file, Problems& problems) {
    if (!theme.is_map()) return {};
    Reader reader(file, problems);
    std::string out;
    if (const std::string fonts = reader.fonts(theme); !fonts.empty())
        out += cat(":root{", fonts, "}\n");
    constexpr std::string_view unasked = ":root:not([data-blatt*=scheme-])";
    FrontValue light = theme;
    for (std::size_t i = light.keys.size(); i-- > 0;) {
        if (!light.items[i].is_map()) continue;
        light.keys.erase(light.keys.begin() + static_cast<std::ptrdiff_t>(i));
        light.items.erase(light.items.begin() + static_cast<std::ptrdiff_t>(i));
    }
    const auto rules = [&](std::string_view name, const std::string& colors) {
        if (colors.empty()) return;
        out +=
            cat("@media(prefers-color-scheme:", name, ") and (not (prefers-contrast:more)){",
                unasked, "{", colors, "}}\n:root[data-blatt~=scheme-", name, "]{", colors, "}\n");
    };
    rules("light", reader.colors(light, text::palette(text::Scheme::light)));
    if (const FrontValue* dark = theme.find("dark"); dark && dark->is_map())
        rules("dark", reader.colors(*dark, text::palette(text::Scheme::dark)));
    return out;
}

}  // namespace blatt::site
