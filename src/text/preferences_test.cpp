#include "text/preferences.h"

#include <doctest/doctest.h>

#include "text/style_rules.h"

using namespace blatt::text;

TEST_CASE("preferences: only what differs from the usual is written, and read again") {
    Preferences preferences;
    CHECK(preferences.words().empty());
    CHECK(preferences.choose("size-larger"));
    CHECK(preferences.choose("scheme-sepia"));
    CHECK(preferences.words() == "scheme-sepia size-larger");
    CHECK(Preferences(preferences.words()) == preferences);
    CHECK(preferences.choose("size-normal"));
    CHECK(preferences.words() == "scheme-sepia");
}

TEST_CASE("preferences: words that name nothing change nothing") {
    CHECK(Preferences("size-gigantic  x size- -large scheme") == Preferences());
    CHECK(Preferences("x-y typeface-sans \xC3") == Preferences("typeface-sans"));
    Preferences preferences;
    CHECK_FALSE(preferences.choose(""));
}

TEST_CASE("preferences: lengths grow by whole and half pixels, text sizes always") {
    for (const Rule& rule : style_rules()) {
        for (const Declaration& d : rule.declarations) {
            const LengthSteps steps = length_steps(d);
            if (d.property == Property::line_height) CHECK(steps.size >= 1);
            if (d.property == Property::size) CHECK(steps.size >= 1);
            CHECK(steps.size * 2 == static_cast<float>(static_cast<int>(steps.size * 2)));
            // The smallest text can still be read, and lines stay apart.
            if (!rule.follows_reader) continue;
            if (d.property == Property::size) CHECK(reader_length(d, -1, 0) >= 11);
        }
    }
}
