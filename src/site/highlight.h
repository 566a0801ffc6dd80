// Highlighting of code, by highlight.js in the ScriptEngine. A language is known by the names and
// aliases that highlight.js knows; where an author names none, or one that is unknown, nothing is
// guessed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/code_token.h"
#include "site/script_engine.h"

namespace blatt::site {

struct CodePiece {
    document::CodeToken token = document::CodeToken::plain;
    std::uint32_t size = 0;  // bytes
};

// The language in a code block's info string as authors write it, lower case: "Ruby",
// "js{1,3}", "rust,no_run", "{.python .numberLines}", "diff-js". Empty where there is none.
std::string code_language(std::string_view info);

// The pieces of `code` in order, all of it; neighbours differ. None for an unknown language, and
// for code above 256 KiB. Errors: as ScriptEngine::call.
base::Result<std::vector<CodePiece>> highlight(ScriptEngine& engine, std::string_view code,
                                               std::string_view language);

}  // namespace blatt::site
