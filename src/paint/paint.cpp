#include <algorithm>
#include <cmath>
#include <span>

#include "paint/display_list.h"
#include "text/callout_sign.h"

namespace blatt::paint {

namespace {

using base::Point;
using base::Rect;
using document::Block;
using document::BlockId;
using document::BlockKind;
using document::Document;
using document::first_child;
using document::InlineId;
using document::next_sibling;
using document::no_id;
using layout::Box;
using layout::Fragment;
using layout::Layout;
using layout::LineBox;
using text::Color;
using text::ColorToken;

Color with_alpha(Color color, float factor) {
    color.a = static_cast<std::uint8_t>(
        std::lround(static_cast<float>(color.a) * std::clamp(factor, 0.0f, 1.0f)));
    return color;
}

Color mix(Color from, Color to, float t) {
    const auto channel = [t](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(
            static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * t));
    };
    return {channel(from.r, to.r), channel(from.g, to.g), channel(from.b, to.b),
            channel(from.a, to.a)};
}

class Painter {
  public:
    Painter(const Document& document, const Layout& layout, const text::RunTable& runs,
            Rect visible, const text::Palette& palette, const Interaction& interaction)
        : document_(document),
          layout_(layout),
          runs_(runs),
          visible_(visible),
          palette_(palette),
          interaction_(interaction) {}

    DisplayList run() {
        out_.push_back(FillRect{visible_, color(ColorToken::paper)});
        block(0);
        // A popup may hold another one only by nesting, so the list may grow while it is walked.
        for (std::size_t i = 0; i < popups_.size(); ++i) popup(popups_[i]);
        return std::move(out_);
    }

  private:
    Color color(ColorToken token) const { return palette_[static_cast<std::size_t>(token)]; }

    Rect moved(Rect rect) const {
        rect.x += shift_;
        return rect;
    }
    bool in_sight(const Rect& rect) const { return moved(rect).intersects(visible_); }

    void popup(BlockId id) {
        const Box& box = layout_.boxes[id];
        if (in_sight(box.border)) {
            out_.push_back(
                Shadow{{box.border.x, box.border.y + 6, box.border.width, box.border.height},
                       {0, 0, 0, 46},
                       24,
                       box.style.radius});
        }
        contents(id);
    }

    void block(BlockId id) {
        const Box& box = layout_.boxes[id];
        if (!box.visible || box.style.island) return;
        if (box.style.arrange == text::Arrange::popup) {
            popups_.push_back(id);
            return;
        }
        contents(id);
    }

    void contents(BlockId id) {
        const Block& b = document_.blocks[id];
        const Box& box = layout_.boxes[id];
        if (id != 0 && in_sight(box.border)) {
            background(box);
            borders(box);
            if (box.style.sign != text::Sign::none) sign(box);
        }
        const bool scrolls = box.scroll_width > 0;
        if (scrolls) {
            if (!in_sight(box.border)) return;
            out_.push_back(PushClip{moved(base::inset(box.border, box.style.border))});
            const auto found = interaction_.scroll_x.find(id);
            if (found != interaction_.scroll_x.end()) shift_ -= found->second;
        }
        if (document::is_leaf(b.kind)) {
            lines(box);
            if (b.style == document::StyleClass::callout_title) callout_sign(id);
            if (box.style.chevron) chevron(id);
        } else {
            marker(id);
            for (BlockId c = first_child(document_, id); c != no_id; c = next_sibling(document_, c))
                block(c);
        }
        if (scrolls) {
            const auto found = interaction_.scroll_x.find(id);
            if (found != interaction_.scroll_x.end()) shift_ += found->second;
            out_.push_back(PopClip{});
            scroll_hints(box, found == interaction_.scroll_x.end() ? 0 : found->second);
        }
        if (interaction_.focused_block == id) ring(box.border, 5);
    }

    void background(const Box& box) {
        if (box.style.background == ColorToken::none) return;
        out_.push_back(FillRect{moved(box.border), color(box.style.background), box.style.radius});
    }

