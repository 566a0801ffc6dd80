#include "import/wordpress_shortcodes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/html_escape.h"
#include "document/embeds.h"
#include "import/autop.h"

namespace blatt::import {

namespace {

constexpr std::string_view white_space = " \t\r\n";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

std::string escaped(std::string_view text) {
    std::string out;
    base::append_html_escaped(out, text);
    return out;
}

// A value from HTML: its ampersands are entities already.
std::string attribute_value(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '"') {
            out += "&quot;";
        } else if (c == '<') {
            out += "&lt;";
        } else {
            out += c;
        }
    }
    return out;
}

// Sorted. Shortcodes whose content is code.
constexpr auto code_names = std::to_array<std::string_view>({
    "bash",  "c",      "code",       "cpp",  "csharp", "css",    "diff",   "go",
    "html",  "java",   "javascript", "js",   "json",   "kotlin", "perl",   "php",
    "plain", "python", "ruby",       "rust", "scala",  "shell",  "source", "sourcecode",
    "sql",   "swift",  "typescript", "vb",   "xml",    "yaml",
});
static_assert(std::ranges::is_sorted(code_names));

// Shortcodes for one provider; a bare id is put behind the prefix.
struct ProviderCode {
    std::string_view name;
    std::string_view prefix;
};
constexpr auto provider_codes = std::to_array<ProviderCode>({
    {"youtube", "https://www.youtube.com/watch?v="},
    {"vimeo", "https://vimeo.com/"},
    {"dailymotion", "https://www.dailymotion.com/video/"},
    {"soundcloud", {}},
    {"spotify", {}},
    {"tweet", "https://twitter.com/i/status/"},
    {"instagram", {}},
    {"wpvideo", "https://videopress.com/v/"},
    {"videopress", "https://videopress.com/v/"},
    {"ted", "https://www.ted.com/talks/"},
    {"gist", "https://gist.github.com/"},
    {"googlemaps", {}},
});

struct Shortcode {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;  // name empty: by its place
    std::string_view content;                                     // of the enclosing form
    bool encloses = false;
    std::size_t end = 0;  // one past it in the text

    std::string_view value(std::string_view key) const {
        for (const auto& [name_, value_] : attributes) {
            if (name_ == key) return value_;
        }
        return {};
    }
};

bool is_url(std::string_view text) {
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           text.find_first_of(" \t\n<>\"'[]") == std::string_view::npos;
}

std::string embed(std::string_view url) {
    return "\n\n<div><iframe src=\"" + attribute_value(url) + "\"></iframe></div>\n\n";
}

class Expander {
  public:
    Expander(std::string_view text, const WordpressOptions& options, Changes& changes)
        : text_(text), options_(options), changes_(changes) {}

    std::string run() {
        while (at_ < text_.size()) {
            if (at_line_start() && own_line()) continue;
            const char c = text_[at_];
            if (c == '<' && markup()) continue;
            if (c == '[' && shortcode()) continue;
            out_ += c;
            ++at_;
        }
        return std::move(out_);
    }

  private:
    // A line may also begin behind the tag of a block.
    bool at_line_start() const {
        return at_ == 0 || text_[at_ - 1] == '\n' || text_[at_ - 1] == '>';
    }

    // An address that stands alone on its line.
    bool own_line() {
        const auto begin = text_.find_first_not_of(" \t", at_);
        if (begin == std::string_view::npos || text_[begin] != 'h') return false;
        const auto end = std::min(text_.find_first_of("\n<", begin), text_.size());
        const std::string_view url = trimmed(text_.substr(begin, end - begin));
        const std::string_view after = text_.substr(end);
        const bool alone = after.empty() || after.starts_with('\n') || after.starts_with("</p>") ||
                           after.starts_with("</div>");
        if (!alone || !is_url(url)) return false;
        // In a line of other text, behind the tag of an inline, it is only an address.
        if (at_ > 0 && text_[at_ - 1] == '>' && !opens_block()) return false;
        if (document::embed_provider(url) != nullptr) {
            out_ += embed(url);
        } else {
            out_ += "<a href=\"" + attribute_value(url) + "\">" + std::string(url) + "</a>";
        }
        at_ = end;
        return true;
    }

