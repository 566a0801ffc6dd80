#include "import/html_tokens.h"

#include <doctest/doctest.h>

#include <set>

#include "document/markdown.h"
#include "document/math.h"
#include "document/sanitise.h"
#include "golden.h"
#include "semantics/tree.h"
#include "testdata.h"

using namespace blatt::document;
using blatt::import::html_tokens;

namespace {

std::string shown(std::string_view html, const HtmlOptions& options = {}) {
    const HtmlResult result = from_html(html_tokens(html), options);
    check_invariants(result.document);
    std::string out = dump(result.document);
    for (const auto& [name, count] : result.dropped) {
        out += "dropped " + name + " " + std::to_string(count) + "\n";
    }
    return out;
}

constexpr std::string_view prose = R"html(
<h2>Titel</h2>
<p id="eins" class="x">Text <b>fett <i>kursiv</i></b>, <a href="/z?a=1&amp;b=2" title="T">Link</a>,<br>
<code>a  b</code> <kbd>Strg</kbd> H<sub>2</sub>O m<sup>2</sup> <mark>m</mark> <small>s</small> <del>d</del>
<abbr title="Hypertext">HT</abbr> <time datetime="2026-11-24">heute</time> <q>Zitat</q> <span lang="en">hi</span></p>
<div>lose <em>Wörter<p>Absatz</p>danach</em></div>
<ul><li>eins<ul><li>zwei</ul><li><p>drei</p><p>vier</p></ul>
<ol start="3"><li><input type="checkbox" checked> fertig<li><input type=checkbox>offen</ol>
<blockquote>Zitat ohne Absatz</blockquote>
<pre><code class="hljs language-cpp">int <span>x</span>;
</code></pre>
<dl><dt>Begriff<dd>Erklärung</dl>
<details open><summary>Mehr</summary><p>Inhalt</p></details>
<hr>
)html";

constexpr std::string_view media = R"html(
<figure><a href="/gross.jpg"><img src="/klein.jpg" alt="Bild" width="640" height="480px"></a>
<figcaption>Bild: <a href="/foto">Foto</a><p>zweite Zeile</p></figcaption></figure>
<p><img src="data:image/gif;base64,R0" data-src="/spaeter.png" alt="spät">
<img src="//pixel.example/x.gif" width=1 height=1></p>
<noscript><img src="/ohne-skript.png" alt=""></noscript>
<iframe src="https://www.youtube.com/embed/x" title="Film" allowfullscreen></iframe>
<iframe src="javascript:alert(1)"></iframe>
<p>vor <video controls><source src="film.mp4" type="video/mp4">kein Video</video> nach</p>
<object data="https://x.example/y.swf"><param name=a value=b>statt dessen</object>
<svg><title>nein</title><text>nein</text></svg><form action=x><input name=y><button>nein</button>ja</form>
<div class="wp-caption"><img src="/wp.png" alt=""><p class="wp-caption-text">Unterschrift</p></div>
)html";

constexpr std::string_view tables = R"html(
<table><caption>Was</caption><colgroup><col></colgroup>
<thead><tr><th align=right>a<th>b</thead>
<tbody><tr><td colspan=2 align=center>c <p>d</p><tr><td rowspan=99999>e<td><ul><li>f</ul></tbody></table>
<table><tr><th>Kopf<th>Kopf<tr><th>Zeile<td>g</table>
)html";

constexpr std::string_view notes = R"html(
<p>Text<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup>
und<sup id="fnref:2"><a href="#fn:2" class="footnote-ref" role="doc-noteref">2</a></sup></p>
<div class="footnotes" role="doc-endnotes"><hr><ol>
<li id="fn-1"><p>Eins <a href="#fnref-1" class="footnote-backref">↩</a></p></li>
<li id="fn:2"><p>Zwei&nbsp;<a href="#fnref:2" class="reversefootnote">↩</a></p></li>
</ol></div>
)html";

