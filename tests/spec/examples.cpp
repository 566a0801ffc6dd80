#include "spec/examples.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "import/html_tokens.h"
#include "testdata.h"

namespace blatt::spec {

namespace {

using document::Attribute;
using document::Token;
using document::TokenKind;

constexpr auto block_tags = std::to_array<std::string_view>({
    "article",    "aside",   "blockquote", "body",   "button", "canvas",   "caption", "col",
    "colgroup",   "dd",      "details",    "div",    "dl",     "dt",       "embed",   "fieldset",
    "figcaption", "figure",  "footer",     "form",   "h1",     "h2",       "h3",      "h4",
    "h5",         "h6",      "header",     "hgroup", "hr",     "iframe",   "li",      "map",
    "object",     "ol",      "output",     "p",      "pre",    "progress", "script",  "section",
    "style",      "summary", "table",      "tbody",  "td",     "textarea", "tfoot",   "th",
    "thead",      "tr",      "ul",         "video",
});

bool is_block(std::string_view name) {
    return std::ranges::find(block_tags, name) != block_tags.end();
}

// How a footnote's way back is named and marked is no matter of the specification.
bool is_ours_to_word(std::string_view tag, std::string_view attribute) {
    return attribute == "aria-label" || attribute.starts_with("data-footnote-backref") ||
           (tag == "sup" && attribute == "class");
}

// Where it stands decides what a space in the source says.
std::string collapsed(std::string_view text, bool after_block, bool after_line_break) {
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        if (space && out.ends_with(' ')) continue;
        out.push_back(space ? ' ' : c);
    }
    if ((after_block || after_line_break) && out.starts_with(' ')) out.erase(0, 1);
    return out;
}

}  // namespace

std::vector<Example> read_examples(const std::string& path) {
    constexpr std::string_view fence = "````````````````````````````````";
    std::vector<Example> examples;
    std::istringstream lines(file_bytes(path));
    std::string line;
    int number = 0;
    while (std::getline(lines, line)) {
        if (!line.starts_with(std::string(fence) + " example")) continue;
        const bool disabled = line.find("disabled") != std::string::npos;
        Example example;
        example.number = ++number;
        std::string* part = &example.markdown;
        while (std::getline(lines, line) && line != fence) {
            if (line == "." && part == &example.markdown) {
                part = &example.html;
                continue;
            }
            for (auto tab = line.find("→"); tab != std::string::npos; tab = line.find("→")) {
                line.replace(tab, std::string_view("→").size(), "\t");
            }
            *part += line + "\n";
        }
        if (!disabled) examples.push_back(std::move(example));
    }
    return examples;
}

std::string normalised(std::string_view html) {
    std::string out;
    int pre = 0;
    bool after_block = true;
    bool after_line_break = false;
    const auto drop_space_at_end = [&] {
        if (pre == 0 && out.ends_with(' ')) out.pop_back();
    };
    std::vector<Token> tokens = import::html_tokens(html);
    // A comment between two texts leaves two tokens.
    for (std::size_t i = tokens.size(); i-- > 1;) {
        if (tokens[i].kind != TokenKind::text || tokens[i - 1].kind != TokenKind::text) continue;
        tokens[i - 1].text += tokens[i].text;
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i));
    }
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::text) {
            out += pre > 0 ? token.text : collapsed(token.text, after_block, after_line_break);
            after_block = after_line_break = false;
            continue;
        }
        if (is_block(token.name) || token.name == "br") drop_space_at_end();
        const bool opens = token.kind == TokenKind::open;
        if (token.name == "pre") pre += opens ? 1 : -1;
        out += opens ? "<" : "</";
        out += token.name;
        std::vector<Attribute> attributes = token.attributes;
        std::ranges::sort(attributes, {}, &Attribute::name);
        for (const Attribute& attribute : attributes) {
            if (is_ours_to_word(token.name, attribute.name)) continue;
            out += " " + attribute.name + "=\"" + attribute.value + "\"";
        }
        out += ">";
        after_block = is_block(token.name);
        after_line_break = token.name == "br";
    }
    drop_space_at_end();
    return out;
}

std::vector<Difference> read_differences() {
    std::vector<Difference> differences;
    std::istringstream lines(file_bytes(BLATT_SOURCE_DIR "/tests/spec/differences.txt"));
    std::string line;
    while (std::getline(lines, line)) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words(line);
        Difference difference;
        words >> difference.suite >> difference.file >> difference.number >> std::ws;
        std::getline(words, difference.reason);
        differences.push_back(std::move(difference));
    }
    return differences;
}

}  // namespace blatt::spec
