#include <algorithm>

#include "document/callout.h"
#include "document/html_converter.h"

namespace blatt::document {

namespace {

// The boxes of the usual frameworks: "alert alert-warning", "notice notice--info",
// "admonition tip", "callout-danger".
StyleClass callout_of(const Token& token) {
    StyleClass found = StyleClass::none;
    bool is_box = false;
    std::string_view classes = attribute(token, "class");
    while (!classes.empty()) {
        const std::string_view name = classes.substr(0, classes.find_first_of(" \t\n"));
        classes.remove_prefix(std::min(classes.size(), name.size() + 1));
        for (const std::string_view box : {"alert", "notice", "callout", "admonition"}) {
            if (!name.starts_with(box)) continue;
            std::string_view rest = name.substr(box.size());
            if (!rest.empty() && !rest.starts_with('-')) continue;
            is_box = true;
            while (rest.starts_with('-')) rest.remove_prefix(1);
            if (const StyleClass style = callout_style(rest); style != StyleClass::none)
                found = style;
        }
        if (is_box && found == StyleClass::none) found = callout_style(name);
    }
    if (!is_box) return StyleClass::none;
    return found == StyleClass::none ? StyleClass::callout_note : found;
}

}  // namespace

void HtmlConverter::open(const Token& token) {
    const TagRule rule = tag_rule(token.name);
    if (leaf_ == HtmlLeaf::code) {
        open_in_code(token, rule);
        return;
    }
    if (rule.use == TagUse::math) return math(token);
    if (rule.use != TagUse::dropped) count_attributes(token);
    const bool inside_title = leaf_ == HtmlLeaf::title;
    switch (rule.use) {
        case TagUse::unknown:
            count("tag", token.name);
            if (!is_void_tag(token.name)) push({}, token);
            return;
        case TagUse::inert: push({}, token); return;
        case TagUse::dropped: drop_with_content(token); return;
        case TagUse::ignored_void: return;
        case TagUse::input: input(token); return;
        case TagUse::line_break:
            if (leaf_ != HtmlLeaf::none && filled_) breaks_ = std::min(breaks_ + 1, 2);
            if (heading_) heading_text_.push_back(' ');
            return;
        case TagUse::image: image(token); return;
        case TagUse::embed: embed(token); return;
        case TagUse::span:
        case TagUse::link:
        case TagUse::superscript:
        case TagUse::quotation: open_inline(token, rule); return;
        default: break;
    }
    note_id(attribute(token, "id"));
    if (inside_title) {
        separate();
        if (!is_void_tag(token.name)) push({}, token);
        return;
    }
    open_block(token, rule);
}

void HtmlConverter::open_in_code(const Token& token, const TagRule& rule) {
    if (rule.use == TagUse::dropped) {
        drop_with_content(token);
        return;
    }
    if (rule.use == TagUse::line_break) builder_.text("\n");
    if (rule.use == TagUse::link || rule.use == TagUse::image) count("tag", token.name);
    if (token.name == "code" && code_info_.empty()) code_info_ = code_language(token);
    if (!is_void_tag(token.name)) push({}, token);
}

void HtmlConverter::open_block(const Token& token, const TagRule& rule) {
    if (by_class(token)) return;
    switch (rule.use) {
        case TagUse::transparent: transparent(token); break;
        case TagUse::container: open_container(token, rule.block); break;
        case TagUse::list_item: list_item(token); break;
        case TagUse::table:
            make_room_for(BlockKind::table);
            push_table_part(token, BlockKind::table);
            in_head_ = false;
            break;
        case TagUse::table_section: {
            close_leaf();
            push({.section = true}, token);
            elements_.back().saved_head = in_head_;
            in_head_ = token.name == "thead";
            break;
        }
        case TagUse::table_row:
        case TagUse::table_cell: table_part(token, rule.block); break;
        case TagUse::paragraph: open_paragraph_element(token); break;
        case TagUse::heading: heading(token); break;
        case TagUse::title: title(token, rule.block); break;
        case TagUse::definition:
            pop_implicit_for(BlockKind::definition);
            if (container().kind == BlockKind::definition_list) {
                push_named(token, BlockKind::definition);
            } else {
                transparent(token);
            }
            break;
        case TagUse::details: details(token); break;
        case TagUse::code_block: {
            make_room_for(BlockKind::code_block);
            code_ = open_leaf(BlockKind::code_block, HtmlLeaf::code);
            const std::string_view language = attribute(token, "lang");
            code_info_ = is_id(language) ? language : std::string_view{};
            push({.leaf = true}, token);
            break;
        }
        case TagUse::rule:
            // The line that writers put over their footnotes is part of how ours look.
            if (footnotes_next_) break;
            make_room_for(BlockKind::rule);
            give_id(builder_.open(BlockKind::rule));
            builder_.close();
            break;
        default: break;
    }
}

void HtmlConverter::pop_implicit_for(BlockKind kind) {
    close_leaf();
    while (elements_.back().implicit && !may_contain(elements_.back().kind, kind)) pop();
}

BlockId HtmlConverter::push_named(const Token& token, BlockKind kind) {
    ++counts_[token.name];
    const BlockId id = push_container({.name = token.name}, kind);
    set_language(token, id);
    return id;
}

void HtmlConverter::set_language(const Token& token, BlockId id) {
    const std::string_view language = attribute(token, "lang");
    if (is_language(language)) builder_.block(id).language = builder_.store(language);
}

void HtmlConverter::transparent(const Token& token) {
    close_leaf();
    if (has_class(token, "footnotes") || has_attribute(token, "data-footnotes")) {
        footnotes_next_ = true;
        push({.footnote_section = true}, token);
        return;
    }
    if (const StyleClass callout = callout_of(token); callout != StyleClass::none) {
        make_room_for(BlockKind::group);
        const BlockId id = push_named(token, BlockKind::group);
        builder_.block(id).style = callout;
        return;
    }
    if (is_language(attribute(token, "lang"))) {
        make_room_for(BlockKind::group);
        push_named(token, BlockKind::group);
        return;
    }
    push({}, token);
}

void HtmlConverter::open_container(const Token& token, BlockKind kind) {
    if (kind == BlockKind::list && footnotes_next_) {
        footnotes_next_ = false;
        footnote_number_ = 0;
        make_room_for(BlockKind::footnotes);
        push_named(token, BlockKind::footnotes);
        return;
    }
    if (kind == BlockKind::figure) {
        open_figure(token);
        return;
    }
    make_room_for(kind);
    const BlockId id = push_named(token, kind);
    if (kind == BlockKind::quote && pullquote_next_) {
        builder_.block(id).style = StyleClass::pullquote;
        pullquote_next_ = false;
    }
    if (kind != BlockKind::list || token.name != "ol") return;
    Block& list = builder_.block(id);
    list.ordered = true;
    list.number = std::max(0, integer(attribute(token, "start")).value_or(1));
}

void HtmlConverter::list_item(const Token& token) {
    pop_implicit_for(BlockKind::list_item);
    const BlockKind parent = container().kind;
    if (parent == BlockKind::footnotes) {
        const BlockId id = push_named(token, BlockKind::footnote);
        builder_.block(id).number = ++footnote_number_;
        return;
    }
    make_room_for(BlockKind::list_item);
    push_named(token, BlockKind::list_item);
}

void HtmlConverter::push_table_part(const Token& token, BlockKind kind) {
    push_named(token, kind);
    elements_.back().section = kind == BlockKind::table;
    elements_.back().saved_head = in_head_;
}

void HtmlConverter::table_part(const Token& token, BlockKind kind) {
    pop_implicit_for(kind);
    const BlockKind parent = container().kind;
    const bool in_place = parent == BlockKind::table ||
                          (parent == BlockKind::table_row && kind == BlockKind::table_cell);
    if (!in_place) {
        transparent(token);
        return;
    }
    make_room_for(kind);
    if (kind == BlockKind::table_row) {
        const BlockId id = push_named(token, kind);
        builder_.block(id).header = in_head_;
        return;
    }
    HtmlElement& row = container();
    ++row.cells;
    if (token.name == "td") row.all_header = false;
    const BlockId id = push_named(token, kind);
    Block& cell = builder_.block(id);
    cell.header = token.name == "th";
    cell.align = alignment(token);
    constexpr int widest = 1000;
    const auto span_of = [&](std::string_view name) {
        return static_cast<std::uint16_t>(
            std::clamp(integer(attribute(token, name)).value_or(1), 1, widest));
    };
    cell.column_span = span_of("colspan");
    cell.row_span = span_of("rowspan");
}

void HtmlConverter::open_paragraph_element(const Token& token) {
    close_leaf();
    push({.paragraph = true}, token);
    ++paragraphs_;
    align_ = alignment(token);
    const std::string_view language = attribute(token, "lang");
    language_ = is_language(language) ? language : std::string_view{};
}

void HtmlConverter::heading(const Token& token) {
    if (options_.untrusted) {
        open_paragraph_element(token);
        elements_.back().span = true;
        spans_.push_back({.kind = InlineKind::strong});
        return;
    }
    make_room_for(BlockKind::heading);
    const BlockId id = open_leaf(BlockKind::heading, HtmlLeaf::title);
    Block& block = builder_.block(id);
    block.level = static_cast<std::uint8_t>(token.name[1] - '0');
    block.align = alignment(token);
    set_language(token, id);
    push({.id = id, .leaf = true, .heading = true}, token);
    heading_ = true;
    heading_text_.clear();
}

void HtmlConverter::title(const Token& token, BlockKind kind) {
    pop_implicit_for(kind);
    const bool late_summary = kind == BlockKind::summary && !summary_next_;
    if (!may_contain(container().kind, kind) || late_summary) {
        push({.paragraph = true}, token);
        ++paragraphs_;
        return;
    }
    summary_next_ = false;
    const BlockId id = open_leaf(kind, HtmlLeaf::title);
    if (kind == BlockKind::caption) builder_.block(id).align = container().align;
    set_language(token, id);
    push({.id = id, .leaf = true}, token);
}

void HtmlConverter::details(const Token& token) {
    make_room_for(BlockKind::details);
    const BlockId id = push_named(token, BlockKind::details);
    builder_.block(id).open = has_attribute(token, "open");
    std::size_t next = at_ + 1;
    while (next < tokens_.size() && is_blank(tokens_[next])) ++next;
    summary_next_ = next < tokens_.size() && tokens_[next].kind == TokenKind::open &&
                    tokens_[next].name == "summary";
    if (!summary_next_) builder_.leaf(BlockKind::summary, StyleClass::none, "Details");
}

}  // namespace blatt::document
