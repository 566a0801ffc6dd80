#include "text/style.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "text/style_rules.h"

namespace blatt::text {

namespace {

using document::Block;
using document::BlockId;
using document::BlockKind;
using document::Document;
using document::InlineKind;
using document::StyleClass;

bool matches(const Part& part, const Block& block) {
    if (!part.any_kind && part.kind != block.kind) return false;
    if (part.level != 0 && part.level != block.level) return false;
    if (part.style != StyleClass::none && part.style != block.style) return false;
    if (part.header && !block.header) return false;
    if (part.ordered && !block.ordered) return false;
    if (part.task && block.task == document::Task::none) return false;
    return true;
}

bool has_ancestor(const Document& document, BlockId block, const Part& part) {
    for (BlockId at = document.blocks[block].parent; at != document::no_id;
         at = document.blocks[at].parent) {
        if (matches(part, document.blocks[at])) return true;
    }
    return false;
}

void apply(BlockStyle& s, const Declaration& d, bool follows_reader) {
    const float v = follows_reader ? reader_length(d, s.size_step, s.leading_step) : d.value;
    const auto token = static_cast<ColorToken>(static_cast<int>(v));
    switch (d.property) {
        case Property::family: s.font.family = static_cast<Family>(static_cast<int>(v)); break;
        case Property::size: s.font.size = v; break;
        case Property::line_height: s.line_height = v; break;
        case Property::weight: s.font.weight = static_cast<std::uint16_t>(v); break;
        case Property::italic: s.font.italic = v != 0; break;
        case Property::color: s.color = token; break;
        case Property::link_color: s.link_color = token; break;
        case Property::underline_links: s.underline_links = v != 0; break;
        case Property::align: s.align = static_cast<document::Align>(static_cast<int>(v)); break;
        case Property::preserve_space: s.preserve_space = v != 0; break;
        case Property::hyphenate: s.hyphenate = v != 0; break;
        case Property::background: s.background = token; break;
        case Property::margin_top: s.margin.top = v; break;
        case Property::margin_right: s.margin.right = v; break;
        case Property::margin_left: s.margin.left = v; break;
        case Property::padding_top: s.padding.top = v; break;
        case Property::padding_right: s.padding.right = v; break;
        case Property::padding_bottom: s.padding.bottom = v; break;
        case Property::padding_left: s.padding.left = v; break;
        case Property::border_top: s.border.top = v; break;
        case Property::border_right: s.border.right = v; break;
        case Property::border_bottom: s.border.bottom = v; break;
        case Property::border_left: s.border.left = v; break;
        case Property::border_color: s.border_color = token; break;
        case Property::radius: s.radius = v; break;
        case Property::arrange: s.arrange = static_cast<Arrange>(static_cast<int>(v)); break;
        case Property::gap: s.gap = v; break;
        case Property::row_gap: s.row_gap = v; break;
        case Property::side_width: s.side_width = v; break;
        case Property::spread: s.spread = v != 0; break;
        case Property::max_width: s.max_width = v; break;
        case Property::centered: s.centered = v != 0; break;
        case Property::marker: s.marker = static_cast<Marker>(static_cast<int>(v)); break;
        case Property::scroll_x: s.scroll_x = v != 0; break;
        case Property::hidden: s.hidden = v != 0; break;
        case Property::image_aspect: s.image_aspect = v; break;
        case Property::size_step: s.size_step = static_cast<std::int8_t>(v); break;
        case Property::leading_step: s.leading_step = static_cast<std::int8_t>(v); break;
        case Property::chevron: s.chevron = v != 0; break;
        case Property::tracks: s.tracks = static_cast<unsigned>(v); break;
        case Property::island: s.island = v != 0; break;
        case Property::unfold: s.unfold = v != 0; break;
        case Property::sign: s.sign = static_cast<Sign>(static_cast<int>(v)); break;
    }
}

BlockStyle inherited(const BlockStyle& parent) {
    BlockStyle s;
    s.font = parent.font;
    s.line_height = parent.line_height;
    s.color = parent.color;
    s.link_color = parent.link_color;
    s.underline_links = parent.underline_links;
    s.align = parent.align;
    s.preserve_space = parent.preserve_space;
    s.hyphenate = parent.hyphenate;
    s.right_to_left = parent.right_to_left;
    s.size_step = parent.size_step;
    s.leading_step = parent.leading_step;
    return s;
}

}  // namespace

Breadth breadth_of(float viewport_width) {
    if (viewport_width >= wide_from) return Breadth::wide;
    return viewport_width >= medium_from ? Breadth::medium : Breadth::narrow;
}

BlockStyle root_style() {
    BlockStyle s;
    s.background = ColorToken::paper;
    return s;
}

BlockStyle block_style(const Document& document, BlockId block, Breadth breadth,
                       const Preferences& preferences, const BlockStyle& parent) {
    const Block& b = document.blocks[block];
    BlockStyle s = inherited(parent);
    if (b.align != document::Align::start) s.align = b.align;
    if (b.direction != document::Direction::inherit)
        s.right_to_left = b.direction == document::Direction::right_to_left;
    // An anonymous paragraph is no element of its own: no rule can match it.
    if (b.kind == BlockKind::paragraph && b.tight && b.style == StyleClass::none) return s;
    const bool first = b.parent != document::no_id && b.parent + 1 == block;
    for (const Rule& rule : style_rules()) {
        if (rule.from > breadth || !matches(rule.subject, b)) continue;
        if (rule.after_first && first) continue;
        if (rule.has_within && !has_ancestor(document, block, rule.within)) continue;
        if (rule.conditional && preferences[rule.preference] != rule.value) continue;
        for (const Declaration& d : rule.declarations) apply(s, d, rule.follows_reader);
    }
    if (first) s.margin.top = 0;
    if (s.right_to_left) {
        for (base::Edges* edges : {&s.margin, &s.padding, &s.border})
            std::swap(edges->left, edges->right);
    }
    return s;
}

InlineStyle inline_style(const BlockStyle& block) {
    return {.font = block.font, .color = block.color};
}

InlineStyle inline_style(const BlockStyle& block, const InlineStyle& around, InlineKind kind) {
    InlineStyle s = around;
    switch (kind) {
        case InlineKind::emphasis: s.font.italic = true; break;
        case InlineKind::strong: s.font.weight = std::max<std::uint16_t>(700, s.font.weight); break;
        case InlineKind::strikethrough: s.strike = true; break;
        case InlineKind::code:
            s.font.family = Family::mono;
            if (block.font.family != Family::mono) {
                s.font.size *= inline_scale::code;
                s.background = ColorToken::code_paper;
                s.color = s.color == block.link_color ? s.color : ColorToken::code_ink;
            }
            break;
        case InlineKind::keyboard:
            s.font.family = Family::mono;
            s.font.size *= inline_scale::code;
            s.background = ColorToken::surface;
            break;
        case InlineKind::link:
            s.color = block.link_color;
            s.underline = block.underline_links;
            break;
        case InlineKind::button: s.color = block.link_color; break;
        case InlineKind::mark:
            s.background = ColorToken::mark_paper;
            s.color = ColorToken::ink;
            break;
        case InlineKind::superscript:
        case InlineKind::footnote_reference:
            s.rise += s.font.size * inline_scale::superscript_rise;
            s.font.size *= inline_scale::script;
            if (kind == InlineKind::footnote_reference) s.color = block.link_color;
            break;
        case InlineKind::subscript:
            s.rise -= s.font.size * inline_scale::subscript_drop;
            s.font.size *= inline_scale::script;
            break;
        case InlineKind::image:  // shown as its text
            s.font.italic = true;
            s.color = ColorToken::ink_faint;
            break;
        case InlineKind::small: s.font.size *= inline_scale::small; break;
        default: break;
    }
    return s;
}

ColorToken code_color(document::CodeToken token) {
    if (token == document::CodeToken::plain) return ColorToken::code_ink;
    return static_cast<ColorToken>(static_cast<unsigned>(ColorToken::code_keyword) - 1 +
                                   static_cast<unsigned>(token));
}

InlineStyle inline_style(const BlockStyle& block, const InlineStyle& around,
                         const document::Inline& node) {
    InlineStyle s = inline_style(block, around, node.kind);
    if (node.kind == InlineKind::code_token) s.color = code_color(node.token);
    return s;
}

std::string css_font(const Font& font) {
    char head[48];
    std::snprintf(head, sizeof head, "%s%u %gpx ", font.italic ? "italic " : "",
                  unsigned{font.weight}, static_cast<double>(font.size));
    std::string out = head;
    out += family_property(font.family);
    return out;
}

}  // namespace blatt::text