    void borders(const Box& box) {
        const base::Edges& e = box.style.border;
        const Rect r = moved(box.border);
        const Color line = color(box.style.border_color);
        const bool uniform = e.top == e.bottom && e.left == e.right && e.top == e.left;
        if (uniform) {
            if (e.top > 0) out_.push_back(StrokeRect{r, line, e.top, box.style.radius});
            return;
        }
        if (e.top > 0) out_.push_back(FillRect{{r.x, r.y, r.width, e.top}, line});
        if (e.bottom > 0)
            out_.push_back(FillRect{{r.x, r.bottom() - e.bottom, r.width, e.bottom}, line});
        if (e.left > 0) out_.push_back(FillRect{{r.x, r.y, e.left, r.height}, line});
        if (e.right > 0)
            out_.push_back(FillRect{{r.right() - e.right, r.y, e.right, r.height}, line});
    }

    // Shadows at the edges behind which there is more, as in the style sheet.
    void scroll_hints(const Box& box, float scrolled) {
        const Rect r = moved(base::inset(box.border, box.style.border));
        const float most = box.scroll_width - r.width;
        constexpr int strips = 7;
        constexpr float width = 2, darkest = 34;
        for (int i = 0; i < strips; ++i) {
            const float strength = 1 - static_cast<float>(i) / strips;
            const auto alpha = static_cast<std::uint8_t>(darkest * strength * strength);
            const float at = width * static_cast<float>(i);
            const Color shade{0, 0, 0, alpha};
            if (scrolled > 1) out_.push_back(FillRect{{r.x + at, r.y, width, r.height}, shade});
            if (scrolled < most - 1) {
                out_.push_back(FillRect{{r.right() - at - width, r.y, width, r.height}, shade});
            }
        }
    }

    void sign(const Box& box) {
        const float indent = (box.style.padding.left - text::sign_size) / 2;
        const Point middle = {moved(box.border).x + indent + text::sign_size / 2,
                              box.border.y + box.style.padding.top + text::sign_size / 2};
        out_.push_back(Disc{middle, text::sign_size / 2, color(ColorToken::accent_wash)});
        Polyline shape;
        shape.color = color(ColorToken::accent);
        shape.filled = true;
        for (const Point& point : text::sign_shape(box.style.sign))
            shape.points.push_back({middle.x - 9 + point.x, middle.y - 9 + point.y});
        out_.push_back(std::move(shape));
    }

    void ring(const Rect& around, float radius) {
        const Rect r = moved({around.x - 7, around.y - 3, around.width + 14, around.height + 6});
        out_.push_back(StrokeRect{r, color(ColorToken::focus), 2, radius});
    }

    // Markers

    float first_baseline(BlockId id) const {
        const Box& box = layout_.boxes[id];
        return box.lines_begin < box.lines_end ? layout_.lines[box.lines_begin].baseline
                                               : box.content.y + box.style.font.size;
    }

    void marker(BlockId id) {
        const Block& b = document_.blocks[id];
        const bool is_item = b.kind == BlockKind::list_item || b.kind == BlockKind::footnote;
        if (!is_item ||
            !in_sight({layout_.boxes[id].border.x - 60, layout_.boxes[id].border.y,
                       layout_.boxes[id].border.width + 60, layout_.boxes[id].border.height})) {
            return;
        }
        const Box& box = layout_.boxes[id];
        const float baseline = first_baseline(id);
        if (b.task != document::Task::none)
            return checkbox(box, baseline, b.task == document::Task::done);
        switch (layout_.boxes[b.parent].style.marker) {
            case text::Marker::none: return;
            case text::Marker::number: return number(id, box, baseline);
            case text::Marker::bullet: return bullet(box, baseline);
        }
    }

    void number(BlockId id, const Box& box, float baseline) {
        const auto found =
            std::ranges::lower_bound(layout_.markers, id, {}, &layout::MarkerRun::block);
        if (found == layout_.markers.end() || found->block != id) return;
        const float x = (box.style.right_to_left ? box.content.right()
                                                 : box.content.x - runs_.advance(found->run)) +
                        shift_;
        out_.push_back(DrawRun{found->run, x, baseline, color(ColorToken::accent)});
    }

    // Where browsers put a disc: in proportion to the ascent of the list's font.
    void bullet(const Box& box, float baseline) {
        const float density = runs_.density();
        const float ascent = std::round(runs_.metrics(box.style.font).ascent * density);
        const float two_thirds = std::floor(ascent * 2 / 3);
        const float size = std::floor((two_thirds + 1) / 2) / density;
        const float out = two_thirds / density + 8;
        const float left =
            (box.style.right_to_left ? box.content.right() + out - size : box.content.x - out) +
            shift_;
        const float top = baseline + (std::floor(3 * (ascent - two_thirds) / 2) - ascent) / density;
        out_.push_back(
            Disc{{left + size / 2, top + size / 2}, size / 2, color(ColorToken::accent)});
    }

