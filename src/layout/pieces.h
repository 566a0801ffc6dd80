// Pieces: a leaf block's inlines as the units that lines are filled with: a word in one style, a
// picture or a formula. Made once for a document and a breadth; widths of lines do not matter here,
// so a new width needs no new pieces. Always holds: pieces of a leaf are consecutive and in reading
// order; extents[i] belongs to pieces[i] and is what filling lines looks at.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "text/fonts.h"
#include "text/line_break.h"
#include "text/style.h"

namespace blatt::layout {

enum class PieceKind : std::uint8_t {
    word,
    inline_image,  // small enough to stand in the line
    block_image,   // has the width of the column to itself
    formula,
};

struct Piece {
    text::RunId run = 0;
    // The space before it: how many (at most 1 unless space is preserved) and " " in its font.
    std::uint16_t spaces = 0;
    std::uint16_t style = 0;  // index into Pieces::styles
    text::RunId space_run = 0;
    // Where it touches a word in the same font: both as one run, which kerning makes narrower or
    // wider than the two. no_run otherwise.
    text::RunId joined_run = text::no_run;
    document::InlineId inline_id = 0;
    document::InlineId link = document::no_id;
    std::uint32_t text_begin = 0, text_end = 0;  // bytes of Document::text
    std::uint32_t splits = 0;  // index into Pieces::split_lists plus one; 0: not looked for yet
    base::Size image;          // natural size, or the place kept for it
    text::FormulaId formula = 0;
    std::uint8_t level = 0;  // of bidi embedding: odd runs from right to left
    std::uint8_t space_level = 0;
};

struct Extent {
    float gap = 0;    // between it and the piece before it, on one line
    float width = 0;  // CSS px
    text::BreakAfter before = text::BreakAfter::no;  // may a line end before it?
    PieceKind kind = PieceKind::word;
    bool may_split = false;  // a line may end inside of it
};

// A place inside a word where a line may end: the word's text up to there, with a hyphen where one
// is to be shown, and the text after it.
struct Split {
    std::uint32_t at = 0;  // byte of Document::text
    bool hyphen = false;
    text::RunId head = 0, rest = 0;
};

// A stretch of pieces between two places where a line may end, on an endless line: lines are found
// by looking for the last one that ends within their width, so that time goes with lines and not
// with words.
struct Stretch {
    double begin = 0, end = 0;  // CSS px from the leaf's first piece
    std::uint32_t piece = 0;    // its first one
    bool may_split = false;
};

struct Leaf {
    std::uint32_t begin = 0, end = 0;  // pieces
    // Stretches; none where pictures, forced breaks or preserved space ask for a closer look.
    std::uint32_t stretches_begin = 0, stretches_end = 0;
    float baseline = 0;      // from the top of a line, CSS px
    bool plain = true;       // stretches will do
    bool reorders = false;   // visual order may differ from reading order
    bool hyphenate = false;  // hyphens may be put in
};

struct Pieces {
    std::vector<Piece> pieces;
    std::vector<Extent> extents;
    std::vector<Leaf> leaves;  // by BlockId; empty for containers and what is not shown
    std::vector<Stretch> stretches;
    std::vector<text::InlineStyle> styles;
    std::vector<std::vector<Split>> split_lists;
};

// Appends the pieces of one leaf. Interns their runs; widths are known after set_extents.
void add_pieces(Pieces& pieces, const document::Document& document, document::BlockId leaf,
                const text::BlockStyle& style, text::RunTable& runs);

// Widths, gaps and stretches from the advances of the runs, which must be measured.
void set_extents(Pieces& pieces, const text::RunTable& runs);

// The places where a line may end inside piece `index`, in reading order; their runs are interned.
// `hyphenate`: whether hyphens may be put in.
const std::vector<Split>& splits_of(Pieces& pieces, std::uint32_t index, bool hyphenate,
                                    const document::Document& document, text::RunTable& runs);

// Text [begin, end) of the document, which lies in the piece, as a run of its own.
text::RunId part_run(const Piece& piece, const document::Document& document, std::uint32_t begin,
                     std::uint32_t end, bool hyphen, text::RunTable& runs);

}  // namespace blatt::layout
