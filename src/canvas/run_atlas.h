// RunAtlas: the pixels of runs in texture pages, made when a run is first visible, in device
// pixels. Pages fill in bands that are written once; nothing in a page moves. Over the budget the
// page unused for longest is emptied as a whole, but what the frame being made wants is always
// there. At low densities pens stand between pixels: a run is made for each quarter pixel it is
// wanted at. Runs of colour glyphs (emoji) are drawn in the text's colour in colour pages, found by
// run and colour; everything else is coverage.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "canvas/rasteriser.h"
#include "canvas/renderer.h"
#include "text/fonts.h"

namespace blatt::canvas {

// A piece of a run: a rectangle of a page and where it lies from the run's pen.
struct Slot {
    std::uint16_t page = 0;
    std::uint16_t x = 0, y = 0, width = 0, height = 0;
    std::int16_t left = 0, top = 0;  // from the pen on the baseline, device px
};

struct AtlasStats {
    std::size_t runs = 0, coverage_pages = 0, color_pages = 0, evictions = 0;
    std::size_t bytes = 0;  // of textures
};

class RunAtlas {
  public:
    RunAtlas(const text::RunTable& runs, Rasteriser& rasteriser)
        : runs_(&runs), rasteriser_(&rasteriser) {}

    // `scale`: device px per CSS px; another one than before empties the atlas.
    void begin_frame(float scale);
    // Whether a screen's runs may be rasterised ahead at `scale` without emptying pages.
    bool can_warm(float scale) const;
    // `x`: of the pen, device px of the canvas.
    void want(text::RunId run, text::Color color, float x);
    // Makes the pixels of all that was wanted since begin_frame().
    void rasterise_wanted();

    // Of a run that was wanted in this frame; empty for a blank one.
    std::span<const Slot> slots(text::RunId run, text::Color color, float x) const;
    // The whole pixel that a slot's `left` counts from.
    float pen(float x) const;
    TextureName texture(const Slot& slot) const { return pages_[slot.page].texture; }
    float page_size(const Slot& slot) const;
    bool keeps_color(text::RunId run) const { return traits(run).colored; }

    // The glyphs changed: every run is drawn again.
    void clear();
    // The context is gone and its textures with it.
    void forget();

    AtlasStats stats() const;

  private:
    using Key = std::uint64_t;

    struct Page {
        TextureKind kind = TextureKind::coverage;
        TextureName texture = 0;
        int used = 0;             // rows
        std::uint64_t begun = 0;  // counts pages in the order in which they were begun
        std::vector<Key> keys;
    };
    struct Traits {
        bool known = false, blank = false, colored = false;
    };
    // A pen's place: a whole pixel and steps behind it.
    struct Pen {
        float pixel = 0;
        unsigned step = 0;
    };
    // A rectangle to be packed.
    struct Piece {
        Key key = 0;
        text::RunId run = 0;
        text::Color color;
        unsigned step = 0;
        Slot slot;
    };
    class Packer;

    Key key(text::RunId run, text::Color color, unsigned step) const;
    Pen pen_at(float x) const;
    const Traits& traits(text::RunId run) const;
    const std::string& css_font(text::FontId font);
    void add_pieces(text::RunId run, text::Color color, unsigned step);
    void pack(TextureKind kind);
    void add_area(TextureKind kind, const Slot& slot);
    void make_room(TextureKind kind);
    std::size_t next_page(TextureKind kind);
    void empty(std::size_t page);

    static constexpr std::size_t no_page = static_cast<std::size_t>(-1);

    const text::RunTable* runs_;
    Rasteriser* rasteriser_;
    float scale_ = 0;
    unsigned steps_ = 1;  // of the pen in a pixel
    std::uint64_t pages_begun_ = 0;
    double wanted_area_[2] = {0, 0};  // of the frame's runs, device px, by TextureKind
    std::size_t evictions_ = 0;
    std::vector<Page> pages_;
    std::unordered_map<Key, std::vector<Slot>> slots_;
    std::vector<std::string> fonts_;  // CSS, at device scale, by FontId
    mutable std::vector<Traits> traits_;
    std::vector<Piece> wanted_[2];                 // by TextureKind
    std::size_t filling_[2] = {no_page, no_page};  // the pages that are not full
};

}  // namespace blatt::canvas
