// Layout: a Document at a width as boxes, line boxes and fragments, in page coordinates (CSS px,
// origin at the document's top left). One entry function, no other state: the same document, width,
// fonts, view state and preferences give the same layout.
// Always holds: one Box per block, by BlockId; lines of a leaf are consecutive, top to bottom; each
// piece of text is in one line, or in parts at the ends of consecutive lines.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "document/document.h"
#include "layout/pieces.h"
#include "text/fonts.h"
#include "text/style.h"

namespace blatt::layout {

// A run in its line. Made of the line's pieces when it is wanted.
struct Fragment {
    text::RunId run = 0;
    float x = 0;  // from the line's left edge
    float width = 0;
    document::InlineId inline_id = 0;            // the leaf inline it shows
    std::uint32_t text_begin = 0, text_end = 0;  // bytes of Document::text
    text::ColorToken color = text::ColorToken::ink;
    text::ColorToken background = text::ColorToken::none;
    bool underline = false, strike = false;
    float rise = 0;                             // baseline shift upwards
    document::InlineId link = document::no_id;  // the innermost link around it
};

inline constexpr std::uint32_t no_part = 0xFFFFFFFF;

// Head, pieces and tail: what is left of a word that began on the line before, whole pieces, and
// the beginning of a word that goes on in the next line.
struct LineBox {
    base::Rect rect;     // page coordinates; as high as the line, as wide as its text
    float baseline = 0;  // page y
    std::uint32_t pieces_begin = 0, pieces_end = 0;
    std::uint32_t head = no_part, tail = no_part;  // indices into Layout::parts
    document::BlockId block = 0;
    bool empty() const { return pieces_begin == pieces_end && head == no_part && tail == no_part; }
};

// A part of a piece, which is parted between lines.
struct Part {
    std::uint32_t piece = 0;
    std::uint32_t text_begin = 0, text_end = 0;
    text::RunId run = 0;
    float width = 0;
    float hyphen =
        0;  // width of the hyphen at its end, which is in `run` and not in the line's rect
};

// A picture's or formula's place. Pictures shown as their text (missing, third party) have none.
struct ImageBox {
    base::Rect rect;
    document::InlineId inline_id = 0;
    document::BlockId block = 0;
};

// The number of an ordered list's item, drawn beside its content ("12. ", space included).
struct MarkerRun {
    document::BlockId block = 0;
    text::RunId run = 0;
};

struct Box {
    base::Rect border;  // border box
    base::Rect content;
    std::uint32_t lines_begin = 0, lines_end = 0;
    float scroll_width = 0;  // > content.width where it scrolls sideways
    bool visible = true;     // false inside closed details
    text::BlockStyle style;
};

struct Layout {
    float width = 0, height = 0;
    text::Breadth breadth = text::Breadth::wide;
    std::vector<Box> boxes;
    std::vector<LineBox> lines;
    Pieces pieces;
    std::vector<Part> parts;
    std::vector<ImageBox> images;
    std::vector<MarkerRun> markers;  // by ascending block
};

// What a reader changed about blocks: opened details, by block.
struct ViewState {
    std::map<document::BlockId, bool> open;
};

// `width`: of the viewport without its scroll bar, CSS px. Interns runs and measures the new ones
// in one batch.
Layout lay_out(const document::Document& document, float width, text::RunTable& runs,
               const ViewState& state = {}, const text::Preferences& preferences = {});

// The same layout at another width of the same breadth, much faster: nothing is made anew but
// lines. False where the breadth differs and nothing was done.
bool reflow(Layout& layout, const document::Document& document, float width, text::RunTable& runs);

// Fragments of a line in visual order, from left to right.
std::vector<Fragment> fragments(const Layout& layout, const LineBox& line);
void fragments(const Layout& layout, const LineBox& line, std::vector<Fragment>& out);

// Where the line's text begins: its first inline and the byte in it; no_id for an empty line.
struct TextPlace {
    document::InlineId inline_id = document::no_id;
    std::uint32_t at = 0;
};
TextPlace line_start(const Layout& layout, const LineBox& line);

// Whether the line shows a hyphen at its end that is not in the text.
bool ends_with_hyphen(const Layout& layout, const LineBox& line);

// The leaf inline under a point, or no_id.
document::InlineId hit_test(const Layout& layout, base::Point point);

std::string dump(const Layout& layout, const document::Document& document,
                 const text::RunTable& runs);

}  // namespace blatt::layout
