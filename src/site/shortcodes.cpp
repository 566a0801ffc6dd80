#include "site/shortcodes.h"

#include <algorithm>

#include "base/html_escape.h"
#include "site/code_mask.h"
#include "site/slug.h"
#include "site/text.h"

namespace blatt::site {

namespace {

constexpr std::size_t none = std::string_view::npos;

struct Tag {
    std::size_t begin = 0, end = 0;  // with its braces
    std::string name;
    bool closing = false;
    bool self_closing = false;
    std::string_view rest;  // after the name
};

bool looks_like_picture(std::string_view url) {
    const std::string lower = lower_ascii(url.substr(0, url.find_first_of("?#")));
    for (const std::string_view ending :
         {".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif"})
        if (lower.ends_with(ending)) return true;
    return false;
}

class Expander {
  public:
    Expander(std::string_view text, const ShortcodeContext& context, Problems& problems)
        : text_(text),
          context_(context),
          problems_(problems),
          mask_(code_mask(text)),
          variables_(context.variables) {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') line_ends_.push_back(i);
    }

    std::string expand(std::size_t begin, std::size_t end);

  private:
    int line_of(std::size_t at) const {
        return context_.first_line +
               static_cast<int>(std::lower_bound(line_ends_.begin(), line_ends_.end(), at) -
                                line_ends_.begin());
    }
    void warn(std::string_view kind, std::size_t at, std::string message) {
        problems_.warn(kind, context_.file, line_of(at), std::move(message));
    }
    bool starts(std::size_t at, std::string_view what) const {
        return text_.substr(at).starts_with(what);
    }
    bool alone(std::size_t begin, std::size_t end) const;
    bool in_html(std::size_t at) const;
    std::optional<Tag> hugo_tag(std::size_t at) const;
    std::optional<Tag> liquid_tag(std::size_t at) const;
    // The tag that closes `open`, found from its end on; nullopt where there is none.
    std::optional<Tag> closing_of(const Tag& open, bool hugo) const;

    std::size_t hugo(std::string& out, const Tag& tag);
    std::size_t liquid(std::string& out, const Tag& tag);
    std::size_t output(std::string& out, std::size_t at);
    std::size_t attribute_list(std::string& out, std::size_t at);
    bool media(std::string& out, const Tag& tag, const TagArguments& arguments);
    // Where a tag alone on its line inside HTML became nothing, its line goes too: an empty one
    // would end the HTML block. Returns where to go on.
    std::size_t close_gap(std::string& out, std::size_t size_before, std::size_t begin,
                          std::size_t end) const;
    void unknown(std::string& out, const Tag& tag, std::string_view what);
    void reference(std::string& out, const Tag& tag, std::string_view target);
    std::string with_base(std::string_view path) const;

