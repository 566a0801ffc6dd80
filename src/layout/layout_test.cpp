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
        float end = 0;
        for (const layout::Fragment& fragment : fragments(i)) {
            if (!out.empty() && fragment.x > end + 1) out += ' ';
            end = fragment.x + fragment.width;
            out += runs.run(fragment.run).text;
        }
        return out;
    }
    std::vector<layout::Fragment> fragments(std::size_t i) const {
        return layout::fragments(layout, layout.lines[i]);
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
            for (const auto& fragment : layout::fragments(laid.layout, line)) {
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
    const auto last = laid.fragments(2)[0];
    const auto first = laid.fragments(0)[0];
    CHECK(last.x == doctest::Approx(first.width * 4));
    CHECK(laid.fragments(0)[1].x == doctest::Approx(first.width * 3));
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

TEST_CASE("layout: words that run from right to left stand in visual order") {
    Laid laid(prose("Er sagt שלום עולם dazu."), 600);
    REQUIRE(laid.layout.lines.size() == 1);
    std::string seen;
    float end = 0;
    for (const auto& fragment : laid.fragments(0)) {
        CHECK(fragment.x >= end);
        end = fragment.x + fragment.width;
        seen += laid.document.text.substr(fragment.text_begin,
                                          fragment.text_end - fragment.text_begin) +
                " ";
    }
    CHECK(seen == "Er sagt עולם שלום dazu. ");
    CHECK(end == doctest::Approx(laid.layout.lines[0].rect.width));
}

TEST_CASE(
    "layout: a paragraph from right to left begins at the right and breaks in reading order") {
    Builder builder;
    const auto id = builder.leaf(BlockKind::paragraph, StyleClass::none, "אחת שתיים שלוש ארבע חמש");
    builder.block(id).direction = document::Direction::right_to_left;
    Laid laid(builder.finish(), 100);
    REQUIRE(laid.layout.lines.size() > 1);
    CHECK(laid.layout.lines[0].rect.right() == doctest::Approx(100));
    const auto first = laid.fragments(0);
    CHECK(laid.document.text.substr(first.back().text_begin, 6) == "אחת");
}

TEST_CASE("layout: a word is parted at its hyphens, and shows them, only where a line ends") {
    Document document = prose("Die Krankenversicherung zahlt. Die Krankenversicherung");
    const auto at = [&](std::size_t from) {
        return static_cast<std::uint32_t>(document.text.find("versicherung", from));
    };
    document.hyphens = {at(0), at(at(0) + 1)};
    Laid wide(document, 1000);
    CHECK(wide.line(0) == "Die Krankenversicherung zahlt. Die Krankenversicherung");
    Laid narrow(document, 130);
    CHECK(narrow.line(0) == "Die Kranken-");
    CHECK(narrow.line(1) == "versicherung");
    CHECK(narrow.layout.lines[0].rect.right() < 130);
    CHECK(layout::dump(narrow.layout, narrow.document, narrow.runs).find("Kranken\"-\n") !=
          std::string::npos);
}

TEST_CASE("layout: soft hyphens show only where a line ends at one") {
    Laid wide(prose("Donau\u00ADdampf\u00ADschiff"), 1000);
    CHECK(wide.line(0) == "Donaudampfschiff");
    Laid narrow(prose("Donau\u00ADdampf\u00ADschiff"), 120);
    CHECK(narrow.line(0) == "Donaudampf-");
    CHECK(narrow.line(1) == "schiff");
}

TEST_CASE("layout: reflow gives what layout gives, at every width") {
    const std::string text = std::string(every_block) +
                             "\n\nDie Donaudampfschifffahrtsgesellschaft, "
                             "https://blatt.example/ein/sehr/langer/pfad und E-Mail-Adressen.";
    Laid laid(prose(text), 600);
    for (float width = 90; width < 639; width += 23) {
        CHECK(layout::reflow(laid.layout, laid.document, width, laid.runs));
        Laid fresh(prose(text), width);
        CHECK(layout::dump(laid.layout, laid.document, laid.runs) ==
              layout::dump(fresh.layout, fresh.document, fresh.runs));
    }
    CHECK_FALSE(layout::reflow(laid.layout, laid.document, 1200, laid.runs));
}

TEST_CASE("layout: a script without spaces breaks between the words of the platform's dictionary") {
    struct Dictionary final : text::FixedFonts {
        std::vector<std::uint32_t> word_ends(std::string_view text) override {
            std::vector<std::uint32_t> ends;
            for (const std::string_view word : {"ภาษา", "ไทย", "สวย"})
                ends.push_back(static_cast<std::uint32_t>(text.find(word) + word.size()));
            return ends;
        }
    };
    const Document document = prose("(ภาษาไทยสวย)");
    Dictionary engine;
    text::RunTable runs(engine);
    const auto laid = layout::lay_out(document, 70, runs);
    std::string lines;
    for (const auto& line : laid.lines) {
        for (const auto& fragment : layout::fragments(laid, line))
            lines += runs.run(fragment.run).text;
        lines += '/';
    }
    CHECK(lines == "(ภาษา/ไทยสวย)/");
}

TEST_CASE("layout: hit_test finds the inline under a point") {
    Laid laid(prose("Ein [Verweis](/x/) hier"), 600);
    const layout::Fragment word = laid.fragments(0)[1];
    const layout::LineBox& line = laid.layout.lines[0];
    CHECK(layout::hit_test(laid.layout, {line.rect.x + word.x + 2, line.rect.y + 5}) ==
          word.inline_id);
    CHECK(word.link != document::no_id);
    CHECK(layout::hit_test(laid.layout, {590, 5}) == document::no_id);
}

TEST_CASE("layout: a line grows with its formula, and breaks only at spaces around it") {
    Builder builder;
    builder.open(BlockKind::paragraph);
    builder.text("aaaa (");
    builder.open_math("", false);
    builder.open_math_element(document::MathTag::mfrac, "");
    for (const char* part : {"x", "y"}) {
        builder.open_math_element(document::MathTag::mi, "");
        builder.math_text(part);
        builder.close_span();
    }
    builder.close_span();
    builder.close_span();
    builder.text("), bbbb");
    builder.close();
    const document::Document formula = builder.finish();

    const Laid wide(formula, 600);
    CHECK(wide.layout.lines.size() == 1);
    REQUIRE(wide.layout.images.size() == 1);
    const base::Rect& line = wide.layout.lines[0].rect;
    const base::Rect& place = wide.layout.images[0].rect;
    const text::Formula& measured = wide.runs.formula(0);
    CHECK(place.height == measured.ascent + measured.descent);
    CHECK(line.y == place.y);
    CHECK(line.bottom() == place.bottom());
    CHECK(wide.layout.lines[0].baseline == place.y + measured.ascent);
    CHECK(wide.layout.height == line.height);

    // The parentheses stay with it.
    const Laid narrow(formula, 50);
    REQUIRE(narrow.layout.lines.size() == 3);
    CHECK(narrow.line(0) == "aaaa");
    CHECK(narrow.layout.images[0].rect.y == narrow.layout.lines[1].rect.y);
    CHECK(narrow.line(2) == "bbbb");
}
