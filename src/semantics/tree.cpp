#include "semantics/tree.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "base/check.h"
#include "base/html_escape.h"
#include "document/callout.h"
#include "document/math.h"
#include "semantics/tags.h"

namespace blatt::semantics {

namespace {

using document::Block;
using document::BlockId;
using document::BlockKind;
using document::Document;
using document::first_child;
using document::Inline;
using document::InlineId;
using document::InlineKind;
using document::next_sibling;
using document::no_id;
using document::Role;
using document::StyleClass;
using document::Target;

// The key that presses a button from anywhere in its dialog.
std::string_view shortcut(StyleClass style) {
    switch (style) {
        case StyleClass::lightbox_previous: return "ArrowLeft";
        case StyleClass::lightbox_next: return "ArrowRight";
        case StyleClass::lightbox_first: return "Home";
        case StyleClass::lightbox_last: return "End";
        default: return {};
    }
}

std::string pixels(float value) { return std::to_string(static_cast<int>(std::lround(value))); }

class TreeBuilder {
  public:
    TreeBuilder(const Document& document, const layout::Layout* layout)
        : document_(document), layout_(layout) {}

    Tree build() {
        const NodeIndex root = open("blatt-blog");
        tree_.nodes[root].block = 0;
        if (layout_) {
            tree_.nodes[root].placed = true;
            tree_.nodes[root].rect = {0, 0, layout_->width, layout_->height};
            for (const layout::Box& box : layout_->boxes) {
                if (box.visible && box.style.arrange == text::Arrange::popup)
                    popups_.push_back(&box);
            }
        }
        children(0, {0, 0});
        close(root);
        return std::move(tree_);
    }

  private:
    struct LineStart {
        layout::TextPlace place;
        bool after_hyphen = false;  // the line before shows one
    };

    NodeIndex open(std::string_view tag) {
        tree_.nodes.push_back({});
        tree_.nodes.back().tag = tag;
        return static_cast<NodeIndex>(tree_.nodes.size() - 1);
    }
    void close(NodeIndex node) {
        tree_.nodes[node].end = static_cast<NodeIndex>(tree_.nodes.size());
    }

    void attribute(NodeIndex node, std::string_view name, std::string_view value) {
        tree_.nodes[node].attributes.push_back({std::string(name), std::string(value)});
    }

    // Neighbouring text is one node, as a parser would make it.
    void text(std::string_view value) {
        if (value.empty()) return;
        if (in_main_) text_size_ += value.size();
        if (!tree_.nodes.empty() && can_extend_) {
            tree_.nodes.back().text += value;
            return;
        }
        const NodeIndex node = open({});
        tree_.nodes[node].text = value;
        close(node);
        can_extend_ = true;
    }

    void empty_element(std::string_view tag) {
        can_extend_ = false;
        close(open(tag));
    }

    void children(BlockId block, base::Point origin) {
        for (BlockId c = first_child(document_, block); c != no_id;
             c = next_sibling(document_, c)) {
            this->block(c, origin);
        }
    }

    void common_attributes(NodeIndex node, const Block& b) {
        if (!b.anchor.empty()) attribute(node, "id", document_.view(b.anchor));
        std::string name(document::class_name(b.style));
        if (b.kind == BlockKind::footnotes) name = "footnotes";
        if (const std::string_view align = align_class(b); !align.empty()) {
            if (!name.empty()) name += ' ';
            name += align;
        }
        if (!name.empty()) attribute(node, "class", name);
        if (!b.language.empty()) attribute(node, "lang", document_.view(b.language));
        if (b.direction == document::Direction::right_to_left) attribute(node, "dir", "rtl");
        if (b.direction == document::Direction::left_to_right) attribute(node, "dir", "ltr");
    }

    // Cells say it in an attribute.
    static std::string_view align_class(const Block& b) {
        if (!document::is_leaf(b.kind)) return {};
        switch (b.align) {
            case document::Align::start: return {};
            case document::Align::left: return "align-left";
            case document::Align::center: return "align-center";
            case document::Align::right: return "align-right";
        }
        return {};
    }

    // Places the node over its box; returns the origin for what is inside.
    base::Point place(NodeIndex node, BlockId id, base::Point origin) {
        if (!layout_ || !layout_->boxes[id].visible) return origin;
        const layout::Box& box = layout_->boxes[id];
        // Absolute positions count from the padding box.
        const base::Rect rect = base::inset(box.border, box.style.border);
        tree_.nodes[node].placed = true;
        tree_.nodes[node].rect = {rect.x - origin.x, rect.y - origin.y, rect.width, rect.height};
        tree_.nodes[node].scrolls = box.scroll_width > 0;
        return {rect.x, rect.y};
    }

