// What holds for every layout of a page: boxes lie inside their parents and beside their siblings,
// no line and no picture lies on another, nothing is wider than its column unless it scrolls inside
// its box. What is out of the flow is left out.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "document/document.h"
#include "layout/layout.h"

namespace blatt {

class LayoutRules {
  public:
    LayoutRules(const document::Document& document, const layout::Layout& layout)
        : document_(document),
          layout_(layout),
          in_flow_(document.blocks.size(), false),
          scrolled_(document.blocks.size(), false) {}

    // One line for each rule that is broken.
    std::vector<std::string> problems() {
        visit(0, false);
        lines();
        pictures();
        return std::move(problems_);
    }

  private:
    static constexpr float hair = 0.6f;

    static bool is_out_of_flow(text::Arrange arrange) {
        return arrange == text::Arrange::popup || arrange == text::Arrange::beside ||
               arrange == text::Arrange::overlaid || arrange == text::Arrange::free;
    }

    static std::string show(const base::Rect& r) {
        return std::to_string(r.x) + "," + std::to_string(r.y) + " " + std::to_string(r.width) +
               "x" + std::to_string(r.height);
    }
    static bool overlap(const base::Rect& a, const base::Rect& b) {
        return std::min(a.right(), b.right()) - std::max(a.x, b.x) > hair &&
               std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y) > hair;
    }
    static bool inside_sideways(const base::Rect& inner, const base::Rect& outer) {
        return inner.x >= outer.x - hair && inner.right() <= outer.right() + hair;
    }
    void problem(const std::string& what, document::BlockId block, const base::Rect& a,
                 const base::Rect& b) {
        problems_.push_back(what + ": block " + std::to_string(block) + " \"" +
                            document::plain_text(document_, block).substr(0, 40) + "\" " + show(a) +
                            " and " + show(b));
    }

    void visit(document::BlockId block, bool scrolled) {
        in_flow_[block] = true;
        scrolled_[block] = scrolled;
        const layout::Box& box = layout_.boxes[block];
        scrolled = scrolled || box.scroll_width > 0;
        const layout::Box* last = nullptr;
        for (document::BlockId child = first_child(document_, block); child != document::no_id;
             child = next_sibling(document_, child)) {
            const layout::Box& own = layout_.boxes[child];
            if (!own.visible || is_out_of_flow(own.style.arrange)) continue;
            const bool cell = document_.blocks[child].kind == document::BlockKind::table_cell;
            if (!scrolled && !inside_sideways(own.border, box.content) && !cell)
                problem("wider than its column", child, own.border, box.content);
            if (own.border.y < box.content.y - hair ||
                (own.border.bottom() > box.content.bottom() + hair && !cell))
                problem("higher than its parent", child, own.border, box.content);
            if (last != nullptr && overlap(last->border, own.border))
                problem("siblings overlap", child, last->border, own.border);
            last = &own;
            visit(child, scrolled);
        }
    }

    void lines() {
        std::vector<const layout::LineBox*> all;
        for (const layout::LineBox& line : layout_.lines) {
            if (!in_flow_[line.block]) continue;
            const layout::Box& box = layout_.boxes[line.block];
            const bool scrolls = scrolled_[line.block] || box.scroll_width > 0;
            if (!scrolls && !inside_sideways(line.rect, box.content))
                problem("line wider than its block", line.block, line.rect, box.content);
            if (!scrolls && (line.rect.x < -hair || line.rect.right() > layout_.width + hair))
                problem("line outside of the page", line.block, line.rect, box.content);
            if (!line.empty()) all.push_back(&line);
        }
        std::ranges::sort(all, {}, [](const auto* line) { return line->rect.y; });
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (std::size_t j = i + 1; j < all.size() && all[j]->rect.y < all[i]->rect.bottom();
                 ++j) {
                if (overlap(all[i]->rect, all[j]->rect))
                    problem("lines overlap", all[j]->block, all[i]->rect, all[j]->rect);
            }
        }
    }

    void pictures() {
        for (std::size_t i = 0; i < layout_.images.size(); ++i) {
            const layout::ImageBox& image = layout_.images[i];
            if (!in_flow_[image.block]) continue;
            const document::Target& target =
                document_.targets[document_.inlines[image.inline_id].target];
            const bool in_line = text::is_inline_picture(target.width, target.height);
            const layout::Box& box = layout_.boxes[image.block];
            if (!scrolled_[image.block] && !inside_sideways(image.rect, box.content))
                problem("picture wider than its block", image.block, image.rect, box.content);
            for (const layout::LineBox& line : layout_.lines) {
                if (in_line && line.block == image.block) continue;
                if (!in_flow_[line.block] || line.empty()) continue;
                if (overlap(image.rect, line.rect))
                    problem("picture over text", image.block, image.rect, line.rect);
            }
            for (std::size_t j = i + 1; j < layout_.images.size(); ++j) {
                if (in_flow_[layout_.images[j].block] &&
                    overlap(image.rect, layout_.images[j].rect))
                    problem("pictures overlap", image.block, image.rect, layout_.images[j].rect);
            }
        }
    }

    const document::Document& document_;
    const layout::Layout& layout_;
    std::vector<bool> in_flow_;
    std::vector<bool> scrolled_;
    std::vector<std::string> problems_;
};

}  // namespace blatt
