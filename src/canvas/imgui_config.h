// Dear ImGui's compile-time configuration, for the library and for canvas/.
// Text of pages never passes through ImGui: runs are textured quads from the run atlas. ImGui wants
// a font all the same, so it is told that a FreeType-like loader exists and view.cpp supplies one;
// its own TrueType code and its built-in font are left out.
#pragma once

#define IMGUI_ENABLE_FREETYPE
#define IMGUI_DISABLE_DEFAULT_FONT

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// WebGL2 has no base-vertex drawing, and a long page at three viewports passes 65536 vertices.
#define ImDrawIdx unsigned int

// The shipped build keeps the check and drops the expression's text, which would be 15 KB of it.
#ifdef NDEBUG
#define IM_ASSERT(expression) ((expression) ? void() : __builtin_trap())
#else
#include "base/check.h"
#define IM_ASSERT(expression) CHECK(expression)
#endif
