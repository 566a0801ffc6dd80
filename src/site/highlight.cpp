#include "site/highlight.h"

#include <algorithm>
#include <array>

#include "site/text.h"

namespace blatt::site {

namespace {

using document::CodeToken;

constexpr std::size_t most_code = 256u << 10;  // bytes

struct Scope {
    std::string_view name;
    CodeToken token;
};

// highlight.js' scopes that are shown; a scope with a part after a dot is found by the whole first.
constexpr auto scopes = std::to_array<Scope>({
    {"addition", CodeToken::addition},
    {"attr", CodeToken::attribute},
    {"attribute", CodeToken::attribute},
    {"built_in", CodeToken::function},
    {"bullet", CodeToken::number},
    {"char", CodeToken::number},
    {"class", CodeToken::type},
    {"comment", CodeToken::comment},
    {"deletion", CodeToken::deletion},
    {"doctag", CodeToken::comment},
    {"formula", CodeToken::number},
    {"keyword", CodeToken::keyword},
    {"link", CodeToken::string},
    {"literal", CodeToken::number},
    {"meta", CodeToken::meta},
    {"name", CodeToken::keyword},
    {"number", CodeToken::number},
    {"property", CodeToken::attribute},
    {"quote", CodeToken::comment},
    {"regexp", CodeToken::string},
    {"section", CodeToken::function},
    {"selector-attr", CodeToken::attribute},
    {"selector-class", CodeToken::type},
    {"selector-id", CodeToken::function},
    {"selector-pseudo", CodeToken::meta},
    {"selector-tag", CodeToken::keyword},
    {"string", CodeToken::string},
    {"subst", CodeToken::plain},  // code inside a string
    {"symbol", CodeToken::number},
    {"template-tag", CodeToken::meta},
    {"template-variable", CodeToken::variable},
    {"title", CodeToken::function},
    {"title.class", CodeToken::type},
    {"type", CodeToken::type},
    {"variable", CodeToken::variable},
    {"variable.constant", CodeToken::number},
    {"variable.language", CodeToken::keyword},
});
static_assert(std::ranges::is_sorted(scopes, {}, &Scope::name));

const Scope* find_scope(std::string_view name) {
    while (true) {
        const auto found = std::ranges::lower_bound(scopes, name, {}, &Scope::name);
        if (found != scopes.end() && found->name == name) return &*found;
        const std::size_t dot = name.rfind('.');
        if (dot == std::string_view::npos) return nullptr;
        name = name.substr(0, dot);
    }
}

// The innermost of nested scopes, "string subst", that says something.
CodeToken token_of(std::string_view nested) {
    while (!nested.empty()) {
        const std::size_t space = nested.rfind(' ');
        const std::string_view inner =
            space == std::string_view::npos ? nested : nested.substr(space + 1);
        if (const Scope* scope = find_scope(inner)) return scope->token;
        nested = nested.substr(0, space == std::string_view::npos ? 0 : space);
    }
    return CodeToken::plain;
}

}  // namespace

std::string code_language(std::string_view info) {
    info = trim(info);
    // Pandoc's and kramdown's attributes: the first class is the language.
    if (info.starts_with('{')) info = trim(info.substr(1));
    if (info.starts_with('.')) info.remove_prefix(1);
    for (const std::string_view prefix : {"language-", "lang-", "diff-"})
        if (info.starts_with(prefix))
            info = prefix == "diff-" ? std::string_view("diff") : info.substr(prefix.size());
    return lower_ascii(info.substr(0, info.find_first_of(" \t,;:{}[]=\"'")));
}

base::Result<std::vector<CodePiece>> highlight(ScriptEngine& engine, std::string_view code,
                                               std::string_view language) {
    std::vector<CodePiece> pieces;
    if (language.empty() || code.size() > most_code) return pieces;
    const auto parts = engine.call("site/highlight.js", "highlight", {code, language});
    if (!parts) return std::unexpected(parts.error());
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < parts->size(); i += 2) {
        const std::string& text = (*parts)[i + 1];
        if (code.substr(at, text.size()) != text) break;
        at += text.size();
        CodeToken token = token_of((*parts)[i]);
        const bool blank = trim(text).empty();
        // Nobody sees the colour of a space.
        if (blank && !pieces.empty()) token = pieces.back().token;
        if (!pieces.empty() && pieces.back().token == token) {
            pieces.back().size += static_cast<std::uint32_t>(text.size());
        } else {
            pieces.push_back({token, static_cast<std::uint32_t>(text.size())});
        }
    }
    if (at != code.size() && !parts->empty())
        return base::fail(base::ErrorCode::unreadable, "site/highlight.js",
                          "the highlighter changed the code");
    return pieces;
}

}  // namespace blatt::site
