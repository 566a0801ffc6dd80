#include "document/math.h"

#include <doctest/doctest.h>

#include "document/html.h"

using namespace blatt::document;

namespace {

Token open(std::string name, std::vector<Attribute> attributes = {}) {
    return {TokenKind::open, std::move(name), {}, std::move(attributes)};
}
Token close(std::string name) { return {TokenKind::close, std::move(name), {}, {}}; }
Token text(std::string characters) { return {TokenKind::text, {}, std::move(characters), {}}; }

// The markup of the first formula.
std::string markup(const HtmlResult& result) {
    check_invariants(result.document);
    for (InlineId id = 0; id < result.document.inlines.size(); ++id)
        if (result.document.inlines[id].kind == InlineKind::math)
            return math_markup(math_records(result.document, id));
    return {};
}

}  // namespace

TEST_CASE("math: names and numbers of elements belong together") {
    for (unsigned i = 1; i < static_cast<unsigned>(MathTag::count); ++i) {
        const auto tag = static_cast<MathTag>(i);
        CHECK(math_tag_named(math_tag_name(tag)) == tag);
    }
    for (const char* name : {"", "math", "script", "annotation-xml", "mglyph", "maction", "MI"})
        CHECK(math_tag_named(name) == MathTag::none);
}

TEST_CASE("math: attributes have the values of the allow-list, and no others") {
    CHECK(math_attribute_allowed(MathTag::mo, "stretchy", "false"));
    CHECK(math_attribute_allowed(MathTag::mspace, "width", "-0.1667em"));
    CHECK(math_attribute_allowed(MathTag::mi, "mathcolor", "#f00"));
    CHECK(math_attribute_allowed(MathTag::mtd, "columnalign", "right"));
    const struct {
        MathTag tag;
        const char* name;
        const char* value;
    } wrong[] = {{MathTag::mo, "stretchy", "TRUE"},
                 {MathTag::mi, "stretchy", "true"},
                 {MathTag::mspace, "width", "999em"},
                 {MathTag::mspace, "width", "calc(1px)"},
                 {MathTag::mspace, "width", ""},
                 {MathTag::mi, "mathcolor", "red;x"},
                 {MathTag::mi, "href", "x"},
                 {MathTag::mi, "style", "color:red"},
                 {MathTag::mi, "class", "masthead"},
                 {MathTag::mi, "onclick", "x"},
                 {MathTag::mi, "id", "x"}};
    for (const auto& [tag, name, value] : wrong) {
        CAPTURE(name);
        CAPTURE(value);
        CHECK(!math_attribute_allowed(tag, name, value));
    }
}

TEST_CASE("math: MathML in HTML passes through the allow-list") {
    const auto result = from_html({open("p"),
                                   text("so "),
                                   open("math", {{"alttext", "a < b"}, {"onclick", "x"}}),
                                   open("semantics"),
                                   open("mi", {{"mathvariant", "normal"}}),
                                   text(" a\n b "),
                                   close("mi"),
                                   open("script"),
                                   text("alert(1)"),
                                   close("script"),
                                   open("mtext"),
                                   open("a", {{"href", "x"}}),
                                   text("c"),
                                   close("a"),
                                   close("mtext"),
                                   open("annotation", {{"encoding", "application/x-tex"}}),
                                   text("tex"),
                                   close("annotation"),
                                   close("semantics"),
                                   close("math"),
                                   text(" da"),
                                   close("p")});
    CHECK(markup(result) ==
          "<math alttext=\"a &lt; b\"><mrow><mi mathvariant=\"normal\">a b</mi><mtext>c</mtext>"
          "</mrow></math>");
    CHECK(plain_text(result.document) == "so a < b da");
    CHECK(result.dropped ==
          std::map<std::string, int>{{"attribute onclick", 1}, {"tag a", 1}, {"tag script", 1}});
}

TEST_CASE("math: one that stands alone is a block of its own") {
    const auto result =
        from_html({open("p"), text("so "), open("math", {{"display", "block"}}), open("mi"),
                   text("a"), close("mi"), close("math"), text(" da"), close("p")});
    CHECK(dump(result.document) == R"(root
  paragraph
    text "so"
  paragraph .formula
    math display
      math_element mi
        text "a"
  paragraph
    text "da"
)");
}

TEST_CASE("math: what is never closed ends with the tokens") {
    CHECK(markup(from_html({open("math"), open("mrow"), open("mi"), text("x")})) ==
          "<math><mrow><mi>x</mi></mrow></math>");
    CHECK(markup(from_html({open("math"), open("math")})) == "<math></math>");
}
