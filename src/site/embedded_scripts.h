// The JavaScript that is part of the tool: npm packages and our adapters to them. The definition is
// generated (scripts.cmake); the bytes live as long as the program.
#pragma once

#include <span>
#include <string_view>

namespace blatt::site {

struct EmbeddedScript {
    std::string_view name;  // as `require` knows it: "highlight.js/lib/core"
    std::string_view source;
};

std::span<const EmbeddedScript> embedded_scripts();

}  // namespace blatt::site
