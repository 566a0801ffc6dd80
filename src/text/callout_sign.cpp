#include "text/callout_sign.h"

#include <cmath>
#include <numbers>

namespace blatt::text {

namespace {

using document::StyleClass;
using Part = std::vector<base::Point>;

// Half pixels of a hundredth would only make the style sheet longer.
float rounded(double value) { return static_cast<float>(std::round(value * 10) / 10); }

Part ring(double center_y, double radius, int corners, double first_corner) {
    Part part;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i + first_corner) / corners;
        part.push_back(
            {rounded(9 + radius * std::sin(angle)), rounded(center_y - radius * std::cos(angle))});
    }
    return part;
}

Part bar(float top, float bottom) { return {{8, top}, {10, top}, {10, bottom}, {8, bottom}}; }

}  // namespace

CalloutSign callout_sign(StyleClass style) {
    const Part circle = ring(9, 9, 24, 0);
    switch (style) {
        case StyleClass::callout_tip:
            return {circle, {{4.6f, 9.4f}, {6, 8}, {8, 10}, {12.2f, 5.6f}, {13.6f, 7}, {8, 12.8f}}};
        case StyleClass::callout_important:
            return {ring(9, 9, 4, 0), bar(4.6f, 10), bar(11.4f, 13.4f)};
        case StyleClass::callout_warning:
            return {{{9, 1}, {18, 17}, {0, 17}}, bar(6.4f, 11.6f), bar(13, 15)};
        case StyleClass::callout_caution:
            return {ring(9, 9, 8, 0.5), bar(4, 10), bar(11.6f, 13.6f)};
        default: return {circle, bar(4.4f, 6.4f), bar(8, 13.6f)};
    }
}

}  // namespace blatt::text
