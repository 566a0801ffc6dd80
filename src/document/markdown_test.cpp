#include "document/markdown.h"

#include <doctest/doctest.h>

#include <ctime>

#include "golden.h"

using namespace blatt::document;

namespace {

Document made(std::string_view markdown, const MarkdownOptions& options = {}) {
    const auto result = from_markdown(markdown, options);
    REQUIRE(result.has_value());
    check_invariants(*result);
    return *result;
}

std::string repeated(std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

constexpr std::string_view everything = R"(# Überschrift mit *Betonung* und `code`

Überschrift
===========

Ein Absatz mit **fett**, ~~gestrichen~~, [Link](/ziel "Titel") und
![Bild mit *Text*](/bild.png "T").  
Neue Zeile, https://example.org und <mail@example.org>.

> Zitat
>
> - [ ] offen
> - [x] erledigt

7. sieben

   lose
8. acht

``` cpp title
int main() {}
```

| links | Mitte | rechts | ohne |
|:------|:-----:|-------:|------|
| a | *b* | `c` | |

---

Fußnote[^a], noch eine[^größe] und wieder[^a]. <!-- still -->

<!-- auch still -->

[^größe]: > Zitat in der Fußnote
[^a]: Erst.

    Dann.
)";

}  // namespace

TEST_CASE("all of Markdown becomes blocks") {
    check_golden("document/markdown.txt", dump(made(everything)));
}

TEST_CASE("a visitor's Markdown has no pictures and no headings") {
    MarkdownOptions options;
    options.untrusted = true;
    options.anchor_prefix = "c7-";
    check_golden("document/markdown_untrusted.txt",
                 dump(made("# Titel\n\n![Bild](/b.png) [x](https://x.example) [y](#z) n[^1]\n\n"
                           "<b>roh</b>\n\n[^1]: Note\n",
                           options)));
}

TEST_CASE("raw HTML shows as text, comments do not") {
    CHECK(plain_text(made("<div>\n<b>x</b>\n</div>\n")) == "<div> <b>x</b> </div>");
    CHECK(plain_text(made("a <!-- b --> c")) == "a c");
    CHECK(plain_text(made("<!-- a\n\nb -->\n\nc")) == "c");
    CHECK(plain_text(made("<!-- a --> b")) == "b");
}

TEST_CASE("raw HTML is found, comments alone do not count") {
    CHECK(has_raw_html("a <b>c</b>"));
    CHECK(has_raw_html("<div>\n\na\n"));
    CHECK(has_raw_html("<!-- a --><p>"));
    CHECK(has_raw_html("a <br> b"));
    CHECK_FALSE(has_raw_html("a < b <!-- c --> `<b>`"));
    CHECK_FALSE(has_raw_html("<!-- a\n\nb -->\n\n    <div>\n"));
    CHECK_FALSE(has_raw_html("<https://example.org>"));
    CHECK_FALSE(has_raw_html(""));
}

TEST_CASE("footnotes are numbered in the order of their first reference") {
    const Document document = made("a[^z] b[^y] c[^z]\n\n[^y]: Y[^x]\n[^z]: Z\n[^x]: X\n[^w]: W\n");
    CHECK(plain_text(document) == "a1 b2 c1\nZ ↩ ↩2\nY3 ↩\nX ↩");
}

TEST_CASE("a reference in an alternative text leaves no way back") {
    const Document document = made("![a[^1]](b.png) c[^1]\n\n[^1]: d\n");
    CHECK(plain_text(document).find("↩2") == std::string::npos);
}

TEST_CASE("anchors are unique, also beside those of footnotes") {
    const Document document = made("# fn 1\n\n# fn-1\n\n# A\n\n# A\n\na[^1]\n\n[^1]: b\n");
    std::vector<std::string> anchors;
    for (const Block& block : document.blocks) {
        if (!block.anchor.empty()) anchors.emplace_back(document.view(block.anchor));
    }
    CHECK(anchors == std::vector<std::string>{"fn-1-1", "fn-1-2", "a", "a-1", "fn-1"});
}

TEST_CASE("bytes that are not UTF-8 are mended") {
    CHECK(plain_text(made("a\xFF\xC3 b\xED\xA0\x80")) == "a\uFFFD\uFFFD b\uFFFD\uFFFD\uFFFD");
    CHECK(plain_text(made(std::string_view("a\0b", 3))) == "a\uFFFDb");
}

TEST_CASE("too much is refused") {
    const auto result = from_markdown(std::string((8u << 20) + 1, 'a'));
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == blatt::base::ErrorCode::too_large);
}

TEST_CASE("hostile nesting is flattened") {
    const Document quotes = made(repeated("> ", 5000) + "bottom");
    CHECK(plain_text(quotes) == "bottom");
    CHECK(quotes.blocks.size() <= max_depth + 2);
    made(repeated("* ", 5000) + "a");
    made(repeated("*a _b ", 5000) + repeated("_*", 5000));
    made(repeated("[", 20000) + "a" + repeated("](b)", 20000));
    made(repeated("![", 20000) + "a" + repeated("](b)", 20000));
}

// Ten times the input may take ten times as long, with room for a busy machine, but not a hundred.
TEST_CASE("pathological input takes linear time") {
    const auto seconds = [](const std::string& markdown) {
        const std::clock_t began = std::clock();  // of this process: the machine may be busy
        made(markdown);
        return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    };
    const auto check = [&](const char* name, auto make) {
        CAPTURE(name);
        const double small = seconds(make(3000));
        const double large = seconds(make(30000));
        CHECK(large < 40 * small + 0.25);
    };
    check("delimiters", [](int n) { return repeated("*a **a ", n); });
    check("closers", [](int n) { return repeated("a_ ", n); });
    check("brackets", [](int n) { return repeated("[", n) + repeated("a](", n); });
    check("link openers", [](int n) { return repeated("[ (](", n); });
    check("backticks", [](int n) {
        std::string out;
        for (int i = 1; out.size() < static_cast<std::size_t>(n) * 4; ++i) {
            out += "e" + std::string(static_cast<std::size_t>(i), '`');
        }
        return out;
    });
    check("equal headings", [](int n) { return repeated("# a\n\n", n); });
    check("references to one footnote",
          [](int n) { return repeated("a[^1] ", n) + "\n\n[^1]: b\n"; });
    check("footnotes", [](int n) {
        std::string out;
        for (int i = 0; i < n / 4; ++i) {
            const std::string label = "[^" + std::to_string(i) + "]";
            out += "a" + label + "\n\n" + label + ": b\n\n";
        }
        return out;
    });
    check("tables", [](int n) { return "|a|b|\n|-|-|\n" + repeated("|c|\n", n); });
    check("quotes", [](int n) { return repeated("> a\n\n", n); });
    check("autolinks", [](int n) { return repeated("www.a.b/(", n); });
    check("angle brackets", [](int n) { return repeated("<a ", n); });
    check("entities", [](int n) { return repeated("&", n) + repeated("&amp", n); });
    check("spaces", [](int n) { return repeated("a  \n", n); });
}
