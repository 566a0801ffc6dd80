// The signs of callouts: polygons in a square of 18 CSS px, painted and, as clip paths, in the
// style sheet. The first part is the shape, the others are cut out of it.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "document/style_class.h"

namespace blatt::text {

using CalloutSign = std::vector<std::vector<base::Point>>;

// That of a callout's style class.
CalloutSign callout_sign(document::StyleClass style);

}  // namespace blatt::text
