// Theme: the colours and fonts that a blog's configuration sets in place of the house's own, as a
// style sheet of custom properties. Only colours written as #rgb or #rrggbb and names of fonts come
// through: nothing else of the configuration reaches CSS. Sepia and high contrast stay the house's.
#pragma once

#include <string>
#include <string_view>

#include "site/problem.h"

namespace blatt::site {

// `theme` is the map of that name: colours and fonts by their name ("accent", "serif"), and a map
// "dark" with the dark scheme's colours. What cannot be used, or is hard to read, is reported.
std::string theme_css(const FrontValue& theme, std::string_view file, Problems& problems);

}  // namespace blatt::site