    bool opens_block() const {
        const auto open = text_.rfind('<', at_ - 1);
        if (open == std::string_view::npos) return false;
        const std::string name = tag_name(text_, open);
        return name == "p" || name == "div";
    }

    bool markup() {
        std::size_t end = markup_end(text_, at_);
        if (end == std::string_view::npos) return false;
        const std::string name = tag_name(text_, at_);
        for (const std::string_view raw : {"pre", "code", "script", "style", "textarea"}) {
            if (name == raw) end = raw_element_end(text_, end, name);
        }
        out_ += text_.substr(at_, end - at_);
        at_ = end;
        return true;
    }

    bool shortcode() {
        if (text_.substr(at_).starts_with("[[")) return escaped_shortcode();
        const auto found = parse(at_);
        if (!found) return false;
        const std::optional<std::string> html = expand(*found);
        if (!html) {
            note_unknown(*found);
            return false;
        }
        out_ += *html;
        at_ = found->end;
        return true;
    }

    // [[gallery]] shows "[gallery]".
    bool escaped_shortcode() {
        const auto found = parse(at_ + 1);
        if (!found || found->end >= text_.size() || text_[found->end] != ']') return false;
        out_ += text_.substr(at_ + 1, found->end - at_ - 1);
        at_ = found->end + 1;
        return true;
    }

