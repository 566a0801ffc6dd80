#include "document/html_tokens_view.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace blatt::document {

namespace {

constexpr std::string_view white_space = " \t\n\r\f";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

const Attribute* find(const Token& token, std::string_view name) {
    const auto found = std::ranges::find(token.attributes, name, &Attribute::name);
    return found == token.attributes.end() ? nullptr : &*found;
}

}  // namespace

std::string_view attribute(const Token& token, std::string_view name) {
    const Attribute* found = find(token, name);
    return found == nullptr ? std::string_view{} : trimmed(found->value);
}

std::string_view attribute_text(const Token& token, std::string_view name) {
    const Attribute* found = find(token, name);
    return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

bool has_attribute(const Token& token, std::string_view name) {
    return find(token, name) != nullptr;
}

bool has_class(const Token& token, std::string_view name) {
    std::string_view classes = attribute(token, "class");
    while (!classes.empty()) {
        const auto end = classes.find_first_of(white_space);
        if (classes.substr(0, end) == name) return true;
        if (end == std::string_view::npos) return false;
        classes.remove_prefix(end + 1);
    }
    return false;
}

bool is_blank(const Token& token) {
    return token.kind == TokenKind::text &&
           token.text.find_first_not_of(white_space) == std::string::npos;
}

bool is_id(std::string_view text) {
    constexpr std::size_t longest = 200;
    return !text.empty() && text.size() <= longest &&
           text.find_first_of(white_space) == std::string_view::npos &&
           base::utf8::is_valid(text) &&
           std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

bool is_language(std::string_view text) {
    constexpr std::size_t longest = 35;
    return !text.empty() && text.size() <= longest &&
           std::ranges::all_of(text, [](char c) { return is_alphanumeric(c) || c == '-'; });
}

std::optional<int> integer(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

float length(std::string_view text) {
    constexpr int longest = 100'000;
    if (text.ends_with("px")) text.remove_suffix(2);
    // Fractions say nothing here.
    if (const auto dot = text.find('.'); dot != std::string_view::npos) text = text.substr(0, dot);
    const int value = integer(text).value_or(0);
    return static_cast<float>(std::clamp(value, 0, longest));
}

Align alignment(const Token& token) {
    std::string_view value = attribute(token, "align");
    std::string from_style;
    if (value.empty()) {
        const std::string_view style = attribute(token, "style");
        constexpr std::string_view property = "text-align:";
        if (const auto at = style.find(property); at != std::string_view::npos) {
            const std::string_view rest = style.substr(at + property.size());
            value = trimmed(rest.substr(0, rest.find(';')));
        }
    }
    if (value == "left") return Align::left;
    if (value == "center" || has_class(token, "has-text-align-center")) return Align::center;
    if (value == "right" || has_class(token, "has-text-align-right")) return Align::right;
    return Align::start;
}

std::string date_in(std::string_view text) {
    constexpr std::size_t longest = 40;
    const bool plain = text.size() <= longest && std::ranges::all_of(text, [](char c) {
                           return is_alphanumeric(c) ||
                                  std::string_view("-+:. ").find(c) != std::string_view::npos;
                       });
    // It stands where URLs stand; one that could be read as a scheme is none.
    return plain && !text.empty() && (is_digit(text.front()) || text.front() == '-')
               ? std::string(text)
               : std::string();
}

std::string code_language(const Token& token) {
    constexpr std::string_view prefix = "language-";
    std::string_view classes = attribute(token, "class");
    while (!classes.empty()) {
        const auto end = classes.find_first_of(white_space);
        const std::string_view name = classes.substr(0, end);
        if (name.starts_with(prefix)) return std::string(name.substr(prefix.size()));
        if (end == std::string_view::npos) break;
        classes.remove_prefix(end + 1);
    }
    return {};
}

std::string host_of(std::string_view url) {
    const auto slashes = url.find("//");
    if (slashes == std::string_view::npos || url.find_first_of("/?#") != slashes) return {};
    std::string_view host = url.substr(slashes + 2);
    host = host.substr(0, host.find_first_of("/?#"));
    if (const auto at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
    return std::string(host);
}

bool is_back_reference(const Token& token) {
    return has_attribute(token, "data-footnote-backref") || has_class(token, "footnote-backref") ||
           has_class(token, "reversefootnote");
}

std::optional<FootnoteReference> match_footnote_reference(const std::vector<Token>& tokens,
                                                          std::size_t at) {
    constexpr std::size_t size = 5;
    if (at + size > tokens.size()) return std::nullopt;
    const Token& outer = tokens[at];
    const Token& link = tokens[at + 1];
    const Token& text = tokens[at + 2];
    const bool shape = link.kind == TokenKind::open && link.name == "a" &&
                       text.kind == TokenKind::text && tokens[at + 3].kind == TokenKind::close &&
                       tokens[at + 3].name == "a" && tokens[at + 4].kind == TokenKind::close &&
                       tokens[at + 4].name == outer.name;
    if (!shape) return std::nullopt;
    const std::string_view url = attribute(link, "href");
    const bool marked = has_attribute(link, "data-footnote-ref") ||
                        has_class(link, "footnote-ref") || has_class(link, "footnote") ||
                        has_class(outer, "footnote-ref") || has_class(outer, "fn");
    const auto number = integer(trimmed(text.text));
    if (!marked || !url.starts_with('#') || !number || *number < 0) return std::nullopt;
    const std::string_view anchor = attribute(link, has_attribute(link, "id") ? "id" : "name");
    const std::string_view outer_anchor = attribute(outer, "id");
    return FootnoteReference{*number, url,
                             is_id(anchor)         ? anchor
                             : is_id(outer_anchor) ? outer_anchor
                                                   : "",
                             size};
}

}  // namespace blatt::document
