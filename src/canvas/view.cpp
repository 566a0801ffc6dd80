#include "canvas/view.h"

#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include "base/check.h"
#include "canvas/draw.h"

namespace blatt::canvas {
namespace {

constexpr double fade_ms = 120;

// ImGui will not start without a font. This one has no glyphs: all text of a page is runs.
bool no_glyph(ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*, ImWchar, ImFontGlyph*, float*) {
    return false;
}

void set_up_imgui() {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
    ImFontConfig config;
    config.FontLoader = ImGuiFreeType::GetFontLoader();
    config.SizePixels = 16;
    io.Fonts->AddFont(&config);
}

}  // namespace
}  // namespace blatt::canvas

// The name under which ImGui looks for a loader when its own is left out (imgui_config.h).
const ImFontLoader* ImGuiFreeType::GetFontLoader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "blank";
        made.FontBakedLoadGlyph = blatt::canvas::no_glyph;
        return made;
    }();
    return &loader;
}

namespace blatt::canvas {

View::View(const text::RunTable& runs, Rasteriser& rasteriser)
    : context_(ImGui::CreateContext()), atlas_(runs, rasteriser) {
    set_up_imgui();
    renderer_.create();
}

View::~View() { ImGui::DestroyContext(context_); }

void View::frame(const paint::DisplayList& list, base::Rect visible, float scale,
                 text::Color background) {
    if (!renderer_.ready()) return;
    atlas_.begin_frame(scale);
    const Target target{.origin = {visible.x, visible.y}, .scale = scale};
    want_runs(list, target, atlas_);
    atlas_.rasterise_wanted();

    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {std::round(visible.width * scale), std::round(visible.height * scale)};
    io.DeltaTime = 1.0f / 60;  // nothing of ImGui's own moves
    ImGui::NewFrame();
    draw(list, target, atlas_, *ImGui::GetBackgroundDrawList());
    ImGui::Render();
    renderer_.draw(*ImGui::GetDrawData(), background);
}

void View::context_lost() {
    renderer_.forget();
    atlas_.forget();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

void View::context_restored() { renderer_.create(); }

float Fade::step(double now) {
    if (!running_) return 1;
    if (begun_ < 0) begun_ = now;
    const double progress = (now - begun_) / fade_ms;
    if (progress >= 1) running_ = false;
    return progress >= 1 ? 1 : static_cast<float>(progress);
}

}  // namespace blatt::canvas
