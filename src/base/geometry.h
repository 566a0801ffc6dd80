// Geometry in CSS px, origin at the top left, y downwards. Device pixels appear only in canvas/.
// Plain values; a Rect with width or height <= 0 is empty.
#pragma once

#include <algorithm>

namespace blatt::base {

struct Point {
    float x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

struct Size {
    float width = 0, height = 0;
    bool operator==(const Size&) const = default;
};

struct Edges {
    float top = 0, right = 0, bottom = 0, left = 0;
    float horizontal() const { return left + right; }
    float vertical() const { return top + bottom; }
    bool operator==(const Edges&) const = default;
};

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool empty() const { return width <= 0 || height <= 0; }
    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    bool intersects(const Rect& o) const {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }
    bool operator==(const Rect&) const = default;
};

// The part of `outer` inside its edges; never negative in size.
inline Rect inset(const Rect& outer, const Edges& edges) {
    return {outer.x + edges.left, outer.y + edges.top,
            std::max(0.0f, outer.width - edges.horizontal()),
            std::max(0.0f, outer.height - edges.vertical())};
}

}  // namespace blatt::base
