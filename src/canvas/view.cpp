#include "canvas/view.h"

#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

#include "canvas/draw.h"

namespace blatt::canvas {
namespace {

constexpr double fade_ms = 120;

constexpr float circle_error = 0.3f, curve_error = 1.25f;  // device px

}  // namespace

// Of Dear ImGui only draw lists are used, which need no context, no font and no frame of their own.
struct View::Lists {
    ImDrawListSharedData shared;
    ImDrawList list{&shared};

    Lists() {
        shared.InitialFringeScale = 1;
        shared.InitialFlags = ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AntiAliasedLines;
        shared.CurveTessellationTol = curve_error;
        shared.SetCircleTessellationMaxError(circle_error);
        shared.TexUvWhitePixel = {0.5f, 0.5f};
    }
};

View::View(const text::RunTable& runs, Rasteriser& rasteriser)
    : lists_(std::make_unique<Lists>()), atlas_(runs, rasteriser) {
    renderer_.create();
}

View::~View() = default;

void View::frame(const paint::DisplayList& list, base::Rect visible, float scale,
                 text::Color background) {
    if (!renderer_.ready()) return;
    atlas_.begin_frame(scale);
    const Target target{.origin = {visible.x, visible.y}, .scale = scale};
    want_runs(list, target, atlas_);
    atlas_.rasterise_wanted();

    const float width = std::round(visible.width * scale);
    const float height = std::round(visible.height * scale);
    ImDrawList& out = lists_->list;
    lists_->shared.ClipRectFullscreen = {0, 0, width, height};
    out._ResetForNewFrame();
    out.PushTexture(ImTextureRef(static_cast<ImTextureID>(renderer_.white())));
    out.PushClipRectFullScreen();
    draw(list, target, atlas_, out);
    out.PopClipRect();
    out.PopTexture();
    renderer_.draw(out, static_cast<int>(width), static_cast<int>(height), background);
}

void View::warm(const paint::DisplayList& list, base::Rect visible, float scale) {
    if (!renderer_.ready() || !atlas_.can_warm(scale)) return;
    want_runs(list, {.origin = {visible.x, visible.y}, .scale = scale}, atlas_);
    atlas_.rasterise_wanted();
}

void View::context_lost() {
    renderer_.forget();
    atlas_.forget();
}

void View::context_restored() { renderer_.create(); }

float Fade::step(double now) {
    if (!running_) return 1;
    if (now < 0) {
        running_ = false;
        return 1;
    }
    if (begun_ < 0) begun_ = now;
    const double progress = (now - begun_) / fade_ms;
    if (progress >= 1) running_ = false;
    return progress >= 1 ? 1 : static_cast<float>(progress);
}

}  // namespace blatt::canvas
