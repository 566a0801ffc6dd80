// Formulas in a post: TeX found in its text, set as MathML by Temml, and put where it stood.
// Where a page or its site asks for mathematics, `$…$` counts by GitHub's rules (no price is a
// formula); everywhere `\(…\)` and `\[…\]` do that hold a command, ^ or _{, and ```math. Code is
// never touched. What Temml cannot set stays as TeX in code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/html.h"
#include "site/blog.h"
#include "site/script_engine.h"
#include "site/typeset.h"

namespace blatt::site {

struct Formula {
    std::size_t begin = 0, end = 0;  // bytes of the text, delimiters included
    std::string tex;
    bool display = false;
};

struct FormulaRules {
    bool asked = false;     // the page wants mathematics
    bool kramdown = false;  // `$$…$$` amid a line is a formula of that line
};

FormulaRules formula_rules(const Entry& entry, const Config& config);

// In order. `mask`: bytes that are code, one entry for each byte; empty for none.
std::vector<Formula> find_formulas(std::string_view text, const std::vector<bool>& mask,
                                   const FormulaRules& rules);

// {{< katex >}}…{{< /katex >}} and the like as delimiters; line ends stay. Sets `rules.asked` where
// there was one.
std::string plain_delimiters(std::string text, FormulaRules& rules);

// The formulas of one body on their way around the Markdown parser.
class Formulas {
  public:
    Formulas(ScriptEngine& engine, const ReportUnset& report) : engine_(engine), report_(report) {}

    // Markdown with one character in the place of each formula.
    std::string take_out(std::string_view markdown, const FormulaRules& rules);
    // Whether there is anything to put back, ```math included.
    bool any() const { return any_; }
    // The HTML made of that Markdown, with MathML.
    void put_back(std::vector<document::Token>& tokens);
    // HTML that is the author's own: finds and sets.
    void set(std::vector<document::Token>& tokens, const FormulaRules& rules);

  private:
    void add_set(const Formula& formula, std::vector<document::Token>& out);
    void add_text(std::string_view text, std::vector<document::Token>& out);
    std::string with_sources(std::string_view text) const;

    ScriptEngine& engine_;
    const ReportUnset& report_;
    std::vector<Formula> formulas_;
    std::vector<std::string> sources_;  // with delimiters
    bool any_ = false;
};

}  // namespace blatt::site
