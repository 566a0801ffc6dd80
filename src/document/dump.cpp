#include <array>
#include <cstddef>
#include <cstdio>

#include "document/document.h"
#include "document/math.h"

namespace blatt::document {

namespace {

constexpr auto block_names = std::to_array<std::string_view>({
    "root",
    "group",
    "list",
    "list_item",
    "quote",
    "table",
    "table_row",
    "table_cell",
    "footnotes",
    "footnote",
    "figure",
    "details",
    "definition_list",
    "definition",
    "paragraph",
    "heading",
    "code_block",
    "rule",
    "caption",
    "summary",
    "term",
});
static_assert(block_names.size() == static_cast<std::size_t>(BlockKind::term) + 1);

constexpr auto inline_names = std::to_array<std::string_view>({
    "text",         "soft_break",   "hard_break",    "image",    "footnote_reference",
    "emphasis",     "strong",       "strikethrough", "code",     "link",
    "mark",         "superscript",  "subscript",     "keyboard", "small",
    "abbreviation", "span",         "time",          "button",   "code_token",
    "math",         "math_element",
});
static_assert(inline_names.size() == static_cast<std::size_t>(InlineKind::math_element) + 1);

constexpr auto command_names = std::to_array<std::string_view>({
    "none",
    "copy_code",
    "close_dialog",
    "show_picture",
    "zoom_picture",
    "show_shortcuts",
    "toggle_shortcuts",
    "show_display",
    "prefer",
});
static_assert(command_names.size() == static_cast<std::size_t>(Command::count));

constexpr auto role_names = std::to_array<std::string_view>({
    "none",
    "header",
    "nav",
    "main",
    "article",
    "section",
    "aside",
    "footer",
});
static_assert(role_names.size() == static_cast<std::size_t>(Role::footer) + 1);

constexpr auto align_names = std::to_array<std::string_view>({"start", "left", "center", "right"});
constexpr auto task_names = std::to_array<std::string_view>({"none", "open", "done"});

template <class Names, class Enum>
std::string_view name(const Names& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

class Writer {
  public:
    explicit Writer(const Document& document) : document_(document) {}

    std::string run() {
        std::vector<BlockId> open;
        for (BlockId id = 0; id < document_.blocks.size(); ++id) {
            while (!open.empty() && open.back() <= id) open.pop_back();
            block(document_.blocks[id], open.size());
            open.push_back(document_.blocks[id].end);
        }
        return std::move(out_);
    }

  private:
    void block(const Block& b, std::size_t depth) {
        begin(depth, name(block_names, b.kind));
        if (b.kind == BlockKind::heading) number(" ", b.level);
        if (b.role != Role::none) word(name(role_names, b.role));
        if (b.style != StyleClass::none) word(std::string(".").append(class_name(b.style)));
        if (b.ordered) number(" ordered from ", b.number);
        if (b.kind == BlockKind::footnote) number(" ", b.number);
        if (b.task != Task::none) word(std::string("task ").append(name(task_names, b.task)));
        if (b.direction == Direction::right_to_left) word("right_to_left");
        if (b.direction == Direction::left_to_right) word("left_to_right");
        if (b.align != Align::start) word(name(align_names, b.align));
        if (b.tight) word("tight");
        if (b.header) word("header");
        if (b.open) word("open");
        if (b.column_span != 1) number(" columns ", b.column_span);
        if (b.row_span != 1) number(" rows ", b.row_span);
        slice("anchor", b.anchor);
        slice("language", b.language);
        slice("info", b.info);
        out_.push_back('\n');
        if (!is_leaf(b.kind)) return;
        std::vector<InlineId> open;
        for (InlineId id = b.inlines_begin; id < b.inlines_end; ++id) {
            while (!open.empty() && open.back() <= id) open.pop_back();
            inline_node(document_.inlines[id], depth + 1 + open.size());
            open.push_back(document_.inlines[id].end);
        }
    }

    void inline_node(const Inline& node, std::size_t depth) {
        begin(depth, name(inline_names, node.kind));
        if (node.token != CodeToken::plain) word(token_name(node.token));
        if (node.math_tag != MathTag::none) word(math_tag_name(node.math_tag));
        if (node.display) word("display");
        if (node.kind == InlineKind::text || !node.text.empty()) {
            out_.push_back(' ');
            quoted(document_.view(node.text));
        }
        if (node.target != no_id) {
            const Target& t = document_.targets[node.target];
            out_.append(" -> ");
            quoted(document_.view(t.url));
            slice("title", t.title);
            slice("language", t.language);
            slice("anchor", t.anchor);
            slice("sources", t.sources);
            if (t.width != 0) number(" width ", static_cast<double>(t.width));
            if (t.height != 0) number(" height ", static_cast<double>(t.height));
            if (t.missing) word("missing");
            if (t.third_party) word("third_party");
            if (t.back_reference) word("back_reference");
            if (t.current) word("current");
            if (t.current_place) word("current_place");
            if (t.untrusted) word("untrusted");
            if (t.relation == Relation::previous) word("previous");
            if (t.relation == Relation::next) word("next");
            if (t.command != Command::none) word(name(command_names, t.command));
            if (t.pressed != Pressed::no_toggle) word(t.pressed == Pressed::on ? "on" : "off");
        }
        out_.push_back('\n');
    }

    void begin(std::size_t depth, std::string_view kind) {
        out_.append(2 * depth, ' ');
        out_.append(kind);
    }
    void word(std::string_view text) {
        out_.push_back(' ');
        out_.append(text);
    }
    void number(std::string_view before, int value) {
        out_.append(before);
        out_.append(std::to_string(value));
    }
    void number(std::string_view before, double value) {
        std::array<char, 32> digits{};
        std::snprintf(digits.data(), digits.size(), "%g", value);
        out_.append(before);
        out_.append(digits.data());
    }
    void slice(std::string_view label, Slice value) {
        if (value.empty()) return;
        word(label);
        out_.push_back(' ');
        quoted(document_.view(value));
    }
    void quoted(std::string_view text) {
        out_.push_back('"');
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '\n') {
                out_.append("\\n");
            } else if (c == '"' || c == '\\') {
                out_.push_back('\\');
                out_.push_back(c);
            } else if (byte < 0x20 || byte == 0x7F) {
                std::array<char, 8> hex{};
                std::snprintf(hex.data(), hex.size(), "\\x%02x", byte);
                out_.append(hex.data());
            } else {
                out_.push_back(c);
            }
        }
        out_.push_back('"');
    }

    const Document& document_;
    std::string out_;
};

}  // namespace

std::string dump(const Document& document) { return Writer(document).run(); }

}  // namespace blatt::document
