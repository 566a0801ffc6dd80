// Golden files: the text form of a stage, kept under tests/golden and read as a diff when it changes.
// BLATT_REBASELINE=1 rewrites them instead of comparing.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

// Fails unless tests/golden/`name` holds exactly `text`.
inline void check_golden(const std::string& name, const std::string& text) {
    const std::filesystem::path path = std::filesystem::path(BLATT_SOURCE_DIR) / "tests" / "golden" / name;
    const char* rebaseline = std::getenv("BLATT_REBASELINE");
    if (rebaseline && std::string(rebaseline) == "1") {
        std::error_code ignored;
        std::filesystem::create_directories(path.parent_path(), ignored);
        std::ofstream(path, std::ios::binary) << text;
    }
    std::ifstream file(path, std::ios::binary);
    std::stringstream golden;
    golden << file.rdbuf();
    CAPTURE(name);
    CHECK(file.is_open());
    CHECK(golden.str() == text);
}