// Read anew, a formula is still nothing but one.
void check_safe_formula(const std::string& markup) {
    for (const Token& token : html_tokens(markup)) {
        if (token.kind == TokenKind::text) continue;
        CAPTURE(token.name);
        const MathTag tag = math_tag_named(token.name);
        CHECK((token.name == "math" || tag != MathTag::none));
        for (const auto& [name, value] : token.attributes) {
            const bool own = token.name == "math" && (name == "display" || name == "alttext");
            CHECK((own || math_attribute_allowed(tag, name, value)));
        }
    }
}

// Whatever the input, only this may come out.
void check_safe(const Document& document) {
    check_invariants(document);
    static const std::set<std::string_view> tags = {
        "blatt-blog", "div",    "header", "nav",    "main",       "article", "section", "aside",
        "footer",     "ul",     "ol",     "li",     "blockquote", "table",   "thead",   "tbody",
        "tr",         "td",     "th",     "figure", "figcaption", "caption", "details", "summary",
        "dl",         "dt",     "dd",     "p",      "h1",         "h2",      "h3",      "h4",
        "h5",         "h6",     "pre",    "code",   "hr",         "br",      "img",     "a",
        "em",         "strong", "del",    "mark",   "sup",        "sub",     "kbd",     "small",
        "abbr",       "span",   "time",   "input",  "math"};
    const auto tree = blatt::semantics::build(document);
    for (const auto& node : tree.nodes) {
        if (node.tag.empty()) continue;
        CAPTURE(node.tag);
        CHECK(tags.contains(node.tag));
        if (node.tag == "math") check_safe_formula(math_markup(node.formula));
        for (const auto& attribute : node.attributes) {
            CAPTURE(attribute.name);
            CHECK_FALSE(attribute.name.starts_with("on"));
            CHECK(attribute.name != "style");
            if (attribute.name == "href") CHECK(url_allowed(attribute.value, UrlUse::link));
            if (attribute.name == "src") CHECK(url_allowed(attribute.value, UrlUse::image));
        }
    }
}

void check_all_ways(std::string_view hostile) {
    for (const bool untrusted : {false, true}) {
        HtmlOptions html_options;
        html_options.untrusted = untrusted;
        check_safe(from_html(html_tokens(hostile), html_options).document);
        MarkdownOptions options;
        options.untrusted = untrusted;
        check_safe(*from_markdown(hostile, options));
        check_safe(from_html(html_tokens(markdown_to_raw_html(hostile)), html_options).document);
    }
}

}  // namespace

TEST_CASE("HTML becomes blocks") {
    check_golden("document/html_prose.txt", shown(prose));
    check_golden("document/html_media.txt", shown(media));
    check_golden("document/html_tables.txt", shown(tables));
    check_golden("document/html_footnotes.txt", shown(notes));
}

TEST_CASE("boxes of the usual frameworks are callouts") {
    CHECK(shown("<div class='alert alert-danger'><h4>T</h4><p>x</p></div>") ==
          "root\n  group .callout-caution\n    heading 4 anchor \"t\"\n      text \"T\"\n"
          "    paragraph\n      text \"x\"\ndropped attribute class 1\n");
    CHECK(shown("<div class='notice'>x</div>").find("group .callout-note") != std::string::npos);
    CHECK(shown("<aside class='admonition tip'>x</aside>").find("group .callout-tip") !=
          std::string::npos);
    CHECK(shown("<div class='noticeboard alerts'>x</div>").find("callout") == std::string::npos);
}

TEST_CASE("a visitor's HTML has no pictures and no headings") {
    HtmlOptions options;
    options.untrusted = true;
    options.anchor_prefix = "c7-";
    check_golden("document/html_untrusted.txt",
                 shown("<h1>Titel</h1><p id=x><a href=https://x.example>x</a> <a href='#y'>y</a>"
                       "<img src=/b.png alt=Bild></p>",
                       options));
}

TEST_CASE("a document written as HTML and read again is the same") {
    for (const std::string_view html : {prose, media, tables, notes}) {
        const Document once = from_html(html_tokens(html)).document;
        const std::string written = blatt::semantics::write_html(blatt::semantics::build(once));
        const Document twice = from_html(html_tokens(written)).document;
        CHECK(plain_text(twice) == plain_text(once));
    }
}

