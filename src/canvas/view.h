// View: one canvas on one WebGL2 context, drawn by Dear ImGui. A frame is drawn when frame() is
// called and at no other time; nothing here runs by itself.
#pragma once

#include <memory>

#include "base/geometry.h"
#include "canvas/rasteriser.h"
#include "canvas/renderer.h"
#include "canvas/run_atlas.h"
#include "paint/display_list.h"
#include "text/fonts.h"

namespace blatt::canvas {

class View {
  public:
    // Needs a current WebGL2 context.
    View(const text::RunTable& runs, Rasteriser& rasteriser);
    ~View();
    View(const View&) = delete;
    View& operator=(const View&) = delete;

    // Draws `list` so that the canvas shows `visible` (CSS px, page coordinates) at `scale` device
    // px per CSS px. Nothing is drawn while the context is lost.
    void frame(const paint::DisplayList& list, base::Rect visible, float scale,
               text::Color background);

    // Rasterises the text of `list` ahead of a frame that shows it, where the atlas has room for it
    // without emptying pages.
    void warm(const paint::DisplayList& list, base::Rect visible, float scale);

    void context_lost();
    void context_restored();
    // Text looks different from now on: all of it is rasterised again.
    void fonts_changed() { atlas_.clear(); }

    AtlasStats stats() const { return atlas_.stats(); }

  private:
    struct Lists;

    std::unique_ptr<Lists> lists_;
    Renderer renderer_;
    RunAtlas atlas_;
};

// The progress of a hover's look from 0 to 1. Time comes in with each frame.
class Fade {
  public:
    void start() { begun_ = -1, running_ = true; }
    // `now` in ms; negative: the fade is over at once. The last step of a fade answers 1 and ends
    // it.
    float step(double now);
    bool running() const { return running_; }

  private:
    double begun_ = -1;
    bool running_ = false;
};

}  // namespace blatt::canvas
