// Pieces: a leaf block's inlines as the units that lines are filled with: a piece of text in one
// style with no break opportunity inside it, or a picture. Made before widths are known, so that a
// whole document's runs are measured in one batch.
// Always holds: pieces are in reading order; the first one follows no space and no break.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "layout/layout.h"
#include "text/line_break.h"

namespace blatt::layout {

struct Piece {
    text::RunId run = 0;
    text::RunId space_run = 0;  // " " in the font of the space before it
    std::uint16_t spaces = 0;   // spaces before it: at most 1 unless space is preserved
    // Where it touches a piece in the same font: that one's run, and both as one run, which kerning
    // makes narrower or wider than the two.
    bool touches = false;
    text::RunId touched_run = 0, joined_run = 0;
    text::BreakAfter before = text::BreakAfter::no;  // may a line end before it?
    bool is_image = false;
    bool inline_image = false;  // small enough to stand in the line
    document::InlineId inline_id = 0;
    document::InlineId link = document::no_id;
    std::uint32_t text_begin = 0, text_end = 0;
    text::InlineStyle style;
    base::Size image;  // natural size, or the place kept for it
};

std::vector<Piece> make_pieces(const document::Document& document, document::BlockId leaf,
                               const text::BlockStyle& style, text::RunTable& runs);

// Narrowest width without cutting words, and width without wrapping. Runs must be measured.
struct Intrinsic {
    float min = 0, max = 0;
};
Intrinsic intrinsic_width(const std::vector<Piece>& pieces, const text::BlockStyle& style,
                          const text::RunTable& runs);

// Fills lines of `width` from (x, y) on and appends them to the layout's lines, fragments and
// images. Greedy; a word wider than the line is cut between grapheme clusters. Returns the height.
float fill_lines(const document::Document& document, document::BlockId leaf,
                 const std::vector<Piece>& pieces, const text::BlockStyle& style, float x, float y,
                 float width, text::RunTable& runs, Layout& layout);

}  // namespace blatt::layout
