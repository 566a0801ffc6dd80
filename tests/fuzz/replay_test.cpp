// Feeds every fuzz target its corpus, and each file cut short at every tenth of its length.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "fuzz/targets.h"

TEST_CASE("fuzz: the corpus of every target is replayed") {
    const std::filesystem::path corpus =
        std::filesystem::path(BLATT_SOURCE_DIR) / "tests" / "fuzz" / "corpus";
    for (const blatt::fuzz::Target& target : blatt::fuzz::targets()) {
        std::size_t files = 0;
        std::error_code error;
        for (const auto& entry : std::filesystem::directory_iterator(corpus / target.name, error)) {
            std::ifstream file(entry.path(), std::ios::binary);
            std::stringstream read;
            read << file.rdbuf();
            const std::string bytes = read.str();
            ++files;
            for (std::size_t tenth = 1; tenth <= 10; ++tenth)
                target.run(bytes.substr(0, bytes.size() * tenth / 10));
        }
        CAPTURE(target.name);
        CHECK_FALSE(error);
        CHECK(files > 0);
    }
}
