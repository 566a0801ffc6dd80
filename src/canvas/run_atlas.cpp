#include "canvas/run_atlas.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/utf8.h"

namespace blatt::canvas {
namespace {

// The budget of texture memory. A frame may begin one page more than the limit of its kind, which
// the next frame takes back; all of it together stays in here.
constexpr std::size_t budget = 32 * 1024 * 1024;

struct KindLimits {
    int page_size;
    std::size_t pages;
    std::size_t bytes_per_pixel;
    constexpr std::size_t page_bytes() const {
        return static_cast<std::size_t>(page_size) * page_size * bytes_per_pixel;
    }
};
constexpr KindLimits limits[] = {{2048, 5, 1}, {1024, 1, 4}};
static_assert((limits[0].pages + 1) * limits[0].page_bytes() +
                  (limits[1].pages + 1) * limits[1].page_bytes() <=
              budget);

constexpr KindLimits limits_of(TextureKind kind) { return limits[static_cast<std::size_t>(kind)]; }

// Browsers place each glyph on a quarter of a device px. A run's pen needs finer steps where pixels
// are large, or many of its glyphs come to lie on another quarter than the DOM's.
constexpr float dense_from = 1.75f;  // device px per CSS px
constexpr unsigned fine_steps = 8, coarse_steps = 4;
constexpr unsigned step_bits = 3;

// The rasteriser's staging canvas grows to the height of a band; this keeps it at 4 MiB.
constexpr int band_rows = 512;

// Room around the box of pen and font metrics, in parts of the font's size: swashes and italics
// overhang sideways; accents on capitals and fallback fonts rise above and fall below.
constexpr float side_room = 0.25f, vertical_room = 0.22f;

// True for code points that a platform may draw in colour. Taking too many in costs only a slot per
// text colour.
bool may_be_colored(char32_t c) {
    if (c < 0x2300) return c == 0x20E3 || c == 0x203C || c == 0x2049 || c == 0x2139;
    return (c >= 0x1F000 && c <= 0x1FBFF) || c == 0xFE0F || (c >= 0x2300 && c <= 0x23FF) ||
           (c >= 0x25AA && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) || c == 0x3030 ||
           c == 0x303D || c == 0x3297 || c == 0x3299;
}

}  // namespace

const RunAtlas::Traits& RunAtlas::traits(text::RunId run) const {
    if (run >= traits_.size()) traits_.resize(std::max<std::size_t>(run + 1, runs_->size()));
    Traits& traits = traits_[run];
    if (traits.known) return traits;
    traits = {.known = true, .blank = true};
    const std::string_view text = runs_->run(run).text;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code_point, size] = base::utf8::decode(text, at);
        at += size;
        if (code_point > ' ' && code_point != 0xA0) traits.blank = false;
        if (may_be_colored(code_point)) traits.colored = true;
    }
    return traits;
}

RunAtlas::Key RunAtlas::key(text::RunId run, text::Color color, unsigned step) const {
    const Key high = static_cast<Key>(run) << (32 + step_bits) | static_cast<Key>(step) << 32;
    if (!traits(run).colored) return high;
    return high | static_cast<Key>(color.r) << 24 | static_cast<Key>(color.g) << 16 |
           static_cast<Key>(color.b) << 8 | color.a;
}

RunAtlas::Pen RunAtlas::pen_at(float x) const {
    const float steps = static_cast<float>(steps_);
    const float nearest = std::round(x * steps);
    const float pixel = std::floor(nearest / steps);
    return {pixel, static_cast<unsigned>(nearest - pixel * steps)};
}

float RunAtlas::pen(float x) const { return pen_at(x).pixel; }

const std::string& RunAtlas::css_font(text::FontId font) {
    if (font >= fonts_.size()) fonts_.resize(font + 1u);
    std::string& css = fonts_[font];
    if (css.empty()) {
        text::Font scaled = runs_->font(font);
        scaled.size *= scale_;
        css = text::css_font(scaled);
    }
    return css;
}

float RunAtlas::page_size(const Slot& slot) const {
    return static_cast<float>(limits_of(pages_[slot.page].kind).page_size);
}

void RunAtlas::begin_frame(float scale) {
    if (scale != scale_) clear();
    scale_ = scale;
    steps_ = scale < dense_from ? fine_steps : coarse_steps;
    make_room(TextureKind::coverage);
    make_room(TextureKind::color);
}

