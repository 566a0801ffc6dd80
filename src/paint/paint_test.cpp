#include <doctest/doctest.h>

#include "document/builder.h"
#include "document/markdown.h"
#include "golden.h"
#include "paint/display_list.h"

using namespace blatt;

namespace {

struct Painted {
    document::Document document;
    text::FixedFonts engine;
    text::RunTable runs{engine};
    layout::Layout layout;

    explicit Painted(std::string_view markdown, float width = 600) {
        document = *document::from_markdown(markdown);
        layout = layout::lay_out(document, width, runs);
    }
    paint::DisplayList draw(base::Rect visible, const paint::Interaction& interaction = {}) const {
        return paint::paint(document, layout, runs, visible, text::palette(text::Scheme::light),
                            interaction);
    }
    std::string all(const paint::Interaction& interaction = {}) const {
        return paint::dump(draw({0, 0, layout.width, layout.height}, interaction), runs);
    }
    document::InlineId link() const {
        for (const auto& piece : layout.pieces.pieces) {
            if (piece.link != document::no_id) return piece.link;
        }
        return document::no_id;
    }
};

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

}  // namespace

TEST_CASE("paint: a page with every mark") {
    const Painted page(
        "# Titel\n\n- Punkt\n- [x] getan\n- [ ] offen\n\n3. drei\n4. vier\n\n> Zitat\n\n"
        "Text mit `code`, ~~Strich~~ und [Link über Wörter](/x/).\n");
    check_golden("paint/marks.txt", page.all());
}

TEST_CASE("paint: only what is in sight is drawn") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "Absatz Nummer " + std::to_string(i) + "\n\n";
    const Painted page(text);
    const auto few = paint::dump(page.draw({0, 1000, 600, 100}), page.runs);
    CHECK(count(few, "run ") < 20);
    CHECK(count(few, "run ") > 3);
    CHECK(count(page.all(), "run ") == 600);
}

TEST_CASE("paint: an underline goes through the spaces of its link, once for each piece") {
    const Painted page("[ein langer Link](/x/)");
    const auto drawn = page.all();
    const auto pieces = layout::fragments(page.layout, page.layout.lines[0]);
    REQUIRE(pieces.size() == 3);
    char wanted[40];
    std::snprintf(wanted, sizeof wanted, " %.1fx1.0", double{pieces[1].x});
    CHECK(drawn.find(wanted) != std::string::npos);
}

TEST_CASE("paint: hover, press and focus change the picture of the link and nothing else") {
    const Painted page("[Link](/x/) und Text");
    const auto plain = page.all();
    paint::Interaction hovered;
    hovered.hovered_link = page.link();
    CHECK(page.all(hovered) != plain);
    paint::Interaction focused;
    focused.focused_link = page.link();
    CHECK(count(page.all(focused), "stroke") == count(plain, "stroke") + 1);
    paint::Interaction pressed;
    pressed.pressed_link = page.link();
    CHECK(count(page.all(pressed), "fill") == count(plain, "fill") + 1);
    paint::Interaction elsewhere;
    elsewhere.hovered_link = page.link() + 1000;
    CHECK(page.all(elsewhere) == plain);
}

TEST_CASE("paint: what scrolls sideways is clipped and moved") {
    const Painted page("```\n" + std::string(300, 'x') + "\n```\n", 320);
    paint::Interaction scrolled;
    scrolled.scroll_x[1] = 50;
    const auto before = page.all();
    const auto after = page.all(scrolled);
    CHECK(count(before, "clip ") == 1);
    CHECK(count(before, "unclip") == 1);
    CHECK(before != after);
}
