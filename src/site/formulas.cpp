#include "site/formulas.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "import/html_tokens.h"
#include "site/code_mask.h"
#include "site/text.h"

namespace blatt::site {

namespace {

using document::Token;
using document::TokenKind;

// One private character of Unicode's last plane stands for each formula.
constexpr char32_t first_place = 0x10F000;
constexpr std::size_t most_formulas = 0xF00;
constexpr std::size_t place_size = 4;  // bytes

std::string place_of(std::size_t index) {
    const char32_t c = first_place + static_cast<char32_t>(index);
    return {static_cast<char>(0xF0 | (c >> 18)), static_cast<char>(0x80 | ((c >> 12) & 0x3F)),
            static_cast<char>(0x80 | ((c >> 6) & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
}

// The next place in the text: where it is, and which formula's.
std::optional<std::pair<std::size_t, std::size_t>> next_place(std::string_view text,
                                                              std::size_t from, std::size_t count) {
    for (std::size_t at = text.find('\xF4', from); at != std::string_view::npos;
         at = text.find('\xF4', at + 1)) {
        if (at + place_size > text.size()) return std::nullopt;
        const auto bits = [&](std::size_t i) {
            return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]) & 0x3F);
        };
        const char32_t c = (4u << 18) | (bits(1) << 12) | (bits(2) << 6) | bits(3);
        if (c >= first_place && c - first_place < count) return {{at, c - first_place}};
    }
    return std::nullopt;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool looks_like_tex(std::string_view tex) {
    if (tex.find('^') != std::string_view::npos || tex.find("_{") != std::string_view::npos)
        return true;
    for (std::size_t at = 0; at + 1 < tex.size(); ++at)
        if (tex[at] == '\\' && ((tex[at + 1] >= 'a' && tex[at + 1] <= 'z') ||
                                (tex[at + 1] >= 'A' && tex[at + 1] <= 'Z')))
            return true;
    return false;
}

class Finder {
  public:
    Finder(std::string_view text, const std::vector<bool>& mask, const FormulaRules& rules)
        : text_(text), mask_(mask), rules_(rules) {}

    std::vector<Formula> run() {
        while (at_ < text_.size()) {
            if (is_code(at_)) {
                ++at_;
            } else if (text_[at_] == '\\') {
                backslash();
            } else if (text_[at_] == '$' && rules_.asked) {
                dollar();
            } else if (text_[at_] == '<') {
                tag();
            } else {
                ++at_;
            }
        }
        return std::move(found_);
    }

  private:
    bool is_code(std::size_t at) const { return at < mask_.size() && mask_[at]; }
    bool is_at(std::string_view what, std::size_t at) const {
        return text_.substr(std::min(at, text_.size())).starts_with(what);
    }

    bool add(std::size_t inner, std::size_t inner_end, std::size_t end, bool display) {
        const std::string inside = without_marks(text_.substr(inner, inner_end - inner));
        const std::string_view tex = trim(inside);
        if (tex.empty()) return false;
        found_.push_back({at_, end, std::string(tex), display});
        at_ = end;
        return true;
    }

    // In a quotation each further line of a formula begins with the quotation's mark.
    static std::string without_marks(std::string_view inside) {
        std::string out(inside.substr(0, inside.find('\n')));
        for (std::size_t at = out.size(); at < inside.size();) {
            const std::size_t end = std::min(inside.find('\n', at + 1), inside.size());
            const std::string_view line = trim_start(inside.substr(at + 1, end - at - 1));
            if (!line.starts_with('>')) return std::string(inside);
            out.append("\n").append(line.substr(1));
            at = end;
        }
        return out;
    }

    // Where `close` stands next, in the same paragraph and not in code.
    std::size_t find_close(std::string_view close, std::size_t from) const {
        for (std::size_t at = from; at < text_.size(); ++at) {
            if (is_code(at)) return std::string_view::npos;
            if (is_at(close, at)) return at;
            if (text_[at] == '\\') {
                ++at;
            } else if (text_[at] == '\n') {
                const std::size_t next = text_.find_first_not_of(" \t\r>", at + 1);
                if (next == std::string_view::npos || text_[next] == '\n')
                    return std::string_view::npos;
            }
        }
        return std::string_view::npos;
    }

    // \( … \), \[ … \], and both with the backslash doubled, as Markdown without support wants it.
    void backslash() {
        const std::size_t slashes = is_at("\\\\", at_) ? 2 : 1;
        const char open = at_ + slashes < text_.size() ? text_[at_ + slashes] : '\0';
        if (open == '(' || open == '[') {
            std::string close(slashes, '\\');
            close += open == '(' ? ')' : ']';
            const std::size_t inner = at_ + slashes + 1;
            const std::size_t end = find_close(close, inner);
            if (end != std::string_view::npos &&
                (rules_.asked || looks_like_tex(text_.substr(inner, end - inner))) &&
                add(inner, end, end + close.size(), open == '['))
                return;
        }
        if (rules_.asked && environment()) return;
        at_ += 2;
    }

    // \begin{align} … \end{align} without any other delimiter.
    bool environment() {
        constexpr std::string_view begin = "\\begin{";
        if (!is_at(begin, at_)) return false;
        const std::size_t brace = text_.find('}', at_);
        if (brace == std::string_view::npos) return false;
        const std::string_view name = text_.substr(at_ + begin.size(), brace - at_ - begin.size());
        const std::string_view bare = name.substr(0, name.find('*'));
        for (const std::string_view known :
             {"equation", "align", "gather", "multline", "alignat"}) {
            if (bare != known) continue;
            const std::string end = cat("\\end{", name, "}");
            const std::size_t close = text_.find(end, brace);
            if (close == std::string_view::npos) return false;
            return add(at_, close + end.size(), close + end.size(), true);
        }
        return false;
    }

    void dollar() {
        if (is_at("$$", at_)) {
            const std::size_t end = find_close("$$", at_ + 2);
            if (end != std::string_view::npos &&
                add(at_ + 2, end, end + 2, !rules_.kramdown || stands_alone(at_, end + 2)))
                return;
            at_ += 2;
            return;
        }
        const bool after_word = at_ > 0 && (is_word(text_[at_ - 1]) || text_[at_ - 1] == '$');
        const std::size_t inner = at_ + 1;
        if (!after_word && is_at("`", inner)) {
            // $`…`$
            const std::size_t end = text_.find("`$", inner + 1);
            const std::size_t line = std::min(text_.find('\n', inner), text_.size());
            if (end < line && add(inner + 1, end, end + 2, false)) return;
        }
        if (!after_word && inner < text_.size() && !is_space(text_[inner])) {
            const std::size_t end = find_close("$", inner);
            if (end != std::string_view::npos && !is_space(text_[end - 1]) &&
                !(end + 1 < text_.size() && (is_word(text_[end + 1]) || text_[end + 1] == '$')) &&
                add(inner, end, end + 1, false))
                return;
        }
        ++at_;
    }

    bool stands_alone(std::size_t begin, std::size_t end) const {
        const std::size_t line = text_.rfind('\n', begin);
        const std::size_t first = line == std::string_view::npos || begin == 0 ? 0 : line + 1;
        const std::string_view before = text_.substr(first, begin - first);
        const std::string_view rest = text_.substr(end);
        return before.find_first_not_of(" \t>-*0123456789.") == std::string_view::npos &&
               trim(rest.substr(0, rest.find('\n'))).empty();
    }

    // What stands in a tag is no text.
    void tag() {
        const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
        const bool opens = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') ||
                           next == '/' || next == '!';
        const std::size_t end = opens ? text_.find('>', at_) : std::string_view::npos;
        const std::size_t paragraph = text_.find("\n\n", at_);
        at_ = end != std::string_view::npos && end < paragraph ? end + 1 : at_ + 1;
    }

    std::string_view text_;
    const std::vector<bool>& mask_;
    const FormulaRules& rules_;
    std::vector<Formula> found_;
    std::size_t at_ = 0;
};

bool says_yes(std::string_view value) {
    const std::string low = lower_ascii(value);
    for (const std::string_view no : {"", "false", "no", "off", "0", "null", "nil", "none", "~"})
        if (low == no) return false;
    return true;
}

Token make_token(TokenKind kind, std::string_view name, std::string_view text = {}) {
    Token token;
    token.kind = kind;
    token.name = name;
    token.text = text;
    return token;
}

bool has_class(const Token& token, std::string_view name) {
    return std::ranges::any_of(token.attributes, [&](const document::Attribute& attribute) {
        return attribute.name == "class" && attribute.value == name;
    });
}

// <pre><code class="language-math">…</code></pre>, as Markdown writes it.
bool is_fenced_formula(const std::vector<Token>& tokens, std::size_t at) {
    return at + 4 < tokens.size() && tokens[at].kind == TokenKind::open &&
           tokens[at].name == "pre" && tokens[at + 1].kind == TokenKind::open &&
           has_class(tokens[at + 1], "language-math") && tokens[at + 2].kind == TokenKind::text &&
           tokens[at + 3].kind == TokenKind::close && tokens[at + 4].kind == TokenKind::close;
}

void set_attribute(Token& token, std::string_view name, std::string_view value) {
    std::erase_if(token.attributes,
                  [&](const document::Attribute& other) { return other.name == name; });
    token.attributes.push_back({std::string(name), std::string(value)});
}

}  // namespace

FormulaRules formula_rules(const Entry& entry, const Config& config) {
    FormulaRules rules;
    rules.kramdown = config.flavour == Flavour::jekyll;
    const auto value = [](const std::map<std::string, std::string>& variables,
                          const std::string& wanted) -> const std::string* {
        for (const auto& [name, text] : variables)
            if (lower_ascii(name) == wanted) return &text;
        return nullptr;
    };
    for (const char* name :
         {"math", "mathjax", "katex", "latex", "use_math", "usemath", "has_math"}) {
        if (const std::string* own = value(entry.variables, name)) {
            rules.asked = says_yes(*own);
            return rules;
        }
        for (const char* place : {"site.", "site.params."})
            if (const std::string* all = value(config.variables, cat(place, name)))
                rules.asked = rules.asked || says_yes(*all);
    }
    for (const char* name :
         {"site.kramdown.math_engine", "site.markup.goldmark.extensions.passthrough.enable"})
        if (const std::string* all = value(config.variables, name))
            rules.asked = rules.asked || says_yes(*all);
    return rules;
}

std::vector<Formula> find_formulas(std::string_view text, const std::vector<bool>& mask,
                                   const FormulaRules& rules) {
    return Finder(text, mask, rules).run();
}

std::string plain_delimiters(std::string text, FormulaRules& rules) {
    if (text.find("{{") == std::string::npos && text.find("{%") == std::string::npos) return text;
    for (const std::string_view name : {"katex", "math", "mathjax", "latex"}) {
        for (const auto& [mark, mark_end, slash] :
             {std::array{"{{<", ">}}", "/"}, std::array{"{{%", "%}}", "/"},
              std::array{"{%", "%}", "end"}}) {
            for (std::size_t at = text.find(mark); at != std::string::npos;
                 at = text.find(mark, at + 1)) {
                const std::size_t end = text.find(mark_end, at);
                if (end == std::string::npos) break;
                const std::size_t inner = end + std::string_view(mark_end).size();
                const std::string_view words = trim(std::string_view(text)
                                                        .substr(at, end - at)
                                                        .substr(std::string_view(mark).size()));
                if (words.substr(0, words.find(' ')) != name || code_mask(text)[at]) continue;
                const std::size_t close = text.find(mark, inner);
                if (close == std::string::npos) break;
                const std::size_t close_end = text.find(mark_end, close);
                if (close_end == std::string::npos) break;
                const std::string_view closing = trim(std::string_view(text)
                                                          .substr(close, close_end - close)
                                                          .substr(std::string_view(mark).size()));
                if (closing != cat(slash, name) && closing != cat(slash, " ", name)) continue;
                const std::string tex = text.substr(inner, close - inner);
                const bool display = words.find("display") != std::string_view::npos;
                const bool delimited = tex.find('$') != std::string::npos ||
                                       tex.find("\\(") != std::string::npos ||
                                       tex.find("\\[") != std::string::npos;
                const std::string plain = delimited ? tex
                                          : display ? cat("\\[", tex, "\\]")
                                                    : cat("\\(", tex, "\\)");
                text.replace(at, close_end + std::string_view(mark_end).size() - at, plain);
                rules.asked = true;
            }
        }
    }
    return text;
}

std::string Formulas::take_out(std::string_view markdown, const FormulaRules& rules) {
    any_ = markdown.find("```math") != std::string_view::npos ||
           markdown.find("~~~math") != std::string_view::npos ||
           markdown.find("``` math") != std::string_view::npos;
    const bool possible = markdown.find('\\') != std::string_view::npos ||
                          (rules.asked && markdown.find('$') != std::string_view::npos);
    if (!possible) return std::string(markdown);
    std::string out;
    std::size_t done = 0;
    for (Formula& formula : find_formulas(markdown, code_mask(markdown), rules)) {
        if (formulas_.size() == most_formulas) break;
        out += markdown.substr(done, formula.begin - done);
        out += place_of(formulas_.size());
        done = formula.end;
        sources_.emplace_back(markdown.substr(formula.begin, formula.end - formula.begin));
        formulas_.push_back(std::move(formula));
        any_ = true;
    }
    return out.append(markdown.substr(done));
}

std::string Formulas::with_sources(std::string_view text) const {
    std::string out;
    std::size_t done = 0;
    while (const auto place = next_place(text, done, sources_.size())) {
        out.append(text.substr(done, place->first - done)).append(sources_[place->second]);
        done = place->first + place_size;
    }
    return out.append(text.substr(done));
}

void Formulas::add_set(const Formula& formula, std::vector<Token>& out) {
    const auto made =
        engine_.call("site/math.js", "mathml", {formula.tex, formula.display ? "block" : "inline"});
    if (made && !made->empty()) {
        std::vector<Token> tokens = import::html_tokens(made->front());
        if (!tokens.empty() && tokens.front().name == "math") {
            set_attribute(tokens.front(), "alttext", formula.tex);
            std::ranges::move(tokens, std::back_inserter(out));
            return;
        }
    }
    report_(formula.tex, made ? "the formula gave no MathML" : made.error().message);
    if (formula.display) out.push_back(make_token(TokenKind::open, "pre"));
    out.push_back(make_token(TokenKind::open, "code"));
    if (formula.display) set_attribute(out.back(), "class", "language-latex");
    out.push_back(make_token(TokenKind::text, {}, formula.tex));
    out.push_back(make_token(TokenKind::close, "code"));
    if (formula.display) out.push_back(make_token(TokenKind::close, "pre"));
}

void Formulas::add_text(std::string_view text, std::vector<Token>& out) {
    if (!text.empty()) out.push_back(make_token(TokenKind::text, {}, text));
}

void Formulas::put_back(std::vector<Token>& tokens) {
    std::vector<Token> out;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token& token = tokens[i];
        if (is_fenced_formula(tokens, i)) {
            add_set({0, 0, std::string(trim(tokens[i + 2].text)), true}, out);
            i += 4;
            continue;
        }
        for (document::Attribute& attribute : token.attributes)
            attribute.value = with_sources(attribute.value);
        if (token.kind != TokenKind::text) {
            out.push_back(std::move(token));
            continue;
        }
        std::size_t done = 0;
        const std::string_view text = token.text;
        while (const auto place = next_place(text, done, formulas_.size())) {
            add_text(text.substr(done, place->first - done), out);
            add_set(formulas_[place->second], out);
            done = place->first + place_size;
        }
        add_text(text.substr(done), out);
    }
    tokens = std::move(out);
}

void Formulas::set(std::vector<Token>& tokens, const FormulaRules& rules) {
    constexpr std::string_view verbatim[] = {"pre",   "code",     "kbd", "samp", "script",
                                             "style", "textarea", "svg", "math"};
    std::vector<Token> out;
    std::vector<std::string> inside;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token& token = tokens[i];
        if (inside.empty() && is_fenced_formula(tokens, i)) {
            add_set({0, 0, std::string(trim(tokens[i + 2].text)), true}, out);
            i += 4;
            continue;
        }
        if (token.kind == TokenKind::open &&
            std::ranges::find(verbatim, token.name) != std::end(verbatim))
            inside.push_back(token.name);
        if (token.kind == TokenKind::close && !inside.empty() && inside.back() == token.name)
            inside.pop_back();
        if (token.kind != TokenKind::text || !inside.empty()) {
            out.push_back(std::move(token));
            continue;
        }
        std::size_t done = 0;
        const std::string_view text = token.text;
        for (const Formula& formula : find_formulas(text, {}, rules)) {
            add_text(text.substr(done, formula.begin - done), out);
            add_set(formula, out);
            done = formula.end;
        }
        add_text(text.substr(done), out);
    }
    tokens = std::move(out);
}

}  // namespace blatt::site
