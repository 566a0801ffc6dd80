#include <algorithm>
#include <iterator>

#include "content/json_body.h"
#include "document/builder.h"
#include "document/math.h"
#include "document/sanitise.h"
#include "document/sources.h"

namespace blatt::content {

namespace {

using document::Align;
using document::Block;
using document::BlockId;
using document::BlockKind;
using document::Builder;
using document::Direction;
using document::InlineId;
using document::InlineKind;
using document::StyleClass;
using document::Target;
using document::Task;

template <class Names>
auto find_name(const Names& names, std::string_view name) {
    const auto* found =
        std::ranges::find_if(names, [&](const auto& entry) { return entry.name == name; });
    return found == std::end(names) ? nullptr : found;
}

class BlockReader {
  public:
    explicit BlockReader(Errors& errors) : errors_(errors) {}

    document::Document run(const Json& blocks, const Place& place) {
        if (!blocks.is_array()) {
            errors_.wrong(place, "expected an array of blocks");
            return {};
        }
        std::size_t index = 0;
        for (const Json& element : blocks)
            block(element, {&place, {}, index++}, BlockKind::root, 1);
        if (errors_.any()) return {};
        return builder_.finish();
    }

  private:
    // What an array of the form ["name", {fields}?, child…] holds.
    struct Parts {
        std::string_view name;
        const Json* fields = nullptr;
        std::size_t first_child = 1;
    };

    bool split(const Json& value, const Place& place, Parts& parts) {
        const std::string* name =
            value.is_array() && !value.empty() ? string_in(value.front()) : nullptr;
        if (name == nullptr) {
            errors_.wrong(place, "expected an array that begins with a name");
            return false;
        }
        parts.name = *name;
        if (value.size() > 1 && value[1].is_object()) {
            parts.fields = &value[1];
            parts.first_child = 2;
        }
        return true;
    }

    document::Slice stored(const Fields& fields, const char* key) {
        std::string text;
        fields.read(key, text);
        return text.empty() ? document::Slice{} : builder_.store(text);
    }

    void block(const Json& value, const Place& place, BlockKind parent, unsigned depth) {
        if (errors_.any()) return;
        Parts parts;
        if (!split(value, place, parts)) return;
        const BlockName* name = find_name(block_names, parts.name);
        if (name == nullptr) return errors_.wrong(place, "no kind of block has this name");
        if (!document::may_contain(parent, name->kind)) {
            return errors_.wrong(place, "this block cannot stand here");
        }
        // The Builder would flatten it; what we wrote ourselves is never so deep.
        if (depth > document::max_depth || (!is_leaf(name->kind) && depth == document::max_depth)) {
            return errors_.add(base::ErrorCode::too_deep, place, "blocks nest too deep");
        }
        const BlockId id = builder_.open(name->kind);
        if (id == document::no_id) {
            return errors_.add(base::ErrorCode::too_deep, place, "blocks nest too deep");
        }
        Block& made = builder_.block(id);
        made.role = name->role;
        made.level = name->level;
        made.ordered = name->ordered;
        made.tight = name->tight;
        made.header = name->header;
        if (name->ordered) made.number = 1;
        if (parts.fields != nullptr) block_fields(Fields(*parts.fields, place, errors_), id);
        for (std::size_t i = parts.first_child; i < value.size() && !errors_.any(); ++i) {
            const Place child{&place, {}, i};
            if (is_leaf(name->kind)) {
                inline_node(value[i], child, 1);
            } else {
                if (name->kind == BlockKind::details) summary_first(value, parts, i, child);
                block(value[i], child, name->kind, depth + 1);
            }
        }
        if (name->kind == BlockKind::details && value.size() <= parts.first_child) {
            errors_.wrong(place, "details need a summary");
        }
        if (!errors_.any()) builder_.close();
    }

    void summary_first(const Json& value, const Parts& parts, std::size_t i, const Place& place) {
        const Json& child = value[i];
        const std::string* name =
            child.is_array() && !child.empty() ? string_in(child.front()) : nullptr;
        const bool summary = name != nullptr && *name == "summary";
        if (summary != (i == parts.first_child)) {
            errors_.wrong(place, "the first block of details, and no other, is a summary");
        }
    }

