#include "semantics/tags.h"

namespace blatt::semantics {

using document::Block;
using document::BlockId;
using document::BlockKind;
using document::Document;
using document::InlineKind;
using document::Role;

namespace {

std::string_view group_tag(Role role) {
    switch (role) {
        case Role::none: return "div";
        case Role::header: return "header";
        case Role::nav: return "nav";
        case Role::main: return "main";
        case Role::article: return "article";
        case Role::section: return "section";
        case Role::aside: return "aside";
        case Role::footer: return "footer";
    }
    return "div";
}

std::string_view heading_tag(unsigned level) {
    static constexpr std::string_view tags[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    return tags[level >= 1 && level <= 6 ? level - 1 : 5];
}

}  // namespace

std::string_view span_tag(InlineKind kind) {
    switch (kind) {
        case InlineKind::emphasis: return "em";
        case InlineKind::strong: return "strong";
        case InlineKind::strikethrough: return "del";
        case InlineKind::code: return "code";
        case InlineKind::link: return "a";
        case InlineKind::mark: return "mark";
        case InlineKind::superscript: return "sup";
        case InlineKind::subscript: return "sub";
        case InlineKind::keyboard: return "kbd";
        case InlineKind::small: return "small";
        case InlineKind::abbreviation: return "abbr";
        case InlineKind::time: return "time";
        case InlineKind::button: return "button";
        default: return "span";
    }
}

std::string_view element_tag(const Document& document, BlockId id) {
    const Block& b = document.blocks[id];
    switch (b.kind) {
        case BlockKind::root: return "blatt-blog";
        case BlockKind::group: return group_tag(b.role);
        case BlockKind::list: return b.ordered ? "ol" : "ul";
        case BlockKind::list_item: return "li";
        case BlockKind::quote: return "blockquote";
        case BlockKind::table: return "table";
        case BlockKind::table_row: return "tr";
        case BlockKind::table_cell: return b.header ? "th" : "td";
        case BlockKind::footnotes: return "section";
        case BlockKind::footnote: return "li";
        case BlockKind::figure: return "figure";
        case BlockKind::details: return "details";
        case BlockKind::definition_list: return "dl";
        case BlockKind::definition: return "dd";
        case BlockKind::paragraph: return "p";
        case BlockKind::heading: return heading_tag(b.level);
        case BlockKind::code_block: return "pre";
        case BlockKind::rule: return "hr";
        case BlockKind::caption:
            return document.blocks[b.parent].kind == BlockKind::table ? "caption" : "figcaption";
        case BlockKind::summary: return "summary";
        case BlockKind::term: return "dt";
    }
    return "div";
}

}  // namespace blatt::semantics
