#include "site/hyphenator.h"

#include <doctest/doctest.h>

using namespace blatt;

TEST_CASE("hyphenator: German and English words by their own patterns") {
    site::ScriptEngine engine;
    site::Hyphenator hyphenator(engine);
    CHECK(hyphenator.parts({"Krankenversicherungsbeitrag", "Straßenverkehrsordnung"}, "de-AT") ==
          "Kran-ken-ver-si-che-rungs-bei-trag Stra-ßen-ver-kehrs-ord-nung");
    CHECK(hyphenator.parts({"hyphenation"}, "en") == "hy-phen-ation");
    CHECK(hyphenator.parts({"Krankenversicherungsbeitrag"}, "de") ==
          hyphenator.parts({"Krankenversicherungsbeitrag"}, "de"));
}

TEST_CASE("hyphenator: a language without patterns parts nothing") {
    site::ScriptEngine engine;
    site::Hyphenator hyphenator(engine);
    CHECK(hyphenator.parts({"Krankenversicherungsbeitrag"}, "xx").empty());
    CHECK(hyphenator.parts({}, "de").empty());
}