    void checkbox(const Box& box, float baseline, bool checked) {
        constexpr float size = 16;
        const float left =
            box.style.right_to_left ? box.content.right() + 25 - size : box.content.x - 25;
        const Rect r = moved({left, std::round(baseline + 2 - size), size, size});
        if (!checked) {
            out_.push_back(StrokeRect{r, color(ColorToken::ink_faint), 1.5f, 4});
            return;
        }
        out_.push_back(FillRect{r, color(ColorToken::accent), 4});
        out_.push_back(Polyline{
            {{r.x + 3.8f, r.y + 8.2f}, {r.x + 6.8f, r.y + 11.2f}, {r.x + 12.2f, r.y + 5.2f}},
            color(ColorToken::paper),
            2});
    }

    void callout_sign(BlockId id) {
        const Box& box = layout_.boxes[id];
        if (!in_sight(box.border)) return;
        const text::CalloutSign sign =
            text::callout_sign(document_.blocks[document_.blocks[id].parent].style);
        for (std::size_t part = 0; part < sign.size(); ++part) {
            Polyline shape;
            // What is cut out of it shows the box behind.
            shape.color = color(part == 0 ? box.style.color : ColorToken::surface);
            shape.filled = true;
            for (const Point& point : sign[part])
                shape.points.push_back(
                    {box.border.x + shift_ + point.x, box.border.y + 2 + point.y});
            out_.push_back(std::move(shape));
        }
    }

    void chevron(BlockId id) {
        const Box& box = layout_.boxes[id];
        if (!in_sight(box.border)) return;
        const BlockId content = next_sibling(document_, id);
        const bool open = content != no_id && layout_.boxes[content].visible;
        // Two borders of a turned square, as style_css has it: whole device px wide, too.
        constexpr float side = 5, diagonal = 0.70710678f;
        const float density = runs_.density();
        const float width = std::max(1.0f, std::floor(1.5f * density)) / density;
        const float half = (side + width) / 2;
        const float beside =
            box.style.right_to_left ? box.content.x - 14 + half : box.content.right() + 14 - half;
        const Point c = {beside + shift_,
                         box.content.y + (box.style.line_height - 9) / 2 + half + (open ? 3 : 0)};
        const float up = open ? -1 : 1;
        const float arm = (side / 2 + half) * diagonal;
        const float end = up * (side / 2 - half) * diagonal, tip = up * side * diagonal;
        const Color ink =
            color(interaction_.hovered_block == id ? ColorToken::accent_strong : box.style.color);
        out_.push_back(Polyline{
            {{c.x - arm, c.y + end}, {c.x, c.y + tip}, {c.x + arm, c.y + end}}, ink, width});
    }

    // Text

    void lines(const Box& box) {
        // Lines of a leaf are ordered: skip to the first one in sight.
        const auto begin = layout_.lines.begin() + box.lines_begin;
        const auto end = layout_.lines.begin() + box.lines_end;
        auto line = std::partition_point(
            begin, end, [&](const LineBox& l) { return l.rect.bottom() <= visible_.y; });
        for (; line != end && line->rect.y < visible_.bottom(); ++line) paint_line(*line);
    }

    void paint_line(const LineBox& line) {
        layout::fragments(layout_, line, fragments_);
        const std::span<const Fragment> pieces = fragments_;
        const float left = line.rect.x + shift_;
        for (std::size_t i = 0; i < pieces.size(); ++i) highlight(line, pieces, i, left);
        for (const Fragment& f : pieces) {
            out_.push_back(DrawRun{f.run, left + f.x, line.baseline - f.rise, ink(f)});
        }
        for (std::size_t i = 0; i < pieces.size(); ++i) rules(line, pieces, i, left);
        focus_ring(line, pieces, left);
    }

    bool is_hovered(const Fragment& f) const {
        return f.link != no_id && f.link == interaction_.hovered_link;
    }

    bool is_button(const Fragment& f) const {
        return f.link != no_id && document_.inlines[f.link].kind == document::InlineKind::button;
    }

