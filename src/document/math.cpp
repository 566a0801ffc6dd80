#include "document/math.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/check.h"
#include "base/html_escape.h"

namespace blatt::document {

namespace {

constexpr auto names = std::to_array<std::string_view>(
    {"",       "menclose", "mfrac",    "mi",          "mmultiscripts", "mn",   "mo",
     "mover",  "mpadded",  "mphantom", "mprescripts", "mroot",         "mrow", "ms",
     "mspace", "msqrt",    "mstyle",   "msub",        "msubsup",       "msup", "mtable",
     "mtd",    "mtext",    "mtr",      "munder",      "munderover"});
static_assert(names.size() == static_cast<std::size_t>(MathTag::count));
static_assert(std::ranges::is_sorted(names));

enum class Value : std::uint8_t {
    boolean,
    form,
    length,
    level,
    span,
    color,
    align,
    notation,
    normal,
    room
};

struct Rule {
    std::string_view name;
    Value value;
    MathTag only = MathTag::none;  // none: of every element
};

constexpr auto rules = std::to_array<Rule>({
    {"accent", Value::boolean},
    {"accentunder", Value::boolean},
    {"columnalign", Value::align, MathTag::mtd},
    {"columnspan", Value::span, MathTag::mtd},
    {"data-after", Value::room, MathTag::mtd},
    {"data-before", Value::room, MathTag::mtd},
    {"depth", Value::length},
    {"displaystyle", Value::boolean},
    {"fence", Value::boolean, MathTag::mo},
    {"form", Value::form, MathTag::mo},
    {"height", Value::length},
    {"largeop", Value::boolean, MathTag::mo},
    {"linethickness", Value::length, MathTag::mfrac},
    {"lspace", Value::length},
    {"mathbackground", Value::color},
    {"mathcolor", Value::color},
    {"mathvariant", Value::normal, MathTag::mi},
    {"maxsize", Value::length, MathTag::mo},
    {"minsize", Value::length, MathTag::mo},
    {"movablelimits", Value::boolean, MathTag::mo},
    {"notation", Value::notation, MathTag::menclose},
    {"rowspan", Value::span, MathTag::mtd},
    {"rspace", Value::length},
    {"scriptlevel", Value::level},
    {"separator", Value::boolean, MathTag::mo},
    {"stretchy", Value::boolean, MathTag::mo},
    {"symmetric", Value::boolean, MathTag::mo},
    {"voffset", Value::length, MathTag::mpadded},
    {"width", Value::length},
});
static_assert(std::ranges::is_sorted(rules, {}, &Rule::name));

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> values) {
    return std::ranges::find(values, value) != values.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Up to two digits before the point: a formula keeps to its place.
bool is_length(std::string_view value) {
    if (value.starts_with('-') || value.starts_with('+')) value.remove_prefix(1);
    std::size_t at = 0;
    while (at < value.size() && is_digit(value[at])) ++at;
    if (at > 2) return false;
    std::size_t digits = at;
    if (at < value.size() && value[at] == '.') {
        ++at;
        for (; at < value.size() && is_digit(value[at]); ++at) ++digits;
    }
    return digits > 0 && digits <= 9 &&
           is_one_of(value.substr(at), {"", "em", "ex", "px", "pt", "mu"});
}

bool is_color(std::string_view value) {
    if (!value.starts_with('#') || (value.size() != 4 && value.size() != 7)) return false;
    return std::ranges::all_of(value.substr(1), [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

bool is_level(std::string_view value) {
    if (value.starts_with('-') || value.starts_with('+')) value.remove_prefix(1);
    return value.size() == 1 && is_digit(value[0]);
}

bool is_span(std::string_view value) {
    return !value.empty() && value.size() <= 2 && std::ranges::all_of(value, is_digit) &&
           value[0] != '0';
}

bool fits(Value kind, std::string_view value) {
    switch (kind) {
        case Value::boolean: return is_one_of(value, {"true", "false"});
        case Value::form: return is_one_of(value, {"prefix", "infix", "postfix"});
        case Value::length: return is_length(value);
        case Value::level: return is_level(value);
        case Value::span: return is_span(value);
        case Value::color: return is_color(value);
        case Value::align: return is_one_of(value, {"left", "center", "right"});
        case Value::notation:
            return is_one_of(value, {"top", "bottom", "box", "horizontalstrike", "updiagonalstrike",
                                     "downdiagonalstrike"});
        case Value::normal: return value == "normal";
        case Value::room: return is_one_of(value, {"0", "1", "2"});
    }
    return false;
}

enum class Record : char { open = 1, text, close };

void put(std::string& out, std::uint32_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8)
        out += static_cast<char>((value >> shift) & 0xFF);
}
void put(std::string& out, std::string_view text) {
    put(out, static_cast<std::uint32_t>(text.size()));
    out += text;
}

struct Reader {
    std::string_view bytes;
    std::size_t at = 0;

    std::uint32_t number() {
        CHECK(at + 4 <= bytes.size());
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 32; shift += 8)
            value |= std::uint32_t{static_cast<unsigned char>(bytes[at++])} << shift;
        return value;
    }
    std::string_view text() {
        const std::uint32_t size = number();
        CHECK(at + size <= bytes.size());
        at += size;
        return bytes.substr(at - size, size);
    }
};

}  // namespace

std::string_view math_tag_name(MathTag tag) { return names[static_cast<std::size_t>(tag)]; }

MathTag math_tag_named(std::string_view name) {
    const auto found = std::ranges::lower_bound(names, name);
    if (found == names.end() || *found != name) return MathTag::none;
    return static_cast<MathTag>(found - names.begin());
}

bool math_holds_text(MathTag tag) {
    return tag == MathTag::mi || tag == MathTag::mn || tag == MathTag::mo || tag == MathTag::ms ||
           tag == MathTag::mtext;
}

bool math_attribute_allowed(MathTag tag, std::string_view name, std::string_view value) {
    const auto found = std::ranges::lower_bound(rules, name, {}, &Rule::name);
    if (found == rules.end() || found->name != name) return false;
    return (found->only == MathTag::none || found->only == tag) && fits(found->value, value);
}

std::string math_records(const Document& document, InlineId math) {
    std::string out;
    const auto open = [&](std::string_view name, std::uint32_t attributes) {
        out += static_cast<char>(Record::open);
        put(out, name);
        put(out, attributes);
    };
    const Inline& root = document.inlines[math];
    open("math", (root.display ? 1u : 0u) + (root.text.empty() ? 0u : 1u));
    if (root.display) {
        put(out, "display");
        put(out, "block");
    }
    if (!root.text.empty()) {
        put(out, "alttext");
        put(out, document.view(root.text));
    }
    std::vector<InlineId> ends;
    for (InlineId id = math + 1; id < root.end; ++id) {
        for (; !ends.empty() && ends.back() <= id; ends.pop_back())
            out += static_cast<char>(Record::close);
        const Inline& node = document.inlines[id];
        if (node.kind == InlineKind::text) {
            out += static_cast<char>(Record::text);
            put(out, document.view(node.text));
            continue;
        }
        const std::string_view attributes = document.view(node.text);
        open(math_tag_name(node.math_tag),
             static_cast<std::uint32_t>(std::ranges::count(attributes, '\n')));
        each_math_attribute(attributes, [&](std::string_view name, std::string_view value) {
            put(out, name);
            put(out, value);
        });
        ends.push_back(node.end);
    }
    out.append(ends.size() + 1, static_cast<char>(Record::close));
    return out;
}

std::string math_markup(std::string_view records) {
    std::string out;
    std::vector<std::string_view> open;
    for (Reader reader{records}; reader.at < records.size();) {
        switch (static_cast<Record>(records[reader.at++])) {
            case Record::open: {
                open.push_back(reader.text());
                out.append("<").append(open.back());
                for (std::uint32_t left = reader.number(); left > 0; --left) {
                    out.append(" ").append(reader.text()).append("=\"");
                    base::append_html_escaped(out, reader.text());
                    out += '"';
                }
                out += '>';
                break;
            }
            case Record::text: base::append_html_escaped(out, reader.text()); break;
            case Record::close:
                CHECK(!open.empty());
                out.append("</").append(open.back()).append(">");
                open.pop_back();
                break;
        }
    }
    return out;
}

}  // namespace blatt::document
