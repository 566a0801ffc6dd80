#include "content/json_body.h"
#include "content/json_parts.h"
#include "document/callout.h"
#include "document/math.h"

namespace blatt::content {

namespace {

using document::Align;
using document::Block;
using document::BlockId;
using document::BlockKind;
using document::Document;
using document::Inline;
using document::InlineId;
using document::InlineKind;
using document::StyleClass;
using document::Target;
using document::Task;

std::string_view name_of(const Block& block) {
    for (const BlockName& entry : block_names) {
        if (entry.kind != block.kind) continue;
        const bool same_header =
            block.kind != BlockKind::table_cell || entry.header == block.header;
        const bool same_tight = block.kind != BlockKind::paragraph || entry.tight == block.tight;
        const bool same = entry.role == block.role && entry.level == block.level &&
                          entry.ordered == block.ordered && same_header && same_tight;
        if (same) return entry.name;
    }
    return "p";
}

std::string_view name_of(const Inline& node) {
    if (node.kind == InlineKind::code_token) return document::token_name(node.token);
    if (node.kind == InlineKind::math) return "math";
    if (node.kind == InlineKind::math_element) return document::math_tag_name(node.math_tag);
    for (const InlineName& entry : inline_names) {
        if (entry.kind == node.kind) return entry.name;
    }
    return "span";
}

class BlockWriter {
  public:
    explicit BlockWriter(const Document& document) : document_(document) {}

    Json children(BlockId id, Json out) {
        for (BlockId child = first_child(document_, id); child != document::no_id;
             child = next_sibling(document_, child)) {
            out.push_back(block(child));
        }
        return out;
    }

  private:
    Json block(BlockId id) {
        const Block& from = document_.blocks[id];
        Json out = Json::array({std::string(name_of(from))});
        Json fields = block_fields(from);
        if (!fields.empty()) out.push_back(std::move(fields));
        if (!is_leaf(from.kind)) return children(id, std::move(out));
        inlines(from.inlines_begin, from.inlines_end, out);
        return out;
    }

    void put(Json& fields, const char* key, document::Slice slice) const {
        if (!slice.empty()) fields[key] = std::string(document_.view(slice));
    }

    Json block_fields(const Block& from) const {
        Json fields = Json::object();
        put(fields, "id", from.anchor);
        put(fields, "lang", from.language);
        put(fields, from.kind == BlockKind::group ? "label" : "info", from.info);
        if (from.kind == BlockKind::list && from.ordered && from.number != 1)
            fields["start"] = from.number;
        if (from.kind == BlockKind::footnote) fields["n"] = from.number;
        if (from.column_span != 1) fields["columns"] = from.column_span;
        if (from.row_span != 1) fields["rows"] = from.row_span;
        if (from.open) fields["open"] = true;
        if (from.kind == BlockKind::table_row && from.header) fields["head"] = true;
        if (from.direction == document::Direction::left_to_right) fields["dir"] = "ltr";
        if (from.direction == document::Direction::right_to_left) fields["dir"] = "rtl";
        if (from.align == Align::left) fields["align"] = "left";
        if (from.align == Align::center) fields["align"] = "center";
        if (from.align == Align::right) fields["align"] = "right";
        if (from.task == Task::open) fields["task"] = "open";
        if (from.task == Task::done) fields["task"] = "done";
        switch (from.style) {
            case StyleClass::facade:
            case StyleClass::formula:
            case StyleClass::button_row:
            case StyleClass::button:
            case StyleClass::pullquote:
            case StyleClass::attribution:
                fields["class"] = std::string(document::class_name(from.style));
                break;
            default:
                if (document::is_callout(from.style))
                    fields["class"] = std::string(document::class_name(from.style));
                break;
        }
        return fields;
    }

    // Text and soft breaks beside each other become one string.
    void inlines(InlineId begin, InlineId end, Json& out) {
        std::string text;
        const auto flush = [&] {
            if (!text.empty()) out.push_back(std::move(text));
            text.clear();
        };
        for (InlineId id = begin; id < end; id = document_.inlines[id].end) {
            const Inline& node = document_.inlines[id];
            if (node.kind == InlineKind::text) {
                text.append(document_.view(node.text));
            } else if (node.kind == InlineKind::soft_break) {
                text.push_back('\n');
            } else {
                flush();
                out.push_back(inline_node(id));
            }
        }
        flush();
    }

    Json inline_node(InlineId id) {
        const Inline& node = document_.inlines[id];
        Json out = Json::array({std::string(name_of(node))});
        Json fields = inline_fields(node);
        if (!fields.empty()) out.push_back(std::move(fields));
        if (!is_leaf(node.kind)) inlines(id + 1, node.end, out);
        return out;
    }

    Json inline_fields(const Inline& node) const {
        Json fields = Json::object();
        if (node.kind == InlineKind::math) put(fields, "tex", node.text);
        if (node.display) fields["display"] = true;
        if (node.kind == InlineKind::math_element) {
            document::each_math_attribute(document_.view(node.text),
                                          [&](std::string_view name, std::string_view value) {
                                              fields[std::string(name)] = std::string(value);
                                          });
        }
        if (node.kind == InlineKind::image) put(fields, "alt", node.text);
        if (node.kind == InlineKind::footnote_reference) {
            int number = 0;
            for (const char digit : document_.view(node.text)) number = 10 * number + (digit - '0');
            fields["n"] = number;
        }
        if (node.target == document::no_id) return fields;
        const Target& target = document_.targets[node.target];
        put(fields, "url", target.url);
        put(fields, "title", target.title);
        put(fields, "lang", target.language);
        put(fields, "id", target.anchor);
        put(fields, "sources", target.sources);
        put_length(fields, "width", target.width);
        put_length(fields, "height", target.height);
        if (target.missing) fields["missing"] = true;
        if (target.third_party) fields["third_party"] = true;
        if (target.back_reference) fields["back"] = true;
        if (target.current) fields["current"] = true;
        if (target.untrusted) fields["untrusted"] = true;
        return fields;
    }

    const Document& document_;
};

}  // namespace

Json write_blocks(const Document& document) {
    if (document.blocks.empty()) return Json::array();
    return BlockWriter(document).children(0, Json::array());
}

}  // namespace blatt::content
