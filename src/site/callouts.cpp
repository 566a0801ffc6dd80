#include "site/callouts.h"

#include <algorithm>
#include <vector>

#include "document/callout.h"
#include "site/code_mask.h"
#include "site/text.h"

namespace blatt::site {

namespace {

constexpr std::string_view fence = ":::";

// ":::tip A title", ":::tip[A title]", "::: tip" as a quote's first line; empty for other lines.
std::string marker_line(std::string_view line) {
    while (line.starts_with(':')) line.remove_prefix(1);
    line = trim(line);
    const std::string_view word = line.substr(0, line.find_first_of(" [{"));
    if (document::callout_style(word) == document::StyleClass::none) return {};
    std::string_view title = trim(line.substr(word.size()));
    if (title.starts_with('[') && title.ends_with(']')) title = title.substr(1, title.size() - 2);
    if (title.starts_with('{')) title = {};
    return cat("[!", word, "] ", title);
}

}  // namespace

std::string callouts_as_quotes(std::string_view markdown) {
    if (markdown.find(fence) == std::string_view::npos) return std::string(markdown);
    const std::vector<bool> is_code = code_mask(markdown);
    // Without its end a callout would take the rest of the text.
    int ends = 0;
    for (std::size_t at = 0; at < markdown.size();) {
        const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
        const std::string_view line = trim(markdown.substr(at, end - at));
        if (!is_code[at] && line.starts_with(fence) &&
            line.find_first_not_of(':') == std::string_view::npos)
            ++ends;
        at = end + 1;
    }
    std::string out;
    int open = 0;
    const auto quoted = [&](std::string_view line) {
        for (int i = 0; i < open; ++i) out += "> ";
        out += line;
    };
    for (std::size_t at = 0; at < markdown.size();) {
        const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
        const std::string_view line = markdown.substr(at, end - at);
        const std::string_view text = trim(line);
        const bool is_fence = !is_code[at] && text.starts_with(fence);
        std::string marker;
        if (is_fence && ends > open) marker = marker_line(text);
        if (!marker.empty()) {
            ++open;
            quoted(marker);
        } else if (is_fence && open > 0 && text.find_first_not_of(':') == std::string_view::npos) {
            --open;
            --ends;
            quoted({});
        } else {
            quoted(line);
        }
        if (end < markdown.size()) out += '\n';
        at = end + 1;
    }
    return out;
}

}  // namespace blatt::site
