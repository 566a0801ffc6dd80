#include "text/css_values.h"

#include <cmath>
#include <cstdio>

namespace blatt::text {

std::string number(float value) {
    char out[24];
    std::snprintf(out, sizeof out, "%g", static_cast<double>(value));
    return out;
}

std::string ratio(float value) {
    for (int denominator = 1; denominator <= 32; ++denominator) {
        const float numerator = std::round(value * static_cast<float>(denominator));
        if (numerator / static_cast<float>(denominator) == value)
            return number(numerator) + "/" + std::to_string(denominator);
    }
    return number(value);
}

std::string px(float value) { return value == 0 ? "0" : number(value) + "px"; }

std::string variable(ColorToken token) {
    return token == ColorToken::none ? "transparent" : "var(" + color_property(token) + ")";
}

std::string variable(Family family) { return "var(" + std::string(family_property(family)) + ")"; }

std::string cat(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts) out += part;
    return out;
}

std::string polygon(std::span<const base::Point> points) {
    std::string out = "polygon(";
    for (const base::Point& point : points) {
        if (out.back() != '(') out += ',';
        out += px(point.x) + " " + px(point.y);
    }
    return out + ")";
}

}  // namespace blatt::text
