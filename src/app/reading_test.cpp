#include "app/reading.h"

#include <doctest/doctest.h>

#include "app/contents.h"
#include "document/markdown.h"

using namespace blatt;

namespace {

// An article of `sections` sections with contents, laid out at the width of a wide window.
struct Article {
    document::Document document;
    layout::Layout layout;
    app::Reading reading;

    explicit Article(int sections, int minutes) {
        std::string markdown;
        for (int i = 0; i < sections; ++i) {
            markdown += "## Ähnlich\n\n";
            for (int j = 0; j < 6; ++j) markdown += "Wort und Wort und noch ein Wort.\n\n";
        }
        const auto body = document::from_markdown(markdown);
        REQUIRE(body.has_value());
        document::Builder builder;
        app::add_contents(builder, *body, minutes, content::Strings());
        builder.open_group(document::Role::none, document::StyleClass::prose);
        builder.append(*body);
        builder.close();
        document = builder.finish();
        text::FixedFonts fonts;
        text::RunTable runs(fonts);
        layout = layout::lay_out(document, 1200, runs);
        reading = app::find_reading(document);
    }

    app::ReadingPlace at(float top, float view = 300) const {
        return app::place_at(reading, layout, top, view);
    }
    float last_top(float view = 300) const { return layout.height - view; }
};

}  // namespace

TEST_CASE("reading: sections are the headings that the contents link to, also of equal names") {
    const Article article(4, 3);
    REQUIRE(article.reading.sections.size() == 4);
    for (std::size_t i = 1; i < 4; ++i)
        CHECK(article.reading.sections[i].heading > article.reading.sections[i - 1].heading);
    CHECK(article.reading.minutes == 3);
}

TEST_CASE("reading: at the top nothing is read, at the end the last section and no time is left") {
    const Article article(4, 3);
    REQUIRE(article.last_top() > 900);
    CHECK(article.at(-100).minutes_left == 3);
    const app::ReadingPlace end = article.at(article.last_top());
    CHECK(end.section == 3);
    CHECK(end.minutes_left == 0);
}

TEST_CASE("reading: a heading that a link has brought to the top of the view is current") {
    const Article article(5, 3);
    for (std::size_t i = 0; i < 4; ++i) {
        const float y = article.layout.boxes[article.reading.sections[i].heading].border.y;
        CHECK(article.at(y - 24).section == i);
    }
}

TEST_CASE("reading: the range says exactly where the place changes") {
    const Article article(6, 5);
    app::ReadingPlace place = article.at(-1e6f);
    CHECK(place.section == app::no_section);
    unsigned changes = 0;
    while (place.to <= article.last_top()) {
        const float end = place.to;
        const app::ReadingPlace before = article.at(end - 0.05f);
        CHECK(before.to == end);
        CHECK(before.section == place.section);
        CHECK(before.minutes_left == place.minutes_left);
        place = article.at(end);
        CHECK(place.from == end);
        CHECK((place.section != before.section || place.minutes_left != before.minutes_left));
        CHECK(place.minutes_left <= before.minutes_left);
        REQUIRE(++changes < 50);
    }
    CHECK(changes >= 9);
    CHECK(place.section == 5);
}

TEST_CASE("reading: a page without contents is the same everywhere") {
    document::Builder builder;
    builder.leaf(document::BlockKind::paragraph, document::StyleClass::none, "x");
    const document::Document document = builder.finish();
    text::FixedFonts fonts;
    text::RunTable runs(fonts);
    const layout::Layout layout = layout::lay_out(document, 800, runs);
    const app::ReadingPlace place = app::place_at(app::find_reading(document), layout, 500, 300);
    CHECK(place.section == app::no_section);
    CHECK(place.from == -std::numeric_limits<float>::infinity());
    CHECK(place.to == std::numeric_limits<float>::infinity());
}
