// Reading tokens of HTML: attributes and the values in them, and the few shapes that span several
// tokens.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/html.h"

namespace blatt::document {

// The value without white space around it, empty where the attribute is absent.
std::string_view attribute(const Token& token, std::string_view name);
// The same with its white space: for text that is shown.
std::string_view attribute_text(const Token& token, std::string_view name);
bool has_attribute(const Token& token, std::string_view name);
bool has_class(const Token& token, std::string_view name);

// A text of white space only.
bool is_blank(const Token& token);

bool is_id(std::string_view text);
bool is_language(std::string_view text);

std::optional<int> integer(std::string_view text);
// CSS px of a width or height attribute, 0 where it is none ("50%").
float length(std::string_view text);
Align alignment(const Token& token);
// The value of a datetime attribute if it looks like one.
std::string date_in(std::string_view text);
// "language-cpp" -> "cpp"
std::string code_language(const Token& token);
std::string host_of(std::string_view url);

bool is_back_reference(const Token& token);

// <sup><a href="#fn…">1</a></sup>, as the common Markdown writers make it.
struct FootnoteReference {
    int number = 0;
    std::string_view url;
    std::string_view anchor;
    std::size_t size = 0;  // tokens
};
std::optional<FootnoteReference> match_footnote_reference(const std::vector<Token>& tokens,
                                                          std::size_t at);

}  // namespace blatt::document
