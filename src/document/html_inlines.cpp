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
    if (token.name == "cite" && leaf_ == HtmlLeaf::none && paragraphs_ == 0 &&
        container().kind == BlockKind::quote) {
        attribution(token);
        return;
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
    // The second link to the same file.
    if (has_class(token, "wp-block-file__button")) {
        count("link", "to the same file again");
        skipped_ = 1;
        return false;
    }
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
    // WordPress marks the way back only by its name.
    const bool in_note = container().kind == BlockKind::footnote;
    span.back_reference =
        is_back_reference(token) || (in_note && url.starts_with('#') && url.ends_with("-link"));
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