// Words that are common stand in every page, so that no page is ever out of use: the oldest one
// goes all the same, and what is still wanted of it is drawn again.
void RunAtlas::make_room(TextureKind kind) {
    const KindLimits limit = limits_of(kind);
    double& area = wanted_area_[static_cast<std::size_t>(kind)];
    // A view that needs more than the budget gets it, or each frame would undo the one before.
    const double page_area = static_cast<double>(limit.page_size) * limit.page_size;
    const auto needed = static_cast<std::size_t>(2 * area / page_area) + 2;
    area = 0;
    const std::size_t most = std::max(limit.pages, needed);
    const std::size_t filling = filling_[static_cast<std::size_t>(kind)];
    const bool has_room = filling != no_page && pages_[filling].used < limit.page_size / 2;
    while (true) {
        std::size_t count = 0, oldest = no_page;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            if (pages_[i].kind != kind || pages_[i].used == 0) continue;
            ++count;
            if (oldest == no_page || pages_[i].begun < pages_[oldest].begun) oldest = i;
        }
        if (count < most || (count == most && has_room)) return;
        empty(oldest);
        ++evictions_;
        if (oldest == filling) filling_[static_cast<std::size_t>(kind)] = no_page;
        if (count > most) {
            delete_texture(pages_[oldest].texture);
            pages_[oldest].texture = 0;
        }
    }
}

bool RunAtlas::can_warm(float scale) const {
    if (scale != scale_) return false;
    const KindLimits limit = limits_of(TextureKind::coverage);
    const std::size_t filling = filling_[static_cast<std::size_t>(TextureKind::coverage)];
    const auto used = std::ranges::count_if(pages_, [](const Page& page) {
        return page.kind == TextureKind::coverage && page.used > 0;
    });
    if (static_cast<std::size_t>(used) < limit.pages) return true;
    return filling != no_page && pages_[filling].used < limit.page_size / 2;
}

void RunAtlas::want(text::RunId run, text::Color color, float x) {
    if (traits(run).blank) return;
    const unsigned step = pen_at(x).step;
    const auto found = slots_.find(key(run, color, step));
    if (found == slots_.end()) {
        add_pieces(run, color, step);
        return;
    }
    for (const Slot& slot : found->second) add_area(pages_[slot.page].kind, slot);
}

void RunAtlas::add_area(TextureKind kind, const Slot& slot) {
    wanted_area_[static_cast<std::size_t>(kind)] += static_cast<double>(slot.width) * slot.height;
}

void RunAtlas::add_pieces(text::RunId run, text::Color color, unsigned step) {
    const TextureKind kind = traits(run).colored ? TextureKind::color : TextureKind::coverage;
    const text::Run& text = runs_->run(run);
    const text::FontMetrics metrics = runs_->metrics(text.font);
    const float size = runs_->font(text.font).size * scale_;
    const int side = static_cast<int>(std::ceil(size * side_room)) + 1;
    const int room = static_cast<int>(std::ceil(size * vertical_room));
    const int ascent = static_cast<int>(std::ceil(metrics.ascent * scale_)) + room;
    const int descent = static_cast<int>(std::ceil(metrics.descent * scale_)) + room;
    const int width = static_cast<int>(std::ceil(std::max(0.0f, text.advance) * scale_)) + 2 * side;
    const int page = limits_of(kind).page_size;

    const Key slot_key = key(run, color, step);
    slots_[slot_key];  // reserves the key, so that a second want() of it adds nothing
    // A line of code can be one run wider than a page: it becomes several pieces.
    for (int begin = 0; begin < width; begin += page) {
        Piece piece{.key = slot_key, .run = run, .color = color, .step = step};
        piece.slot.width = static_cast<std::uint16_t>(std::min(page, width - begin));
        piece.slot.height = static_cast<std::uint16_t>(std::min(page, ascent + descent));
        piece.slot.left = static_cast<std::int16_t>(begin - side);
        piece.slot.top = static_cast<std::int16_t>(-ascent);
        add_area(kind, piece.slot);
        wanted_[static_cast<std::size_t>(kind)].push_back(piece);
    }
}

void RunAtlas::rasterise_wanted() {
    pack(TextureKind::coverage);
    pack(TextureKind::color);
}

// Fills shelves of one page after another and sends each band of shelves to the rasteriser.
class RunAtlas::Packer {
  public:
    Packer(RunAtlas& atlas, TextureKind kind) : atlas_(atlas), kind_(kind) {
        page_ = atlas.filling_[static_cast<std::size_t>(kind)];
        if (page_ != no_page) open_band();
    }

