#include "layout/layout.h"

#include <doctest/doctest.h>

#include "document/builder.h"
#include "document/markdown.h"
#include "golden.h"

using namespace blatt;
using document::BlockKind;
using document::Builder;
using document::Document;
using document::StyleClass;

namespace {

Document prose(std::string_view markdown) {
    Builder builder;
    builder.open_group(document::Role::article, StyleClass::prose);
    const auto body = document::from_markdown(markdown);
    CHECK(body.has_value());
    builder.append(*body);
    builder.close();
    return builder.finish();
}

struct Laid {
    Document document;
    text::FixedFonts engine;
    text::RunTable runs{engine};
    layout::Layout layout;

    Laid(Document d, float width, const layout::ViewState& state = {}) : document(std::move(d)) {
        layout = layout::lay_out(document, width, runs, state);
    }
    std::string line(std::size_t i) const {
        std::string out;
        const layout::LineBox& line = layout.lines[i];
        for (std::uint32_t f = line.fragments_begin; f < line.fragments_end; ++f) {
            if (f > line.fragments_begin &&
                layout.fragments[f].x >
                    layout.fragments[f - 1].x + layout.fragments[f - 1].width + 1) {
                out += ' ';
            }
            out += runs.run(layout.fragments[f].run).text;
        }
        return out;
    }
};

constexpr std::string_view every_block = R"(# Überschrift

Ein Absatz mit *Betonung*, **Nachdruck**, `code`, einem [Verweis](/x/) und einer Fußnote.[^1]

- erstens
- zweitens
  1. tiefer
  2. noch einer
- [x] getan

> Ein Zitat, das lang genug ist, um auf einer schmalen Seite umzubrechen.

```cpp
int main() {

	return 0;
}
```

| Links | Rechts |
|:------|-------:|
| a     | 1      |
| länger | 22    |

---

![Bild](/b.svg)

[^1]: Die Fußnote.
)";

}  // namespace

TEST_CASE("layout: every block at three widths") {
    for (const int width : {320, 768, 1440}) {
        Laid laid(prose(every_block), static_cast<float>(width));
        check_golden("layout/every_block_" + std::to_string(width) + ".txt",
                     layout::dump(laid.layout, laid.document, laid.runs));
    }
}

TEST_CASE("layout: no line is wider than its column, and every character is in some line") {
    const std::string text =
        "Die Donaudampfschifffahrtsgesellschaftskapitänsmützenhalterung steht neben "
        "https://blatt.example/ein/sehr/"
        "langer/pfad/der/nirgends/umbricht und *kur*siv **fett**gedruckt.";
    for (float width = 90; width < 700; width += 37) {
        Laid laid(prose(text), width);
        std::string seen;
        for (const layout::LineBox& line : laid.layout.lines) {
            CHECK(line.rect.right() <= width + 0.1f);
            for (std::uint32_t f = line.fragments_begin; f < line.fragments_end; ++f) {
                const auto& fragment = laid.layout.fragments[f];
                seen += laid.document.text.substr(fragment.text_begin,
                                                  fragment.text_end - fragment.text_begin);
            }
        }
        std::string wanted;
        for (const char c : document::plain_text(laid.document)) {
            if (c != ' ' && c != '\n') wanted += c;
        }
        CHECK(seen == wanted);
    }
}

TEST_CASE("layout: words joined across styles do not break between them") {
    Laid laid(prose("aaaa bbbb**cccc**dddd"), 120);
    REQUIRE(laid.layout.lines.size() == 2);
    CHECK(laid.line(0) == "aaaa");
    CHECK(laid.line(1) == "bbbbccccdddd");
}

TEST_CASE("layout: siblings never overlap and stay inside their parent") {
    Laid laid(prose(every_block), 360);
    const auto& d = laid.document;
    for (document::BlockId b = 0; b < d.blocks.size(); ++b) {
        float bottom = laid.layout.boxes[b].content.y;
        for (auto c = document::first_child(d, b); c != document::no_id;
             c = document::next_sibling(d, c)) {
            const base::Rect& rect = laid.layout.boxes[c].border;
            if (d.blocks[b].kind != BlockKind::table_row) CHECK(rect.y >= bottom - 0.01f);
            CHECK(rect.bottom() <= laid.layout.boxes[b].border.bottom() + 0.01f);
            bottom = rect.bottom();
        }
    }
}

TEST_CASE("layout: a wide table scrolls inside its box") {
    std::string row = "|";
    std::string rule = "|";
    for (int i = 0; i < 12; ++i) row += " Spaltenüberschrift |", rule += "---|";
    Laid laid(prose(row + "\n" + rule + "\n" + row), 320);
    const layout::Box& table = laid.layout.boxes[2];
    CHECK(table.scroll_width > 1000);
    CHECK(table.border.width <= 320);
}

TEST_CASE("layout: code keeps its spaces and lines, and scrolls instead of wrapping") {
    Laid laid(prose("```\na  b\n\n\tc" + std::string(200, 'x') + "\n```"), 320);
    REQUIRE(laid.layout.lines.size() == 3);
    const auto& last = laid.layout.fragments[laid.layout.lines[2].fragments_begin];
    const auto& first = laid.layout.fragments[0];
    CHECK(last.x == doctest::Approx(first.width * 4));
    CHECK(laid.layout.fragments[1].x == doctest::Approx(first.width * 3));
    CHECK(laid.layout.boxes[2].scroll_width > 1000);
}

TEST_CASE("layout: what stands in closed details takes no room until it is opened") {
    Builder builder;
    const auto details = builder.open(BlockKind::details);
    builder.leaf(BlockKind::summary, StyleClass::none, "Mehr");
    builder.leaf(BlockKind::paragraph, StyleClass::none, "Verborgen");
    builder.close();
    const Document document = builder.finish();
    Laid closed(document, 600);
    CHECK(closed.layout.lines.size() == 1);
    layout::ViewState state;
    state.open[details] = true;
    Laid open(document, 600, state);
    CHECK(open.layout.lines.size() == 2);
    CHECK(open.layout.height > closed.layout.height);
}

TEST_CASE("layout: the words of a right-to-left phrase stay one run") {
    Laid laid(prose("Er sagt שלום עולם dazu."), 600);
    CHECK(laid.line(0) == "Er sagt שלום עולם dazu.");
    bool found = false;
    for (const auto& fragment : laid.layout.fragments)
        found = found || laid.runs.run(fragment.run).text == "שלום עולם";
    CHECK(found);
}

TEST_CASE("layout: hit_test finds the inline under a point") {
    Laid laid(prose("Ein [Verweis](/x/) hier"), 600);
    const layout::Fragment& word = laid.layout.fragments[1];
    const layout::LineBox& line = laid.layout.lines[0];
    CHECK(layout::hit_test(laid.layout, {line.rect.x + word.x + 2, line.rect.y + 5}) ==
          word.inline_id);
    CHECK(word.link != document::no_id);
    CHECK(layout::hit_test(laid.layout, {590, 5}) == document::no_id);
}
