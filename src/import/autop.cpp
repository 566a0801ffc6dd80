#include "import/autop.h"

#include <algorithm>
#include <array>
#include <vector>

namespace blatt::import {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view white_space = " \t\r\n";

// Sorted. The elements that end a paragraph.
constexpr auto block_tags = std::to_array<std::string_view>({
    "address", "article", "aside", "blockquote", "caption", "center",   "col",        "colgroup",
    "dd",      "details", "div",   "dl",         "dt",      "fieldset", "figcaption", "figure",
    "footer",  "form",    "h1",    "h2",         "h3",      "h4",       "h5",         "h6",
    "header",  "hgroup",  "hr",    "legend",     "li",      "main",     "map",        "menu",
    "nav",     "ol",      "p",     "pre",        "section", "summary",  "table",      "tbody",
    "td",      "tfoot",   "th",    "thead",      "tr",      "ul",
});
static_assert(std::ranges::is_sorted(block_tags));

// Sorted. Their content is none of our business.
constexpr auto raw_tags = std::to_array<std::string_view>({
    "audio",
    "code",
    "iframe",
    "math",
    "noscript",
    "object",
    "pre",
    "script",
    "select",
    "style",
    "svg",
    "textarea",
    "video",
});
static_assert(std::ranges::is_sorted(raw_tags));

// Blocks that may hold further paragraphs. In the others a blank line is a line break like any.
constexpr auto holds_paragraphs = std::to_array<std::string_view>({
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "div",
    "fieldset",
    "figure",
    "footer",
    "form",
    "header",
    "li",
    "main",
    "nav",
    "section",
    "td",
    "th",
});
static_assert(std::ranges::is_sorted(holds_paragraphs));

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':'; }

bool is_blank(std::string_view text) {
    return text.find_first_not_of(white_space) == std::string_view::npos;
}

class Autop {
  public:
    explicit Autop(std::string_view text) : text_(text) {}

    std::string run() {
        while (at_ < text_.size()) {
            const std::size_t end = markup_end(text_, at_);
            if (end == std::string_view::npos) {
                plain();
            } else {
                markup(end);
            }
        }
        end_paragraph();
        return std::move(out_);
    }

  private:
    bool in_paragraphs() const {
        return blocks_.empty() || std::ranges::binary_search(holds_paragraphs, blocks_.back());
    }

    // Text up to the next tag; blank lines end the paragraph.
    void plain() {
        std::size_t end = at_ + 1;
        while (end < text_.size() && markup_end(text_, end) == std::string_view::npos) ++end;
        std::string_view rest = text_.substr(at_, end - at_);
        at_ = end;
        while (!rest.empty()) {
            const auto blank = blank_line(rest);
            paragraph_.append(rest.substr(0, blank.begin));
            if (blank.begin == std::string_view::npos) return;
            if (in_paragraphs()) {
                end_paragraph();
                first_ = blocks_.empty() || first_;
            } else if (!blocks_.empty() && blocks_.back() == "p" && !is_blank(paragraph_)) {
                end_paragraph();
                out_ += "</p>\n<p>";
            } else {
                paragraph_ += '\n';
            }
            rest.remove_prefix(blank.end);
        }
    }

    struct Blank {
        std::size_t begin = std::string_view::npos, end = 0;
    };
    // The first line end that is followed by white space with another one in it.
    static Blank blank_line(std::string_view text) {
        for (auto begin = text.find('\n'); begin != std::string_view::npos;
             begin = text.find('\n', begin + 1)) {
            const auto word = std::min(text.find_first_not_of(white_space, begin), text.size());
            if (std::ranges::count(text.substr(begin, word - begin), '\n') > 1)
                return {begin, word};
        }
        return {};
    }

