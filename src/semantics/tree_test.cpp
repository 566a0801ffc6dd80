#include "semantics/tree.h"

#include <doctest/doctest.h>

#include "document/builder.h"
#include "document/markdown.h"
#include "golden.h"
#include "semantics/patch.h"

using namespace blatt;

namespace {

constexpr std::string_view markdown =
    "## Titel & mehr\n\nEin Absatz, der *lang genug* ist, um auf einer schmalen Seite [mehrere "
    "Zeilen](/x/?a=1&b=2) "
    "zu füllen.\n\n- [x] getan\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n![Bild](/b.png)\n";

// The text a reader gets by selecting everything.
std::string text_of(const semantics::Tree& tree) {
    std::string out;
    for (const auto& node : tree.nodes) out += node.text;
    return out;
}

}  // namespace

TEST_CASE("semantics: the static form") {
    const auto document = document::from_markdown(markdown);
    check_golden("semantics/static.html", semantics::write_html(semantics::build(*document)));
}

TEST_CASE("semantics: the placed form") {
    const auto document = document::from_markdown(markdown);
    text::FixedFonts engine;
    text::RunTable runs(engine);
    const auto layout = layout::lay_out(*document, 320, runs);
    const auto tree = semantics::build(*document, &layout);
    check_golden("semantics/placed.txt", semantics::dump(tree));

    SUBCASE("has the same text") {
        std::string flowed = text_of(semantics::build(*document));
        std::erase(flowed, ' ');
        std::string placed = text_of(tree);
        std::erase(placed, ' ');
        CHECK(placed == flowed);
    }
    SUBCASE("breaks its lines where the layout does") {
        std::size_t breaks = 0;
        for (const auto& node : tree.nodes) breaks += node.tag == "wbr";
        std::size_t inner_lines = 0;
        for (document::BlockId b = 0; b < layout.boxes.size(); ++b) {
            const auto& box = layout.boxes[b];
            if (document::is_leaf(document->blocks[b].kind) && box.lines_end > box.lines_begin) {
                inner_lines += box.lines_end - box.lines_begin - 1;
            }
        }
        CHECK(breaks == inner_lines);
        CHECK(breaks == 2);
    }
}

TEST_CASE("semantics: text and attributes are escaped") {
    document::Builder builder;
    builder.open(document::BlockKind::paragraph);
    builder.open_link("/a?b=1&c", "<t\">");
    builder.text("<b>&");
    builder.close_span();
    builder.close();
    CHECK(semantics::write_html(semantics::build(builder.finish())) ==
          "<p><a href=\"/a?b=1&amp;c\" title=\"&lt;t&quot;&gt;\">&lt;b&gt;&amp;</a></p>\n");
}

TEST_CASE("semantics: a link inside a link is none") {
    document::Builder builder;
    builder.open(document::BlockKind::paragraph);
    builder.open_link("/a");
    builder.open_link("/b");
    builder.text("x");
    builder.close_span();
    builder.close_span();
    builder.close();
    const auto html = semantics::write_html(semantics::build(builder.finish()));
    CHECK(html.find("/b") == std::string::npos);
    CHECK(html.find(">x<") != std::string::npos);
}

TEST_CASE(
    "semantics: a missing picture is its text, one on another host a link that asks nothing") {
    document::Builder builder;
    builder.open(document::BlockKind::paragraph);
    builder.target(builder.image("/weg.png", "weg")).missing = true;
    builder.target(builder.image("https://fremd.example/x.png", "fremd")).third_party = true;
    builder.close();
    const auto html = semantics::write_html(semantics::build(builder.finish()));
    CHECK(html.find("<img") == std::string::npos);
    CHECK(html.find("<a href=\"https://fremd.example/x.png\">fremd</a>") != std::string::npos);
}

TEST_CASE("semantics: a formula is one element, and what touches it stays on its line") {
    document::Builder builder;
    builder.open(document::BlockKind::paragraph);
    builder.text("so (");
    builder.open_math("a", false);
    builder.open_math_element(document::MathTag::mi, "mathvariant=normal\n");
    builder.math_text("a<b");
    builder.close_span();
    builder.close_span();
    builder.text("), da");
    const document::Document made = builder.finish();
    document::check_invariants(made);
    const std::string formula = "<math alttext=\"a\"><mi mathvariant=\"normal\">a&lt;b</mi></math>";
    CHECK(semantics::write_html(semantics::build(made)) ==
          "<p>so (<span class=\"kept\">" + formula + "),</span> da</p>\n");

    text::FixedFonts engine;
    text::RunTable runs(engine);
    const auto layout = layout::lay_out(made, 600, runs);
    semantics::MountedTree mounted;
    const std::string patch =
        semantics::dump_patch(semantics::update(mounted, semantics::build(made, &layout)));
    CHECK(patch.find("create_formula 4 " + formula) != std::string::npos);
    CHECK(semantics::update(mounted, semantics::build(made, &layout)).empty());
}
