// UTF-8: reading one code point, validating, and mending. Every std::string inside Blatt is valid
// UTF-8: bytes from outside pass through `to_valid` (or are refused with `is_valid`) once, at the
// place where they come in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace blatt::base::utf8 {

struct Decoded {
    char32_t code_point;  // U+FFFD for a byte that starts no valid sequence
    unsigned size;        // bytes consumed, 1 to 4
};

// The code point at `at` (at < text.size()); an invalid byte yields {U+FFFD, 1}.
Decoded decode(std::string_view text, std::size_t at);

// Appends the UTF-8 form of a scalar value; a surrogate or a value past U+10FFFF becomes U+FFFD.
void append(std::string& out, char32_t code_point);

bool is_valid(std::string_view bytes);

// The same text with each invalid byte replaced by U+FFFD.
std::string to_valid(std::string_view bytes);

// Number of code points.
std::size_t count(std::string_view text);

}  // namespace blatt::base::utf8
