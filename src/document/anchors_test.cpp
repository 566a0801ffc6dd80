#include "document/anchors.h"

#include <doctest/doctest.h>

using blatt::document::Anchors;
using blatt::document::slug;

TEST_CASE("slugs keep letters of any script and drop punctuation") {
    CHECK(slug("Hello, World!") == "hello-world");
    CHECK(slug("Über Größe & Maß") == "über-größe--maß");
    CHECK(slug("ДОБРО Žluťoučký ŸÿẞÄ") == "добро-žluťoučký-ÿÿßä");
    CHECK(slug("„Zitat“ – Gedanke … 🎉") == "zitat--gedanke");
    CHECK(slug("日本語 テスト") == "日本語-テスト");
    CHECK(slug("a_b  c\td-e") == "a_b-c-d-e");
    CHECK(slug("???").empty());
}

TEST_CASE("no anchor is given twice") {
    Anchors anchors("p-");
    CHECK(anchors.of_text("A") == "p-a");
    CHECK(anchors.of_text("a!") == "p-a-1");
    CHECK(anchors.of_text("a-1") == "p-a-1-1");
    CHECK(anchors.of_text("a") == "p-a-2");
    CHECK(anchors.of_text("…") == "p-section");
    CHECK(anchors.reserve("p-b"));
    CHECK_FALSE(anchors.reserve("p-b"));
    CHECK(anchors.of_text("b") == "p-b-1");
}

TEST_CASE("a hundred thousand equal headings are numbered in linear time") {
    Anchors anchors;
    std::string last;
    for (int i = 0; i < 100'000; ++i) last = anchors.of_text("x");
    CHECK(last == "x-99999");
}
