// Rasteriser: the seam through which the run atlas gets pixels of text. wasm/ implements it with
// the browser's 2D canvas. Device pixels throughout.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "canvas/renderer.h"

namespace blatt::canvas {

struct RunImage {
    float x = 0, baseline = 0;            // of the pen, in the band
    float clip_left = 0, clip_width = 0;  // only this part of the band is inked; width 0: no clip
    std::string_view font;                // CSS font at device scale
    std::string_view text;
    text::Color color;  // black where the texture is coverage
};

// A band of full rows of a page that nothing was drawn into yet.
struct Band {
    TextureName texture = 0;
    TextureKind kind = TextureKind::coverage;
    int top = 0, width = 0, height = 0;
};

class Rasteriser {
  public:
    virtual ~Rasteriser() = default;
    // Draws the runs into the band, whose other pixels become transparent.
    virtual void draw(const Band& band, std::span<const RunImage> runs) = 0;
};

}  // namespace blatt::canvas