    void block(BlockId id, base::Point origin) {
        const Block& b = document_.blocks[id];
        can_extend_ = false;
        if (b.kind == BlockKind::paragraph && b.tight && b.style == document::StyleClass::none) {
            if (!layout_ && b.align == document::Align::start) {
                inlines(id);
                return;
            }
            const NodeIndex node = open("span");
            tree_.nodes[node].block = id;
            place(node, id, origin);
            if (!align_class(b).empty()) attribute(node, "class", align_class(b));
            inlines(id);
            close(node);
            return;
        }
        const NodeIndex node = open(element_tag(document_, id));
        tree_.nodes[node].block = id;
        const base::Point inside = place(node, id, origin);
        if (tree_.nodes[node].scrolls) attribute(node, "tabindex", "0");
        special_attributes(node, id);
        common_attributes(node, b);
        if (layout_ && layout_->boxes[id].style.island) attribute(node, "data-island", "");
        contents(id, inside);
        close(node);
        can_extend_ = false;
    }

    void special_attributes(NodeIndex node, BlockId id) {
        const Block& b = document_.blocks[id];
        switch (b.kind) {
            case BlockKind::group:
                if (b.style == StyleClass::lightbox) attribute(node, "role", "group");
                if (document::is_callout(b.style)) attribute(node, "role", "note");
                if (!b.info.empty()) {
                    const bool has_role = b.role != Role::none || document::is_callout(b.style) ||
                                          b.style == StyleClass::lightbox;
                    if (!has_role) attribute(node, "role", "group");
                    attribute(node, "aria-label", document_.view(b.info));
                }
                in_main_ = in_main_ || b.role == Role::main;
                break;
            case BlockKind::paragraph:
                if (b.style == StyleClass::lightbox_caption) attribute(node, "aria-live", "polite");
                break;
            case BlockKind::list:
                if (b.ordered && b.number != 1) attribute(node, "start", std::to_string(b.number));
                break;
            case BlockKind::table_cell:
                // Those of the table's head are for their columns without it.
                if (b.header && !document_.blocks[b.parent].header) attribute(node, "scope", "row");
                if (b.align == document::Align::left) attribute(node, "align", "left");
                if (b.align == document::Align::center) attribute(node, "align", "center");
                if (b.align == document::Align::right) attribute(node, "align", "right");
                if (b.column_span > 1) attribute(node, "colspan", std::to_string(b.column_span));
                if (b.row_span > 1) attribute(node, "rowspan", std::to_string(b.row_span));
                break;
            case BlockKind::footnotes: attribute(node, "data-footnotes", ""); break;
            case BlockKind::details:
                if (!b.info.empty()) attribute(node, "name", document_.view(b.info));
                if (layout_ ? is_open(id) : b.open) attribute(node, "open", "");
                break;
            default: break;
        }
    }

    bool is_open(BlockId details) const {
        const BlockId summary = first_child(document_, details);
        const BlockId content = summary == no_id ? no_id : next_sibling(document_, summary);
        return content != no_id && layout_->boxes[content].visible;
    }

    void contents(BlockId id, base::Point origin) {
        const Block& b = document_.blocks[id];
        switch (b.kind) {
            case BlockKind::code_block: code(id); return;
            case BlockKind::table: table(id, origin); return;
            case BlockKind::footnotes: {
                const NodeIndex list = open("ol");
                children(id, origin);
                close(list);
                return;
            }
            case BlockKind::list_item:
                if (b.task != document::Task::none) checkbox(b.task == document::Task::done);
                break;
            default: break;
        }
        if (document::is_leaf(b.kind)) {
            inlines(id);
        } else {
            children(id, origin);
        }
    }

    void checkbox(bool checked) {
        const NodeIndex box = open("input");
        attribute(box, "type", "checkbox");
        if (checked) attribute(box, "checked", "");
        attribute(box, "disabled", "");
        close(box);
        if (!layout_) text(" ");
    }

    void code(BlockId id) {
        const NodeIndex node = open("code");
        const std::string_view info = document_.view(document_.blocks[id].info);
        const std::string_view language = info.substr(0, info.find_first_of(" \t"));
        if (!language.empty()) attribute(node, "class", "language-" + std::string(language));
        inlines(id);
        close(node);
        can_extend_ = false;
    }

