#include "import/wordpress_body.h"

#include <algorithm>
#include <vector>

#include "import/autop.h"
#include "import/html_tokens.h"

namespace blatt::import {

namespace {

constexpr std::string_view white_space = " \t\r\n";

std::string with_line_feeds(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            out += '\n';
        }
    }
    return out;
}

// A comment that opens, closes or is a block.
struct BlockMark {
    std::string name;         // without "core/"
    std::string_view fields;  // JSON, as written
    bool closes = false;
    bool empty = false;  // has no content: "<!-- wp:more /-->"
};

bool read_mark(std::string_view comment, BlockMark& mark) {
    std::string_view inside = comment.substr(4, comment.size() - 7);
    const auto begin = inside.find_first_not_of(white_space);
    if (begin == std::string_view::npos) return false;
    inside.remove_prefix(begin);
    mark.closes = inside.starts_with('/');
    if (mark.closes) inside.remove_prefix(1);
    if (!inside.starts_with("wp:")) return false;
    inside.remove_prefix(3);
    std::string_view name = inside.substr(0, inside.find_first_of(" \t\r\n/{"));
    if (name == "core") name = inside.substr(0, inside.find_first_of(" \t\r\n{"));
    if (name.starts_with("core/")) name.remove_prefix(5);
    mark.name = name;
    inside.remove_prefix(std::min(inside.find_first_of(" \t\r\n{/", name.size()), inside.size()));
    const auto last = inside.find_last_not_of(white_space);
    mark.empty = !mark.closes && last != std::string_view::npos && inside[last] == '/';
    mark.fields = inside;
    return true;
}

// The text under a key of the block's fields; the few that are needed hold no escapes but for '/'.
std::string text_field(std::string_view json, std::string_view key) {
    const std::string quoted = "\"" + std::string(key) + "\":\"";
    const auto at = json.find(quoted);
    if (at == std::string_view::npos) return {};
    std::string out;
    for (std::size_t i = at + quoted.size(); i < json.size() && json[i] != '"'; ++i) {
        if (json[i] == '\\' && i + 1 < json.size()) ++i;
        out += json[i];
    }
    return out;
}

class Body {
  public:
    Body(std::string_view text, const WordpressOptions& options) : text_(text), options_(options) {}

    WordpressHtml run() {
        for (std::size_t at = 0; at < text_.size();) {
            const auto open = text_.find("<!--", at);
            const auto close = open == std::string_view::npos ? open : text_.find("-->", open + 4);
            if (close == std::string_view::npos) {
                piece(text_.substr(at));
                break;
            }
            const std::string_view comment = text_.substr(open, close + 3 - open);
            BlockMark mark;
            if (comment.starts_with("<!--nextpage")) {
                piece(text_.substr(at, open - at));
                flush();
                ++result_.changes["page break shown as a line"];
                result_.html += "\n<hr>\n";
            } else if (read_mark(comment, mark)) {
                piece(text_.substr(at, open - at));
                flush();
                block(mark);
            } else {
                piece(text_.substr(at, close + 3 - at));
            }
            at = close + 3;
        }
        flush();
        return std::move(result_);
    }

  private:
    void piece(std::string_view text) { waiting_ += text; }

    void flush() {
        if (waiting_.empty()) return;
        const std::string expanded = expand_wordpress(waiting_, options_, result_.changes);
        // Blocks hold finished HTML. What stands between them, and what was only pasted into the
        // classic editor's block, is plain text.
        const bool finished =
            !open_.empty() && open_.back() != "freeform" && open_.back() != "shortcode";
        result_.html += finished ? expanded : autop(expanded);
        waiting_.clear();
    }

    void block(const BlockMark& mark) {
        if (mark.closes) {
            const auto found = std::ranges::find(open_.rbegin(), open_.rend(), mark.name);
            if (found != open_.rend()) open_.erase(found.base() - 1, open_.end());
            return;
        }
        if (!mark.empty) {
            open_.push_back(mark.name);
            return;
        }
        if (mark.name == "social-link") {
            const std::string url = text_field(mark.fields, "url");
            std::string label = text_field(mark.fields, "label");
            if (label.empty()) label = text_field(mark.fields, "service");
            if (!label.empty() && label[0] >= 'a' && label[0] <= 'z')
                label[0] = static_cast<char>(label[0] - 'a' + 'A');
            if (url.find_first_of("\"<>") != std::string::npos || url.size() < 2) {
                ++result_.changes["link without an address"];
                return;
            }
            result_.html += "<li><a href=\"" + url + "\">" + label + "</a></li>";
            return;
        }
        if (mark.name == "footnotes" && !options_.notes.empty()) {
            result_.html += "<ol class=\"wp-block-footnotes\">";
            for (const WordpressNote& note : options_.notes) {
                result_.html += "<li id=\"" + note.id + "\">" + note.html + " <a href=\"#" +
                                note.id + "-link\">↩︎</a></li>";
            }
            result_.html += "</ol>";
            return;
        }
        // Filled in by WordPress itself whenever a page is shown.
        ++result_.changes["block " + mark.name.substr(0, 40)];
    }

    std::string_view text_;
    const WordpressOptions& options_;
    WordpressHtml result_;
    std::string waiting_;
    std::vector<std::string> open_;
};

}  // namespace

WordpressHtml wordpress_html(std::string_view stored, const WordpressOptions& options) {
    const std::string text = with_line_feeds(stored);
    return Body(text, options).run();
}

document::HtmlResult wordpress_body(std::string_view stored, const WordpressOptions& options) {
    WordpressHtml made = wordpress_html(stored, options);
    document::HtmlResult result = document::from_html(html_tokens(made.html));
    for (const auto& [what, times] : made.changes) result.dropped[what] += times;
    return result;
}

}  // namespace blatt::import
