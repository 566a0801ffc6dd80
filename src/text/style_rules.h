// The rules of the style table: selector, declarations, in cascade order (a later one wins). Read
// by block_style (layout) and style_css (the static page); nothing else knows a size or a space.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "text/style.h"

namespace blatt::text {

enum class Property : std::uint8_t {
    // inherited
    family,
    size,
    line_height,
    weight,
    italic,
    color,
    link_color,
    underline_links,
    align,
    preserve_space,
    hyphenate,
    size_step,
    leading_step,
    // not inherited
    background,
    margin_top,
    margin_right,
    margin_left,
    padding_top,
    padding_right,
    padding_bottom,
    padding_left,
    border_top,
    border_right,
    border_bottom,
    border_left,
    border_color,
    radius,
    arrange,
    gap,
    row_gap,
    side_width,
    spread,
    max_width,
    centered,
    marker,
    scroll_x,
    hidden,
    image_aspect,
    chevron,
    tracks,
    island,
    unfold,
    sign,
};

struct Declaration {
    Property property;
    float value;  // CSS px, a ratio, or the number of an enumerator
};

// What a rule applies to. `any` fields match everything.
struct Part {
    bool any_kind = true;
    document::BlockKind kind{};
    std::uint8_t level = 0;                                   // 0: any
    document::StyleClass style = document::StyleClass::none;  // none: any
    bool header = false;                                      // only header cells
    bool ordered = false;                                     // only ordered lists
    bool task = false;                                        // only task items
};

struct Rule {
    Part subject;
    Part within;               // an ancestor; used where has_within
    bool has_within = false;   // whether `within` counts
    bool after_first = false;  // only where the block has a previous sibling
    Breadth from = Breadth::narrow;
    bool conditional = false;  // only where the reader chose `value`
    Preference preference{};
    std::uint8_t value = 0;
    bool follows_reader = false;  // lengths grow with the reader's choice (length_steps)
    std::vector<Declaration> declarations;
};

std::span<const Rule> style_rules();

// By how much a length grows with each step of size and of leading: whole or half CSS px, so that
// text stays on whole pixels, and linear, so that CSS can say the same with calc().
struct LengthSteps {
    float size = 0;
    float leading = 0;
};
LengthSteps length_steps(const Declaration& declaration);
float reader_length(const Declaration& declaration, int size_step, int leading_step);

}  // namespace blatt::text