    // Header rows stand in a thead, the others in a tbody.
    void table(BlockId id, base::Point origin) {
        std::string_view section;
        NodeIndex node = 0;
        for (BlockId c = first_child(document_, id); c != no_id; c = next_sibling(document_, c)) {
            const Block& row = document_.blocks[c];
            const std::string_view wanted = row.kind != BlockKind::table_row ? ""
                                            : row.header                     ? "thead"
                                                                             : "tbody";
            if (wanted != section) {
                if (!section.empty()) close(node);
                section = wanted;
                can_extend_ = false;
                if (!section.empty()) node = open(section);
            }
            block(c, origin);
        }
        if (!section.empty()) close(node);
    }

    // Inlines

    void inlines(BlockId id) {
        const Block& b = document_.blocks[id];
        if (!document::is_leaf(b.kind)) return;
        leaf_ = id;
        line_starts_.clear();
        if (layout_ && layout_->boxes[id].visible && !layout_->boxes[id].style.preserve_space) {
            const layout::Box& box = layout_->boxes[id];
            for (std::uint32_t i = box.lines_begin + 1; i < box.lines_end; ++i) {
                const layout::LineBox& line = layout_->lines[i];
                const layout::TextPlace start = layout::line_start(*layout_, line);
                const bool hyphen = layout::ends_with_hyphen(*layout_, layout_->lines[i - 1]);
                if (start.inline_id != no_id) line_starts_.push_back({start, hyphen});
            }
        }
        next_start_ = 0;
        inline_range(b.inlines_begin, b.inlines_end);
        if (b.kind == BlockKind::paragraph && b.tight) can_extend_ = false;
    }

    void inline_range(InlineId begin, InlineId end) {
        for (InlineId id = begin; id < end; id = document_.inlines[id].end) {
            range_end_ = end;
            inline_node(id);
        }
    }

    // Text with a <wbr> wherever the layout starts a line in it.
    void broken_text(InlineId id, document::Slice slice) {
        std::uint32_t at = slice.begin + std::exchange(written_, 0);
        while (next_start_ < line_starts_.size() &&
               line_starts_[next_start_].place.inline_id == id) {
            const LineStart& line = line_starts_[next_start_++];
            const std::uint32_t start = line.place.at;
            if (start < at || start > slice.end()) continue;
            text(document_.view({at, start - at}));
            if (line.after_hyphen) {
                can_extend_ = false;
                const NodeIndex hyphen = open("span");
                attribute(hyphen, "data-hyphen", "");
                close(hyphen);
            }
            // A second chance to break at the same place could leave an empty line.
            if (!after_break_ || start != slice.begin) empty_element("wbr");
            at = start;
        }
        if (layout_)
            text(document_.view({at, slice.end() - at}));
        else
            hyphenated_text({at, slice.end() - at});
        after_break_ = false;
    }

    // Where lines are the browser's affair, it is told where words may be parted.
    void hyphenated_text(document::Slice slice) {
        constexpr std::string_view soft_hyphen = "\xC2\xAD";
        auto hyphen = std::ranges::upper_bound(document_.hyphens, slice.begin);
        std::uint32_t at = slice.begin;
        for (; hyphen != document_.hyphens.end() && *hyphen < slice.end(); ++hyphen) {
            text(document_.view({at, *hyphen - at}));
            text(soft_hyphen);
            at = *hyphen;
        }
        text(document_.view({at, slice.end() - at}));
    }

    void inline_node(InlineId id) {
        const Inline& node = document_.inlines[id];
        switch (node.kind) {
            case InlineKind::text: broken_text(id, node.text); return;
            case InlineKind::soft_break: text("\n"); return;
            case InlineKind::hard_break:
                empty_element("br");
                text("\n");
                after_break_ = true;
                return;
            case InlineKind::image: image(id); return;
            case InlineKind::footnote_reference: footnote_reference(id); return;
            case InlineKind::math: formula(id); return;
            default: break;
        }
        can_extend_ = false;
        const bool outer_link = in_link_;
        const bool is_link = node.kind == InlineKind::link && !in_link_;
        const NodeIndex element =
            open(node.kind == InlineKind::link && !is_link ? "span" : span_tag(node.kind));
        tree_.nodes[element].inline_id = id;
        if (node.target != no_id) span_attributes(element, id, is_link);
        if (node.kind == InlineKind::code_token)
            attribute(element, "class", document::token_name(node.token));
        in_link_ = in_link_ || is_link;
        inline_range(id + 1, node.end);
        in_link_ = outer_link;
        close(element);
        can_extend_ = false;
    }

