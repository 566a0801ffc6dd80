#include "document/callout.h"

#include <array>
#include <string>

namespace blatt::document {

namespace {

struct CalloutWord {
    std::string_view word;
    StyleClass style;
};

constexpr auto words = std::to_array<CalloutWord>({
    {"note", StyleClass::callout_note},
    {"info", StyleClass::callout_note},
    {"notice", StyleClass::callout_note},
    {"tip", StyleClass::callout_tip},
    {"hint", StyleClass::callout_tip},
    {"success", StyleClass::callout_tip},
    {"important", StyleClass::callout_important},
    {"warning", StyleClass::callout_warning},
    {"attention", StyleClass::callout_warning},
    {"caution", StyleClass::callout_caution},
    {"danger", StyleClass::callout_caution},
    {"error", StyleClass::callout_caution},
});

}  // namespace

StyleClass callout_style(std::string_view word) {
    std::string lower(word);
    for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    for (const auto& [name, style] : words) {
        if (name == lower) return style;
    }
    return StyleClass::none;
}

}  // namespace blatt::document
