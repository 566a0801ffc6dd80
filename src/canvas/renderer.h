// Renderer: draws ImGui's vertex lists with WebGL2 (OpenGL ES 3). One program for everything.
// Always holds: colours are premultiplied in the framebuffer; a texture's alpha is coverage for the
// vertex colour and its colour channels are added, so that a coverage page (0, 0, 0, a) takes the
// vertex colour and a colour page drawn in black keeps its own.
#pragma once

#include <cstdint>

#include "text/style.h"

struct ImDrawList;

namespace blatt::canvas {

using TextureName = std::uint32_t;  // OpenGL's; 0 is none

enum class TextureKind : std::uint8_t { coverage, color };

// An empty (transparent) texture that is drawn texel by pixel.
TextureName make_texture(TextureKind kind, int width, int height);
void delete_texture(TextureName texture);

class Renderer {
  public:
    // Needs a current context; again after the context was restored.
    void create();
    // Forgets all names without freeing them: the context that owned them is gone.
    void forget();
    bool ready() const { return program_ != 0; }

    // The texture of one opaque texel that filled shapes are drawn with.
    TextureName white() const { return white_; }

    // Clears to `background` and draws; one unit of `list` is one device pixel.
    void draw(const ImDrawList& list, int width, int height, text::Color background);

  private:
    void prepare(int width, int height);

    TextureName white_ = 0;
    std::uint32_t program_ = 0;
    std::uint32_t vertex_array_ = 0, vertices_ = 0, indices_ = 0;
    std::int32_t scale_location_ = -1;
};

}  // namespace blatt::canvas
