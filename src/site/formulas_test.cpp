#include "site/formulas.h"

#include <doctest/doctest.h>

#include "document/markdown.h"
#include "golden.h"
#include "import/html_tokens.h"
#include "site/code_mask.h"

using namespace blatt;
using site::FormulaRules;

namespace {

// "inline a^2|block \frac12"
std::string found(std::string_view text, const FormulaRules& rules = {.asked = true}) {
    std::string out;
    for (const site::Formula& formula : site::find_formulas(text, site::code_mask(text), rules)) {
        if (!out.empty()) out += "|";
        out += formula.display ? "block " : "inline ";
        out += formula.tex;
    }
    return out;
}

document::HtmlResult typeset(std::string_view markdown, const FormulaRules& rules,
                             std::string& problems) {
    site::ScriptEngine engine;
    const site::ReportUnset report = [&](std::string_view source, const std::string& message) {
        problems.append(source).append(": ").append(message).append("\n");
    };
    site::Formulas formulas(engine, report);
    const std::string text = formulas.take_out(markdown, rules);
    auto tokens = import::html_tokens(document::markdown_to_raw_html(text));
    formulas.put_back(tokens);
    auto made = document::from_html(tokens);
    document::check_invariants(made.document);
    return made;
}

}  // namespace

TEST_CASE("formulas: dollars count as GitHub counts them") {
    CHECK(found("so $a^2$ und ($b$), $c$.") == "inline a^2|inline b|inline c");
    CHECK(found("$$x$$") == "block x");
    CHECK(found("a\n$$\nx\n+ y\n$$\nb") == "block x\n+ y");
    CHECK(found("> $$\n> x\n> + y\n> $$") == "block x\n + y");
    CHECK(found("$`a_b`$ und `$c$`") == "inline a_b");
    CHECK(found("a $x$ b", {.asked = false}) == "");
}

TEST_CASE("formulas: prices, variables and code are none") {
    for (const char* text :
         {"$5 and $10", "$5-$10", "US$5 und US$6", "von 5$ bis 10$", "kostet 5$, nicht 6 $.",
          "\\$5 und \\$6$", "$HOME/$USER", "`$a$`", "```\n$a$\n```", "    $a$\n", "$ a $",
          "$a\n\nb$", "<a href=\"$x$\">", "$$", "$$$$", "a$b$c"}) {
        CAPTURE(text);
        CHECK(found(text) == "");
    }
}

TEST_CASE("formulas: delimiters with backslashes need no asking where they hold TeX") {
    const FormulaRules unasked;
    CHECK(found("\\(a^2\\) und \\[\\frac12\\]", unasked) == "inline a^2|block \\frac12");
    CHECK(found("\\\\(\\alpha\\\\)", unasked) == "inline \\alpha");
    CHECK(found("\\(siehe unten\\) \\[sic\\] \\[a_b\\](x)", unasked) == "");
    CHECK(found("\\(x\\)") == "inline x");
    CHECK(found("\\begin{align}\na &= b\n\\end{align}") ==
          "block \\begin{align}\na &= b\n\\end{align}");
}

TEST_CASE("formulas: in kramdown two dollars amid a line are of that line") {
    const FormulaRules kramdown{.asked = true, .kramdown = true};
    CHECK(found("so $$x$$ da", kramdown) == "inline x");
    CHECK(found("- $$x$$\n", kramdown) == "block x");
    CHECK(found("so $$x$$ da") == "block x");
}

TEST_CASE("formulas: shortcodes become delimiters") {
    FormulaRules rules;
    CHECK(site::plain_delimiters("{{< katex >}}x{{< /katex >}}", rules) == "\\(x\\)");
    CHECK(rules.asked);
    CHECK(site::plain_delimiters("{{< katex display >}}\nx\n{{< /katex >}}", rules) ==
          "\\[\nx\n\\]");
    CHECK(site::plain_delimiters("{% katex %}x{% endkatex %}", rules) == "\\(x\\)");
    CHECK(site::plain_delimiters("{{< math >}}$x$ {{< /math >}}", rules) == "$x$ ");
    FormulaRules none;
    CHECK(site::plain_delimiters("`{{< katex >}}x{{< /katex >}}`", none) ==
          "`{{< katex >}}x{{< /katex >}}`");
    CHECK(site::plain_delimiters("{{< figure >}}", none) == "{{< figure >}}");
    CHECK(!none.asked);
}

TEST_CASE("formulas: a page says whether it wants them, else its site") {
    site::Entry entry;
    site::Config config;
    CHECK(!site::formula_rules(entry, config).asked);
    config.variables["site.params.math"] = "true";
    CHECK(site::formula_rules(entry, config).asked);
    entry.variables["math"] = "false";
    CHECK(!site::formula_rules(entry, config).asked);
    entry.variables = {{"mathjax", "yes"}};
    config.variables.clear();
    CHECK(site::formula_rules(entry, config).asked);
}

TEST_CASE("formulas: set in a document (golden)") {
    std::string problems;
    const auto made = typeset(R"(# Satz von $a^2$

Inline $\frac{a}{b}$, dann *betont $x_1$* und

$$
\begin{aligned} a &= b \\ c &= \text{so } d \end{aligned}
$$
weiter.

- Liste $$\sqrt{2}$$ Ende

```math
\color{red}{x} + \overline{yz}
```

![Bild $x$](a.png)
)",
                              {.asked = true}, problems);
    CHECK(problems == "");
    CHECK(made.dropped.empty());
    check_golden("site/formulas.txt", document::dump(made.document));
}

TEST_CASE("formulas: what cannot be set stays as it was written and is reported") {
    std::string problems;
    const auto made =
        typeset("Da $\\frac{$ und\n\n$$\n\\nirgends{x}\n$$\n", {.asked = true}, problems);
    CHECK(problems.find("\\frac{: ParseError") != std::string::npos);
    CHECK(problems.find("\\nirgends{x}: ParseError") != std::string::npos);
    CHECK(document::plain_text(made.document) == "Da \\frac{ und\n\\nirgends{x}\n");
}
