// One executable for each target: BLATT_FUZZ_TARGET is its name.
#include <cstddef>
#include <cstdint>

#include "base/check.h"
#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const blatt::fuzz::Target* target = blatt::fuzz::find(BLATT_FUZZ_TARGET);
    CHECK(target != nullptr);
    target->run({reinterpret_cast<const char*>(data), size});
    return 0;
}
