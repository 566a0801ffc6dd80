#include "content/strings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "content/json.h"
#include "testdata.h"

using namespace blatt::content;

namespace {

Strings strings_of(const char* language) {
    const std::string path = std::string(BLATT_SOURCE_DIR "/assets/strings/") + language + ".json";
    const auto strings = read_strings(file_bytes(path));
    REQUIRE(strings.has_value());
    return *strings;
}

// The names in braces.
std::multiset<std::string> placeholders(const std::string& text) {
    std::multiset<std::string> names;
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        names.insert(text.substr(open, text.find('}', open) - open + 1));
    }
    return names;
}

}  // namespace

TEST_CASE("every key's name is its enumerator's") {
    std::ifstream header(BLATT_SOURCE_DIR "/src/content/strings.h");
    std::string line;
    while (std::getline(header, line) && line.find("enum class Text") == std::string::npos) {
    }
    std::size_t index = 0;
    while (std::getline(header, line) && !line.starts_with("};")) {
        const auto begin = line.find_first_not_of(' ');
        const std::string name = line.substr(begin, line.find_first_of(", /", begin) - begin);
        if (name == "count") continue;
        REQUIRE(index < static_cast<std::size_t>(Text::count));
        CHECK(key_name(static_cast<Text>(index++)) == name);
    }
    CHECK(index == static_cast<std::size_t>(Text::count));
}

TEST_CASE("the files of strings are complete and agree in what they fill in") {
    const Strings built_in;
    CHECK(strings_of("en") == built_in);
    for (const char* language : {"en", "de"}) {
        const std::string bytes =
            file_bytes(std::string(BLATT_SOURCE_DIR "/assets/strings/") + language + ".json");
        const Strings strings = strings_of(language);
        for (std::size_t i = 0; i < strings.texts.size(); ++i) {
            const Text key = static_cast<Text>(i);
            CAPTURE(language);
            CAPTURE(key_name(key));
            CHECK(bytes.find("\"" + std::string(key_name(key)) + "\":") != std::string::npos);
            CHECK_FALSE(strings[key].empty());
            CHECK(placeholders(strings[key]) == placeholders(built_in[key]));
        }
        const std::string& months = strings[Text::months];
        CHECK(std::count(months.begin(), months.end(), '|') == 11);
    }
}

TEST_CASE("names in braces are replaced, other braces stay") {
    CHECK(format("a {x} b {y}{x}", {{"x", "1"}, {"y", "{x}"}}) == "a 1 b {x}1");
    CHECK(format("{z} { } {", {{"x", "1"}}) == "{z} { } {");
    CHECK(format("", {}).empty());
}

TEST_CASE("dates are written in the site's words") {
    CHECK(format_date(Strings(), "2026-11-04T12:00:00Z") == "November 4, 2026");
    CHECK(format_date(strings_of("de"), "2026-03-31") == "31.\u00a0März 2026");
    for (const char* no_date :
         {"", "gestern", "2026-13-01", "2026-01-32", "2026-00-10", "20x6-01-01", "2026/01/01"}) {
        CHECK(format_date(Strings(), no_date) == no_date);
    }
    Strings few;
    few[Text::months] = "Jan|Feb";
    CHECK(format_date(few, "2026-05-01") == " 1, 2026");
}
