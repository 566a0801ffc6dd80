// Pictures: sizes read from the files themselves (PNG, JPEG, GIF, BMP by stb_image; WebP, AVIF and
// SVG by their heads), in CSS px, as browsers show them: turned as Exif says.
#pragma once

#include <optional>
#include <string>

#include "base/geometry.h"

namespace blatt::site {

// nullopt where the file is absent, is no picture, or does not say.
std::optional<base::Size> picture_size(const std::string& path);

}  // namespace blatt::site
