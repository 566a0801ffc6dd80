#include "app/contents.h"

#include <doctest/doctest.h>

#include "document/markdown.h"
#include "golden.h"
#include "semantics/tree.h"

using namespace blatt;

namespace {

// The contents of a text as HTML; empty where it has none.
std::string contents_of(std::string_view markdown, int minutes = 4) {
    const auto body = document::from_markdown(markdown);
    REQUIRE(body.has_value());
    document::Builder builder;
    const bool any = app::add_contents(builder, *body, minutes, content::Strings());
    const document::Document made = builder.finish();
    document::check_invariants(made);
    const std::string html = semantics::write_html(semantics::build(made));
    CHECK(any == !html.empty());
    return html;
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("contents: two headings are no contents, three are") {
    CHECK(contents_of("## A\n\ntext\n\n## B").empty());
    CHECK(count(contents_of("## A\n\n## B\n\n## C"), "href=\"#") == 3);
}

TEST_CASE("contents: levels nest, beginning with the article's own highest one") {
    check_golden("app/contents.html",
                 contents_of("### First & *second*[^1]\n\n##### Below\n\n###### Deeper\n\n"
                             "### Ümlaut `code`\n\n##### Again\n\n## Above\n\n> ## Quoted\n\n"
                             "#### Fourth level\n\n[^1]: ## In a note\n"));
}

TEST_CASE("contents: a level below a skipped one stands right below its parent") {
    const std::string html = contents_of("## A\n\n#### B\n\n### C\n\n## D");
    CHECK(count(html, "<ul") == 2);
    CHECK(count(html, "toc-link-2") == 2);
}

TEST_CASE("contents: of many headings only the upper levels are listed") {
    std::string markdown;
    for (int i = 0; i < 10; ++i) {
        markdown += "## Part\n\n";
        for (int j = 0; j < 5; ++j) markdown += "### Detail\n\n";
    }
    CHECK(count(contents_of(markdown), "href=\"#") == 10);
}

TEST_CASE("contents: without a known time nothing is said about it") {
    CHECK(contents_of("## A\n\n## B\n\n## C", 0).find("time-left") == std::string::npos);
    CHECK(contents_of("## A\n\n## B\n\n## C", 1).find("1 min left") != std::string::npos);
}
