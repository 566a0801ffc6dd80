#include "layout/layout.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "layout/engine.h"

namespace blatt::layout {

using base::Rect;
using document::BlockId;
using document::BlockKind;
using document::Document;
using document::first_child;
using document::next_sibling;
using document::no_id;
using text::Arrange;
using text::BlockStyle;

namespace {

bool is_out_of_flow(const BlockStyle& style) {
    switch (style.arrange) {
        case Arrange::flow:
        case Arrange::row:
        case Arrange::columns:
        case Arrange::grid: return false;
        case Arrange::popup:
        case Arrange::beside:
        case Arrange::overlaid:
        case Arrange::free: return true;
    }
    return false;
}

constexpr float popup_min_width = 200;
constexpr float popup_edge = 12;  // kept free between a popup and the viewport's edge

// Browsers give a border whole device px, in layout too.
void snap_borders(base::Edges& border, float density) {
    for (float* width : {&border.top, &border.right, &border.bottom, &border.left}) {
        if (*width > 0) *width = std::max(1.0f, std::floor(*width * density)) / density;
    }
}

}  // namespace

void Engine::prepare(const ViewState& state, const text::Preferences& preferences) {
    CHECK(!document_.blocks.empty());
    layout_.boxes.resize(document_.blocks.size());
    layout_.pieces.leaves.resize(document_.blocks.size());
    layout_.boxes[0].style = text::root_style();
    prepare(0, true, state, preferences);
    runs_.measure_pending();
    set_extents(layout_.pieces, runs_);
    std::ranges::sort(layout_.markers, {}, &MarkerRun::block);
}

// Parts of words are few, and the same ones at most widths: they are measured after a guess, which
// may show that others are needed.
void Engine::place_all() {
    constexpr int most_guesses = 3;
    for (int i = 0; i < most_guesses; ++i) {
        unmeasured_.guessed = false;
        place_once();
        if (!unmeasured_.guessed) return;
        runs_.measure_pending();
    }
    unmeasured_.may_guess = false;
    place_once();
}

void Engine::place_once() {
    layout_.lines.clear();
    layout_.parts.clear();
    layout_.images.clear();
    hanging_.clear();
    layout_.height = place(0, 0, 0, layout_.width);
    for (std::size_t i = 0; i < hanging_.size(); ++i) {
        const bool beside = layout_.boxes[hanging_[i]].style.arrange == Arrange::beside;
        beside ? place_beside(hanging_[i]) : place_popup(hanging_[i]);
    }
}

bool Engine::takes_part(BlockId block) const { return layout_.boxes[block].visible; }

void Engine::prepare(BlockId block, bool visible, const ViewState& state,
                     const text::Preferences& preferences) {
    Box& box = layout_.boxes[block];
    const document::Block& node = document_.blocks[block];
    if (block != 0) {
        box.style = text::block_style(document_, block, layout_.breadth, preferences,
                                      layout_.boxes[node.parent].style);
    }
    snap_borders(box.style.border, runs_.density());
    box.visible = visible && !box.style.hidden && box.style.arrange != Arrange::free;
    if (document::is_leaf(node.kind)) {
        if (box.visible) add_pieces(layout_.pieces, document_, block, box.style, runs_);
        return;
    }
    if (box.visible && box.style.marker != text::Marker::none) prepare_markers(block);
    const auto chosen = state.open.find(block);
    const bool open = chosen == state.open.end() ? node.open : chosen->second;
    const bool closed = node.kind == BlockKind::details && !open && !box.style.unfold;
    bool first = true;
    for (BlockId child = first_child(document_, block); child != no_id;
         child = next_sibling(document_, child)) {
        prepare(child, box.visible && (first || !closed), state, preferences);
        first = false;
    }
}

// Items' markers use the list's own font; numbers count up from the list's first.
void Engine::prepare_markers(BlockId list) {
    const BlockStyle& style = layout_.boxes[list].style;
    const text::FontId font = runs_.font(style.font);
    if (style.marker != text::Marker::number) return;
    const bool footnotes = document_.blocks[list].kind == BlockKind::footnotes;
    std::int32_t number = footnotes ? 1 : document_.blocks[list].number;
    for (BlockId item = first_child(document_, list); item != no_id;
         item = next_sibling(document_, item)) {
        if (document_.blocks[item].task != document::Task::none) continue;
        std::string text = std::to_string(number++) + ". ";
        constexpr std::string_view right_to_left_mark = "\xE2\x80\x8F";
        if (style.right_to_left) text.insert(0, right_to_left_mark).append(right_to_left_mark);
        layout_.markers.push_back({item, runs_.intern(font, text)});
    }
}

float Engine::place(BlockId block, float x, float y, float width) {
    Box& box = layout_.boxes[block];
    const BlockStyle& style = box.style;
    if (style.max_width > 0 && width > style.max_width) {
        if (style.centered) x += (width - style.max_width) / 2;
        width = style.max_width;
    }
    box.border = {x, y, width, 0};
    const base::Edges frame = {
        style.border.top + style.padding.top, style.border.right + style.padding.right,
        style.border.bottom + style.padding.bottom, style.border.left + style.padding.left};
    Rect area = {x + frame.left, y + frame.top, std::max(0.0f, width - frame.horizontal()), 0};
    box.lines_begin = static_cast<std::uint32_t>(layout_.lines.size());
    if (document::is_leaf(document_.blocks[block].kind)) {
        area.height = fill_lines(layout_, block, document_, area, runs_, unmeasured_);
        if (style.scroll_x) {
            const float wanted = intrinsic_width(layout_, block, document_, runs_).max;
            box.scroll_width = wanted > area.width ? wanted + frame.horizontal() : 0;
        }
    } else {
        area.height = place_children(block, area);
    }
    box.lines_end = static_cast<std::uint32_t>(layout_.lines.size());
    box.content = area;
    box.border.height = area.height + frame.vertical();
    return box.border.height;
}

float Engine::place_children(BlockId block, const Rect& area) {
    if (document_.blocks[block].kind == BlockKind::table) return place_table(*this, block, area);
    switch (layout_.boxes[block].style.arrange) {
        case Arrange::row: return place_row(block, area);
        case Arrange::columns: return place_columns(block, area);
        case Arrange::grid: return place_grid(block, area);
        case Arrange::flow:
        case Arrange::popup:
        case Arrange::beside:
        case Arrange::overlaid:
        case Arrange::free: return place_flow(block, area);
    }
    return 0;
}

float Engine::place_flow(BlockId block, const Rect& area) {
    float y = area.y;
    for (BlockId child = first_child(document_, block); child != no_id;
         child = next_sibling(document_, child)) {
        if (!takes_part(child)) continue;
        const BlockStyle& style = layout_.boxes[child].style;
        if (style.arrange == Arrange::popup || style.arrange == Arrange::beside) {
            hanging_.push_back(child);
            continue;
        }
        if (style.arrange == Arrange::overlaid) {
            place(child, area.x + style.margin.left, y + style.margin.top, area.width);
            continue;
        }
        y += style.margin.top;
        y += place(child, area.x + style.margin.left, y,
                   area.width - style.margin.left - style.margin.right);
    }
    return y - area.y;
}

// A popup takes no room: it lies below its first sibling and stays inside the viewport.
void Engine::place_popup(BlockId block) {
    const BlockId parent = document_.blocks[block].parent;
    const Rect anchor = layout_.boxes[first_child(document_, parent)].border;
    const BlockStyle& style = layout_.boxes[block].style;
    const float widest = std::max(0.0f, layout_.width - 2 * popup_edge);
    const float width = std::min(widest, std::max(popup_min_width, intrinsic(block).max));
    const float rightmost = std::max(popup_edge, layout_.width - popup_edge - width);
    place(block, std::clamp(anchor.x + style.margin.left, popup_edge, rightmost),
          anchor.bottom() + style.margin.top, width);
}

void Engine::place_beside(BlockId block) {
    const Rect parent = layout_.boxes[document_.blocks[block].parent].border;
    place(block, parent.right() + layout_.boxes[block].style.margin.left, parent.y, parent.width);
    stretch(block, parent.height);
}

// Children as wide as their content, wrapping, centred on each row's height.
float Engine::place_row(BlockId block, const Rect& area) {
    const BlockStyle& style = layout_.boxes[block].style;
    struct Item {
        BlockId block;
        float width, height;
    };
    std::vector<Item> row;
    float y = area.y;
    float used = 0;
    bool any_row = false;
    const auto finish_row = [&] {
        if (row.empty()) return;
        if (any_row) y += style.row_gap;
        any_row = true;
        float height = 0;
        for (const Item& item : row) height = std::max(height, item.height);
        const float free = std::max(0.0f, area.width - used);
        const float between =
            style.spread && row.size() > 1 ? free / static_cast<float>(row.size() - 1) : 0;
        float x = area.x;
        for (const Item& item : row) {
            const float left = style.right_to_left ? area.x + area.right() - x - item.width : x;
            translate(item.block, left, y + (height - item.height) / 2);
            x += item.width + style.gap + between;
        }
        y += height;
        row.clear();
        used = 0;
    };
    for (BlockId child = first_child(document_, block); child != no_id;
         child = next_sibling(document_, child)) {
        if (!takes_part(child)) continue;
        const float width = std::min(area.width, intrinsic(child).max);
        if (!row.empty() && used + style.gap + width > area.width) finish_row();
        used += (row.empty() ? 0 : style.gap) + width;
        const float height = place(child, 0, 0, width);
        row.push_back({child, width, height});
    }
    finish_row();
    return y - area.y;
}

float Engine::place_columns(BlockId block, const Rect& area) {
    const BlockStyle& style = layout_.boxes[block].style;
    const float main_width = std::max(0.0f, area.width - style.gap - style.side_width);
    float height = 0;
    const bool mirrored = style.right_to_left;
    float x = mirrored ? area.right() - main_width : area.x;
    float width = main_width;
    for (BlockId child = first_child(document_, block); child != no_id;
         child = next_sibling(document_, child)) {
        if (!takes_part(child)) continue;
        height = std::max(height, place(child, x, area.y, width));
        x = mirrored ? area.x : area.x + main_width + style.gap;
        width = style.side_width;
    }
    return height;
}

float Engine::place_grid(BlockId block, const Rect& area) {
    const BlockStyle& style = layout_.boxes[block].style;
    const auto tracks = static_cast<float>(style.tracks);
    const float width = std::max(0.0f, (area.width - style.gap * (tracks - 1)) / tracks);
    std::vector<BlockId> row;
    float y = area.y;
    float height = 0;
    const auto finish_row = [&] {
        for (const BlockId cell : row) {
            const float top = layout_.boxes[cell].border.y - y;
            stretch(cell, height - top);
        }
        y += height;
        height = 0;
        row.clear();
    };
    for (BlockId child = first_child(document_, block); child != no_id;
         child = next_sibling(document_, child)) {
        if (!takes_part(child)) continue;
        if (row.size() == style.tracks) {
            finish_row();
            y += style.row_gap;
        }
        const float top = layout_.boxes[child].style.margin.top;
        const float x = area.x + static_cast<float>(row.size()) * (width + style.gap);
        height = std::max(height, top + place(child, x, y + top, width));
        row.push_back(child);
    }
    finish_row();
    return y - area.y;
}

Intrinsic Engine::intrinsic(BlockId block) {
    const Box& box = layout_.boxes[block];
    const BlockStyle& style = box.style;
    Intrinsic result;
    if (document::is_leaf(document_.blocks[block].kind)) {
        result = intrinsic_width(layout_, block, document_, runs_);
        if (style.scroll_x) result.min = std::min(result.min, 120.0f);
    } else if (document_.blocks[block].kind == BlockKind::table) {
        result = table_intrinsic(*this, block);
    } else {
        float row_max = 0;
        for (BlockId c = first_child(document_, block); c != no_id;
             c = next_sibling(document_, c)) {
            if (!takes_part(c) || is_out_of_flow(layout_.boxes[c].style)) continue;
            const BlockStyle& child = layout_.boxes[c].style;
            const Intrinsic inner = intrinsic(c);
            const float margins = child.margin.left + child.margin.right;
            result.min = std::max(result.min, inner.min + margins);
            result.max = std::max(result.max, inner.max + margins);
            row_max += inner.max + margins + (row_max > 0 ? style.gap : 0);
        }
        if (style.arrange == Arrange::row) result.max = row_max;
    }
    const float frame = style.padding.horizontal() + style.border.horizontal();
    result.min += frame;
    // Up to the next 64th of a device px, as browsers do: rounding never wraps what was measured to
    // fit.
    const float units = 64 * runs_.density();
    result.max = std::ceil((result.max + frame) * units) / units;
    if (style.max_width > 0) {
        result.min = std::min(result.min, style.max_width);
        result.max = std::min(result.max, style.max_width);
    }
    return result;
}

void Engine::translate(BlockId block, float dx, float dy) {
    const auto move = [&](Rect& rect) {
        rect.x += dx;
        rect.y += dy;
    };
    const BlockId end = document_.blocks[block].end;
    for (BlockId b = block; b < end; ++b) {
        Box& box = layout_.boxes[b];
        if (!box.visible) continue;
        move(box.border);
        move(box.content);
        if (!document::is_leaf(document_.blocks[b].kind)) continue;
        for (std::uint32_t i = box.lines_begin; i < box.lines_end; ++i) {
            move(layout_.lines[i].rect);
            layout_.lines[i].baseline += dy;
        }
    }
    for (ImageBox& image : layout_.images) {
        if (image.block >= block && image.block < end) move(image.rect);
    }
}

void Engine::stretch(BlockId block, float height) {
    Box& box = layout_.boxes[block];
    box.content.height += height - box.border.height;
    box.border.height = height;
}

Layout lay_out(const Document& document, float width, text::RunTable& runs, const ViewState& state,
               const text::Preferences& preferences) {
    Layout layout;
    layout.width = width;
    layout.breadth = text::breadth_of(width);
    Engine engine(layout, document, runs);
    engine.prepare(state, preferences);
    engine.place_all();
    return layout;
}

bool reflow(Layout& layout, const Document& document, float width, text::RunTable& runs) {
    if (layout.boxes.empty() || text::breadth_of(width) != layout.breadth) return false;
    layout.width = width;
    Engine(layout, document, runs).place_all();
    return true;
}

document::InlineId hit_test(const Layout& layout, base::Point point) {
    for (const LineBox& line : layout.lines) {
        if (!line.rect.contains(point)) continue;
        for (const Fragment& fragment : fragments(layout, line)) {
            const float left = line.rect.x + fragment.x;
            if (point.x >= left && point.x < left + fragment.width) return fragment.inline_id;
        }
    }
    return no_id;
}

}  // namespace blatt::layout
