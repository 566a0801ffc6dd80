// The third-party test data: where it is, and the bytes of its files. BLATT_TESTDATA names the
// folder; a test that needs it says that it is skipped where there is none.
#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

// The folder, or empty.
inline std::string testdata() {
    const char* place = std::getenv("BLATT_TESTDATA");
    if (place == nullptr || !std::ifstream(std::string(place) + "/README.md")) return {};
    return place;
}

inline std::string file_bytes(const std::string& path) {
    std::stringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}