    void span_attributes(NodeIndex element, InlineId id, bool is_link) {
        const Inline& node = document_.inlines[id];
        const Target& target = document_.targets[node.target];
        if (node.kind == InlineKind::button) {
            attribute(element, "type", "button");
            if (const std::string_view key = shortcut(document_.blocks[leaf_].style); !key.empty())
                attribute(element, "aria-keyshortcuts", key);
            if (!target.url.empty()) attribute(element, "value", document_.view(target.url));
            if (!target.title.empty())
                attribute(element, "aria-label", document_.view(target.title));
            if (target.pressed != document::Pressed::no_toggle) {
                const bool on = target.pressed == document::Pressed::on;
                attribute(element, "aria-pressed", on ? "true" : "false");
            }
        }
        // What has no words has a name.
        const bool wordless = node.end == id + 1;
        if (is_link) {
            attribute(element, "href", document_.view(target.url));
            if (target.relation == document::Relation::previous) attribute(element, "rel", "prev");
            if (target.relation == document::Relation::next) attribute(element, "rel", "next");
            if (target.back_reference) attribute(element, "class", "footnote-backref");
            if (target.current) attribute(element, "aria-current", "page");
            if (target.current_place) attribute(element, "aria-current", "location");
            if (target.untrusted) attribute(element, "rel", "nofollow ugc");
        }
        if (node.kind == InlineKind::time)
            attribute(element, "datetime", document_.view(target.url));
        // A link that the live page answers with a dialog leads to the same without it.
        const bool is_command = target.command != document::Command::none;
        if (is_link && is_command && layout_) attribute(element, "aria-haspopup", "dialog");
        if (!target.title.empty() && node.kind != InlineKind::time) {
            const bool is_name = target.back_reference || wordless || is_command;
            attribute(element, is_name ? "aria-label" : "title", document_.view(target.title));
        }
        if (!target.anchor.empty()) attribute(element, "id", document_.view(target.anchor));
        if (!target.language.empty()) attribute(element, "lang", document_.view(target.language));
    }

    void image(InlineId id) {
        const Inline& node = document_.inlines[id];
        const Target* target = node.target == no_id ? nullptr : &document_.targets[node.target];
        can_extend_ = false;
        if (!target || target->missing || (target->third_party && in_link_)) {
            const NodeIndex span = open("span");
            attribute(span, "class", "missing-picture");
            broken_text(id, node.text);
            close(span);
            can_extend_ = false;
            return;
        }
        if (target->third_party) {
            const NodeIndex link = open("a");
            tree_.nodes[link].inline_id = id;
            attribute(link, "href", document_.view(target->url));
            broken_text(id, node.text);
            close(link);
            can_extend_ = false;
            return;
        }
        const NodeIndex element = open("img");
        tree_.nodes[element].inline_id = id;
        loading(element, *target);
        attribute(element, "src", document_.view(target->url));
        attribute(element, "alt", document_.view(node.text));
        if (!target->title.empty()) attribute(element, "title", document_.view(target->title));
        if (target->width > 0 && target->height > 0) {
            attribute(element, "width", pixels(target->width));
            attribute(element, "height", pixels(target->height));
        }
        if (layout_) leave_room_for_popups(element, id);
        if (text::is_inline_picture(target->width, target->height))
            attribute(element, "class", "inline-picture");
        close(element);
    }

    // How and when a picture is loaded: the first one, where it is likely in the first view, before
    // others; what comes later when it is nearly in view.
    void loading(NodeIndex element, const Target& target) {
        const bool in_text = text::is_inline_picture(target.width, target.height);
        constexpr std::size_t first_view = 1200;  // bytes of text
        bool later = false;
        if (in_main_ && !in_text) {
            later = pictures_++ > 0 || text_size_ > first_view;
            if (later) {
                attribute(element, "loading", "lazy");
                // The live page takes the place of this one with pictures that are there already.
                if (!layout_) attribute(element, "decoding", "async");
            } else {
                attribute(element, "fetchpriority", "high");
            }
        }
        if (target.sources.empty()) return;
        constexpr float widest = 680, gutters = 40;
        const float width = target.width > 0 ? std::min(widest, target.width) : widest;
        const std::string size =
            "(max-width:" + pixels(width + gutters) + "px) 100vw," + pixels(width) + "px";
        attribute(element, "sizes", later ? "auto," + size : size);
        attribute(element, "srcset", document_.view(target.sources));
    }

