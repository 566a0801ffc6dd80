// HTML to a Document, from a flat stream of tokens. A real HTML parser (a library in the native
// tool, the browser's inert one for what arrives live) makes the stream, so tags are balanced and
// entities decoded. The one allow-list for tags and attributes is applied here; nothing that can
// run, frame, track or restyle passes. What is dropped is counted by name, never silently.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace blatt::document {

enum class TokenKind : std::uint8_t { open, close, text };

struct Attribute {
    std::string name;  // lower case
    std::string value;
};

struct Token {
    TokenKind kind = TokenKind::text;
    std::string name;  // open, close: lower-case tag name
    std::string text;  // text: decoded characters
    std::vector<Attribute> attributes;
};

struct HtmlOptions {
    bool untrusted = false;          // a visitor's markup
    std::string_view anchor_prefix;
};

struct HtmlResult {
    Document document;
    // "tag script" -> 2, "attribute onclick" -> 1, "url javascript" -> 1
    std::map<std::string, int> dropped;
};

// The content of script, style and similar elements is dropped with them; an unknown element is
// dropped and its content kept. Frames, objects and embeds become a facade: a link to what they
// would show.
HtmlResult from_html(const std::vector<Token>& tokens, const HtmlOptions& options = {});

}  // namespace blatt::document
