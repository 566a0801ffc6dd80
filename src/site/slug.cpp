#include "site/slug.h"

#include <array>
#include <utility>

#include "base/hash.h"
#include "base/utf8.h"
#include "site/text.h"

namespace blatt::site {

namespace {

// Latin-1 Supplement and Latin Extended-A by the letters they are made from; '-' breaks words.
constexpr std::array<std::string_view, 64> latin1 = {
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
    "d", "n", "o", "o", "o", "o", "o",  "-", "o", "u", "u", "u", "u", "y", "th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
    "d", "n", "o", "o", "o", "o", "o",  "-", "o", "u", "u", "u", "u", "y", "th", "y"};
constexpr std::string_view extended =  // one letter for each of U+0100 to U+017F
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

void append_letter(std::string& out, char32_t c, bool german) {
    if (german) {
        switch (c) {
            case U'ä':
            case U'Ä': out += "ae"; return;
            case U'ö':
            case U'Ö': out += "oe"; return;
            case U'ü':
            case U'Ü': out += "ue"; return;
            default: break;
        }
    }
    if (c >= 0xC0 && c <= 0xFF) {
        out += latin1[c - 0xC0];
    } else if (c == 0x152 || c == 0x153) {
        out += "oe";
    } else if (c == 0x1E9E) {
        out += "ss";
    } else if (c >= 0x100 && c < 0x100 + extended.size()) {
        out += extended[c - 0x100];
    } else if (c >= 0x300 && c <= 0x36F) {
        // A combining mark: its letter stands before it. In German a + U+0308 is an ä.
        if (german && c == 0x308 && !out.empty() &&
            (out.back() == 'a' || out.back() == 'o' || out.back() == 'u'))
            out += 'e';
    } else if (c < 0xC0 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
               (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFF00 && c <= 0xFF0F) || c >= 0x1F000) {
        out += '-';  // punctuation, symbols, emoji
    } else {
        base::utf8::append(out, c);
    }
}

std::string make(std::string_view text, bool german, std::string_view kept, bool keep_case) {
    std::string out;
    const auto push = [&](std::string_view piece) {
        for (const char c : piece) {
            if (c != '-')
                out += c;
            else if (!out.empty() && out.back() != '-')
                out += '-';
        }
    };
    std::string letter;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = base::utf8::decode(text, at);
        at += size;
        if (c < 0x80) {
            const char ascii = static_cast<char>(c);
            if (ascii == '\'') continue;
            if ((ascii >= 'a' && ascii <= 'z') || (ascii >= '0' && ascii <= '9') ||
                kept.find(ascii) != std::string_view::npos)
                out += ascii;
            else if (ascii >= 'A' && ascii <= 'Z')
                out += keep_case ? ascii : static_cast<char>(ascii - 'A' + 'a');
            else if (ascii == '+' && out.find_first_not_of("-") != std::string::npos)
                push("plus");
            else if (ascii == '#' && !out.empty() && out.back() != '-')
                push("sharp");
            else
                push("-");
            continue;
        }
        if (c == U'’' || c == U'‘') continue;
        if (c >= 0x300 && c <= 0x36F) {
            append_letter(out, c, german);
            continue;
        }
        letter.clear();
        append_letter(letter, c, german);
        push(letter);
    }
    while (out.ends_with('-')) out.pop_back();
    return out;
}

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// File systems take names of 255 bytes; what is cut keeps a hash of the whole, so that two long
// names with one beginning stay two.
std::string within_limit(std::string slug) {
    constexpr std::size_t limit = 150;
    if (slug.size() <= limit) return slug;
    std::size_t cut = limit - 9;
    while (cut > 0 && (static_cast<unsigned char>(slug[cut]) & 0xC0) == 0x80) --cut;
    return cat(std::string_view(slug).substr(0, cut), "-", base::hash_hex(slug).substr(0, 8));
}

}  // namespace

std::string slug_of(std::string_view text, bool german) {
    std::string out = make(text, german, {}, false);
    return out.empty() ? "x" : within_limit(std::move(out));
}

std::string file_slug(std::string_view stem, bool german, bool keep_case) {
    std::string out = make(stem, german, "._", keep_case);
    while (out.starts_with('.')) out.erase(0, 1);
    return out.empty() ? "x" : within_limit(std::move(out));
}

std::string unique_slug(std::string slug, std::set<std::string>& taken) {
    std::string tried = slug;
    for (int n = 2; !taken.insert(tried).second; ++n) tried = cat(slug, "-", n);
    return tried;
}

std::string encode_path(std::string_view path) {
    constexpr std::string_view allowed = "-._~!$&'()*+,;=:@/%#?";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || allowed.find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

std::string decode_path(std::string_view path) {
    std::string out;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == '%' && i + 2 < path.size() && hex(path[i + 1]) >= 0 &&
            hex(path[i + 2]) >= 0) {
            out += static_cast<char>(hex(path[i + 1]) * 16 + hex(path[i + 2]));
            i += 2;
        } else {
            out += path[i];
        }
    }
    return out;
}

std::string join_url(std::string_view base, std::string_view rest) {
    std::string out(base);
    if (!out.ends_with('/')) out += '/';
    while (rest.starts_with('/')) rest.remove_prefix(1);
    return out.append(rest);
}

}  // namespace blatt::site
