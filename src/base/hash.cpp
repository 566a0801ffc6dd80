#include "base/hash.h"

namespace blatt::base {

std::string hash_hex(std::string_view bytes) {
    const std::uint64_t h = hash64(bytes);
    std::string out(16, '0');
    for (unsigned i = 0; i < 16; ++i) out[i] = "0123456789abcdef"[(h >> (60 - 4 * i)) & 15];
    return out;
}

}  // namespace blatt::base
