#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace blatt::base {

void check_failed(const char* expression, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: CHECK(%s)\n", file, line, expression);
    std::abort();
}

}  // namespace blatt::base
