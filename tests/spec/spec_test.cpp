// Runs the examples of CommonMark and GFM. What differs by decision stands in differences.txt: an
// example there that matches, or one that differs and is not there, fails.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "content/json.h"
#include "document/builder.h"
#include "document/html.h"
#include "document/markdown.h"
#include "import/html_tokens.h"
#include "semantics/tree.h"
#include "spec/examples.h"
#include "testdata.h"

namespace {

using blatt::document::Document;
using blatt::document::HtmlOptions;
using blatt::document::MarkdownOptions;
using blatt::spec::Difference;
using blatt::spec::Example;

MarkdownOptions options_for(std::string_view file) {
    MarkdownOptions options;
    options.heading_anchors = false;
    options.smart_punctuation = file == "smart_punct.txt";
    return options;
}

Document through_html(std::string_view markdown, const MarkdownOptions& options) {
    HtmlOptions html_options;
    html_options.heading_anchors = options.heading_anchors;
    const std::string html = markdown_to_raw_html(markdown, options);
    return from_html(blatt::import::html_tokens(html), html_options).document;
}

// The way that a post takes: with raw HTML through the HTML parser, else straight from its
// Markdown.
Document document_of(std::string_view markdown, const MarkdownOptions& options) {
    if (blatt::document::has_raw_html(markdown)) return through_html(markdown, options);
    return *from_markdown(markdown, options);
}

std::string html_of(const Document& document) {
    return blatt::semantics::write_html(blatt::semantics::build(document));
}

struct Totals {
    int matching = 0;
    int listed = 0;
};

// Checks one example against what the list says of it.
void judge(const Difference* listed, std::string_view suite, std::string_view file,
           const Example& example, const std::string& wanted, const std::string& got,
           Totals& totals) {
    INFO(suite << " " << file << " " << example.number << "\n" << example.markdown);
    if (listed != nullptr) {
        ++totals.listed;
        CHECK_MESSAGE(wanted != got, "matches now: take it out of differences.txt");
        return;
    }
    if (wanted == got) ++totals.matching;
    CHECK(wanted == got);
}

const Difference* find(const std::vector<Difference>& list, std::string_view suite,
                       std::string_view file, int number) {
    const auto found = std::ranges::find_if(list, [&](const Difference& entry) {
        return entry.suite == suite && entry.file == file && entry.number == number;
    });
    return found == list.end() ? nullptr : &*found;
}

template <class F>
void each_example(std::string_view suite, F f) {
    const std::string place = testdata();
    if (place.empty()) {
        MESSAGE("skipped: BLATT_TESTDATA names no folder with the specifications");
        return;
    }
    const auto differences = blatt::spec::read_differences();
    for (const std::string file :
         {"spec.txt", "extensions.txt", "regression.txt", "smart_punct.txt"}) {
        Totals totals;
        const auto examples = blatt::spec::read_examples(place + "/markdown/cmark-gfm/" + file);
        REQUIRE(!examples.empty());
        for (const Example& example : examples) {
            f(file, example, find(differences, suite, file, example.number), totals);
        }
        for (const Difference& entry : differences) {
            INFO(entry.suite << " " << entry.file << " " << entry.number);
            CHECK(!entry.reason.empty());
            const bool exists =
                std::ranges::find(examples, entry.number, &Example::number) != examples.end();
            CHECK((entry.file != file || exists));
        }
        MESSAGE(suite << " " << file << ": " << totals.matching << " matching, " << totals.listed
                      << " listed");
    }
}

}  // namespace

TEST_CASE("Markdown gives the HTML of the specification") {
    each_example("markdown", [](const std::string& file, const Example& example,
                                const Difference* listed, Totals& totals) {
        const Document document = document_of(example.markdown, options_for(file));
        check_invariants(document);
        if (example.html == "<IGNORE>\n") {
            ++totals.matching;
            return;
        }
        judge(listed, "markdown", file, example, blatt::spec::normalised(example.html),
              blatt::spec::normalised(html_of(document)), totals);
    });
}

TEST_CASE("Markdown and the HTML made of it give the same document") {
    each_example("html", [](const std::string& file, const Example& example,
                            const Difference* listed, Totals& totals) {
        if (blatt::document::has_raw_html(example.markdown)) return;
        MarkdownOptions options = options_for(file);
        options.heading_anchors = true;
        const Document straight = *from_markdown(example.markdown, options);
        const Document around = through_html(example.markdown, options);
        check_invariants(around);
        judge(listed, "html", file, example, dump(straight), dump(around), totals);
    });
}

TEST_CASE("every document of the specifications survives JSON and being appended") {
    each_example("json", [](const std::string& file, const Example& example,
                            const Difference* listed, Totals& totals) {
        blatt::content::Page page;
        page.body.blocks = document_of(example.markdown, options_for(file));
        const auto again = blatt::content::read_page(blatt::content::write_page(page));
        REQUIRE(again.has_value());
        judge(listed, "json", file, example, dump(page.body.blocks),
              again->body.blocks.blocks.empty() ? "root\n" : dump(again->body.blocks), totals);
        blatt::document::Builder builder;
        builder.append(page.body.blocks);
        CHECK(builder.finish() == page.body.blocks);
    });
}
