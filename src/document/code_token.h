// CodeToken: what a piece of highlighted code is. Few classes, so that a page stays calm; a
// highlighter's finer ones are mapped to these (site/highlight.cpp). The name is the CSS class of
// the static page and the name in JSON.
#pragma once

#include <cstdint>
#include <string_view>

namespace blatt::document {

enum class CodeToken : std::uint8_t {
    plain,
    keyword,
    string,
    number,
    comment,
    function,
    type,
    attribute,
    variable,
    meta,
    addition,  // of a diff
    deletion,
    count
};

std::string_view token_name(CodeToken token);  // empty for plain

// plain where nothing has this name.
CodeToken token_named(std::string_view name);

}  // namespace blatt::document
