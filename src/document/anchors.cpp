#include "document/anchors.h"

#include "base/utf8.h"

namespace blatt::document {

namespace {

// Simple case folding of the alphabets with case that blogs in European languages use.
char32_t lower(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    if (within('A', 'Z')) return c + 32;
    if (within(0xC0, 0xDE) && c != 0xD7) return c + 32;
    if (within(0x100, 0x137) || within(0x14A, 0x177)) return c | 1;
    if (within(0x139, 0x148) || within(0x179, 0x17E)) return c % 2 == 1 ? c + 1 : c;
    if (c == 0x178) return 0xFF;
    if (c == 0x1E9E) return 0xDF;
    if (within(0x1E00, 0x1E95) || within(0x1EA0, 0x1EFF)) return c | 1;
    if (within(0x391, 0x3A9) && c != 0x3A2) return c + 32;
    if (within(0x410, 0x42F)) return c + 32;
    if (within(0x400, 0x40F)) return c + 80;
    if (within(0x460, 0x481) || within(0x48A, 0x4BF) || within(0x4D0, 0x52F)) return c | 1;
    return c;
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x3000;
}

// Letters, digits and marks; what is outside ASCII counts as a letter unless it lies in a block of
// punctuation, symbols or emoji.
bool is_word(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    if (c < 0x80) return within('a', 'z') || within('A', 'Z') || within('0', '9') || c == '_';
    if (within(0x80, 0xBF)) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0xD7 || c == 0xF7) return false;
    const bool symbol =
        within(0x2000, 0x206F) || within(0x20A0, 0x20CF) || within(0x2100, 0x2BFF) ||
        within(0x2E00, 0x2E7F) || within(0x3000, 0x3004) || within(0x3008, 0x3020) ||
        within(0xE000, 0xF8FF) || within(0xFE00, 0xFE6F) || within(0xFF01, 0xFF0F) ||
        within(0xFFF0, 0xFFFF) || within(0x1F000, 0x1FAFF) || c >= 0xE0000;
    return !symbol;
}

}  // namespace

std::string slug(std::string_view text) {
    std::string out;
    bool after_space = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = base::utf8::decode(text, at);
        at += size;
        const bool space = is_space(c);
        if (is_word(c)) {
            base::utf8::append(out, lower(c));
        } else if ((space && !after_space) || c == '-') {
            if (!out.empty()) out.push_back('-');
        }
        after_space = space;
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

bool Anchors::reserve(std::string_view anchor) {
    return taken_.emplace(std::string(anchor), 0).second;
}

std::string Anchors::of_text(std::string_view text) {
    std::string wanted = slug(text);
    if (wanted.empty()) wanted = "section";
    wanted.insert(0, prefix_);
    if (reserve(wanted)) return wanted;
    // The number goes on from where the last search for the same text ended, so that many equal
    // headings cost no more than as many different ones.
    for (int number = taken_[wanted] + 1;; ++number) {
        std::string numbered = wanted + "-" + std::to_string(number);
        if (!reserve(numbered)) continue;
        taken_[wanted] = number;
        return numbered;
    }
}

}  // namespace blatt::document
