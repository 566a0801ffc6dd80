// Document: one screen or one body of text as blocks and inlines in flat arrays, in reading order.
// Always holds: arrays are in pre-order, a node's subtree is [id, end), parents come before
// children; containers hold only blocks, leaves only inlines; parts stand in their whole
// (may_contain); links do not nest; all text is valid UTF-8 in one pool; block 0 is the root. What
// is in a Document is safe to show: tags, attributes and URL schemes were checked when it was made
// (sanitise.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/code_token.h"
#include "document/command.h"
#include "document/math_tag.h"
#include "document/style_class.h"

namespace blatt::document {

using BlockId = std::uint32_t;
using InlineId = std::uint32_t;
inline constexpr std::uint32_t no_id = 0xFFFFFFFF;

// Blocks nest at most this deep; deeper input is flattened into the deepest allowed level.
inline constexpr unsigned max_depth = 100;

// A piece of Document::text, in bytes.
struct Slice {
    std::uint32_t begin = 0, size = 0;
    std::uint32_t end() const { return begin + size; }
    bool empty() const { return size == 0; }
    bool operator==(const Slice&) const = default;
};

enum class BlockKind : std::uint8_t {
    // containers
    root,
    group,  // element by `role`
    list,   // ordered or not
    list_item,
    quote,
    table,
    table_row,
    table_cell,
    footnotes,  // section that holds footnote entries
    footnote,
    figure,
    details,  // first child is its summary
    definition_list,
    definition,  // the description side
    // leaves
    paragraph,
    heading,  // level 1 to 6
    code_block,
    rule,
    caption,  // of a figure or table
    summary,  // of details
    term,     // of a definition list
};

constexpr bool is_leaf(BlockKind kind) { return kind >= BlockKind::paragraph; }

// Whether parts stand in their whole (above). That a summary comes first is for the caller to see
// to.
bool may_contain(BlockKind parent, BlockKind child);

// What a group is to assistive technology and which element it becomes.
enum class Role : std::uint8_t { none, header, nav, main, article, section, aside, footer };

enum class Align : std::uint8_t { start, left, center, right };

enum class Task : std::uint8_t { none, open, done };

enum class Direction : std::uint8_t { inherit, left_to_right, right_to_left };

struct Block {
    BlockKind kind = BlockKind::paragraph;
    Role role = Role::none;
    StyleClass style = StyleClass::none;
    Align align = Align::start;  // table cells, paragraphs
    Task task = Task::none;      // list items
    Direction direction = Direction::inherit;
    std::uint8_t level = 0;         // headings: 1 to 6
    bool ordered = false;           // lists
    bool tight = false;             // a paragraph without an element of its own (in li, td, dd)
    bool header = false;            // table cells and rows
    bool open = false;              // details
    std::uint16_t column_span = 1;  // table cells
    std::uint16_t row_span = 1;
    std::int32_t number = 0;  // lists: first number; footnotes: their number;
                              // StyleClass::time_left: minutes that the whole text takes
    BlockId parent = no_id;
    BlockId end = 0;             // one past the last block of this subtree
    InlineId inlines_begin = 0;  // leaves: their inlines are [begin, end)
    InlineId inlines_end = 0;
    Slice anchor;    // id attribute; empty for none
    Slice language;  // BCP 47, where it differs from the surroundings
    Slice info;      // code blocks: info string; groups: accessible label;
                     // details: name of the set of which one is open at most
};

enum class InlineKind : std::uint8_t {
    // leaves
    text,        // without line ends, but in code blocks, where each line has one
    soft_break,  // a line end in the source: a space in layout
    hard_break,
    image,
    footnote_reference,  // superscript link to a footnote
    // spans: subtree is [id, end)
    emphasis,
    strong,
    strikethrough,
    code,
    link,
    mark,
    superscript,
    subscript,
    keyboard,
    small,
    abbreviation,  // target.title is its long form
    span,          // carries only a language
    time,          // target.url is the machine-readable date
    button,        // target.command; target.url is its argument; nests with links as a link does
    code_token,    // a piece of highlighted code, by `token`; only in code blocks
    math,          // a formula: `text` is its TeX source where it has one; see math.h
    math_element,  // of a formula: `math_tag`, its attributes in `text`
};

constexpr bool is_leaf(InlineKind kind) { return kind <= InlineKind::footnote_reference; }

struct Inline {
    InlineKind kind = InlineKind::text;
    CodeToken token = CodeToken::plain;
    MathTag math_tag = MathTag::none;
    bool display = false;          // formulas: set as large as one that stands alone
    InlineId end = 0;              // one past the last inline of this subtree
    Slice text;                    // text; for images the alternative text
    std::uint32_t target = no_id;  // index into Document::targets
};

// What the page behind a link is to this one.
enum class Relation : std::uint8_t { none, previous, next };

// Buttons that switch something say whether it is on.
enum class Pressed : std::uint8_t { no_toggle, off, on };

// What an inline points to: a link, an image, a footnote, an abbreviation's long form.
struct Target {
    Slice url;  // percent-encoded
    Slice title;
    Slice language;
    Slice anchor;     // id attribute of the element itself (footnote references)
    Slice sources;    // images: the same in other sizes (sources.h)
    float width = 0;  // images: CSS px, 0 where not known
    float height = 0;
    bool missing = false;         // images: known not to exist; shown as their text
    bool third_party = false;     // images: on another host; shown as a link, never loaded unasked
    bool back_reference = false;  // links: from a footnote back to the text
    bool current = false;         // links: to the page shown
    bool current_place = false;   // links: to the part of the page that is being read
    bool untrusted = false;       // links written by a visitor: rel="nofollow ugc"
    Relation relation = Relation::none;
    Command command = Command::none;       // buttons; links that do more where they can
    Pressed pressed = Pressed::no_toggle;  // buttons
};

struct Document {
    std::vector<Block> blocks;
    std::vector<Inline> inlines;
    std::vector<Target> targets;
    std::string text;
    // Bytes of `text`, ascending, before which a word may be parted with a hyphen.
    std::vector<std::uint32_t> hyphens;

    std::string_view view(Slice slice) const {
        return std::string_view(text).substr(slice.begin, slice.size);
    }
    bool operator==(const Document&) const;
};

// Direct children in order: for (BlockId c = first_child(d, b); c != no_id; c = next_sibling(d, c))
BlockId first_child(const Document& document, BlockId block);
BlockId next_sibling(const Document& document, BlockId block);

// All characters a reader sees in a block's subtree, blocks separated by '\n', soft breaks as ' ',
// hard breaks as '\n'. An image gives its alternative text only where that is shown instead of it,
// a formula its TeX source.
std::string plain_text(const Document& document, BlockId block = 0);

// Indented text form of the whole document, one node a line: the golden form.
std::string dump(const Document& document);

// Aborts unless every line of this header's "always holds" is true. For tests and debug builds.
void check_invariants(const Document& document);

}  // namespace blatt::document
