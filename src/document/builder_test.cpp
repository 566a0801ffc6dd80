#include "document/builder.h"

#include <doctest/doctest.h>

using namespace blatt::document;

TEST_CASE("a document keeps reading order and joins text") {
    Builder builder;
    builder.open_group(Role::article, StyleClass::article, "Text");
    builder.open(BlockKind::paragraph);
    builder.text("a");
    builder.text("b");
    builder.open_link("/x y", "t");
    builder.text("c");
    builder.close_span();
    builder.line_break(InlineKind::hard_break);
    builder.image("p.png", "alt");
    builder.close();
    builder.close();
    const Document document = builder.finish();
    check_invariants(document);
    CHECK(dump(document) ==
          "root\n"
          "  group article .article info \"Text\"\n"
          "    paragraph\n"
          "      text \"ab\"\n"
          "      link -> \"/x%20y\" title \"t\"\n"
          "        text \"c\"\n"
          "      hard_break\n"
          "      image \"alt\" -> \"p.png\"\n");
    CHECK(plain_text(document) == "abc\n");
}

TEST_CASE("white space collapses outside code") {
    Builder builder;
    builder.open(BlockKind::paragraph);
    builder.text("  a \t b\n  c ");
    builder.open_span(InlineKind::emphasis);
    builder.text(" d ");
    builder.close_span();
    builder.text(" e\n");
    builder.line_break(InlineKind::hard_break);
    builder.text(" f ");
    builder.open_span(InlineKind::code);
    builder.text(" g  h\ni ");
    builder.close_span();
    builder.text(" k ");
    builder.close();
    builder.leaf(BlockKind::code_block, StyleClass::none, " a\n\n  b");
    const Document document = builder.finish();
    check_invariants(document);
    CHECK(plain_text(document) == "a b c d e\nf  g h i  k\n a\n\n  b\n");
    CHECK(dump(document).find("soft_break") != std::string::npos);
}

TEST_CASE("nesting is capped, and what is inside stays") {
    Builder builder;
    constexpr int deep = 1000;
    for (int i = 0; i < deep; ++i) {
        builder.block(builder.open(BlockKind::list)).ordered = true;
        builder.open(BlockKind::list_item);
    }
    builder.leaf(BlockKind::paragraph, StyleClass::none, "bottom");
    builder.open(BlockKind::table);
    builder.open(BlockKind::table_row);
    builder.open(BlockKind::table_cell);
    builder.leaf(BlockKind::paragraph, StyleClass::none, "cell");
    builder.close();
    builder.close();
    builder.leaf(BlockKind::caption, StyleClass::none, "caption");
    builder.close();
    for (int i = 0; i < deep; ++i) {
        builder.leaf(BlockKind::paragraph, StyleClass::none, "x");
        builder.close();
        builder.close();
    }
    builder.leaf(BlockKind::paragraph, StyleClass::none, "after");
    const Document document = builder.finish();
    check_invariants(document);
    const std::string text = plain_text(document);
    CHECK(text.starts_with("bottom\ncell\ncaption\nx"));
    CHECK(text.ends_with("x\nafter"));
    CHECK(document.blocks.back().parent == 0);
}

TEST_CASE("spans are capped, links do not nest, and bad URLs leave their text") {
    Builder builder;
    builder.open(BlockKind::paragraph);
    for (int i = 0; i < 1000; ++i) builder.open_span(InlineKind::emphasis);
    builder.text("deep");
    for (int i = 0; i < 1000; ++i) builder.close_span();
    builder.open_link("/a");
    CHECK(builder.open_link("/b") == no_id);
    builder.text("x");
    builder.close_span();
    builder.close_span();
    const InlineId bad = builder.open_link("javascript:alert(1)");
    CHECK(bad == no_id);
    builder.target(bad).untrusted = true;
    builder.text("y");
    builder.close_span();
    CHECK(builder.image("data:x", "z") == no_id);
    builder.close();
    const Document document = builder.finish();
    check_invariants(document);
    CHECK(plain_text(document) == "deepxyz");
    CHECK(document.targets.size() == 1);
}

TEST_CASE("a document can be appended to another") {
    Builder inner;
    inner.open(BlockKind::quote);
    inner.open(BlockKind::paragraph);
    inner.text("a ");
    inner.open_link("/x");
    inner.text("b");
    inner.close_span();
    inner.footnote_reference(1, "#fn-1", "fnref-1");
    inner.close();
    inner.leaf(BlockKind::code_block, StyleClass::none, "c\n");
    inner.close();
    const Document part = inner.finish();

    Builder outer;
    outer.append(part);
    const Document same = outer.finish();
    check_invariants(same);
    CHECK(same == part);

    for (unsigned i = 0; i < max_depth - 3; ++i) outer.open(BlockKind::quote);
    outer.append(part);
    const Document deep = outer.finish();
    check_invariants(deep);
    CHECK(plain_text(deep) == plain_text(part));
}

TEST_CASE("documents compare by what they say") {
    const auto make = [](std::string_view first) {
        Builder builder;
        builder.store("unused");
        builder.leaf(BlockKind::paragraph, StyleClass::none, first);
        return builder.finish();
    };
    Builder plain;
    plain.leaf(BlockKind::paragraph, StyleClass::none, "a");
    CHECK(make("a") == plain.finish());
    CHECK_FALSE(make("a") == make("b"));
}

TEST_CASE("U+0000 does not get into a document") {
    Builder builder;
    builder.leaf(BlockKind::paragraph, StyleClass::none, std::string_view("a\0b", 3));
    CHECK(plain_text(builder.finish()) == "a\uFFFDb");
}
