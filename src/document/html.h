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
    bool untrusted = false;          // a visitor's markup: no images, no headings, links marked so
    std::string_view anchor_prefix;  // before every id, and in links to places on the same page
    bool heading_anchors = true;     // ids from the text on headings that have none
};

struct HtmlResult {
    Document document;
    // "tag script" -> 2, "attribute onclick" -> 1, "url javascript" -> 1
    std::map<std::string, int> dropped;
};

// The content of script, style and similar elements is dropped with them; that of noscript is kept,
// for it is meant for just this reader (lazily loaded images often stand there); an unknown element
// is dropped and its content kept. Frames, objects, embeds, audio and video become a facade: a link
// to what they would show. Images of one pixel are dropped: they count readers. Tokens need not be
// balanced: what is open at the end of its parent is closed with it.
HtmlResult from_html(const std::vector<Token>& tokens, const HtmlOptions& options = {});

}  // namespace blatt::document