    void block_fields(const Fields& fields, BlockId id) {
        Block& made = builder_.block(id);
        made.anchor = stored(fields, "id");
        made.language = stored(fields, "lang");
        made.info = stored(fields, made.kind == BlockKind::group ? "label" : "info");
        const int largest = std::numeric_limits<std::int32_t>::max();
        if (made.kind == BlockKind::list) fields.read_integer("start", made.number, 0, largest);
        if (made.kind == BlockKind::footnote) fields.read_integer("n", made.number, 0, largest);
        fields.read_integer("columns", made.column_span, 1, 1000);
        fields.read_integer("rows", made.row_span, 1, 1000);
        fields.read("open", made.open);
        if (made.kind == BlockKind::table_row) fields.read("head", made.header);
        choose(fields, "dir",
               {{"ltr", Direction::left_to_right}, {"rtl", Direction::right_to_left}},
               made.direction);
        choose(fields, "align",
               {{"left", Align::left}, {"center", Align::center}, {"right", Align::right}},
               made.align);
        choose(fields, "task", {{"open", Task::open}, {"done", Task::done}}, made.task);
        // Prose carries no other class: a body must not look like a part of the page.
        choose(fields, "class",
               {{"facade", StyleClass::facade},
                {"formula", StyleClass::formula},
                {"callout-note", StyleClass::callout_note},
                {"callout-tip", StyleClass::callout_tip},
                {"callout-important", StyleClass::callout_important},
                {"callout-warning", StyleClass::callout_warning},
                {"callout-caution", StyleClass::callout_caution},
                {"button-row", StyleClass::button_row},
                {"button", StyleClass::button},
                {"pullquote", StyleClass::pullquote},
                {"attribution", StyleClass::attribution}},
               made.style);
    }

    template <class Enum>
    void choose(const Fields& fields, const char* key,
                std::initializer_list<std::pair<std::string_view, Enum>> choices, Enum& out) {
        if (fields.find(key) == nullptr) return;
        std::string text;
        fields.read(key, text);
        for (const auto& [name, value] : choices) {
            if (name == text) {
                out = value;
                return;
            }
        }
        errors_.wrong(fields.at(key), "this field cannot have this value");
    }

    void inline_node(const Json& value, const Place& place, unsigned depth) {
        if (errors_.any()) return;
        if (const std::string* text = string_in(value)) return builder_.text(*text);
        Parts parts;
        if (!split(value, place, parts)) return;
        const document::CodeToken token = document::token_named(parts.name);
        if (token != document::CodeToken::plain) return code_token(value, place, parts, token);
        const InlineName* name = find_name(inline_names, parts.name);
        if (parts.name == "math") return math(value, place, parts, depth);
        if (name == nullptr) return errors_.wrong(place, "no kind of text has this name");
        static const Json no_fields = Json::object();
        const Fields fields(parts.fields == nullptr ? no_fields : *parts.fields, place, errors_);
        switch (name->kind) {
            case InlineKind::hard_break: builder_.line_break(InlineKind::hard_break); return;
            case InlineKind::image: return image(fields);
            case InlineKind::footnote_reference: return footnote_reference(fields);
            default: break;
        }
        if (depth > document::max_depth) {
            return errors_.add(base::ErrorCode::too_deep, place, "text nests too deep");
        }
        span(fields, place, name->kind);
        for (std::size_t i = parts.first_child; i < value.size() && !errors_.any(); ++i) {
            inline_node(value[i], {&place, {}, i}, depth + 1);
        }
        if (!errors_.any()) builder_.close_span();
    }

    void math(const Json& value, const Place& place, const Parts& parts, unsigned depth) {
        if (builder_.current_kind() == BlockKind::code_block)
            return errors_.wrong(place, "this text cannot stand here");
        if (depth > document::max_depth)
            return errors_.add(base::ErrorCode::too_deep, place, "text nests too deep");
        static const Json no_fields = Json::object();
        const Fields fields(parts.fields == nullptr ? no_fields : *parts.fields, place, errors_);
        std::string tex;
        bool display = false;
        fields.read("tex", tex);
        fields.read("display", display);
        builder_.open_math(tex, display);
        math_children(value, place, parts, document::MathTag::none, depth + 1);
        if (!errors_.any()) builder_.close_span();
    }

    void math_children(const Json& value, const Place& place, const Parts& parts,
                       document::MathTag parent, unsigned depth) {
        for (std::size_t i = parts.first_child; i < value.size() && !errors_.any(); ++i) {
            const Place child{&place, {}, i};
            const std::string* text = string_in(value[i]);
            if ((text != nullptr) != document::math_holds_text(parent))
                return errors_.wrong(child, "this cannot stand here in a formula");
            if (text != nullptr) {
                builder_.math_text(*text);
            } else {
                math_element(value[i], child, depth);
            }
        }
    }

