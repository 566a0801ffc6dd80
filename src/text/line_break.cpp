#include "text/line_break.h"

#include <graphemebreak.h>
#include <linebreak.h>

namespace blatt::text {

namespace {

// The library fills its look-up tables on the first call.
void initialise() {
    static const bool done = [] {
        init_linebreak();
        init_graphemebreak();
        return true;
    }();
    static_cast<void>(done);
}

}  // namespace

std::vector<BreakAfter> line_breaks(std::string_view text, std::string_view language) {
    initialise();
    std::vector<BreakAfter> out(text.size(), BreakAfter::no);
    if (text.empty()) return out;
    std::vector<char> raw(text.size());
    const std::string lang(language.substr(0, 2));
    set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), lang.c_str(),
                        raw.data());
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (raw[i] == LINEBREAK_ALLOWBREAK) out[i] = BreakAfter::allowed;
        if (raw[i] == LINEBREAK_MUSTBREAK) out[i] = BreakAfter::required;
    }
    return out;
}

std::vector<std::uint32_t> grapheme_ends(std::string_view text) {
    initialise();
    std::vector<std::uint32_t> out;
    if (text.empty()) return out;
    std::vector<char> raw(text.size());
    set_graphemebreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), "",
                            raw.data());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (raw[i] == GRAPHEMEBREAK_BREAK) out.push_back(static_cast<std::uint32_t>(i + 1));
    }
    if (out.empty() || out.back() != text.size())
        out.push_back(static_cast<std::uint32_t>(text.size()));
    return out;
}

}  // namespace blatt::text
