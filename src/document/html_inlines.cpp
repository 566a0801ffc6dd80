#include <utility>

#include "document/html_converter.h"
#include "document/math_reader.h"

namespace blatt::document {

void HtmlConverter::open_inline(const Token& token, const TagRule& rule) {
    if (rule.use == TagUse::superscript) {
        if (const auto reference = match_footnote_reference(tokens_, at_)) {
            footnote_reference(*reference);
            return;
        }
    }
    HtmlSpan span;
    span.kind = rule.span;
    const std::string_view language = attribute(token, "lang");
    if (is_language(language)) span.language = language;
    if (rule.use == TagUse::link) {
        if (!link(token, span)) return;
    } else if (rule.use == TagUse::quotation) {
        push({.quotation = true}, token);
        prepare();
        builder_.text("“");
        return;
    } else {
        note_id(attribute(token, "id"));
    }
    if (span.kind == InlineKind::abbreviation) span.title = attribute_text(token, "title");
    if (span.kind == InlineKind::time) span.url = date_in(attribute(token, "datetime"));
    if (span.kind == InlineKind::span && span.language.empty()) {
        push({}, token);
        return;
    }
    push({.span = true}, token);
    if (span.kind == InlineKind::code) ++code_spans_;
    spans_.push_back(std::move(span));
}

bool HtmlConverter::link(const Token& token, HtmlSpan& span) {
    note_id(attribute(token, "id"));
    note_id(attribute(token, "name"));
    const std::string_view url = attribute(token, "href");
    if (!has_attribute(token, "href") || !allowed(url, UrlUse::link)) {
        push({}, token);
        return false;
    }
    span.kind = InlineKind::link;
    span.url = prefixed(url);
    span.title = attribute_text(token, "title");
    span.back_reference = is_back_reference(token);
    return true;
}

void HtmlConverter::footnote_reference(const FootnoteReference& reference) {
    prepare();
    std::string anchor(options_.anchor_prefix);
    anchor.append(reference.anchor);
    builder_.footnote_reference(reference.number, prefixed(reference.url), anchor);
    at_ += reference.size - 1;
}

void HtmlConverter::input(const Token& token) {
    const bool box = attribute(token, "type") == "checkbox";
    if (!box || container().kind != BlockKind::list_item || filled_) {
        count("tag", token.name);
        return;
    }
    builder_.block(container().id).task = has_attribute(token, "checked") ? Task::done : Task::open;
}

void HtmlConverter::image(const Token& token) {
    std::string_view url = attribute(token, "src");
    // Pictures that a script would load later.
    if (url.empty() || url_scheme(url) == "data") {
        for (const std::string_view later : {"data-src", "data-lazy-src"}) {
            if (const std::string_view other = attribute(token, later); !other.empty()) url = other;
        }
    }
    const float width = length(attribute(token, "width"));
    const float height = length(attribute(token, "height"));
    if (has_attribute(token, "width") && has_attribute(token, "height") && width <= 1 &&
        height <= 1) {
        count("tag", "img of one pixel");
        return;
    }
    const std::string alternative(attribute_text(token, "alt"));
    if (options_.untrusted || !allowed(url, UrlUse::image)) {
        if (!alternative.empty()) text(alternative);
        return;
    }
    note_id(attribute(token, "id"));
    prepare();
    const InlineId id = builder_.image(url, alternative, attribute_text(token, "title"));
    builder_.target(id).width = width;
    builder_.target(id).height = height;
}

void HtmlConverter::embed(const Token& token) {
    const Token* source = &token;
    std::string_view url = attribute(token, token.name == "object" ? "data" : "src");
    if (url.empty()) url = attribute(token, "data-src");
    for (std::size_t i = at_ + 1; url.empty() && i < tokens_.size(); ++i) {
        if (tokens_[i].kind == TokenKind::close && tokens_[i].name == token.name) break;
        const bool names_it = tokens_[i].name == "source" || tokens_[i].name == "embed";
        if (tokens_[i].kind != TokenKind::open || !names_it) continue;
        source = &tokens_[i];
        url = attribute(*source, "src");
    }
    drop_with_content(token);
    const std::string scheme = url_scheme(url);
    if (url.empty() || url == "about:blank") return;
    if (!scheme.empty() && scheme != "http" && scheme != "https") {
        count("url", scheme);
        return;
    }
    std::string_view shown = attribute_text(token, "title");
    const std::string host = host_of(url);
    if (shown.empty()) shown = host.empty() ? url : std::string_view(host);
    const bool own_block = leaf_ != HtmlLeaf::title;
    if (own_block) {
        make_room_for(BlockKind::paragraph);
        builder_.block(open_leaf(BlockKind::paragraph, HtmlLeaf::paragraph)).style =
            StyleClass::facade;
    } else {
        separate();
        prepare();
    }
    const InlineId id = builder_.open_link(url);
    builder_.target(id).untrusted = options_.untrusted;
    builder_.text(shown);
    builder_.close_span();
    if (own_block) close_leaf();
}

// A formula that stands alone ends the paragraph around it.
void HtmlConverter::math(const Token& token) {
    const bool own_block = attribute(token, "display") == "block" && leaf_ != HtmlLeaf::title;
    if (own_block) {
        make_room_for(BlockKind::paragraph);
        builder_.block(open_leaf(BlockKind::paragraph, HtmlLeaf::paragraph)).style =
            StyleClass::formula;
    } else {
        prepare();
    }
    if (heading_) heading_text_.append(attribute(token, "alttext"));
    at_ = read_math(tokens_, at_, builder_,
                    [this](std::string_view what, std::string_view name) { count(what, name); });
    if (own_block) close_leaf();
}

}  // namespace blatt::document