    std::optional<Shortcode> parse(std::size_t from) {
        std::size_t at = from + 1;
        Shortcode code;
        while (at < text_.size() && is_name(text_[at])) code.name.push_back(text_[at++]);
        if (code.name.empty() || !is_letter(code.name[0]) || at >= text_.size()) return {};
        if (text_[at] == '=') ++at;  // [youtube=ADDRESS]
        constexpr std::size_t longest = 20'000;
        const std::size_t last = std::min(text_.size(), from + longest);
        char quote = 0;
        std::size_t end = at;
        for (; end < last; ++end) {
            const char c = text_[end];
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '"' || (c == '\'' && text_[end - 1] == '=')) {
                quote = c;
            } else if (c == ']' || c == '[') {
                break;
            }
        }
        if (end >= last || text_[end] != ']') return {};
        std::string_view inside = text_.substr(at, end - at);
        const bool self_closing = inside.ends_with('/') && !inside.ends_with("//");
        if (self_closing) inside.remove_suffix(1);
        read_attributes(inside, code);
        code.end = end + 1;
        if (!self_closing) find_content(code);
        return code;
    }

    void find_content(Shortcode& code) {
        if (unclosed_.contains(code.name)) return;
        const std::string closing = "[/" + code.name + "]";
        const auto close = text_.find(closing, code.end);
        if (close == std::string_view::npos) {
            unclosed_.insert(code.name);
            return;
        }
        // A later one of the same name has its own end.
        const auto next = text_.substr(code.end, close - code.end).find("[" + code.name);
        if (next != std::string_view::npos) return;
        code.encloses = true;
        code.content = text_.substr(code.end, close - code.end);
        code.end = close + closing.size();
    }

    // Quotes may have come as entities or as typographic ones.
    static void read_attributes(std::string_view text, Shortcode& code) {
        std::string plain(text);
        for (const auto& [from, to] :
             {std::pair<std::string_view, std::string_view>{"&quot;", "\""},
              {"&#34;", "\""},
              {"&#8220;", "\""},
              {"&#8221;", "\""},
              {"&#8243;", "\""},
              {"\u201C", "\""},
              {"\u201D", "\""},
              {"\u2033", "\""},
              {"&nbsp;", " "},
              {"\u00A0", " "}}) {
            for (auto at = plain.find(from); at != std::string::npos;
                 at = plain.find(from, at + to.size()))
                plain.replace(at, from.size(), to);
        }
        std::size_t at = 0;
        const auto value_at = [&] {
            std::size_t end = 0;
            std::string value;
            if (at < plain.size() && (plain[at] == '"' || plain[at] == '\'')) {
                end = std::min(plain.find(plain[at], at + 1), plain.size());
                value = plain.substr(at + 1, end - at - 1);
                at = std::min(end + 1, plain.size());
            } else {
                end = std::min(plain.find_first_of(white_space, at), plain.size());
                value = plain.substr(at, end - at);
                at = end;
            }
            return value;
        };
        for (;;) {
            at = plain.find_first_not_of(white_space, at);
            if (at == std::string::npos) return;
            std::size_t end = at;
            while (end < plain.size() && is_name(plain[end])) ++end;
            std::string name;
            if (end > at && end < plain.size() && plain[end] == '=') {
                name = plain.substr(at, end - at);
                std::ranges::transform(name, name.begin(), lower);
                at = end + 1;
            }
            code.attributes.emplace_back(std::move(name), value_at());
        }
    }

    // Brackets stand in ordinary text too: "[sic]" is no shortcode.
    void note_unknown(const Shortcode& code) {
        const bool named = std::ranges::any_of(
            code.attributes, [](const auto& entry) { return !entry.first.empty(); });
        const bool looks_like_one =
            named || code.encloses || code.name.find_first_of("-_") != std::string::npos;
        if (looks_like_one) ++changes_["shortcode " + code.name.substr(0, 40)];
    }

    std::optional<std::string> expand(const Shortcode& code) {
        const std::string& name = code.name;
        if (name == "caption" || name == "wp_caption") return caption(code);
        if (name == "gallery") return gallery(code);
        if (name == "embed" && code.encloses) return embedded(trimmed(code.content));
        if (name == "audio") return media(code, "audio");
        if (name == "video") return media(code, "video");
        if (name == "playlist") return playlist(code);
        if (code.encloses && std::ranges::binary_search(code_names, name)) return code_block(code);
        for (const ProviderCode& provider : provider_codes) {
            if (name == provider.name) return provided(code, provider);
        }
        return {};
    }

    std::string embedded(std::string_view url) {
        if (is_url(url)) return embed(url);
        ++changes_["embed without an address"];
        return std::string(url);
    }

    std::optional<std::string> provided(const Shortcode& code, const ProviderCode& provider) {
        std::string_view what = code.encloses ? trimmed(code.content) : std::string_view{};
        if (what.empty()) what = code.value("url");
        if (what.empty()) what = code.value("id");
        if (what.empty()) what = code.value({});
        if (is_url(what)) return embed(what);
        const bool id = !what.empty() && std::ranges::all_of(what, is_name);
        if (!id || provider.prefix.empty()) return {};
        return embed(std::string(provider.prefix).append(what));
    }

    // The picture comes first, with or without a link around it; the rest is the caption.
    std::optional<std::string> caption(const Shortcode& code) {
        if (!code.encloses) return {};
        const std::string_view content = trimmed(code.content);
        std::size_t end = 0;
        bool link = false;
        bool picture = false;
        while (end < content.size()) {
            if (white_space.find(content[end]) != std::string_view::npos) {
                ++end;
                continue;
            }
            const std::size_t tag_end = markup_end(content, end);
            if (tag_end == std::string_view::npos) break;
            const std::string name = tag_name(content, end);
            if (name == "a" && !picture && !link) {
                link = true;
            } else if (name == "img" && !picture) {
                picture = true;
            } else if (name == "/a" && link) {
                end = tag_end;
                break;
            } else if (!name.empty()) {
                break;
            }
            end = tag_end;
            if (picture && !link) break;
        }
        Expander inner(trimmed(content.substr(end)), options_, changes_);
        std::string text = inner.run();
        if (text.empty()) text = code.value("caption");
        std::string out = "\n\n<figure class=\"wp-caption " + attribute_value(code.value("align")) +
                          "\">" + std::string(trimmed(content.substr(0, end)));
        if (!text.empty()) out += "<figcaption class=\"wp-caption-text\">" + text + "</figcaption>";
        return out + "</figure>\n\n";
    }

    std::vector<std::string> ids(const Shortcode& code) const {
        std::string_view list = code.value("ids");
        if (list.empty()) list = code.value("include");
        std::vector<std::string> out;
        while (!list.empty()) {
            const auto comma = std::min(list.find(','), list.size());
            if (const std::string_view id = trimmed(list.substr(0, comma)); !id.empty())
                out.emplace_back(id);
            list.remove_prefix(std::min(comma + 1, list.size()));
        }
        return out.empty() ? options_.attached : out;
    }

    const WordpressFile* file(std::string_view id, std::string_view what) {
        const WordpressFile* found = options_.file ? options_.file(id) : nullptr;
        if (found == nullptr) ++changes_[std::string(what) + " that the export does not have"];
        return found;
    }

    std::string gallery(const Shortcode& code) {
        std::string figures;
        for (const std::string& id : ids(code)) {
            const WordpressFile* picture = file(id, "picture of a gallery");
            if (picture == nullptr) continue;
            figures += "<figure><img src=\"" + attribute_value(picture->url) + "\" alt=\"" +
                       escaped(picture->alternative) + "\"";
            if (picture->width > 0 && picture->height > 0) {
                figures += " width=\"" + std::to_string(static_cast<int>(picture->width)) +
                           "\" height=\"" + std::to_string(static_cast<int>(picture->height)) +
                           "\"";
            }
            figures += ">";
            if (!picture->caption.empty())
                figures += "<figcaption>" + picture->caption + "</figcaption>";
            figures += "</figure>";
        }
        if (figures.empty()) {
            ++changes_["gallery without pictures"];
            return {};
        }
        const std::string_view columns = code.value("columns");
        return "\n\n<figure class=\"wp-block-gallery columns-" +
               attribute_value(columns.empty() ? "3" : columns) + "\">" + figures + "</figure>\n\n";
    }

    static std::string player(std::string_view tag, std::string_view url) {
        const std::string name(tag);
        return "\n\n<div><" + name + " controls src=\"" + attribute_value(url) + "\"></" + name +
               "></div>\n\n";
    }

    std::optional<std::string> media(const Shortcode& code, std::string_view tag) {
        std::string_view url;
        for (const std::string_view key : {"src", "mp3", "m4a", "ogg", "wav", "flac", "wma", "mp4",
                                           "m4v", "webm", "ogv", "flv", "mov", ""}) {
            if (url.empty()) url = code.value(key);
        }
        // Old players took several, parted by commas, or options behind a bar.
        url = trimmed(url.substr(0, url.find_first_of(",|")));
        if (url.empty()) return {};
        if (tag == "video" && document::embed_provider(url) != nullptr) return embed(url);
        return player(tag, url);
    }

    std::string playlist(const Shortcode& code) {
        std::string players;
        const bool video = code.value("type") == "video";
        for (const std::string& id : ids(code)) {
            if (const WordpressFile* found = file(id, "file of a playlist"))
                players += player(video ? "video" : "audio", found->url);
        }
        if (players.empty()) ++changes_["playlist without files"];
        return players;
    }

    static std::string code_block(const Shortcode& code) {
        std::string_view language = code.value("language");
        if (language.empty()) language = code.value("lang");
        if (language.empty() && code.name != "code" && !code.name.starts_with("source") &&
            code.name != "plain")
            language = code.name;
        std::string_view content = code.content;
        while (content.starts_with('\n')) content.remove_prefix(1);
        // Editors store it with and without entities.
        const bool has_entities = content.find("&lt;") != std::string_view::npos ||
                                  content.find("&gt;") != std::string_view::npos ||
                                  content.find("&amp;") != std::string_view::npos;
        std::string out = "\n\n<pre><code";
        if (!language.empty()) out += " class=\"language-" + attribute_value(language) + "\"";
        return out + ">" + (has_entities ? std::string(content) : escaped(content)) +
               "</code></pre>\n\n";
    }

    std::string_view text_;
    const WordpressOptions& options_;
    Changes& changes_;
    std::size_t at_ = 0;
    std::string out_;
    std::set<std::string> unclosed_;  // names that have no closing form further on
};

}  // namespace

std::string expand_wordpress(std::string_view text, const WordpressOptions& options,
                             Changes& changes) {
    return Expander(text, options, changes).run();
}

}  // namespace blatt::import
