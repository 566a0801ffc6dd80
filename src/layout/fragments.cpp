// A line's fragments, made of its pieces: layout keeps only where lines begin and end.
#include <algorithm>

#include "layout/layout.h"
#include "text/bidi.h"

namespace blatt::layout {

namespace {

Fragment of_piece(const Pieces& pieces, std::uint32_t index) {
    const Piece& piece = pieces.pieces[index];
    const text::InlineStyle& style = pieces.styles[piece.style];
    return {.run = piece.run,
            .width = pieces.extents[index].width,
            .inline_id = piece.inline_id,
            .text_begin = piece.text_begin,
            .text_end = piece.text_end,
            .color = style.color,
            .background = style.background,
            .underline = style.underline,
            .strike = style.strike,
            .rise = style.rise,
            .link = piece.link};
}

Fragment of_part(const Layout& layout, std::uint32_t index) {
    const Part& part = layout.parts[index];
    Fragment fragment = of_piece(layout.pieces, part.piece);
    fragment.run = part.run;
    fragment.width = part.width;
    fragment.text_begin = part.text_begin;
    fragment.text_end = part.text_end;
    return fragment;
}

}  // namespace

namespace {

// A fragment, or the space between two.
struct Item {
    float width = 0;
    std::size_t fragment = 0;
    bool is_space = true;
};

// Puts the fragments, which follow each other in reading order, where they are seen.
void reorder(const std::vector<Item>& items, const std::vector<std::uint8_t>& levels,
             std::vector<Fragment>& fragments) {
    std::vector<Fragment> ordered;
    ordered.reserve(fragments.size());
    float x = 0;
    for (const std::uint32_t index : text::visual_order(levels)) {
        const Item& item = items[index];
        if (!item.is_space) {
            ordered.push_back(fragments[item.fragment]);
            ordered.back().x = x;
        }
        x += item.width;
    }
    fragments = std::move(ordered);
}

}  // namespace

void fragments(const Layout& layout, const LineBox& line, std::vector<Fragment>& out) {
    out.clear();
    const Pieces& pieces = layout.pieces;
    const bool indents = layout.boxes[line.block].style.preserve_space;
    const bool reorders = pieces.leaves[line.block].reorders;
    std::vector<Item> items;
    std::vector<std::uint8_t> levels;
    float x = 0;
    const auto space = [&](std::uint32_t piece) {
        x += pieces.extents[piece].gap;
        if (!reorders) return;
        items.push_back({.width = pieces.extents[piece].gap});
        levels.push_back(pieces.pieces[piece].space_level);
    };
    const auto add = [&](Fragment fragment, std::uint32_t piece) {
        fragment.x = x;
        x += fragment.width;
        const bool shows = fragment.text_end > fragment.text_begin;
        if (shows) out.push_back(fragment);
        if (!reorders) return;
        items.push_back({fragment.width, shows ? out.size() - 1 : 0, !shows});
        levels.push_back(pieces.pieces[piece].level);
    };
    if (line.head != no_part) add(of_part(layout, line.head), layout.parts[line.head].piece);
    for (std::uint32_t i = line.pieces_begin; i < line.pieces_end; ++i) {
        const bool first = i == line.pieces_begin && line.head == no_part;
        if (!first || indents) space(i);
        add(of_piece(pieces, i), i);
    }
    if (line.tail != no_part) {
        const std::uint32_t parted = layout.parts[line.tail].piece;
        if (line.pieces_begin != line.pieces_end || line.head != no_part) space(parted);
        add(of_part(layout, line.tail), parted);
    }
    if (reorders) reorder(items, levels, out);
}

std::vector<Fragment> fragments(const Layout& layout, const LineBox& line) {
    std::vector<Fragment> out;
    fragments(layout, line, out);
    return out;
}

bool ends_with_hyphen(const Layout& layout, const LineBox& line) {
    const bool only_head = line.tail == no_part && line.pieces_begin == line.pieces_end;
    const std::uint32_t last = only_head ? line.head : line.tail;
    return last != no_part && layout.parts[last].hyphen > 0;
}

TextPlace line_start(const Layout& layout, const LineBox& line) {
    for (const std::uint32_t part :
         {line.head, line.pieces_begin == line.pieces_end ? line.tail : no_part}) {
        if (part == no_part) continue;
        const Part& first = layout.parts[part];
        return {layout.pieces.pieces[first.piece].inline_id, first.text_begin};
    }
    for (std::uint32_t i = line.pieces_begin; i < line.pieces_end; ++i) {
        const Piece& piece = layout.pieces.pieces[i];
        const bool formula = layout.pieces.extents[i].kind == PieceKind::formula;
        if (formula || piece.text_end > piece.text_begin)
            return {piece.inline_id, piece.text_begin};
    }
    if (line.tail != no_part) {
        const Part& tail = layout.parts[line.tail];
        return {layout.pieces.pieces[tail.piece].inline_id, tail.text_begin};
    }
    return {};
}

}  // namespace blatt::layout
