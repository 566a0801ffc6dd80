#include "app/callouts.h"

#include <algorithm>
#include <string>

#include "document/callout.h"

namespace blatt::app {

namespace {

using content::Strings;
using content::Text;
using document::Block;
using document::BlockId;
using document::BlockKind;
using document::Builder;
using document::Document;
using document::Inline;
using document::InlineId;
using document::InlineKind;
using document::no_id;
using document::Role;
using document::StyleClass;

bool is_break(InlineKind kind) {
    return kind == InlineKind::soft_break || kind == InlineKind::hard_break;
}

Text title_key(StyleClass style) {
    switch (style) {
        case StyleClass::callout_tip: return Text::callout_tip;
        case StyleClass::callout_important: return Text::callout_important;
        case StyleClass::callout_warning: return Text::callout_warning;
        case StyleClass::callout_caution: return Text::callout_caution;
        default: return Text::callout_note;
    }
}

// What a quote's first line says: "[!TIP] A title".
struct Marker {
    StyleClass style = StyleClass::none;
    std::string_view title;  // the rest of the marker's own text
    InlineId line_end = 0;   // the line break, or the paragraph's end
};

Marker marker_of(const Document& body, BlockId quote) {
    const BlockId first = first_child(body, quote);
    if (first == no_id || body.blocks[first].kind != BlockKind::paragraph) return {};
    const Block& line = body.blocks[first];
    if (line.inlines_begin == line.inlines_end) return {};
    const Inline& begin = body.inlines[line.inlines_begin];
    const std::string_view text = body.view(begin.text);
    if (begin.kind != InlineKind::text || !text.starts_with("[!")) return {};
    const auto end = text.find(']');
    if (end == std::string_view::npos) return {};
    Marker marker;
    marker.style = document::callout_style(text.substr(2, end - 2));
    marker.title = text.substr(end + 1);
    // Foldable ones stand open.
    if (marker.title.starts_with('-') || marker.title.starts_with('+'))
        marker.title.remove_prefix(1);
    marker.line_end = line.inlines_begin;
    while (marker.line_end < line.inlines_end && !is_break(body.inlines[marker.line_end].kind))
        marker.line_end = body.inlines[marker.line_end].end;
    return marker;
}

class CalloutAdder {
  public:
    CalloutAdder(Builder& builder, const Document& body, const Strings& strings,
                 document::AppendHooks& additions)
        : builder_(builder), body_(body), strings_(strings), additions_(additions) {}

    void quote(BlockId id, const Marker& marker) {
        const BlockId first = first_child(body_, id);
        const Block& line = body_.blocks[first];
        const BlockId callout = open(id, marker.style);
        open_title();
        builder_.text(marker.title);
        builder_.append_inlines(body_, line.inlines_begin + 1, marker.line_end);
        std::string name(marker.title.substr(
            std::min(marker.title.find_first_not_of(' '), marker.title.size())));
        close_title(callout, name + text_of(line.inlines_begin + 1, marker.line_end), marker.style);
        if (marker.line_end < line.inlines_end) {
            builder_.open(BlockKind::paragraph);
            builder_.append_inlines(body_, marker.line_end + 1, line.inlines_end);
            builder_.close();
        }
        builder_.append_blocks(body_, body_.blocks[first].end, body_.blocks[id].end, &additions_);
        builder_.close();
    }

    // A heading that it begins with is its title.
    void group(BlockId id) {
        const StyleClass style = body_.blocks[id].style;
        const BlockId first = first_child(body_, id);
        const bool titled = first != no_id && body_.blocks[first].kind == BlockKind::heading;
        // What led to the heading leads to the whole.
        const bool has_anchor = !body_.blocks[id].anchor.empty();
        const BlockId callout = open(titled && !has_anchor ? first : id, style);
        open_title();
        std::string name;
        if (titled) {
            const Block& heading = body_.blocks[first];
            builder_.append_inlines(body_, heading.inlines_begin, heading.inlines_end);
            name = text_of(heading.inlines_begin, heading.inlines_end);
        }
        close_title(callout, name, style);
        builder_.append_blocks(body_, titled ? body_.blocks[first].end : id + 1,
                               body_.blocks[id].end, &additions_);
        builder_.close();
    }

  private:
    BlockId open(BlockId from, StyleClass style) {
        const BlockId callout = builder_.open_group(Role::none, style);
        const std::string_view anchor = body_.view(body_.blocks[from].anchor);
        if (!anchor.empty()) {
            const document::Slice slice = builder_.store(anchor);
            builder_.block(callout).anchor = slice;
        }
        return callout;
    }

    void open_title() { builder_.open(BlockKind::paragraph, StyleClass::callout_title); }

    void close_title(BlockId callout, std::string_view name, StyleClass style) {
        if (name.empty()) {
            name = strings_[title_key(style)];
            builder_.text(name);
        }
        builder_.close();
        const document::Slice label = builder_.store(name);
        builder_.block(callout).info = label;
    }

    std::string text_of(InlineId begin, InlineId end) const {
        std::string out;
        for (InlineId id = begin; id < end; ++id) {
            const Inline& node = body_.inlines[id];
            if (node.kind == InlineKind::text) out += body_.view(node.text);
            if (is_break(node.kind)) out += ' ';
        }
        return out;
    }

    Builder& builder_;
    const Document& body_;
    const Strings& strings_;
    document::AppendHooks& additions_;
};

}  // namespace

bool add_callout(Builder& builder, const Document& body, BlockId block, const Strings& strings,
                 document::AppendHooks& additions) {
    const Block& from = body.blocks[block];
    CalloutAdder adder(builder, body, strings, additions);
    if (from.kind == BlockKind::group && document::is_callout(from.style)) {
        adder.group(block);
        return true;
    }
    if (from.kind != BlockKind::quote) return false;
    const Marker marker = marker_of(body, block);
    if (marker.style == StyleClass::none) return false;
    adder.quote(block, marker);
    return true;
}

}  // namespace blatt::app
