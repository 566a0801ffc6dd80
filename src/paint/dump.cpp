#include <cstdio>

#include "paint/display_list.h"

namespace blatt::paint {

namespace {

std::string hex(text::Color c) {
    char out[12];
    std::snprintf(out, sizeof out, "#%02x%02x%02x%02x", c.r, c.g, c.b, c.a);
    return out;
}

std::string show(const base::Rect& r) {
    char out[80];
    std::snprintf(out, sizeof out, "%.1f,%.1f %.1fx%.1f", double{r.x}, double{r.y}, double{r.width},
                  double{r.height});
    return out;
}

std::string number(float value) {
    char out[24];
    std::snprintf(out, sizeof out, "%.1f", double{value});
    return out;
}

struct Dumper {
    const text::RunTable& runs;

    std::string operator()(const FillRect& c) const {
        return "fill " + show(c.rect) + " " + hex(c.color) +
               (c.radius > 0 ? " radius " + number(c.radius) : "");
    }
    std::string operator()(const StrokeRect& c) const {
        return "stroke " + show(c.rect) + " " + hex(c.color) + " width " + number(c.width);
    }
    std::string operator()(const Shadow& c) const {
        return "shadow " + show(c.rect) + " blur " + number(c.blur);
    }
    std::string operator()(const DrawRun& c) const {
        return "run " + number(c.x) + "," + number(c.baseline) + " " + hex(c.color) + " \"" +
               std::string(runs.run(c.run).text) + "\"";
    }
    std::string operator()(const Disc& c) const {
        return "disc " + number(c.center.x) + "," + number(c.center.y) + " " + number(c.radius) +
               " " + hex(c.color);
    }
    std::string operator()(const Polyline& c) const {
        std::string out = c.filled ? "shape " + hex(c.color)
                                   : "polyline " + hex(c.color) + " width " + number(c.width);
        for (const base::Point& p : c.points) out += " " + number(p.x) + "," + number(p.y);
        return out;
    }
    std::string operator()(const PushClip& c) const { return "clip " + show(c.rect); }
    std::string operator()(const PopClip&) const { return "unclip"; }
};

}  // namespace

std::string dump(const DisplayList& list, const text::RunTable& runs) {
    std::string out;
    for (const Command& command : list) out += std::visit(Dumper{runs}, command) + "\n";
    return out;
}

}  // namespace blatt::paint