    void markup(std::size_t end) {
        const std::string name = tag_name(text_, at_);
        const bool closing = name.starts_with('/');
        const std::string_view bare = std::string_view(name).substr(closing ? 1 : 0);
        const bool block = std::ranges::binary_search(block_tags, bare);
        if (!closing && std::ranges::binary_search(raw_tags, bare))
            end = raw_element_end(text_, end, bare);
        const std::string_view all = text_.substr(at_, end - at_);
        at_ = end;
        if (!block) {
            paragraph_ += all;
            if (!name.empty()) shows_ = true;
            if (name == "br" || name == "br/") {
                // A line end after a break is part of it.
                while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == ' ')) {
                    if (blank_line(text_.substr(at_)).begin == 0) break;
                    ++at_;
                }
            }
            return;
        }
        end_paragraph();
        out_ += all;
        if (bare == "pre" || bare == "hr" || bare == "col") {
            first_ = false;
            return;
        }
        if (!closing) {
            blocks_.emplace_back(bare);
            first_ = true;
            return;
        }
        const auto found = std::ranges::find(blocks_.rbegin(), blocks_.rend(), bare);
        if (found != blocks_.rend()) blocks_.erase(found.base() - 1, blocks_.end());
        first_ = false;
    }

    void end_paragraph() {
        std::string_view content = paragraph_;
        const auto begin = content.find_first_not_of(white_space);
        if (begin == std::string_view::npos) {
            paragraph_.clear();
            shows_ = false;
            if (!out_.empty() && out_.back() != '\n') out_ += '\n';
            return;
        }
        content = content.substr(begin, content.find_last_not_of(white_space) - begin + 1);
        const bool only_comment =
            content.starts_with("<!--") && !shows_ && markup_end(content, 0) == content.size();
        // The first text of a block needs no paragraph of its own.
        const bool bare = only_comment || !in_paragraphs() || (!blocks_.empty() && first_);
        if (!bare) out_ += "<p>";
        append_lines(content);
        if (!bare) out_ += "</p>\n";
        if (!only_comment) first_ = false;
        paragraph_.clear();
        shows_ = false;
    }

    void append_lines(std::string_view content) {
        for (std::size_t at = 0; at < content.size();) {
            const std::size_t end = markup_end(content, at);
            if (end != std::string_view::npos) {
                const std::string name = tag_name(content, at);
                const std::size_t stop = std::ranges::binary_search(raw_tags, name)
                                             ? raw_element_end(content, end, name)
                                             : end;
                out_ += content.substr(at, stop - at);
                at = stop;
            } else if (content[at] == '\n') {
                out_ += out_.ends_with("-->") ? "\n" : "<br>\n";
                ++at;
            } else {
                out_ += content[at++];
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string out_;
    std::string paragraph_;  // what has come of the open one
    bool shows_ = false;     // it holds an element
    std::vector<std::string> blocks_;
    bool first_ = false;  // nothing has been shown in the innermost block yet
};

}  // namespace

std::string autop(std::string_view text) { return Autop(text).run(); }

std::size_t markup_end(std::string_view text, std::size_t at) {
    if (text[at] != '<' || at + 1 >= text.size()) return std::string_view::npos;
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("<!--")) {
        const auto end = text.find("-->", at + 4);
        return end == std::string_view::npos ? text.size() : end + 3;
    }
    const bool tag = is_letter(rest[1]) || rest[1] == '!' ||
                     (rest[1] == '/' && rest.size() > 2 && is_letter(rest[2]));
    if (!tag) return std::string_view::npos;
    constexpr std::size_t longest = 1 << 20;
    char quote = 0;
    for (std::size_t i = at + 1; i < std::min(text.size(), at + longest); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if ((c == '"' || c == '\'') && text[i - 1] == '=') {
            quote = c;
        } else if (c == '>') {
            return i + 1;
        } else if (c == '<') {
            break;
        }
    }
    // A '<' that nothing closes is text.
    return std::string_view::npos;
}

std::string tag_name(std::string_view text, std::size_t at) {
    std::string name;
    std::size_t i = at + 1;
    if (i < text.size() && text[i] == '/') {
        name = "/";
        ++i;
    }
    for (; i < text.size() && is_name(text[i]); ++i) name.push_back(lower(text[i]));
    return name;
}

std::size_t raw_element_end(std::string_view text, std::size_t from, std::string_view name) {
    if (from >= 2 && text[from - 2] == '/') return from;
    for (auto at = text.find("</", from); at != std::string_view::npos;
         at = text.find("</", at + 2)) {
        if (std::string_view(tag_name(text, at)).substr(1) != name) continue;
        const auto end = text.find('>', at);
        return end == std::string_view::npos ? text.size() : end + 1;
    }
    return text.size();
}

}  // namespace blatt::import
