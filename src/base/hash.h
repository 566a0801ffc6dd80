// Hashes for tables and for file names. Not for security.
// Source: FNV-1a, 64 bit (Fowler, Noll, Vo), with a final mix so that short keys spread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace blatt::base {

constexpr std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0xcbf29ce484222325ull) {
    std::uint64_t h = seed;
    for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
    h ^= h >> 32;
    return h * 0x9E3779B97F4A7C15ull;
}

// The same as sixteen lower-case hex digits.
std::string hash_hex(std::string_view bytes);

}  // namespace blatt::base
