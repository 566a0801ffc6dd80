#include "document/html.h"

#include <doctest/doctest.h>

#include "golden.h"

using namespace blatt::document;

// Streams as a browser or a hostile bridge could send them; html_tokens_test.cpp has real HTML.
namespace {

Token opened(std::string name, std::vector<Attribute> attributes = {}) {
    return {TokenKind::open, std::move(name), {}, std::move(attributes)};
}
Token closed(std::string name) { return {TokenKind::close, std::move(name), {}, {}}; }
Token text(std::string text) { return {TokenKind::text, {}, std::move(text), {}}; }

HtmlResult made(const std::vector<Token>& tokens) {
    HtmlResult result = from_html(tokens);
    check_invariants(result.document);
    return result;
}

}  // namespace

TEST_CASE("streams need not be balanced") {
    CHECK(plain_text(made({opened("p"), text("a"), opened("em"), text("b")}).document) == "ab");
    CHECK(plain_text(made({closed("p"), closed("x"), text("a"), closed("div")}).document) == "a");
    CHECK(plain_text(made({opened("script"), text("a"), opened("b")}).document).empty());
    CHECK(plain_text(
              made({opened("em"), opened("p"), text("a"), closed("em"), text("b")}).document) ==
          "a\nb");
    CHECK(plain_text(made({opened("br"), closed("br"), text("a")}).document) == "a");
    made({opened("table"), opened("table"), opened("td"), text("a"), closed("table"), text("b")});
    made({opened("td"), text("a"), opened("caption"), text("b"), opened("dt"), text("c"),
          opened("li")});
    made({opened("details"), text("a"), opened("summary"), text("b")});
    made({opened("pre"), opened("table"), text("a\n"), closed("table"), closed("pre"), text("b")});
    made({opened("h1"), opened("h2"), opened("ul"), text("a"), closed("h1"), text("b")});
    made({opened("p"), opened("p"), closed("p"), text("a"), closed("p"), text("b")});
    made({opened("dl"), text("a"), opened("dd"), opened("dt"), text("b"), opened("p"), text("c")});
    made({opened("section", {{"class", "footnotes"}}), opened("ol"), text("a"), opened("li"),
          text("b")});
    made({opened("a", {{"href", "/a"}}), opened("a", {{"href", "/b"}}), text("c")});
}

TEST_CASE("depth is capped") {
    std::vector<Token> tokens;
    for (int i = 0; i < 20000; ++i) {
        tokens.push_back(opened(i % 3 == 0 ? "blockquote" : i % 3 == 1 ? "ul" : "table"));
        tokens.push_back(opened("em"));
    }
    tokens.push_back(text("a"));
    CHECK(plain_text(made(tokens).document) == "a");
}

TEST_CASE("names in the report are capped") {
    std::vector<Token> tokens;
    for (int i = 0; i < 1000; ++i) tokens.push_back(opened("x" + std::to_string(i)));
    const HtmlResult result = made(tokens);
    CHECK(result.dropped.size() <= 201);
    CHECK(result.dropped.at("others") == 800);
}

TEST_CASE("attributes are read from the allow-list only") {
    const HtmlResult result =
        made({opened("p", {{"onclick", "x"}, {"style", "color:red"}, {"id", "a b"}}),
              opened("a", {{"href", " java\nscript:x"}, {"onfocus", "y"}}), text("t")});
    CHECK(dump(result.document) == "root\n  paragraph\n    text \"t\"\n");
    CHECK(result.dropped == std::map<std::string, int>{{"attribute onclick", 1},
                                                       {"attribute onfocus", 1},
                                                       {"attribute style", 1},
                                                       {"url javascript", 1}});
}
