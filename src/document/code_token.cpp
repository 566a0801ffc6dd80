#include "document/code_token.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace blatt::document {

namespace {

// Short: a page may carry thousands of them.
constexpr auto names = std::to_array<std::string_view>(
    {"", "kw", "str", "num", "com", "fun", "type", "attr", "var", "meta", "add", "rem"});
static_assert(names.size() == static_cast<std::size_t>(CodeToken::count));

}  // namespace

std::string_view token_name(CodeToken token) { return names[static_cast<std::size_t>(token)]; }

CodeToken token_named(std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return CodeToken::plain;
    return static_cast<CodeToken>(found - names.begin());
}

}  // namespace blatt::document
