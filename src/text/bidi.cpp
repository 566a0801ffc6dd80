#include "text/bidi.h"

#include <algorithm>
#include <numeric>

#include <SheenBidi/SheenBidi.h>

#include "base/utf8.h"

namespace blatt::text {

namespace {

bool is_right_to_left(char32_t c) {
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF) || c == 0x200F || c == 0x202B || c == 0x202E ||
           c == 0x2067;
}

SBCodepointSequence sequence(std::string_view text) {
    return {SBStringEncodingUTF8, text.data(), text.size()};
}

}  // namespace

bool runs_right_to_left(std::string_view text) {
    // The first byte of U+0590; nothing below it runs from right to left.
    constexpr unsigned char first = 0xD6;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (static_cast<unsigned char>(text[at]) < first) continue;
        const auto c = base::utf8::decode(text, at);
        if (is_right_to_left(c.code_point)) return true;
        at += c.size - 1;
    }
    return false;
}

bool begins_right_to_left(std::string_view text) {
    const SBCodepointSequence codepoints = sequence(text);
    const SBAlgorithmRef algorithm = SBAlgorithmCreate(&codepoints);
    if (algorithm == nullptr) return false;
    const SBParagraphRef paragraph =
        SBAlgorithmCreateParagraph(algorithm, 0, text.size(), SBLevelDefaultLTR);
    const bool result = paragraph != nullptr && SBParagraphGetBaseLevel(paragraph) % 2 == 1;
    if (paragraph != nullptr) SBParagraphRelease(paragraph);
    SBAlgorithmRelease(algorithm);
    return result;
}

std::vector<std::uint8_t> bidi_levels(std::string_view text, bool right_to_left) {
    const std::uint8_t base = right_to_left ? 1 : 0;
    std::vector<std::uint8_t> levels(text.size(), base);
    const SBCodepointSequence codepoints = sequence(text);
    const SBAlgorithmRef algorithm = SBAlgorithmCreate(&codepoints);
    if (algorithm == nullptr) return levels;
    // A line separator inside the text ends a paragraph of the algorithm, not one of ours.
    for (SBUInteger at = 0; at < text.size();) {
        const SBParagraphRef paragraph =
            SBAlgorithmCreateParagraph(algorithm, at, text.size() - at, base);
        if (paragraph == nullptr) break;
        const SBUInteger size = SBParagraphGetLength(paragraph);
        std::copy_n(SBParagraphGetLevelsPtr(paragraph), size,
                    levels.begin() + static_cast<std::ptrdiff_t>(at));
        SBParagraphRelease(paragraph);
        if (size == 0) break;
        at += size;
    }
    SBAlgorithmRelease(algorithm);
    return levels;
}

std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels) {
    std::vector<std::uint32_t> order(levels.size());
    std::iota(order.begin(), order.end(), 0u);
    if (levels.empty()) return order;
    std::uint8_t lowest_odd = 255;
    for (const std::uint8_t level : levels)
        if (level % 2 == 1) lowest_odd = std::min(lowest_odd, level);
    for (std::uint8_t level = *std::ranges::max_element(levels); level >= lowest_odd; --level) {
        for (std::size_t begin = 0; begin < levels.size();) {
            if (levels[order[begin]] < level) {
                ++begin;
                continue;
            }
            std::size_t end = begin;
            while (end < levels.size() && levels[order[end]] >= level) ++end;
            std::reverse(order.begin() + static_cast<std::ptrdiff_t>(begin),
                         order.begin() + static_cast<std::ptrdiff_t>(end));
            begin = end;
        }
    }
    return order;
}

}  // namespace blatt::text
