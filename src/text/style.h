// Style: the one table behind both faces. A row per kind and class of block says fonts, spacing,
// colours and how children are arranged; layout reads it, and the site writer prints it as CSS
// (style_css), so that the static page and the painted one agree.
// Spacing model, the same in both: only margin-top between siblings, none before a first child, no
// collapsing. Lengths are CSS px.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/geometry.h"
#include "document/document.h"
#include "text/preferences.h"

namespace blatt::text {

enum class Family : std::uint8_t { serif, sans, mono, legible, count };

struct Font {
    Family family = Family::serif;
    float size = 18;  // CSS px
    std::uint16_t weight = 400;
    bool italic = false;
    bool operator==(const Font&) const = default;
};

// CSS font shorthand without line-height and with the custom property that names the family:
// `italic 700 19px --blatt-serif`.
std::string css_font(const Font& font);
std::string_view family_property(Family family);

enum class ColorToken : std::uint8_t {
    none,
    paper,          // page background
    surface,        // raised: submenus, code, table heads
    ink,            // text
    ink_soft,       // secondary text
    ink_faint,      // hints; still 4.5:1 on paper
    line,           // hairlines
    accent,         // links, the brand
    accent_strong,  // hover
    accent_wash,    // hover and selection backgrounds
    code_ink,
    code_paper,
    mark_paper,
    focus,
    // highlighted code, on code_paper; in the order of document::CodeToken
    code_keyword,
    code_string,
    code_number,
    code_comment,
    code_function,
    code_type,
    code_attribute,
    code_variable,
    code_meta,
    code_addition,
    code_deletion,
    count
};

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Color&) const = default;
};

using Palette = std::array<Color, static_cast<std::size_t>(ColorToken::count)>;  // by ColorToken

enum class Scheme : std::uint8_t { light, dark, sepia, contrast_light, contrast_dark, count };

// The house's own colours. A page may set others: what is painted comes from its style sheet.
const Palette& palette(Scheme scheme);
// What is mixed from others, in percent of the accent: with ink where it is strong, with nothing
// where it is a wash. A page that sets its own accent so gets all three.
inline constexpr int accent_in_strong = 65, accent_in_wash = 13;
// The custom property of a token: "--blatt-ink".
std::string color_property(ColorToken token);
// Contrast of WCAG 2.2, 1 to 21. Opaque colours only.
double contrast(Color a, Color b);

// Width classes of the viewport; the bounds are media queries in the CSS.
enum class Breadth : std::uint8_t { narrow, medium, wide };
inline constexpr float medium_from = 640, wide_from = 1040;
Breadth breadth_of(float viewport_width);

enum class Arrange : std::uint8_t {
    flow,      // children below each other
    row,       // children beside each other, wrapping, as wide as their content
    columns,   // first child takes the rest, the last `side_width` (wide only; else flow)
    popup,     // out of flow, below its previous sibling, above everything
    grid,      // children beside each other in `tracks` equal columns, rows as high as the highest
    beside,    // out of flow, right of its parent and as high as that
    overlaid,  // out of flow, where it would stand in it
    free,      // out of flow; the style sheet alone places it, in both faces
};

enum class Marker : std::uint8_t { none, bullet, number };

enum class Sign : std::uint8_t {
    none,
    play,   // a film or a sound
    leave,  // leads to another site
};
inline constexpr float sign_size = 44;  // CSS px, the disc around it
// The outline of what stands in its middle, in a square of 18 CSS px.
std::span<const base::Point> sign_shape(Sign sign);

struct BlockStyle {
    Font font;
    float line_height = 30;  // CSS px
    ColorToken color = ColorToken::ink;
    ColorToken background = ColorToken::none;
    base::Edges margin;  // top counts between siblings only; left/right always
    base::Edges padding;
    base::Edges border;  // widths
    ColorToken border_color = ColorToken::line;
    float radius = 0;
    Arrange arrange = Arrange::flow;
    float gap = 0;  // row, columns: between children; wrapped rows use row_gap
    float row_gap = 0;
    float side_width = 0;
    unsigned tracks = 1;    // grid
    bool spread = false;    // row: children pushed to both ends
    float max_width = 0;    // 0: none
    bool centered = false;  // box centred in its container when max_width bites
    document::Align align = document::Align::start;
    bool right_to_left = false;  // direction of its text; left and right are as on the screen
    Marker marker = Marker::none;
    bool scroll_x = false;        // wide content scrolls inside the box
    bool preserve_space = false;  // code
    bool underline_links = true;
    ColorToken link_color = ColorToken::accent;
    bool hyphenate = true;         // lines may end inside words, with a hyphen
    std::int8_t size_step = 0;     // inherited: how much larger the reader wants text
    std::int8_t leading_step = 0;  // inherited: how much more space between its lines
    bool hidden = false;           // not laid out
    float image_aspect = 0;        // pictures: width / height they are cut to; 0: their own
    bool chevron = false;          // summaries: the open and closed sign at their end
    bool island = false;           // the DOM shows it itself: it is laid out, but not painted
    bool unfold = false;           // details: what is in it shows even where it is closed
    Sign sign = Sign::none;  // painted in the box's upper left corner, where padding keeps room
};

// The style of block 0, from which everything inherits.
BlockStyle root_style();

// The style of a block below the root: what it inherits from its parent's style, then each matching
// rule in order.
BlockStyle block_style(const document::Document& document, document::BlockId block, Breadth breadth,
                       const Preferences& preferences, const BlockStyle& parent);

// Whether a picture of known size is small enough to stand in a line of text (an emoji, a badge);
// others take lines of their own.
constexpr bool is_inline_picture(float width, float height) {
    return width > 0 && height > 0 && height <= 24 && width <= 160;
}

// Proportions of inline elements, shared by layout and CSS.
namespace inline_scale {
inline constexpr float code = 0.86f;              // size of code and kbd in running text
inline constexpr float script = 0.72f;            // size of super- and subscripts
inline constexpr float superscript_rise = 0.36f;  // of the surrounding size
inline constexpr float subscript_drop = 0.16f;
inline constexpr float small = 0.85f;
inline constexpr float underline_offset = 0.16f;  // of the size, below the baseline
}  // namespace inline_scale

// What a piece of highlighted code is painted with.
ColorToken code_color(document::CodeToken token);

// The font and colour of an inline, given what surrounds it.
struct InlineStyle {
    Font font;
    ColorToken color = ColorToken::ink;
    ColorToken background = ColorToken::none;
    bool underline = false;
    bool strike = false;
    float rise = 0;  // baseline shift upwards, CSS px
    bool operator==(const InlineStyle&) const = default;
};

InlineStyle inline_style(const BlockStyle& block);  // text directly in a block
InlineStyle inline_style(const BlockStyle& block, const InlineStyle& around,
                         document::InlineKind kind);
InlineStyle inline_style(const BlockStyle& block, const InlineStyle& around,
                         const document::Inline& node);

// The whole style sheet of the static page: tokens of both schemes as custom properties, rules for
// every row of the table, media queries for the breadths, print and forced colours.
std::string style_css();

}  // namespace blatt::text
