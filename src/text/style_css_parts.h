// Rules of the style sheet for parts of a page that the style table cannot describe: formulas,
// callouts, edges of boxes that scroll, the large view of pictures, contents, paper.
#pragma once

#include <string>
#include <string_view>

#include "text/style.h"

namespace blatt::text {

std::string math_rules();
std::string callout_rules();
std::string scroll_rules(std::string_view element, ColorToken behind);
std::string lightbox_rules();
std::string beside_rules();
std::string comfort_rules();
std::string print_rules();

}  // namespace blatt::text
