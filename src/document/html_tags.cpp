#include "document/html_tags.h"

#include <algorithm>
#include <array>

namespace blatt::document {

namespace {

constexpr TagRule inline_rule(std::string_view name, InlineKind kind) {
    return {name, TagUse::span, BlockKind::paragraph, kind};
}
constexpr TagRule block_rule(std::string_view name, TagUse use, BlockKind kind) {
    return {name, use, kind, InlineKind::span};
}

// Sorted by name.
constexpr auto rules = std::to_array<TagRule>({
    {"a", TagUse::link},
    inline_rule("abbr", InlineKind::abbreviation),
    inline_rule("acronym", InlineKind::abbreviation),
    {"address", TagUse::transparent},
    {"annotation", TagUse::dropped},
    {"applet", TagUse::dropped},
    {"area", TagUse::ignored_void},
    {"article", TagUse::transparent},
    {"aside", TagUse::transparent},
    {"audio", TagUse::embed},
    inline_rule("b", InlineKind::strong),
    block_rule("blockquote", TagUse::container, BlockKind::quote),
    {"br", TagUse::line_break},
    {"button", TagUse::dropped},
    {"canvas", TagUse::dropped},
    block_rule("caption", TagUse::title, BlockKind::caption),
    {"center", TagUse::transparent},
    inline_rule("cite", InlineKind::emphasis),
    inline_rule("code", InlineKind::code),
    {"col", TagUse::ignored_void},
    {"colgroup", TagUse::inert},
    {"datalist", TagUse::dropped},
    block_rule("dd", TagUse::definition, BlockKind::definition),
    inline_rule("del", InlineKind::strikethrough),
    block_rule("details", TagUse::details, BlockKind::details),
    inline_rule("dfn", InlineKind::emphasis),
    block_rule("dir", TagUse::container, BlockKind::list),
    {"div", TagUse::transparent},
    block_rule("dl", TagUse::container, BlockKind::definition_list),
    block_rule("dt", TagUse::title, BlockKind::term),
    inline_rule("em", InlineKind::emphasis),
    {"embed", TagUse::embed},
    {"fieldset", TagUse::transparent},
    block_rule("figcaption", TagUse::title, BlockKind::caption),
    block_rule("figure", TagUse::container, BlockKind::figure),
    {"footer", TagUse::transparent},
    {"form", TagUse::transparent},
    {"h1", TagUse::heading},
    {"h2", TagUse::heading},
    {"h3", TagUse::heading},
    {"h4", TagUse::heading},
    {"h5", TagUse::heading},
    {"h6", TagUse::heading},
    {"head", TagUse::dropped},
    {"header", TagUse::transparent},
    {"hgroup", TagUse::transparent},
    {"hr", TagUse::rule},
    inline_rule("i", InlineKind::emphasis),
    {"iframe", TagUse::embed},
    {"img", TagUse::image},
    {"input", TagUse::input},
    inline_rule("kbd", InlineKind::keyboard),
    block_rule("li", TagUse::list_item, BlockKind::list_item),
    {"link", TagUse::ignored_void},
    block_rule("listing", TagUse::code_block, BlockKind::code_block),
    {"main", TagUse::transparent},
    {"map", TagUse::inert},
    inline_rule("mark", InlineKind::mark),
    {"math", TagUse::math},
    block_rule("menu", TagUse::container, BlockKind::list),
    {"meta", TagUse::ignored_void},
    {"nav", TagUse::transparent},
    {"noscript", TagUse::inert},
    {"object", TagUse::embed},
    block_rule("ol", TagUse::container, BlockKind::list),
    {"optgroup", TagUse::dropped},
    {"option", TagUse::dropped},
    {"p", TagUse::paragraph},
    {"param", TagUse::ignored_void},
    {"picture", TagUse::inert},
    block_rule("pre", TagUse::code_block, BlockKind::code_block),
    {"q", TagUse::quotation},
    inline_rule("s", InlineKind::strikethrough),
    inline_rule("samp", InlineKind::code),
    {"script", TagUse::dropped},
    {"section", TagUse::transparent},
    {"select", TagUse::dropped},
    inline_rule("small", InlineKind::small),
    {"source", TagUse::ignored_void},
    {"span", TagUse::span},
    inline_rule("strike", InlineKind::strikethrough),
    inline_rule("strong", InlineKind::strong),
    {"style", TagUse::dropped},
    inline_rule("sub", InlineKind::subscript),
    block_rule("summary", TagUse::title, BlockKind::summary),
    {"sup", TagUse::superscript, BlockKind::paragraph, InlineKind::superscript},
    {"svg", TagUse::dropped},
    {"table", TagUse::table, BlockKind::table},
    {"tbody", TagUse::table_section},
    block_rule("td", TagUse::table_cell, BlockKind::table_cell),
    {"template", TagUse::dropped},
    {"textarea", TagUse::dropped},
    {"tfoot", TagUse::table_section},
    block_rule("th", TagUse::table_cell, BlockKind::table_cell),
    {"thead", TagUse::table_section},
    inline_rule("time", InlineKind::time),
    {"title", TagUse::dropped},
    block_rule("tr", TagUse::table_row, BlockKind::table_row),
    {"track", TagUse::ignored_void},
    inline_rule("tt", InlineKind::code),
    block_rule("ul", TagUse::container, BlockKind::list),
    inline_rule("var", InlineKind::code),
    {"video", TagUse::embed},
    {"wbr", TagUse::ignored_void},
    block_rule("xmp", TagUse::code_block, BlockKind::code_block),
});
static_assert(std::ranges::is_sorted(rules, {}, &TagRule::name));

constexpr auto void_tags = std::to_array<std::string_view>({
    "area",
    "base",
    "basefont",
    "bgsound",
    "br",
    "col",
    "embed",
    "frame",
    "hr",
    "img",
    "input",
    "keygen",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr",
});
static_assert(std::ranges::is_sorted(void_tags));

struct ReadAttribute {
    std::string_view tag;  // empty: of every element
    std::string_view name;
};

constexpr auto read_attributes = std::to_array<ReadAttribute>({
    {"", "id"},
    {"", "lang"},
    {"a", "href"},
    {"a", "name"},
    {"a", "title"},
    {"a", "data-footnote-ref"},
    {"a", "data-footnote-backref"},
    {"a", "data-footnote-backref-idx"},
    {"abbr", "title"},
    {"acronym", "title"},
    {"audio", "src"},
    {"audio", "title"},
    {"audio", "controls"},
    {"audio", "preload"},
    {"code", "class"},
    {"details", "open"},
    {"embed", "src"},
    {"embed", "title"},
    {"h1", "align"},
    {"h2", "align"},
    {"h3", "align"},
    {"h4", "align"},
    {"h5", "align"},
    {"h6", "align"},
    {"iframe", "src"},
    {"iframe", "title"},
    {"iframe", "width"},
    {"iframe", "height"},
    {"img", "alt"},
    {"img", "data-lazy-src"},
    {"img", "data-src"},
    {"img", "height"},
    {"img", "src"},
    {"img", "title"},
    {"img", "width"},
    {"input", "checked"},
    {"input", "disabled"},
    {"input", "type"},
    {"object", "data"},
    {"object", "title"},
    {"ol", "start"},
    {"p", "align"},
    {"section", "data-footnotes"},
    {"source", "src"},
    {"source", "type"},
    {"td", "align"},
    {"td", "colspan"},
    {"td", "rowspan"},
    {"th", "align"},
    {"th", "colspan"},
    {"th", "rowspan"},
    {"time", "datetime"},
    {"video", "src"},
    {"video", "title"},
    {"video", "controls"},
    {"video", "preload"},
});

}  // namespace

TagRule tag_rule(std::string_view name) {
    const auto found = std::ranges::lower_bound(rules, name, {}, &TagRule::name);
    if (found == rules.end() || found->name != name) return {};
    return *found;
}

bool is_void_tag(std::string_view name) { return std::ranges::binary_search(void_tags, name); }

bool attribute_is_read(std::string_view tag, std::string_view attribute) {
    return std::ranges::any_of(read_attributes, [&](const ReadAttribute& entry) {
        return entry.name == attribute && (entry.tag.empty() || entry.tag == tag);
    });
}

}  // namespace blatt::document
