// Directions: which blocks of a screen run from right to left. A block follows the first character
// with a direction in its text; what surrounds it follows its language.
#pragma once

#include "document/document.h"

namespace blatt::app {

void set_directions(document::Document& document);

}  // namespace blatt::app
