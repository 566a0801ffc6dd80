#include "document/hyphenate.h"

#include <doctest/doctest.h>

#include "document/markdown.h"

using namespace blatt;

namespace {

// The document's text with its hyphens as '|'.
std::string shown(const document::Document& document) {
    std::string out = document.text;
    for (auto at = document.hyphens.rbegin(); at != document.hyphens.rend(); ++at)
        out.insert(*at, "|");
    return out;
}

}  // namespace

TEST_CASE("hyphenate: long words are found once, without code and punctuation") {
    const auto document = document::from_markdown(
        "Krankenversicherung, „Krankenversicherung“ und *Übergrößenträger*; `Donaudampfschiff` "
        "kurz.\n\n```\nQuelltextzeile\n```\n");
    const auto words = document::long_words(*document);
    REQUIRE(words.size() == 2);
    CHECK(words[0] == "Krankenversicherung");
    CHECK(words[1] == "Übergrößenträger");
    CHECK(document::long_words("neunzehnt zehn-buchstabe").empty());
}

TEST_CASE("hyphenate: parts of fewer than three letters stay with their word") {
    auto document =
        *document::from_markdown("Die Übergrößenträger in der Abendausgabe. Übergrößenträger!");
    document::hyphenate(document, 0, "Über-grö-ßen-trä-ger Abend-aus-ga-be");
    CHECK(shown(document).starts_with(
        "Die Über|grö|ßen|trä|ger in der Abend|aus|gabe. Über|grö|ßen|trä|ger!"));
}

TEST_CASE("hyphenate: words that are not known, and what is no word, change nothing") {
    auto document = *document::from_markdown("Krankenversicherung `Krankenversicherung`");
    document::hyphenate(document, 0, "- -- Kranken  a-b-c");
    CHECK(document.hyphens.empty());
    document::hyphenate(document, 0, "Kran-ken-ver-si-che-rung");
    CHECK(document.hyphens.size() == 5);
}
