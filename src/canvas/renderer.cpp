#include "canvas/renderer.h"

#include <GLES3/gl3.h>

#include <cstddef>

#include <imgui.h>
#include "base/check.h"

namespace blatt::canvas {
namespace {

constexpr GLuint position_attribute = 0, uv_attribute = 1, color_attribute = 2;

constexpr const char* vertex_shader = R"(#version 300 es
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec4 color;
uniform vec2 scale;
out vec2 texel;
out vec4 tint;
void main() {
  texel = uv;
  tint = vec4(color.rgb * color.a, color.a);
  gl_Position = vec4(position.x * scale.x - 1.0, 1.0 - position.y * scale.y, 0.0, 1.0);
}
)";

constexpr const char* fragment_shader = R"(#version 300 es
precision mediump float;
in vec2 texel;
in vec4 tint;
uniform sampler2D page;
out vec4 result;
void main() {
  vec4 t = texture(page, texel);
  result = tint * t.a + vec4(t.rgb * tint.a, 0.0);
}
)";

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

}  // namespace

TextureName make_texture(TextureKind kind, int width, int height) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    const GLenum format = kind == TextureKind::coverage ? GL_ALPHA : GL_RGBA;
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(format), width, height, 0, format,
                 GL_UNSIGNED_BYTE, nullptr);
    return name;
}

void delete_texture(TextureName texture) { glDeleteTextures(1, &texture); }

void Renderer::create() {
    const GLuint vertex = compile(GL_VERTEX_SHADER, vertex_shader);
    const GLuint fragment = compile(GL_FRAGMENT_SHADER, fragment_shader);
    program_ = glCreateProgram();
    glAttachShader(program_, vertex);
    glAttachShader(program_, fragment);
    glLinkProgram(program_);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    scale_location_ = glGetUniformLocation(program_, "scale");

    white_ = make_texture(TextureKind::coverage, 1, 1);
    constexpr GLubyte opaque = 255;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, 1, 1, GL_ALPHA, GL_UNSIGNED_BYTE, &opaque);

    glGenVertexArrays(1, &vertex_array_);
    glGenBuffers(1, &vertices_);
    glGenBuffers(1, &indices_);
    glBindVertexArray(vertex_array_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    glEnableVertexAttribArray(position_attribute);
    glEnableVertexAttribArray(uv_attribute);
    glEnableVertexAttribArray(color_attribute);
    constexpr GLsizei stride = sizeof(ImDrawVert);
    glVertexAttribPointer(position_attribute, 2, GL_FLOAT, GL_FALSE, stride,
                          offset(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(uv_attribute, 2, GL_FLOAT, GL_FALSE, stride,
                          offset(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(color_attribute, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                          offset(offsetof(ImDrawVert, col)));
}

void Renderer::forget() { *this = Renderer{}; }

void Renderer::prepare(int width, int height) {
    glViewport(0, 0, width, height);
    glUseProgram(program_);
    glUniform2f(scale_location_, 2.0f / static_cast<float>(width),
                2.0f / static_cast<float>(height));
    glBindVertexArray(vertex_array_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
}

void Renderer::draw(const ImDrawList& list, int width, int height, text::Color background) {
    CHECK(ready());
    prepare(width, height);
    glScissor(0, 0, width, height);
    glClearColor(static_cast<float>(background.r) / 255, static_cast<float>(background.g) / 255,
                 static_cast<float>(background.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);

    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data,
                 GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
                 GL_STREAM_DRAW);
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const int left = static_cast<int>(command.ClipRect.x);
        const int top = static_cast<int>(command.ClipRect.y);
        const int right = static_cast<int>(command.ClipRect.z);
        const int bottom = static_cast<int>(command.ClipRect.w);
        if (command.ElemCount == 0 || right <= left || bottom <= top) continue;
        glScissor(left, height - bottom, right - left, bottom - top);
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT,
                       offset(command.IdxOffset * sizeof(ImDrawIdx)));
    }
}

}  // namespace blatt::canvas
