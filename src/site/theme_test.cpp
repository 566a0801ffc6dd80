#include "site/theme.h"

#include <doctest/doctest.h>

#include "site/front_matter.h"

using namespace blatt::site;

namespace {

struct Theme {
    Problems problems;
    std::string css;

    explicit Theme(std::string_view yaml) {
        std::vector<FrontNote> notes;
        const auto values = read_yaml(yaml, "hugo.yaml", 1, notes);
        REQUIRE(values.has_value());
        css = theme_css(*values, "hugo.yaml", problems);
    }
};

}  // namespace

TEST_CASE("theme: colours of both schemes and fonts become custom properties") {
    const Theme theme(
        "accent: \"#a0212e\"\nserif: [Vollkorn, Georgia, serif]\ndark:\n  accent: \"#f9a\"\n");
    CHECK(theme.problems.list.empty());
    CHECK(theme.css.find(":root{--blatt-serif:\"Vollkorn\",\"Georgia\",serif;}") == 0);
    CHECK(theme.css.find("prefers-color-scheme:light") < theme.css.find("--blatt-accent:#a0212e;"));
    CHECK(theme.css.find("[data-blatt~=scheme-dark]{--blatt-accent:#f9a;}") != std::string::npos);
}

TEST_CASE("theme: nothing but colours and names of fonts comes through") {
    const Theme theme(
        "accent: \"red;}body{display:none\"\npaper: url(x)\nserif: \"a}b\"\nborder: \"#123456\"\n");
    CHECK(theme.css.empty());
    CHECK(theme.problems.list.size() == 4);
}

TEST_CASE("theme: colours that are hard to read are reported") {
    const Theme theme("accent: \"#9ed8b8\"\n");
    REQUIRE(theme.problems.list.size() == 1);
    CHECK(theme.problems.list[0].message.starts_with("accent on paper is hard to read: 1."));
}