TEST_CASE("code is one text, whatever stands around it in the source") {
    const std::string pre =
        shown("<pre lang=x>a\n<code class='language-cpp'>b <b>c</b><br>d</code></pre>");
    CHECK(pre.starts_with("root\n  code_block info \"x\"\n    text \"a\\nb c\\nd\\n\"\n"));
    const std::string named = shown("<pre>\n\na<code class='z language-cpp'>b</code></pre>");
    CHECK(named.starts_with("root\n  code_block info \"cpp\"\n    text \"\\nab\\n\"\n"));
}

TEST_CASE("tokens are balanced, decoded and valid") {
    const auto tokens = html_tokens("<P>a&amp;\xFF<br/><SVG viewBox=x><foreignObject>b");
    std::vector<std::string> stack;
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::open && token.name != "br") stack.push_back(token.name);
        if (token.kind == TokenKind::close) {
            REQUIRE_FALSE(stack.empty());
            CHECK(stack.back() == token.name);
            stack.pop_back();
        }
    }
    CHECK(stack.empty());
    REQUIRE(tokens.size() > 2);
    CHECK(tokens[0].name == "p");
    CHECK(tokens[1].text == "a&\uFFFD");
    CHECK(html_tokens("").empty());
}

TEST_CASE("nesting without end costs no more than its length and loses no text") {
    std::string deep;
    for (int i = 0; i < 50'000; ++i) deep += "<ul><li>";
    const HtmlResult result = from_html(html_tokens(deep + "innen" + "<script>x</script>"));
    check_invariants(result.document);
    CHECK(plain_text(result.document) == "innen");
    CHECK(result.dropped.at("tag script") == 1);
}

TEST_CASE("nothing hostile comes through") {
    for (const std::string_view hostile :
         {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
          "<a href=javascript:alert(1)>x</a>",
          "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
          "<math href=javascript:alert(1)>x", "[x](javascript:alert(1))",
          "[x](<java\tscript:alert(1)>)", "![x](data:text/html,x)", "<javascript:alert(1)>",
          "[a]: javascript:alert(1)\n\n[a]", "<base href=//evil.example>",
          "<meta http-equiv=refresh content=0;url=//evil.example>",
          "<style>*{}</style><p style=x>y", "<iframe srcdoc='<script>x</script>'></iframe>",
          "<time datetime='javascript:x'>y</time>", "<object data=data:text/html,x></object>",
          "<embed src=javascript:x>", "<p id='\"><script>'>x",
          "<template><script>x</script></template><noscript><p title=\"</noscript><img src=x "
          "onerror=y>\">"}) {
        CAPTURE(hostile);
        check_all_ways(hostile);
    }
}

TEST_CASE("nothing of the collections of hostile strings comes through") {
    const std::string place = testdata();
    if (place.empty()) {
        MESSAGE("skipped: BLATT_TESTDATA names no folder with hostile strings");
        return;
    }
    int count = 0;
    for (const char* name :
         {"h5sc-vectors.txt", "XSS_Filter_Evasion_Cheat_Sheet.md", "blns.json"}) {
        const std::string all = file_bytes(place + "/xss/" + name);
        REQUIRE_FALSE(all.empty());
        check_all_ways(all);
        // And line by line, so that one vector cannot hide the next.
        for (std::size_t begin = 0; begin < all.size();) {
            const auto end = std::min(all.find('\n', begin), all.size());
            check_all_ways(std::string_view(all).substr(begin, end - begin));
            begin = end + 1;
            ++count;
        }
        for (std::size_t at = all.find("<div id=\""); at != std::string::npos;) {
            const auto next = all.find("<div id=\"", at + 1);
            check_all_ways(std::string_view(all).substr(at, next - at));
            at = next;
            ++count;
        }
    }
    MESSAGE(count << " hostile strings");
}