    void formula(InlineId id) {
        can_extend_ = false;
        if (next_start_ < line_starts_.size() && line_starts_[next_start_].place.inline_id == id) {
            ++next_start_;
            if (!after_break_) empty_element("wbr");
        }
        after_break_ = false;
        // A browser breaks lines behind a formula even before a full stop.
        const std::uint32_t tail = layout_ ? 0 : tail_of(id);
        const NodeIndex kept = tail > 0 ? open("span") : 0;
        if (tail > 0) attribute(kept, "class", "kept");
        const NodeIndex element = open("math");
        tree_.nodes[element].inline_id = id;
        tree_.nodes[element].formula = document::math_records(document_, id);
        if (layout_) leave_room_for_popups(element, id);
        close(element);
        if (tail == 0) return;
        text(document_.view({document_.inlines[document_.inlines[id].end].text.begin, tail}));
        close(kept);
        can_extend_ = false;
        written_ = tail;
    }

    // Bytes of the text behind an inline that belong to it as the end of a word does.
    std::uint32_t tail_of(InlineId id) const {
        const InlineId next = document_.inlines[id].end;
        if (next >= range_end_ || document_.inlines[next].kind != InlineKind::text) return 0;
        const std::string_view text = document_.view(document_.inlines[next].text);
        return static_cast<std::uint32_t>(std::min(text.find(' '), text.size()));
    }

    // Pictures and formulas stand above the painted page. Where an open popup is painted, one
    // under it is cut out, in its own coordinates.
    void leave_room_for_popups(NodeIndex element, InlineId id) {
        for (const layout::ImageBox& image : layout_->images) {
            if (image.inline_id != id) continue;
            std::string holes;
            for (const layout::Box* popup : popups_) {
                if (popup->border.intersects(image.rect)) holes += hole(*popup, image.rect);
            }
            if (holes.empty()) return;
            char outline[80];
            std::snprintf(outline, sizeof outline, "M0 0H%.1fV%.1fH0Z", double{image.rect.width},
                          double{image.rect.height});
            attribute(element, "data-clip", "path(evenodd,\"" + (outline + holes) + "\")");
        }
    }

    static std::string hole(const layout::Box& box, const base::Rect& image) {
        const double r = box.style.radius;
        const double x = box.border.x - image.x, y = box.border.y - image.y;
        const double w = box.border.width - 2 * r, h = box.border.height - 2 * r;
        char out[400];
        std::snprintf(out, sizeof out,
                      "M%.1f %.1fh%.1fa%g %g 0 0 1 %g %gv%.1fa%g %g 0 0 1 %g %gh%.1fa%g %g 0 0 1 "
                      "%g %gv%.1fa%g %g 0 0 1 %g %gZ",
                      x + r, y, w, r, r, r, r, h, r, r, -r, r, -w, r, r, -r, -r, -h, r, r, r, -r);
        return out;
    }

    void footnote_reference(InlineId id) {
        const Inline& node = document_.inlines[id];
        CHECK(node.target != no_id);
        const Target& target = document_.targets[node.target];
        can_extend_ = false;
        const NodeIndex sup = open("sup");
        attribute(sup, "class", "footnote-ref");
        const NodeIndex link = open("a");
        tree_.nodes[link].inline_id = id;
        attribute(link, "href", document_.view(target.url));
        if (!target.anchor.empty()) attribute(link, "id", document_.view(target.anchor));
        attribute(link, "data-footnote-ref", "");
        broken_text(id, node.text);
        close(link);
        close(sup);
        can_extend_ = false;
    }

    const Document& document_;
    const layout::Layout* layout_;
    Tree tree_;
    bool can_extend_ = false;  // the last node is a text that more text joins
    bool in_link_ = false;
    bool after_break_ = false;  // the last text was a hard break
    bool in_main_ = false;
    int pictures_ = 0;           // in the main part so far
    std::size_t text_size_ = 0;  // of the main part so far, bytes
    BlockId leaf_ = 0;
    std::vector<LineStart> line_starts_;
    std::size_t next_start_ = 0;
    InlineId range_end_ = 0;     // of the siblings being written
    std::uint32_t written_ = 0;  // bytes of the next text that stand in the tree already
    std::vector<const layout::Box*> popups_;
};

}  // namespace

Tree build(const Document& document, const layout::Layout* layout) {
    return TreeBuilder(document, layout).build();
}

}  // namespace blatt::semantics
