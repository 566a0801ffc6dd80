// Values as style sheets write them. Private to the style sheet's writers.
// Always holds: what is made here needs no escaping in a declaration.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "base/geometry.h"
#include "text/style.h"

namespace blatt::text {

std::string number(float value);
// As a fraction: browsers divide by one more exactly than by its decimal digits.
std::string ratio(float value);
std::string px(float value);
// As in `var(--blatt-ink)`.
std::string variable(ColorToken token);
std::string variable(Family family);
std::string cat(std::initializer_list<std::string_view> parts);
// The shape of a `clip-path`, of a box of 18 px.
std::string polygon(std::span<const base::Point> points);

}  // namespace blatt::text
