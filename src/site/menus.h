// Menus: the entries of the configuration and of the pages' own front matter as trees, in the order
// of their weights, each with the URL it leads to. Without any menu, the pages at the top make one.
#pragma once

#include "site/blog.h"
#include "site/place_index.h"

namespace blatt::site {

void make_menus(Blog& blog, const PlaceIndex& places);

}  // namespace blatt::site
