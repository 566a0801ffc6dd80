// check_golden: compares a text with the file of that name under tests/golden. With
// BLATT_REBASELINE=1 in the environment the file is written instead.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

// Both texts around the first line that differs.
inline std::string golden_difference(const std::string& wanted, const std::string& got) {
    std::istringstream wanted_lines(wanted);
    std::istringstream got_lines(got);
    std::string a;
    std::string b;
    for (int line = 1;; ++line) {
        const bool more_a = static_cast<bool>(std::getline(wanted_lines, a));
        const bool more_b = static_cast<bool>(std::getline(got_lines, b));
        if (!more_a && !more_b) return "the last line's end";
        if (more_a && more_b && a == b) continue;
        return "line " + std::to_string(line) + "\n  golden: " + (more_a ? a : "(end)") +
               "\n  now:    " + (more_b ? b : "(end)");
    }
}

inline void check_golden(std::string_view name, const std::string& text) {
    const std::filesystem::path path =
        std::filesystem::path(BLATT_SOURCE_DIR) / "tests" / "golden" / name;
    const char* rebaseline = std::getenv("BLATT_REBASELINE");
    if (rebaseline != nullptr && std::string_view(rebaseline) == "1") {
        std::error_code error;
        std::filesystem::create_directories(path.parent_path(), error);
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    const std::string wanted = bytes.str();
    INFO("golden " << path.filename().string() << " differs at "
                   << golden_difference(wanted, text));
    CHECK_MESSAGE(file.is_open(), "there is no such golden; ./dev rebaseline writes it");
    CHECK(wanted == text);
}
