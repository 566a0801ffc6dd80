// DisplayList: what to draw, back to front, in page coordinates (CSS px). Made from a Layout and
// the part of it that is wanted; knows nothing of textures or ImGui. Overlays (open menus) come
// last.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "layout/layout.h"

namespace blatt::paint {

struct FillRect {
    base::Rect rect;
    text::Color color;
    float radius = 0;
};
struct StrokeRect {  // the stroke lies inside the rect
    base::Rect rect;
    text::Color color;
    float width = 1;
    float radius = 0;
};
struct Shadow {
    base::Rect rect;
    text::Color color;
    float blur = 0;
    float radius = 0;
};
struct DrawRun {  // the run's pen starts at (x, baseline)
    text::RunId run = 0;
    float x = 0, baseline = 0;
    text::Color color;
};
struct Disc {
    base::Point center;
    float radius = 0;
    text::Color color;
    bool filled = true;
};
struct Polyline {
    std::vector<base::Point> points;
    text::Color color;
    float width = 1;
    bool filled = false;  // the shape that the points go around, without a line
};
struct PushClip {
    base::Rect rect;
};
struct PopClip {};

using Command =
    std::variant<FillRect, StrokeRect, Shadow, DrawRun, Disc, Polyline, PushClip, PopClip>;
using DisplayList = std::vector<Command>;

// What the reader's pointer, focus and scrolling add to the picture.
struct Interaction {
    document::InlineId hovered_link = document::no_id;
    document::InlineId pressed_link = document::no_id;
    document::InlineId focused_link = document::no_id;
    document::BlockId hovered_block = document::no_id;  // summaries, cards
    document::BlockId focused_block = document::no_id;
    float hover_progress = 1;                     // 0 to 1, while the hover's look fades in
    std::map<document::BlockId, float> scroll_x;  // of boxes that scroll sideways, CSS px
};

// `visible`: the part of the page that is wanted; commands wholly outside it are left out.
DisplayList paint(const document::Document& document, const layout::Layout& layout,
                  const text::RunTable& runs, base::Rect visible, text::Scheme scheme,
                  const Interaction& interaction = {});

std::string dump(const DisplayList& list, const text::RunTable& runs);

}  // namespace blatt::paint
