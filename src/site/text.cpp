#include "site/text.h"

#include <algorithm>

#include "base/utf8.h"

namespace blatt::site {

namespace {
constexpr std::string_view spaces = " \t\r\n\f\v";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
}  // namespace

std::string padded(long long number, std::size_t width) {
    std::string digits = std::to_string(number);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

std::string_view trim_start(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(spaces);
    return begin == std::string_view::npos ? text.substr(text.size()) : text.substr(begin);
}

std::string_view trim_end(std::string_view text) {
    const std::size_t end = text.find_last_not_of(spaces);
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

std::string_view trim(std::string_view text) { return trim_end(trim_start(text)); }

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        out.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

int count_lines(std::string_view text) {
    return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

bool contains_ignoring_case(std::string_view text, std::string_view part) {
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    out.reserve(text.size());
    while (true) {
        const std::size_t at = text.find(from);
        if (at == std::string_view::npos) break;
        out.append(text.substr(0, at)).append(to);
        text.remove_prefix(at + from.size());
    }
    return out.append(text);
}

std::string collapse_space(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (spaces.find(c) == std::string_view::npos)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string shortened(std::string_view text, std::size_t limit) {
    std::size_t at = 0, points = 0, last_space = 0;
    while (at < text.size() && points < limit) {
        if (text[at] == ' ') last_space = at;
        at += base::utf8::decode(text, at).size;
        ++points;
    }
    if (at >= text.size()) return std::string(text);
    // A cut inside a very long word (a URL, text without spaces) is better than almost nothing.
    std::size_t cut = text[at] == ' ' || last_space < at / 2 ? at : last_space;
    while (cut > 0 && std::string_view(" ,;:-").find(text[cut - 1]) != std::string_view::npos)
        --cut;
    return std::string(text.substr(0, cut)) + "…";
}

}  // namespace blatt::site
