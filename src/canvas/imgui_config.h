// Dear ImGui's compile-time configuration, for the library and for canvas/.
// Only draw lists are used: text of pages is textured quads from the run atlas, and widgets are the
// DOM's. What the linker cannot see to be unused is left out here.
#pragma once

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
