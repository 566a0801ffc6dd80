// Draw: turns a DisplayList (CSS px, page coordinates) into ImGui's vertices (device px of the
// canvas). The only place where lengths are rounded to device pixels: edges of sharp rects, pens of
// runs, hairlines that would be thinner than one pixel.
#pragma once

#include "base/geometry.h"
#include "canvas/run_atlas.h"
#include "paint/display_list.h"

struct ImDrawList;

namespace blatt::canvas {

struct Target {
    base::Point origin;  // page position of the canvas's top left corner, CSS px
    float scale = 1;     // device px per CSS px
};

// Wants every run of `list`.
void want_runs(const paint::DisplayList& list, const Target& target, RunAtlas& atlas);

// Every run of `list` must have been wanted and rasterised.
void draw(const paint::DisplayList& list, const Target& target, const RunAtlas& atlas,
          ImDrawList& out);

}  // namespace blatt::canvas