    void add(Piece& piece) {
        const int size = limits_of(kind_).page_size;
        if (x_ + piece.slot.width > size) {
            y_ += shelf_;
            x_ = shelf_ = 0;
        }
        if (page_ == no_page || y_ + piece.slot.height > size) {
            flush();
            page_ = atlas_.next_page(kind_);
            atlas_.filling_[static_cast<std::size_t>(kind_)] = page_;
            open_band();
        } else if (x_ == 0 && y_ - top_ >= band_rows) {
            flush();
            open_band();
        }
        shelf_ = std::max<int>(shelf_, piece.slot.height);
        piece.slot.page = static_cast<std::uint16_t>(page_);
        piece.slot.x = static_cast<std::uint16_t>(x_);
        piece.slot.y = static_cast<std::uint16_t>(y_);
        x_ += piece.slot.width;

        Page& page = atlas_.pages_[page_];
        page.keys.push_back(piece.key);
        atlas_.slots_[piece.key].push_back(piece.slot);
        images_.push_back(image(piece));
    }

    void flush() {
        if (page_ == no_page || images_.empty()) return;
        Page& page = atlas_.pages_[page_];
        const int size = limits_of(kind_).page_size;
        page.used = std::min(size, y_ + shelf_);
        atlas_.rasteriser_->draw({.texture = page.texture,
                                  .kind = kind_,
                                  .top = top_,
                                  .width = size,
                                  .height = page.used - top_},
                                 images_);
        images_.clear();
    }

  private:
    void open_band() {
        top_ = y_ = atlas_.pages_[page_].used;
        x_ = shelf_ = 0;
    }

    RunImage image(const Piece& piece) const {
        const text::Run& run = atlas_.runs_->run(piece.run);
        const float left = piece.slot.x, top = static_cast<float>(piece.slot.y - top_);
        const float between = static_cast<float>(piece.step) / static_cast<float>(atlas_.steps_);
        RunImage image{.x = left - piece.slot.left + between,
                       .baseline = top - piece.slot.top,
                       .font = atlas_.css_font(run.font),
                       .text = run.text,
                       .color = {0, 0, 0, 255}};
        const bool is_whole = piece.slot.width < limits_of(kind_).page_size;
        if (!is_whole) {
            image.clip_left = left;
            image.clip_width = piece.slot.width;
        }
        if (kind_ == TextureKind::color) image.color = piece.color;
        return image;
    }

    RunAtlas& atlas_;
    TextureKind kind_;
    std::size_t page_ = no_page;
    int top_ = 0, x_ = 0, y_ = 0, shelf_ = 0;
    std::vector<RunImage> images_;
};

void RunAtlas::pack(TextureKind kind) {
    std::vector<Piece>& pieces = wanted_[static_cast<std::size_t>(kind)];
    if (pieces.empty()) return;
    for (const Piece& piece : pieces)
        css_font(runs_->run(piece.run).font);  // views of them are taken
    // Shelves of equal height waste least; the order of a run's own pieces must stay.
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.slot.height > b.slot.height; });
    Packer packer(*this, kind);
    for (Piece& piece : pieces) packer.add(piece);
    packer.flush();
    pieces.clear();
}

std::size_t RunAtlas::next_page(TextureKind kind) {
    const int size = limits_of(kind).page_size;
    std::size_t page = 0;
    while (page < pages_.size() && (pages_[page].kind != kind || pages_[page].used > 0)) ++page;
    if (page == pages_.size()) pages_.push_back({.kind = kind});
    if (pages_[page].texture == 0) pages_[page].texture = make_texture(kind, size, size);
    pages_[page].begun = ++pages_begun_;
    return page;
}

void RunAtlas::empty(std::size_t index) {
    Page& page = pages_[index];
    for (const Key key : page.keys) {
        // A run in several pieces may have left with another page and come back elsewhere.
        const auto found = slots_.find(key);
        if (found == slots_.end()) continue;
        for (const Slot& slot : found->second) {
            if (slot.page != index) continue;
            slots_.erase(found);
            break;
        }
    }
    page.keys.clear();
    page.used = 0;
}

std::span<const Slot> RunAtlas::slots(text::RunId run, text::Color color, float x) const {
    const auto found = slots_.find(key(run, color, pen_at(x).step));
    if (found == slots_.end()) return {};
    return found->second;
}

void RunAtlas::clear() {
    for (std::size_t i = 0; i < pages_.size(); ++i) empty(i);
    slots_.clear();
    fonts_.clear();
    filling_[0] = filling_[1] = no_page;
}

void RunAtlas::forget() {
    pages_.clear();
    clear();
}

AtlasStats RunAtlas::stats() const {
    AtlasStats stats{.runs = slots_.size(), .evictions = evictions_};
    for (const Page& page : pages_) {
        if (page.texture == 0) continue;
        ++(page.kind == TextureKind::coverage ? stats.coverage_pages : stats.color_pages);
        stats.bytes += limits_of(page.kind).page_bytes();
    }
    return stats;
}

}  // namespace blatt::canvas
