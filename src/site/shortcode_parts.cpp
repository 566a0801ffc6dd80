#include <algorithm>

#include "base/html_escape.h"
#include "document/markdown.h"
#include "site/shortcodes.h"
#include "site/text.h"

namespace blatt::site {

std::string TagArguments::named(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
        for (const TagArgument& argument : list)
            if (lower_ascii(argument.name) == name && !argument.value.empty())
                return argument.value;
    return {};
}

std::string TagArguments::at(std::size_t position) const {
    for (const TagArgument& argument : list)
        if (argument.name.empty() && position-- == 0) return argument.value;
    return {};
}

TagArguments read_arguments(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n,";
    TagArguments out;
    std::size_t at = 0;
    // A quoted or bare word from `at`; quotes may escape themselves with a backslash.
    const auto word = [&](bool may_be_name) {
        std::string value;
        const char quote = text[at];
        if (quote == '"' || quote == '\'' || quote == '`') {
            ++at;
            while (at < text.size() && text[at] != quote) {
                if (quote != '`' && text[at] == '\\' && at + 1 < text.size() &&
                    (text[at + 1] == quote || text[at + 1] == '\\'))
                    ++at;
                value += text[at++];
            }
            if (at < text.size()) ++at;
            return value;
        }
        while (at < text.size() && spaces.find(text[at]) == std::string_view::npos) {
            if (may_be_name && text[at] == '=' &&
                value.find_first_not_of(
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") ==
                    std::string::npos)
                break;
            if (may_be_name && text[at] == ':' && at + 1 < text.size() &&
                std::string_view(" \t\n\"'").find(text[at + 1]) != std::string_view::npos)
                break;
            value += text[at++];
        }
        return value;
    };
    while (true) {
        at = text.find_first_not_of(spaces, at);
        if (at == std::string_view::npos) break;
        const bool quoted_first = std::string_view("\"'`").find(text[at]) != std::string_view::npos;
        TagArgument argument;
        argument.value = word(!quoted_first);
        // `name = "value"` and `name: "value"`, with or without spaces.
        std::size_t sign = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
        if (!quoted_first && sign < text.size() && (text[sign] == '=' || text[sign] == ':')) {
            sign = std::min(text.find_first_not_of(" \t\r\n", sign + 1), text.size());
            argument.name = std::move(argument.value);
            argument.value.clear();
            at = sign;
            if (at < text.size()) argument.value = word(false);
        } else if (argument.value.empty() && !quoted_first) {
            ++at;
            continue;
        }
        out.list.push_back(std::move(argument));
    }
    return out;
}

namespace {

std::string in_paragraphs(std::string_view markdown) {
    std::string html(trim(document::markdown_to_raw_html(markdown)));
    // One paragraph needs no element of its own in a caption.
    if (html.starts_with("<p>") && html.ends_with("</p>") &&
        html.find("<p>", 3) == std::string::npos)
        html = html.substr(3, html.size() - 7);
    // An empty line would end the HTML block.
    while (html.find("\n\n") != std::string::npos) html = replace_all(html, "\n\n", "\n");
    return html;
}

std::string markdown_url(std::string_view url) {
    if (url.find_first_of(" ()") == std::string_view::npos) return std::string(url);
    return cat("<", replace_all(replace_all(url, "<", "%3C"), ">", "%3E"), ">");
}

}  // namespace

std::string picture(std::string_view url, std::string_view alternative, std::string_view caption,
                    std::string_view link, bool block, bool html) {
    const std::string words = collapse_space(alternative);
    if (!caption.empty() || html || (block && !link.empty())) {
        std::string out = cat("<img src=\"", base::html_escaped(url), "\" alt=\"",
                              base::html_escaped(words), "\">");
        if (!link.empty()) out = cat("<a href=\"", base::html_escaped(link), "\">", out, "</a>");
        if (caption.empty()) return out;
        if (!block) return cat(out, " <em>", in_paragraphs(caption), "</em>");
        return cat("\n\n<figure>", out, "<figcaption>", in_paragraphs(caption),
                   "</figcaption></figure>\n\n");
    }
    std::string escaped;
    for (const char c : words) {
        if (c == '[' || c == ']' || c == '\\' || c == '`') escaped += '\\';
        escaped += c;
    }
    const std::string out = cat("![", escaped, "](", markdown_url(url), ")");
    return link.empty() ? out : cat("[", out, "](", markdown_url(link), ")");
}

std::string frame(std::string_view url, std::string_view title) {
    std::string out = cat("\n\n<iframe src=\"", base::html_escaped(url), "\"");
    if (!title.empty()) out += cat(" title=\"", base::html_escaped(collapse_space(title)), "\"");
    return out + "></iframe>\n\n";
}

std::string fenced(std::string_view code, std::string_view language) {
    std::size_t longest = 2, run = 0;
    for (const char c : code) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    while (code.starts_with('\n') || code.starts_with("\r\n")) code.remove_prefix(1);
    std::string out = cat("\n\n", fence, language, "\n", code);
    if (!out.ends_with('\n')) out += '\n';
    return cat(out, fence, "\n\n");
}

std::string quoted(std::string_view markdown, std::string_view author) {
    std::string out = "\n\n";
    for (const std::string_view line : lines_of(trim(markdown))) out += cat("> ", line, "\n");
    if (!author.empty()) out += cat(">\n> — ", author, "\n");
    return out + "\n";
}

}  // namespace blatt::site
