#include "document/style_class.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

using blatt::document::class_name;
using blatt::document::StyleClass;

namespace {

// The enumerators in the header, in order.
std::vector<std::string> enumerators() {
    std::ifstream header(BLATT_SOURCE_DIR "/src/document/style_class.h");
    std::vector<std::string> names;
    std::string line;
    while (std::getline(header, line) && line.find("enum class StyleClass") == std::string::npos) {
    }
    while (std::getline(header, line) && !line.starts_with("};")) {
        const auto begin = line.find_first_not_of(' ');
        const auto end = line.find_first_of(", /", begin);
        if (begin != std::string::npos) names.push_back(line.substr(begin, end - begin));
    }
    return names;
}

}  // namespace

TEST_CASE("a style's class is its enumerator's name") {
    const auto names = enumerators();
    REQUIRE(names.size() == static_cast<std::size_t>(StyleClass::count) + 1);
    REQUIRE(names.front() == "none");
    CHECK(class_name(StyleClass::none).empty());
    for (std::size_t i = 1; i + 1 < names.size(); ++i) {
        std::string expected = names[i];
        for (char& c : expected) {
            if (c == '_') c = '-';
        }
        CHECK(class_name(static_cast<StyleClass>(i)) == expected);
    }
}
