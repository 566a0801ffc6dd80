// CHECK: states an invariant of our own code. When it is broken the process (or the WebAssembly
// instance) stops at once with the place and the expression. Never used for bad input: that is a
// base::Result with a place.
#pragma once

namespace blatt::base {

// Prints `file:line: CHECK(expression)` to stderr and aborts.
[[noreturn]] void check_failed(const char* expression, const char* file, int line);

}  // namespace blatt::base

#define CHECK(expression) \
    ((expression) ? void() : ::blatt::base::check_failed(#expression, __FILE__, __LINE__))
