// Fuzz targets: functions that take any bytes and must neither crash nor break an invariant.
// libFuzzer runs them in a build of their own (./dev fuzz); replay_test.cpp feeds them the corpus
// in every test run.
#pragma once

#include <span>
#include <string_view>

namespace blatt::fuzz {

struct Target {
    std::string_view name;  // also the folder of its corpus
    void (*run)(std::string_view bytes);
};

std::span<const Target> targets();

// The target of that name, or nullptr.
const Target* find(std::string_view name);

}  // namespace blatt::fuzz
