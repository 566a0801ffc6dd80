#include "canvas/draw.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

namespace blatt::canvas {
namespace {

ImU32 packed(text::Color color) { return IM_COL32(color.r, color.g, color.b, color.a); }

class Painter {
  public:
    Painter(const Target& target, const RunAtlas& atlas, ImDrawList& out)
        : target_(target), atlas_(atlas), out_(out) {}

    void operator()(const paint::FillRect& fill) {
        if (fill.rect.empty()) return;
        const auto [low, high] = snapped(fill.rect);
        out_.AddRectFilled(low, high, packed(fill.color), fill.radius * target_.scale);
    }

    void operator()(const paint::StrokeRect& stroke) {
        if (stroke.rect.empty()) return;
        const auto [low, high] = snapped(stroke.rect);
        const float width = std::max(1.0f, std::round(stroke.width * target_.scale));
        const ImU32 color = packed(stroke.color);
        if (stroke.radius > 0) {
            const float half = width / 2;
            out_.AddRect({low.x + half, low.y + half}, {high.x - half, high.y - half}, color,
                         std::max(0.0f, stroke.radius * target_.scale - half), 0, width);
            return;
        }
        out_.AddRectFilled(low, {high.x, low.y + width}, color);
        out_.AddRectFilled({low.x, high.y - width}, high, color);
        out_.AddRectFilled({low.x, low.y + width}, {low.x + width, high.y - width}, color);
        out_.AddRectFilled({high.x - width, low.y + width}, {high.x, high.y - width}, color);
    }

    // Layers that grow outwards, each a part of the whole opacity: their sum falls off smoothly.
    void operator()(const paint::Shadow& shadow) {
        const auto [low, high] = snapped(shadow.rect);
        const float blur = shadow.blur * target_.scale;
        const int layers = std::clamp(static_cast<int>(blur / 2), 1, 12);
        text::Color color = shadow.color;
        color.a = static_cast<std::uint8_t>(std::max(1, color.a / layers));
        for (int i = 0; i < layers; ++i) {
            const float grow =
                blur * (static_cast<float>(i) + 0.5f) / static_cast<float>(layers) - blur / 2;
            const float radius = std::max(0.0f, shadow.radius * target_.scale + grow);
            out_.AddRectFilled({low.x - grow, low.y - grow}, {high.x + grow, high.y + grow},
                               packed(color), radius);
        }
    }

    void operator()(const paint::DrawRun& run) {
        const float x = device_x(run.x);
        const float pen_x = atlas_.pen(x), pen_y = std::round(device_y(run.baseline));
        const text::Color black{0, 0, 0, 255};
        const ImU32 tint = packed(atlas_.keeps_color(run.run) ? black : run.color);
        for (const Slot& slot : atlas_.slots(run.run, run.color, x)) {
            const ImVec2 low{pen_x + slot.left, pen_y + slot.top};
            const ImVec2 high{low.x + slot.width, low.y + slot.height};
            const float texel = 1 / atlas_.page_size(slot);
            const ImVec2 uv_low{slot.x * texel, slot.y * texel};
            const ImVec2 uv_high{(slot.x + slot.width) * texel, (slot.y + slot.height) * texel};
            out_.PushTexture(ImTextureRef(static_cast<ImTextureID>(atlas_.texture(slot))));
            out_.PrimReserve(6, 4);
            out_.PrimRectUV(low, high, uv_low, uv_high, tint);
            out_.PopTexture();
        }
    }

    void operator()(const paint::Disc& disc) {
        const ImVec2 center{device_x(disc.center.x), device_y(disc.center.y)};
        const float radius = disc.radius * target_.scale;
        if (disc.filled) {
            out_.AddCircleFilled(center, radius, packed(disc.color));
        } else {
            const float width = std::max(1.0f, target_.scale);
            out_.AddCircle(center, radius - width / 2, packed(disc.color), 0, width);
        }
    }

    void operator()(const paint::Polyline& line) {
        ImVector<ImVec2> points;
        points.reserve(static_cast<int>(line.points.size()));
        for (const base::Point point : line.points) {
            points.push_back({device_x(point.x), device_y(point.y)});
        }
        if (line.filled) {
            out_.AddConcavePolyFilled(points.Data, points.Size, packed(line.color));
            return;
        }
        out_.AddPolyline(points.Data, points.Size, packed(line.color), 0,
                         std::max(1.0f, line.width * target_.scale));
    }

    void operator()(const paint::PushClip& clip) {
        const auto [low, high] = snapped(clip.rect);
        out_.PushClipRect(low, high, true);
    }

    void operator()(const paint::PopClip&) { out_.PopClipRect(); }

  private:
    struct Corners {
        ImVec2 low, high;
    };

    float device_x(float x) const { return (x - target_.origin.x) * target_.scale; }
    float device_y(float y) const { return (y - target_.origin.y) * target_.scale; }

    // Whole pixels; what is not empty keeps at least one, so that hairlines do not vanish.
    Corners snapped(const base::Rect& rect) const {
        const ImVec2 low{std::round(device_x(rect.x)), std::round(device_y(rect.y))};
        return {low,
                {std::max(low.x + 1, std::round(device_x(rect.right()))),
                 std::max(low.y + 1, std::round(device_y(rect.bottom())))}};
    }

    Target target_;
    const RunAtlas& atlas_;
    ImDrawList& out_;
};

}  // namespace

void want_runs(const paint::DisplayList& list, const Target& target, RunAtlas& atlas) {
    for (const paint::Command& command : list) {
        const auto* run = std::get_if<paint::DrawRun>(&command);
        if (run != nullptr)
            atlas.want(run->run, run->color, (run->x - target.origin.x) * target.scale);
    }
}

void draw(const paint::DisplayList& list, const Target& target, const RunAtlas& atlas,
          ImDrawList& out) {
    Painter painter(target, atlas, out);
    for (const paint::Command& command : list) std::visit(painter, command);
}

}  // namespace blatt::canvas