    void math_element(const Json& value, const Place& place, unsigned depth) {
        Parts parts;
        if (!split(value, place, parts)) return;
        const document::MathTag tag = document::math_tag_named(parts.name);
        if (tag == document::MathTag::none)
            return errors_.wrong(place, "no part of a formula has this name");
        if (depth > document::max_depth)
            return errors_.add(base::ErrorCode::too_deep, place, "text nests too deep");
        std::string attributes;
        if (parts.fields != nullptr) {
            for (const auto& [name, field] : parts.fields->items()) {
                const std::string* text = string_in(field);
                if (text == nullptr || !document::math_attribute_allowed(tag, name, *text))
                    return errors_.wrong({&place, name, 0}, "this field cannot have this value");
                attributes.append(name).append("=").append(*text).append("\n");
            }
        }
        builder_.open_math_element(tag, attributes);
        math_children(value, place, parts, tag, depth + 1);
        if (!errors_.any()) builder_.close_span();
    }

    void code_token(const Json& value, const Place& place, const Parts& parts,
                    document::CodeToken token) {
        if (builder_.current_kind() != BlockKind::code_block)
            return errors_.wrong(place, "this text cannot stand here");
        builder_.open_code_token(token);
        for (std::size_t i = parts.first_child; i < value.size() && !errors_.any(); ++i) {
            const Place child{&place, {}, i};
            const std::string* text = string_in(value[i]);
            if (text == nullptr) return errors_.wrong(child, "expected a string");
            builder_.text(*text);
        }
        if (!errors_.any()) builder_.close_span();
    }

    void span(const Fields& fields, const Place& place, InlineKind kind) {
        std::string url;
        std::string title;
        fields.read("url", url);
        fields.read("title", title);
        if (!check_url(fields, url, document::UrlUse::link)) return;
        if (kind == InlineKind::link) {
            const InlineId id = builder_.open_link(url, title);
            if (id == document::no_id) return errors_.wrong(place, "a link cannot stand in a link");
            target_fields(fields, id);
            return;
        }
        const InlineId id = builder_.open_span(kind);
        const bool has_target = fields.find("url") != nullptr || fields.find("title") != nullptr ||
                                fields.find("lang") != nullptr || fields.find("id") != nullptr;
        if (!has_target) return;
        const document::Slice url_slice = builder_.store(document::url_encoded(url));
        const document::Slice title_slice = builder_.store(title);
        builder_.target(id).url = url_slice;
        builder_.target(id).title = title_slice;
        target_fields(fields, id);
    }

    void image(const Fields& fields) {
        std::string url;
        std::string alternative;
        std::string title;
        fields.read("url", url);
        fields.read("alt", alternative);
        fields.read("title", title);
        if (!check_url(fields, url, document::UrlUse::image)) return;
        const InlineId id = builder_.image(url, alternative, title);
        target_fields(fields, id);
        std::string sources;
        fields.read("sources", sources);
        sources = document::write_sources(document::read_sources(sources));
        if (sources.empty()) return;
        const document::Slice slice = builder_.store(sources);
        builder_.target(id).sources = slice;
    }

    void footnote_reference(const Fields& fields) {
        std::string url;
        std::string anchor;
        int number = 0;
        fields.require("n");
        fields.read_integer("n", number, 0, std::numeric_limits<std::int32_t>::max());
        fields.read("url", url);
        fields.read("id", anchor);
        if (!check_url(fields, url, document::UrlUse::link)) return;
        builder_.footnote_reference(number, url, anchor);
    }

    bool check_url(const Fields& fields, std::string_view url, document::UrlUse use) {
        if (!document::url_allowed(url, use))
            errors_.wrong(fields.at("url"), "a URL of this scheme is not allowed");
        return !errors_.any();
    }

    void target_fields(const Fields& fields, InlineId id) {
        const document::Slice language = stored(fields, "lang");
        const document::Slice anchor = stored(fields, "id");
        Target& target = builder_.target(id);
        target.language = language;
        target.anchor = anchor;
        fields.read_length("width", target.width);
        fields.read_length("height", target.height);
        fields.read("missing", target.missing);
        fields.read("third_party", target.third_party);
        fields.read("back", target.back_reference);
        fields.read("current", target.current);
        fields.read("untrusted", target.untrusted);
    }

    Errors& errors_;
    Builder builder_;
};

}  // namespace

document::Document read_blocks(const Json& blocks, const Place& place, Errors& errors) {
    return BlockReader(errors).run(blocks, place);
}

}  // namespace blatt::content
