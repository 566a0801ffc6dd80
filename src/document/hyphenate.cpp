#include "document/hyphenate.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"

namespace blatt::document {

namespace {

constexpr std::size_t shortest_word = 10, shortest_part = 3;  // letters

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7;
}

// Calls `found(begin, size)` for each word that is long enough.
template <class Found>
void each_long_word(std::string_view text, Found found) {
    std::size_t begin = 0, letters = 0;
    for (std::size_t at = 0;;) {
        const bool end = at == text.size();
        const auto c = end ? base::utf8::Decoded{0, 0} : base::utf8::decode(text, at);
        if (!end && is_letter(c.code_point)) {
            if (letters++ == 0) begin = at;
        } else {
            if (letters >= shortest_word) found(begin, at - begin);
            letters = 0;
            if (end) return;
        }
        at += c.size;
    }
}

// Calls `found(slice)` for each text in the subtree that is no code.
template <class Found>
void each_text(const Document& document, BlockId block, Found found) {
    for (BlockId id = block; id < document.blocks[block].end; ++id) {
        const Block& b = document.blocks[id];
        if (!is_leaf(b.kind) || b.kind == BlockKind::code_block) continue;
        for (InlineId i = b.inlines_begin; i < b.inlines_end;) {
            const Inline& node = document.inlines[i];
            const bool code = node.kind == InlineKind::code || node.kind == InlineKind::keyboard;
            if (node.kind == InlineKind::text) found(node.text);
            i = code ? node.end : i + 1;
        }
    }
}

// Where a word may be parted, in bytes from its begin.
std::vector<std::uint32_t> places(std::string_view parted) {
    std::vector<std::uint32_t> out;
    std::uint32_t at = 0;
    std::size_t letters = 0;
    const std::size_t all = base::utf8::count(parted);
    std::size_t seen = 0;
    for (std::size_t i = 0; i < parted.size();) {
        const auto c = base::utf8::decode(parted, i);
        i += c.size;
        ++seen;
        if (c.code_point == '-') {
            std::size_t behind = all - seen;
            for (const char next : parted.substr(i)) behind -= next == '-' ? 1 : 0;
            if (letters >= shortest_part && behind >= shortest_part) out.push_back(at);
            continue;
        }
        at += c.size;
        ++letters;
    }
    return out;
}

}  // namespace

std::vector<std::string_view> long_words(std::string_view text) {
    std::vector<std::string_view> out;
    std::unordered_set<std::string_view> seen;
    each_long_word(text, [&](std::size_t begin, std::size_t size) {
        const std::string_view word = text.substr(begin, size);
        if (seen.insert(word).second) out.push_back(word);
    });
    return out;
}

std::vector<std::string_view> long_words(const Document& document, BlockId block) {
    std::vector<std::string_view> out;
    std::unordered_set<std::string_view> seen;
    each_text(document, block, [&](Slice slice) {
        const std::string_view text = document.view(slice);
        each_long_word(text, [&](std::size_t begin, std::size_t size) {
            const std::string_view word = text.substr(begin, size);
            if (seen.insert(word).second) out.push_back(word);
        });
    });
    return out;
}

void hyphenate(Document& document, BlockId block, std::string_view words) {
    std::unordered_map<std::string, std::vector<std::uint32_t>> known;
    while (!words.empty()) {
        const std::size_t size = std::min(words.find(' '), words.size());
        const std::string_view parted = words.substr(0, size);
        std::string word;
        for (const char c : parted)
            if (c != '-') word += c;
        known.emplace(std::move(word), places(parted));
        words.remove_prefix(std::min(size + 1, words.size()));
    }
    if (known.empty()) return;
    std::string word;
    each_text(document, block, [&](Slice slice) {
        each_long_word(document.view(slice), [&](std::size_t begin, std::size_t size) {
            word = document.view(slice).substr(begin, size);
            const auto found = known.find(word);
            if (found == known.end()) return;
            for (const std::uint32_t place : found->second) {
                document.hyphens.push_back(slice.begin + static_cast<std::uint32_t>(begin) + place);
            }
        });
    });
    std::ranges::sort(document.hyphens);
}

}  // namespace blatt::document
