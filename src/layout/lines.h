// Lines: fills the column of a leaf with its pieces. Greedy, as browsers do it: a word goes to the
// next line when it does not fit, or is parted at the last place in it that fits; what fits nowhere
// is cut between grapheme clusters.
// Always holds: no line is wider than the column, but for preserved space and a single cluster.
#pragma once

#include "layout/layout.h"

namespace blatt::layout {

// Widths of parts that were never measured are guessed at first, so that all of them are measured
// in one batch afterwards; then lines are filled again.
struct Unmeasured {
    bool may_guess = true;
    bool guessed = false;  // some width was a guess
};

// Fills lines from (area.x, area.y) on, `area.width` wide, and appends them, parts and pictures to
// the layout. Returns the height. The extents of the layout's pieces must be set.
float fill_lines(Layout& layout, document::BlockId leaf, const document::Document& document,
                 const base::Rect& area, text::RunTable& runs, Unmeasured& unmeasured);

// Narrowest width without cutting words, and width without wrapping.
struct Intrinsic {
    float min = 0, max = 0;
};
Intrinsic intrinsic_width(Layout& layout, document::BlockId leaf,
                          const document::Document& document, text::RunTable& runs);

}  // namespace blatt::layout
