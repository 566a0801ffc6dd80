// Small helpers for lines, white space and case that the readers of this folder share. Views point
// into what was given. Case folding is ASCII only.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace blatt::site {

std::string_view trim_start(std::string_view text);
std::string_view trim_end(std::string_view text);
std::string_view trim(std::string_view text);

inline void append_part(std::string& out, std::string_view part) { out += part; }
inline void append_part(std::string& out, char part) { out += part; }
template <std::integral Number>
void append_part(std::string& out, Number part) {
    out += std::to_string(part);
}
// The parts in a row: cat("page ", 3, " of ", pages).
template <class... Parts>
std::string cat(const Parts&... parts) {
    std::string out;
    (append_part(out, parts), ...);
    return out;
}

// A number with leading zeros.
std::string padded(long long number, std::size_t width);

// Lines without their ends; CR LF counts as one end. A last line end opens no further line.
std::vector<std::string_view> lines_of(std::string_view text);

// Number of line ends.
int count_lines(std::string_view text);

std::string lower_ascii(std::string_view text);
bool contains_ignoring_case(std::string_view text, std::string_view part);

// The same with every `from` replaced.
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

// Runs of white space as one space, none at the ends.
std::string collapse_space(std::string_view text);

// The first `limit` code points or fewer, cut at a word, with "…" where something was cut.
std::string shortened(std::string_view text, std::size_t limit);

}  // namespace blatt::site