    Color ink(const Fragment& f) const {
        if (!is_hovered(f)) return color(f.color);
        return mix(color(f.color), color(ColorToken::accent_strong), interaction_.hover_progress);
    }

    // To where a decoration of fragment i reaches: over the space to the next one if that goes on
    // with it.
    template <class Same>
    static float reach(std::span<const Fragment> pieces, std::size_t i, Same same) {
        const Fragment& f = pieces[i];
        if (i + 1 < pieces.size() && same(f, pieces[i + 1])) return pieces[i + 1].x;
        return f.x + f.width;
    }

    void highlight(const LineBox& line, std::span<const Fragment> pieces, std::size_t i,
                   float left) {
        const Fragment& f = pieces[i];
        const float ascent = runs_.metrics(runs_.run(f.run).font).ascent;
        const float descent = runs_.metrics(runs_.run(f.run).font).descent;
        const auto fill = [&](Color c, float from, float to, float pad, float radius) {
            const float top = line.baseline - f.rise - ascent;
            out_.push_back(FillRect{
                {left + from - pad, top - pad, to - from + 2 * pad, ascent + descent + 2 * pad},
                c,
                radius});
        };
        if (f.background != ColorToken::none) {
            const float to = reach(pieces, i, [](const Fragment& a, const Fragment& b) {
                return b.background == a.background && b.inline_id == a.inline_id;
            });
            fill(color(f.background), f.x, to, f.background == ColorToken::mark_paper ? 0.0f : 2.0f,
                 2);
        }
        const bool pressed = f.link != no_id && f.link == interaction_.pressed_link;
        if (pressed || (is_hovered(f) && is_button(f))) {
            const float strength = pressed ? 1 : interaction_.hover_progress;
            fill(with_alpha(color(ColorToken::accent_wash), strength), f.x,
                 reach(pieces, i, same_link), 1, 3);
        }
    }

    static bool same_link(const Fragment& a, const Fragment& b) {
        return a.link != no_id && a.link == b.link;
    }

    // Underlines and strikes.
    void rules(const LineBox& line, std::span<const Fragment> pieces, std::size_t i, float left) {
        const Fragment& f = pieces[i];
        const float size = runs_.font(runs_.run(f.run).font).size;
        const auto rule = [&](float y, float to, Color c) {
            out_.push_back(FillRect{{left + f.x, y, to - f.x, 1}, c});
        };
        const bool hovered = is_hovered(f);
        if (f.underline || (hovered && !is_button(f))) {
            const float y =
                std::round(line.baseline - f.rise + size * text::inline_scale::underline_offset);
            const Color c = ink(f);
            const float strength = f.underline ? 1 : interaction_.hover_progress;
            rule(y, reach(pieces, i, same_link), with_alpha(c, strength));
        }
        if (f.strike) {
            const float y = std::round(line.baseline - f.rise - size * 0.28f);
            rule(y,
                 reach(pieces, i,
                       [](const Fragment& a, const Fragment& b) { return a.strike && b.strike; }),
                 ink(f));
        }
    }

    void focus_ring(const LineBox& line, std::span<const Fragment> pieces, float left) {
        if (interaction_.focused_link == no_id) return;
        float from = 0;
        float to = -1;
        for (const Fragment& f : pieces) {
            if (f.link != interaction_.focused_link) continue;
            if (to < 0) from = f.x;
            to = f.x + f.width;
        }
        if (to < 0) return;
        out_.push_back(
            StrokeRect{{left + from - 6, line.rect.y - 1, to - from + 12, line.rect.height + 2},
                       color(ColorToken::focus),
                       2,
                       5});
    }

    const Document& document_;
    const Layout& layout_;
    const text::RunTable& runs_;
    Rect visible_;
    const text::Palette& palette_;
    const Interaction& interaction_;
    DisplayList out_;
    std::vector<Fragment> fragments_;  // of the line being painted
    std::vector<BlockId> popups_;
    float shift_ = 0;  // of what scrolls sideways
};

}  // namespace

DisplayList paint(const Document& document, const Layout& layout, const text::RunTable& runs,
                  Rect visible, const text::Palette& palette, const Interaction& interaction) {
    return Painter(document, layout, runs, visible, palette, interaction).run();
}

}  // namespace blatt::paint
