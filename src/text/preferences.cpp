#include "text/preferences.h"

namespace blatt::text {

namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view schemes[] = {"auto", "light", "sepia", "dark", "contrast"};
constexpr std::string_view sizes[] = {"small", "normal", "large", "larger", "largest"};
constexpr std::string_view typefaces[] = {"serif", "sans", "legible"};
constexpr std::string_view measures[] = {"narrow", "normal", "wide"};
constexpr std::string_view leadings[] = {"tight", "normal", "loose"};

struct Entry {
    std::string_view name;
    Names values;
    std::uint8_t usual;
};

constexpr Entry entries[] = {
    {"scheme", schemes, 0},   {"size", sizes, 1},       {"typeface", typefaces, 0},
    {"measure", measures, 1}, {"leading", leadings, 1},
};
static_assert(std::size(entries) == static_cast<std::size_t>(Preference::count));

const Entry& entry(Preference preference) { return entries[static_cast<std::size_t>(preference)]; }

}  // namespace

std::string_view preference_name(Preference preference) { return entry(preference).name; }
Names preference_values(Preference preference) { return entry(preference).values; }
std::uint8_t default_value(Preference preference) { return entry(preference).usual; }

Preferences::Preferences() {
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = entries[i].usual;
}

Preferences::Preferences(std::string_view words) : Preferences() {
    while (!words.empty()) {
        const std::size_t space = words.find(' ');
        choose(words.substr(0, space));
        words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
    }
}

bool Preferences::choose(std::string_view word) {
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const auto preference = static_cast<Preference>(i);
        for (std::size_t v = 0; v < entries[i].values.size(); ++v) {
            if (word != preference_word(preference, static_cast<std::uint8_t>(v))) continue;
            values_[i] = static_cast<std::uint8_t>(v);
            return true;
        }
    }
    return false;
}

std::string Preferences::words() const {
    std::string out;
    for (std::size_t i = 0; i < values_.size(); ++i) {
        if (values_[i] == entries[i].usual) continue;
        if (!out.empty()) out += ' ';
        out += preference_word(static_cast<Preference>(i), values_[i]);
    }
    return out;
}

std::string preference_word(Preference preference, std::uint8_t value) {
    std::string out(entry(preference).name);
    out += '-';
    return out += entry(preference).values[value];
}

}  // namespace blatt::text
