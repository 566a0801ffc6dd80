// Layout: a Document at a width as boxes, line boxes and fragments, in page coordinates (CSS px,
// origin at the document's top left). One entry function, no other state: the same document, width,
// fonts and view state give the same layout.
// Always holds: one Box per block, by BlockId; lines of a leaf are consecutive, top to bottom;
// fragments of a line are consecutive, in visual order from left to right.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "document/document.h"
#include "text/fonts.h"
#include "text/style.h"

namespace blatt::layout {

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

struct LineBox {
    base::Rect rect;     // page coordinates; as high as the line, as wide as its text
    float baseline = 0;  // page y
    std::uint32_t fragments_begin = 0, fragments_end = 0;
    document::BlockId block = 0;
};

// A picture's place. Pictures shown as their text (missing, third party) have none.
struct ImageBox {
    base::Rect rect;
    document::InlineId inline_id = 0;
    document::BlockId block = 0;
};

// The number of an ordered list's item, drawn to the left of its content ("12. ", space included).
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
    std::vector<Fragment> fragments;
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
               const ViewState& state = {});

// The leaf inline under a point, or no_id.
document::InlineId hit_test(const Layout& layout, base::Point point);

std::string dump(const Layout& layout, const document::Document& document,
                 const text::RunTable& runs);

}  // namespace blatt::layout