    std::string_view text_;
    const ShortcodeContext& context_;
    Problems& problems_;
    std::vector<bool> mask_;
    std::map<std::string, std::string> variables_;
    std::vector<std::size_t> line_ends_;
};

bool Expander::alone(std::size_t begin, std::size_t end) const {
    while (begin > 0 && (text_[begin - 1] == ' ' || text_[begin - 1] == '\t')) --begin;
    while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t' || text_[end] == '\r'))
        ++end;
    return (begin == 0 || text_[begin - 1] == '\n') && (end >= text_.size() || text_[end] == '\n');
}

// Whether the paragraph around `at` began with a tag: Markdown is not read there.
bool Expander::in_html(std::size_t at) const {
    std::size_t begin = text_.rfind("\n\n", at);
    begin = begin == none ? 0 : begin + 2;
    const std::string_view chunk = trim_start(text_.substr(begin, at - begin));
    if (chunk.size() < 2 || chunk[0] != '<') return false;
    if (chunk.starts_with("<http") || chunk.starts_with("<mailto:")) return false;
    // Inline elements do not begin an HTML block.
    for (const std::string_view tag :
         {"<a ", "<b>", "<i>", "<em>", "<strong>", "<span", "<img", "<code"})
        if (chunk.starts_with(tag)) return false;
    const char c = chunk[1];
    return c == '/' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Where `close` stands outside quotes, or none. Quotes do not reach over an empty line.
std::size_t find_end(std::string_view text, std::size_t from, std::string_view close) {
    char quote = 0;
    for (std::size_t i = from; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == '\\' && quote != '`')
                ++i;
            else if (c == quote)
                quote = 0;
            else if (c == '\n' && i + 1 < text.size() && text[i + 1] == '\n')
                break;
        } else if (text.substr(i).starts_with(close)) {
            return i;
        } else if (c == '"' || c == '`') {
            quote = c;
        }
    }
    // A stray quote: the plain end then.
    return text.find(close, from);
}

Tag split_tag(std::string_view inner, std::size_t begin, std::size_t end) {
    Tag tag;
    tag.begin = begin;
    tag.end = end;
    inner = trim(inner);
    if (inner.starts_with('/')) {
        tag.closing = true;
        inner = trim_start(inner.substr(1));
    }
    if (inner.ends_with('/')) {
        tag.self_closing = true;
        inner = trim_end(inner.substr(0, inner.size() - 1));
    }
    const std::size_t space = std::min(inner.find_first_of(" \t\r\n\""), inner.size());
    tag.name = inner.substr(0, space);
    tag.rest = inner.substr(space);
    return tag;
}

std::optional<Tag> Expander::hugo_tag(std::size_t at) const {
    const std::string_view close = text_[at + 2] == '<' ? ">}}" : "%}}";
    const std::size_t end = find_end(text_, at + 3, close);
    if (end == none || end - at > 20'000) return std::nullopt;
    return split_tag(text_.substr(at + 3, end - at - 3), at, end + 3);
}

std::optional<Tag> Expander::liquid_tag(std::size_t at) const {
    const std::size_t end = find_end(text_, at + 2, "%}");
    if (end == none || end - at > 20'000) return std::nullopt;
    std::string_view inner = text_.substr(at + 2, end - at - 2);
    if (inner.starts_with('-')) inner.remove_prefix(1);
    if (inner.ends_with('-')) inner.remove_suffix(1);
    Tag tag = split_tag(inner, at, end + 2);
    tag.closing = tag.closing || (tag.name.starts_with("end") && tag.name.size() > 3);
    return tag;
}

std::optional<Tag> Expander::closing_of(const Tag& open, bool hugo) const {
    if (open.self_closing) return std::nullopt;
    int depth = 1;
    for (std::size_t at = open.end; at + 3 < text_.size(); ++at) {
        if (text_[at] != '{') continue;
        std::optional<Tag> tag;
        if (hugo && (starts(at, "{{<") || starts(at, "{{%")))
            tag = hugo_tag(at);
        else if (!hugo && starts(at, "{%"))
            tag = liquid_tag(at);
        if (!tag) continue;
        if (tag->closing && tag->name == (hugo ? open.name : "end" + open.name)) {
            if (--depth == 0) return tag;
        } else if (!tag->closing && !tag->self_closing && tag->name == open.name) {
            ++depth;
        }
        at = tag->end - 1;
    }
    return std::nullopt;
}

std::size_t Expander::close_gap(std::string& out, std::size_t size_before, std::size_t begin,
                                std::size_t end) const {
    if (trim(std::string_view(out).substr(size_before)).size() != 0 || !alone(begin, end) ||
        !in_html(begin))
        return end;
    out.resize(size_before);
    while (out.ends_with(' ') || out.ends_with('\t')) out.pop_back();
    return std::min(text_.find('\n', end), text_.size() - 1) + 1;
}

std::string Expander::with_base(std::string_view path) const {
    if (path.find("://") != none || path.starts_with("//") || path.starts_with('#'))
        return std::string(path);
    return join_url(context_.base, path);
}

void Expander::reference(std::string& out, const Tag& tag, std::string_view target) {
    const std::size_t hash = std::min(target.find('#'), target.size());
    const std::string_view path = target.substr(0, hash);
    if (path.empty()) {
        out += target;
        return;
    }
    const auto url = context_.resolve ? context_.resolve(path) : std::nullopt;
    if (!url)
        warn("reference to no page", tag.begin, cat("there is no page \"", path, "\" to refer to"));
    // The path as written still tells the reader, and the link's text is kept.
    out += url ? *url : with_base(path);
    out += target.substr(hash);
}

// Pictures and embeds that several systems name alike.
bool Expander::media(std::string& out, const Tag& tag, const TagArguments& arguments) {
    const std::string& name = tag.name;
    const bool block = alone(tag.begin, tag.end);
    const auto id = [&] {
        const std::string named = arguments.named({"id", "video", "videoid", "code"});
        return named.empty() ? arguments.at(0) : named;
    };
    const std::string title = arguments.named({"title", "label", "caption", "alt"});
    if (name == "figure" || name == "img" || name == "image" || name == "slideshow-image") {
        std::string url = arguments.named({"src", "image", "path", "url"});
        if (url.empty()) url = arguments.at(0);
        if (url.empty()) return false;
        std::string alternative = arguments.named({"alt"});
        if (alternative.empty()) alternative = arguments.at(1);
        std::string caption = arguments.named({"caption", "title", "sub"});
        const std::string by = arguments.named({"attr", "attribution"});
        const std::string by_url = arguments.named({"attrlink"});
        if (!by.empty())
            caption += cat(caption.empty() ? "" : " ",
                           by_url.empty() ? by : cat("[", by, "](", by_url, ")"));
        const std::string shown =
            picture(url, alternative, caption, arguments.named({"link", "href"}), block,
                    in_html(tag.begin));
        // A picture on a line of its own is a block of its own.
        out += block ? cat("\n", shown, "\n") : shown;
        return true;
    }
    if (name.starts_with("youtube"))
        out += frame("https://www.youtube.com/watch?v=" + id(), title);
    else if (name.starts_with("vimeo"))
        out += frame("https://vimeo.com/" + id(), title);
    else if (name.starts_with("twitter") || name.starts_with("tweet") || name == "x" ||
             name == "x_simple") {
        const std::string user = arguments.named({"user"});
        out +=
            frame(cat("https://twitter.com/", user.empty() ? "i" : user, "/status/", id()), title);
    } else if (name.starts_with("instagram")) {
        out += frame(cat("https://www.instagram.com/p/", id(), "/"), title);
    } else if (name == "gist") {
        out += frame(cat("https://gist.github.com/", arguments.at(0), "/", arguments.at(1)), title);
    } else {
        return false;
    }
    return true;
}

// A tag that nobody knows here: what it would have shown as far as its arguments tell.
void Expander::unknown(std::string& out, const Tag& tag, std::string_view what) {
    const bool block = alone(tag.begin, tag.end);
    std::string kept;
    if (!tag.closing) {
        const TagArguments arguments = read_arguments(tag.rest);
        const std::string called =
            tag.name == "include" ? cat("include ", arguments.at(0)) : tag.name;
        std::string image, link;
        for (const TagArgument& argument : arguments.list) {
            const std::string name = lower_ascii(argument.name);
            // A word without quotes is a variable or an option.
            if (image.empty() && looks_like_picture(argument.value) && !name.starts_with("icon"))
                image = argument.value;
            else if (link.empty() &&
                     (name == "href" || name == "url" || name == "link" || name == "src"))
                link = argument.value;
        }
        const std::string text =
            arguments.named({"text", "title", "label", "caption", "name", "content"});
        if (!image.empty()) {
            kept =
                picture(image, arguments.named({"alt", "alt_text", "alternative", "description"}),
                        arguments.named({"caption", "figcaption", "sub", "text", "title"}), link,
                        block, in_html(tag.begin));
        } else if (!link.empty()) {
            kept = cat("[", text.empty() ? link : text, "](", link, ")");
        } else {
            kept = text;
        }
        const bool saved = !kept.empty();
        warn(what, tag.begin,
             cat("`", called, "` is not known here: ",
                 saved ? "its picture, link or words are kept"
                       : "the tag is left out, what it encloses stays"));
    }
    if (block)
        out += cat("\n", kept, "\n");
    else
        out += kept;
}

std::size_t Expander::hugo(std::string& out, const Tag& tag) {
    const std::string& name = tag.name;
    // {{</* … */>}} shows a shortcode instead of running it.
    if (name.starts_with("/*") || (tag.closing && name.starts_with('*'))) {
        const std::string_view whole = text_.substr(tag.begin, tag.end - tag.begin);
        out += replace_all(replace_all(whole, "/*", ""), "*/", "");
        return tag.end;
    }
    const TagArguments arguments = read_arguments(tag.rest);
    if (!tag.closing) {
        if (name == "ref" || name == "relref") {
            const std::string path = arguments.named({"path"});
            reference(out, tag, path.empty() ? arguments.at(0) : path);
            return tag.end;
        }
        if (name == "param") {
            for (const std::string_view prefix : {"page.", "site.params.", "site."})
                if (const auto it = variables_.find(cat(prefix, arguments.at(0)));
                    it != variables_.end()) {
                    out += it->second;
                    return tag.end;
                }
        }
        const auto close = closing_of(tag, true);
        if (close) {
            const std::string_view raw = text_.substr(tag.end, close->begin - tag.end);
            if (name == "highlight" || name == "code") {
                std::string language = arguments.at(0);
                if (language.empty()) language = arguments.named({"lang", "language"});
                out += fenced(raw, language);
                return close->end;
            }
            if (name == "comment") return close->end;
            if (name.ends_with(".inline")) {
                warn("unknown shortcode", tag.begin,
                     cat("`", name, "` is a template written into the text and is left out"));
                return close->end;
            }
            if (name == "rawhtml" || name == "raw" || name == "html") {
                out += raw;
                return close->end;
            }
            if (contains_ignoring_case(name, "quote")) {
                std::string author = arguments.named({"author", "by", "name", "cite"});
                if (author.empty()) author = arguments.at(0);
                out += quoted(expand(tag.end, close->begin), author);
                return close->end;
            }
            if (contains_ignoring_case(name, "headline") ||
                contains_ignoring_case(name, "heading")) {
                const char last = name.back();
                const int level = last >= '2' && last <= '6' ? last - '0' : 2;
                const std::string inner = collapse_space(expand(tag.end, close->begin));
                out += cat("\n\n", std::string(static_cast<std::size_t>(level), '#'), " ", inner,
                           "\n\n");
                return close->end;
            }
            if (name == "details") {
                std::string summary = arguments.named({"summary", "title"});
                if (summary.empty()) summary = arguments.at(0);
                out += cat("\n\n<details><summary>", base::html_escaped(summary), "</summary>\n\n",
                           trim(expand(tag.end, close->begin)), "\n\n</details>\n\n");
                return close->end;
            }
            for (const std::string_view plain :
                 {"paragraph", "lead", "center", "align", "block", "section"})
                if (contains_ignoring_case(name, plain)) {
                    out += cat("\n\n", trim(expand(tag.end, close->begin)), "\n\n");
                    return close->end;
                }
        }
        if (media(out, tag, arguments)) return tag.end;
    }
    unknown(out, tag, "unknown shortcode");
    return tag.end;
}

std::size_t Expander::liquid(std::string& out, const Tag& tag) {
    const std::string& name = tag.name;
    const TagArguments arguments = read_arguments(tag.rest);
    if (name == "comment") {
        const auto close = closing_of(tag, false);
        return close ? close->end : tag.end;
    }
    if (name == "highlight") {
        if (const auto close = closing_of(tag, false)) {
            out += fenced(text_.substr(tag.end, close->begin - tag.end), arguments.at(0));
            return close->end;
        }
    }
    if (name == "set" || name == "assign" || name == "capture") {
        const std::size_t equals = tag.rest.find('=');
        if (equals != none) {
            const std::string_view value = trim(tag.rest.substr(equals + 1));
            if (value.size() >= 2 && (value[0] == '"' || value[0] == '\''))
                variables_[std::string(trim(tag.rest.substr(0, equals)))] =
                    read_arguments(value).at(0);
            return tag.end;
        }
        if (const auto close = closing_of(tag, false)) {
            variables_[std::string(trim(tag.rest))] = trim(expand(tag.end, close->begin));
            return close->end;
        }
        return tag.end;
    }
    if (name == "link" || name == "post_url") {
        reference(out, tag, trim(tag.rest));
        return tag.end;
    }
    if (name == "image" || name == "image_with_class") {
        // The source may be a variable set above.
        std::string url = arguments.at(0);
        if (const auto it = variables_.find(url); it != variables_.end()) url = it->second;
        const std::string alternative = arguments.at(name == "image" ? 1 : 2);
        out += picture(with_base(url), alternative, {}, {}, alone(tag.begin, tag.end),
                       in_html(tag.begin));
        return tag.end;
    }
    // Conditions and loops have no result here; what they enclose is kept.
    for (const std::string_view control : {"if", "elsif", "elif", "else", "unless", "for", "endif",
                                           "endunless", "endfor", "case", "when", "endcase"}) {
        if (name != control) continue;
        if (!tag.closing)
            warn("template tag", tag.begin,
                 cat("`", name, "` is not run: what it encloses is kept"));
        return tag.end;
    }
    if (name != "include" && media(out, tag, arguments)) return tag.end;
    unknown(out, tag, name.starts_with("include") ? "include" : "unknown template tag");
    return tag.end;
}

// {{ "text" | filter }} and {{ variable }}.
std::size_t Expander::output(std::string& out, std::size_t at) {
    const std::size_t close = find_end(text_, at + 2, "}}");
    const std::size_t after = close + 2;
    if (close == none || close - at > 4000) {
        out += "{{";
        return at + 2;
    }
    std::string_view inner = text_.substr(at + 2, close - at - 2);
    if (inner.starts_with('-')) inner.remove_prefix(1);
    if (inner.ends_with('-')) inner.remove_suffix(1);
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= inner.size();) {
        const std::size_t bar = std::min(find_end(inner, begin, "|"), inner.size());
        parts.push_back(trim(inner.substr(begin, bar - begin)));
        begin = bar + 1;
    }
    const std::string_view head = parts.front();
    std::string value;
    const bool literal = head.size() >= 2 && (head[0] == '"' || head[0] == '\'');
    if (literal) {
        value = read_arguments(head).at(0);
    } else if (head == "site.baseurl" || head == "site.url" || head == "site.baseUrl") {
        if (head != "site.url")
            value = context_.base == "/" ? "" : context_.base.substr(0, context_.base.size() - 1);
    } else if (const auto it = variables_.find(std::string(head)); it != variables_.end()) {
        value = it->second;
    } else {
        out += text_.substr(at, after - at);
        warn("template variable", at, cat("`", head, "` is not known here: kept as text"));
        return after;
    }
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t colon = std::min(parts[i].find(':'), parts[i].size());
        const std::string_view filter = trim(parts[i].substr(0, colon));
        if (filter == "url" || filter == "relative_url" || filter == "absolute_url") {
            value = with_base(value);
        } else if (filter == "embed" || filter == "youtube") {
            const std::string title =
                colon < parts[i].size() ? read_arguments(parts[i].substr(colon + 1)).at(0) : "";
            value = frame(value, title);
        } else if (filter == "upcase" || filter == "downcase" || filter == "escape" ||
                   filter == "safe" || filter == "strip" || filter == "markdownify" ||
                   filter == "xml_escape") {
            continue;
        } else {
            const bool picture_filter = contains_ignoring_case(filter, "photo") ||
                                        contains_ignoring_case(filter, "icon") ||
                                        contains_ignoring_case(filter, "avatar");
            warn("template filter", at,
                 cat("the filter `", filter, "` is not known here: ",
                     picture_filter ? "its picture is left out" : "its text is kept"));
            if (picture_filter) value.clear();
        }
    }
    out += value;
    return after;
}

// {: .class #id } and {:toc}: only for looks.
std::size_t Expander::attribute_list(std::string& out, std::size_t at) {
    const std::size_t close = text_.find('}', at);
    const std::size_t line_end = std::min(text_.find('\n', at), text_.size());
    if (close == none || close > line_end || at + 2 >= text_.size() ||
        std::string_view(" .#").find(text_[at + 2]) == none) {
        if (!starts(at, "{:toc}")) {
            out += text_[at];
            return at + 1;
        }
        // `* TOC` above it only holds the place.
        const std::size_t line = out.find_last_not_of(" \n");
        const std::size_t begin = line == std::string::npos ? 0 : out.rfind('\n', line) + 1;
        if (const std::string_view last = trim(std::string_view(out).substr(begin));
            last.size() > 1 && (last[0] == '*' || last[0] == '-' || last[0] == '1'))
            out.resize(begin);
    }
    return close + 1;
}

std::string Expander::expand(std::size_t begin, std::size_t end) {
    std::string out;
    out.reserve(end - begin);
    std::size_t at = begin;
    while (at < end) {
        const char c = text_[at];
        if (c != '{' || at + 1 >= end) {
            out += c;
            ++at;
            continue;
        }
        if (context_.liquid && starts(at, "{%")) {
            const auto tag = liquid_tag(at);
            if (tag && tag->name == "raw") {
                // Verbatim to its end, in code too.
                std::size_t stop = tag->end;
                std::optional<Tag> close;
                while ((stop = text_.find("{%", stop)) != none) {
                    close = liquid_tag(stop);
                    if (close && close->name == "endraw") break;
                    close.reset();
                    stop += 2;
                }
                const std::size_t until = std::min(close ? close->begin : end, end);
                out += text_.substr(tag->end, until - std::min(tag->end, until));
                at = close ? close->end : end;
                continue;
            }
            if (tag && !mask_[at]) {
                const std::size_t before = out.size();
                at = close_gap(out, before, at, liquid(out, *tag));
                continue;
            }
        }
        if (!mask_[at]) {
            if (starts(at, "{{<") || starts(at, "{{%")) {
                // `{{% raw` of Liquid is a brace before {% raw %}.
                const auto tag = hugo_tag(at);
                if (tag && !tag->name.empty() &&
                    !(context_.liquid && tag->name.find("raw") != std::string::npos)) {
                    at = hugo(out, *tag);
                    continue;
                }
            } else if (context_.liquid && starts(at, "{{")) {
                const std::size_t before = out.size();
                at = close_gap(out, before, at, output(out, at));
                continue;
            } else if (context_.liquid && starts(at, "{:")) {
                at = attribute_list(out, at);
                continue;
            } else if ((starts(at, "{#") || starts(at, "{.")) && !out.empty() &&
                       out.back() == ' ') {
                // `## Heading {#anchor .class}`.
                const std::size_t line =
                    text_.rfind('\n', at) == none ? 0 : text_.rfind('\n', at) + 1;
                const std::size_t close = text_.find('}', at);
                if (text_.substr(line).starts_with('#') && close != none &&
                    trim(text_.substr(close + 1,
                                      std::min(text_.find('\n', close), text_.size()) - close - 1))
                        .empty()) {
                    at = close + 1;
                    continue;
                }
            }
        }
        out += c;
        ++at;
    }
    return out;
}

}  // namespace

std::string expand_shortcodes(std::string_view markdown, const ShortcodeContext& context,
                              Problems& problems) {
    if (markdown.find('{') == none) return std::string(markdown);
    Expander expander(markdown, context, problems);
    return expander.expand(0, markdown.size());
}

}  // namespace blatt::site
