#include "site/front_matter.h"

#include <doctest/doctest.h>

#include "golden.h"
#include "site/text.h"

using namespace blatt;
using namespace blatt::site;

namespace {

std::string read(std::string_view text) {
    const auto front = read_front_matter(text, "a.md");
    if (!front) return cat("error ", front.error().where, ": ", front.error().message, "\n");
    std::string out = dump(front->values);
    for (const FrontNote& note : front->notes)
        out += cat("note ", note.line, ": ", note.message, "\n");
    return out + cat("body ", front->body_line, ": ", front->body);
}

std::string error_place(std::string_view text) {
    const auto front = read_front_matter(text, "a.md");
    return front ? std::string() : front.error().where;
}

}  // namespace

TEST_CASE("front matter: YAML as bloggers write it") {
    check_golden("site/front_matter_yaml.txt", read(R"(---
title: "Colons: quoted"     # a comment
date: 2015-12-08 10:00:00 -5
draft: false
weight: 3
answer: No
tags: [one, "two words", 3]
authors:
  - name: Ada
    url: https://ada.example
  - Grace
excerpt: >-
  Folded over
  two lines
note: |
  Kept
  as lines
empty:
---
Text.
)"));
}

TEST_CASE("front matter: TOML") {
    check_golden("site/front_matter_toml.txt", read(R"(+++
title = "Titel"
date = 2019-03-11T10:00:00+01:00
day = 2019-03-11
draft = true
weight = 2
tags = [
    "one",
    "two",
]
[cover]
image = "a.png"
+++
Text.
)"));
}

TEST_CASE("front matter: slips that have one reading are read and noted") {
    check_golden("site/front_matter_slips.txt", read(R"(---
title: 'Quoted' and more
about: one: two
handle: @blatt
images: words
- imgname: a.jpg
title: again
---
)"));
}

TEST_CASE("front matter: line ends, BOM and other forms") {
    CHECK(read("\xEF\xBB\xBF---\r\ntitle: A\r\n---\r\nBody\r\n") ==
          read("---\ntitle: A\n---\nBody\r\n"));
    CHECK(read("---  \ntitle: A\n---  \nBody") == "map  :2\n  title: \"A\"  :2\nbody 4: Body");
    CHECK(read("{\"title\": \"A\"}\nBody") == "map  :1\n  title: \"A\"  :1\nbody 1: \nBody");
    CHECK(read("Only text") == "map  :1\nbody 1: Only text");
    CHECK(read("") == "map  :1\nbody 1: ");
    CHECK(read("---\n---\nBody") == "map  :2\nbody 3: Body");
    CHECK(read("---js\nconst title = \"A\";\nconst draft = true;\n---\nBody") ==
          "map  :2\n  title: \"A\"  :2\n  draft: true  :3\nbody 5: Body");
}

TEST_CASE("front matter: errors name file and line") {
    CHECK(error_place("---\ntitle: A\n") == "a.md:1");
    CHECK(error_place("---\ntitle: A\nlist: [a, b\n---\n") == "a.md:3");
    CHECK(error_place("---\ntitle: \"A\n---\n") == "a.md:2");
    CHECK(error_place("---\n- a\n- b\n---\n") == "a.md:2");
    CHECK(error_place("+++\ntitle = \"A\"\nbroken\n+++\n") == "a.md:3");
    CHECK(error_place("---\na: 1\n\tb: 2\n---\n") == "a.md:3");
}

TEST_CASE("front matter: hostile nesting ends in an error, not a crash") {
    std::string deep = "---\na: ";
    for (int i = 0; i < 2000; ++i) deep += "[";
    CHECK_FALSE(error_place(deep + "\n---\n").empty());
    std::string laughs = "---\na: &a [x, x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c < 'k'; ++c) {
        const char before = static_cast<char>(c - 1);
        laughs += cat(c, ": &", c, " [*", before);
        for (int i = 0; i < 9; ++i) laughs += cat(", *", before);
        laughs += "]\n";
    }
    CHECK_FALSE(error_place(laughs + "---\n").empty());
}
