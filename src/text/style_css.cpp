#include <cmath>
#include <cstdio>
#include <string>

#include "text/css_values.h"
#include "text/style_css_parts.h"
#include "text/style_rules.h"

namespace blatt::text {

namespace {

using document::BlockKind;

std::string hex(Color c) {
    char out[12];
    if (c.a == 255) {
        std::snprintf(out, sizeof out, "#%02x%02x%02x", c.r, c.g, c.b);
    } else {
        std::snprintf(out, sizeof out, "#%02x%02x%02x%02x", c.r, c.g, c.b, c.a);
    }
    return out;
}

bool is_mixed(ColorToken token) {
    return token == ColorToken::accent_strong || token == ColorToken::accent_wash ||
           token == ColorToken::focus;
}

std::string mixtures() {
    const auto mix = [](ColorToken token, int percent, const std::string& other) {
        return ";" + color_property(token) + ":color-mix(in srgb," + variable(ColorToken::accent) +
               " " + std::to_string(percent) + "%," + other + ")";
    };
    return mix(ColorToken::accent_strong, accent_in_strong, variable(ColorToken::ink)) +
           mix(ColorToken::accent_wash, accent_in_wash, "transparent") + ";" +
           color_property(ColorToken::focus) + ":" + variable(ColorToken::accent);
}

std::string tokens(Scheme scheme) {
    const bool dark = scheme == Scheme::dark || scheme == Scheme::contrast_dark;
    std::string out = dark ? "color-scheme:dark" : "color-scheme:light";
    for (std::size_t i = 1; i < palette(scheme).size(); ++i)
        if (!is_mixed(static_cast<ColorToken>(i)))
            out += ";" + color_property(static_cast<ColorToken>(i)) + ":" + hex(palette(scheme)[i]);
    return out;
}

// Fonts that computers have; nothing is downloaded.
std::string families() {
    const auto stack = [](Family family, std::string_view fonts) {
        return std::string(family_property(family)) + ":" + std::string(fonts);
    };
    return stack(Family::serif,
                 "Charter,\"Bitstream Charter\",\"Iowan Old Style\",\"Source Serif 4\","
                 "\"Noto Serif\",Cambria,Georgia,serif;") +
           stack(Family::sans,
                 "\"Avenir Next\",\"Segoe UI\",Roboto,\"Source Sans 3\",\"Noto Sans\","
                 "\"Helvetica Neue\",Arial,sans-serif;") +
           stack(Family::mono,
                 "\"SF Mono\",\"Cascadia Code\",\"JetBrains Mono\",\"Noto Sans Mono\",Menlo,"
                 "Consolas,\"DejaVu Sans Mono\",monospace;") +
           // Letters that cannot be taken for each other, wide and evenly set.
           stack(Family::legible,
                 "\"Atkinson Hyperlegible Next\",\"Atkinson Hyperlegible\",OpenDyslexic,Lexend,"
                 "Verdana,\"DejaVu Sans\",Tahoma,sans-serif");
}

// The look of each scheme in small, for the buttons that choose one: --blatt-swatch.
std::string swatches() {
    const auto swatch = [](SchemeChoice choice, Scheme lower, Scheme upper) {
        const auto at = [](Scheme scheme, ColorToken token) {
            return hex(palette(scheme)[static_cast<std::size_t>(token)]);
        };
        return ":where(button[value=" +
               preference_word(Preference::scheme, static_cast<std::uint8_t>(choice)) +
               "]){--blatt-swatch:linear-gradient(135deg," + at(lower, ColorToken::paper) +
               " 50%," + at(upper, lower == upper ? ColorToken::accent : ColorToken::paper) +
               " 0)}";
    };
    return swatch(SchemeChoice::automatic, Scheme::light, Scheme::dark) +
           swatch(SchemeChoice::light, Scheme::light, Scheme::light) +
           swatch(SchemeChoice::sepia, Scheme::sepia, Scheme::sepia) +
           swatch(SchemeChoice::dark, Scheme::dark, Scheme::dark) +
           swatch(SchemeChoice::contrast, Scheme::contrast_light, Scheme::contrast_dark) + "\n";
}

// What the reader chose counts; who chose nothing gets what the system asks for. Specificity is
// zero, so that a site's own sheet may set any of these properties on :root.
std::string schemes() {
    const auto rule = [](std::string_view condition, Scheme scheme) {
        return ":where(:root" + std::string(condition) + "){" + tokens(scheme) + "}\n";
    };
    const auto media = [](std::string_view query, const std::string& rules) {
        return "@media(" + std::string(query) + "){" + rules + "}\n";
    };
    const auto chosen = [](SchemeChoice choice) {
        return "[data-blatt~=" +
               preference_word(Preference::scheme, static_cast<std::uint8_t>(choice)) + "]";
    };
    constexpr std::string_view unasked = ":not([data-blatt*=scheme-])";
    const std::string contrast = chosen(SchemeChoice::contrast);
    return ":where(:root){" + families() + mixtures() + "}\n" + rule("", Scheme::light) +
           media("prefers-color-scheme:dark", rule(unasked, Scheme::dark)) +
           media("prefers-contrast:more", rule(unasked, Scheme::contrast_light)) +
           media("prefers-contrast:more) and (prefers-color-scheme:dark",
                 rule(unasked, Scheme::contrast_dark)) +
           rule(chosen(SchemeChoice::dark), Scheme::dark) +
           rule(chosen(SchemeChoice::sepia), Scheme::sepia) +
           rule(contrast, Scheme::contrast_light) +
           media("prefers-color-scheme:dark", rule(contrast, Scheme::contrast_dark));
}

std::string kind_selector(const Part& part) {
    switch (part.kind) {
        case BlockKind::root: return "blatt-blog";
        case BlockKind::group: return "div";
        case BlockKind::list: return part.ordered ? "ol" : ":is(ul,ol)";
        case BlockKind::list_item: return "li";
        case BlockKind::quote: return "blockquote";
        case BlockKind::table: return "table";
        case BlockKind::table_row: return "tr";
        case BlockKind::table_cell: return part.header ? "th" : ":is(td,th)";
        case BlockKind::footnotes: return "section.footnotes";
        case BlockKind::footnote: return "section.footnotes>ol>li";
        case BlockKind::figure: return "figure";
        case BlockKind::details: return "details";
        case BlockKind::definition_list: return "dl";
        case BlockKind::definition: return "dd";
        case BlockKind::paragraph: return "p";
        case BlockKind::heading:
            return part.level == 0 ? ":is(h1,h2,h3,h4,h5,h6)" : "h" + std::to_string(part.level);
        case BlockKind::code_block: return "pre";
        case BlockKind::rule: return "hr";
        case BlockKind::caption: return ":is(caption,figcaption)";
        case BlockKind::summary: return "summary";
        case BlockKind::term: return "dt";
    }
    return "*";
}

std::string selector(const Part& part) {
    std::string out = part.any_kind ? "" : kind_selector(part);
    if (part.style != document::StyleClass::none) (out += '.') += document::class_name(part.style);
    return out;
}

// Specificity zero: the order of the rules decides, as it does in layout.
std::string selector(const Rule& rule) {
    std::string out = ":where(";
    if (rule.conditional)
        out += "[data-blatt~=" + preference_word(rule.preference, rule.value) + "] ";
    if (rule.has_within) out += selector(rule.within) + " ";
    out += selector(rule.subject);
    if (rule.after_first) out += ":not(:first-child)";
    return out + ")";
}

// The length that reader_length() computes.
std::string length(const Declaration& d, bool follows_reader) {
    const LengthSteps steps = follows_reader ? length_steps(d) : LengthSteps{};
    if (steps.size == 0 && steps.leading == 0) return px(d.value);
    std::string out = "calc(" + px(d.value);
    if (steps.size != 0) out += " + var(--blatt-size-step)*" + px(steps.size);
    if (steps.leading != 0) out += " + var(--blatt-leading-step)*" + px(steps.leading);
    return out + ")";
}

std::string declaration(const Declaration& d, bool follows_reader) {
    const auto integer = static_cast<int>(d.value);
    const auto token = [integer] { return variable(static_cast<ColorToken>(integer)); };
    switch (d.property) {
        case Property::family: return "font-family:" + variable(static_cast<Family>(integer));
        case Property::size: return "font-size:" + length(d, follows_reader);
        case Property::line_height: return "line-height:" + length(d, follows_reader);
        case Property::weight: return "font-weight:" + number(d.value);
        case Property::italic: return d.value != 0 ? "font-style:italic" : "font-style:normal";
        // Formulas need it where the text itself is transparent.
        case Property::color: return "color:" + token() + ";--blatt-text:" + token();
        case Property::link_color: return "--blatt-link:" + token();
        case Property::underline_links:
            return d.value != 0 ? "--blatt-underline:underline" : "--blatt-underline:none";
        case Property::align:
            return integer == 2   ? "text-align:center"
                   : integer == 3 ? "text-align:right"
                   : integer == 1 ? "text-align:left"
                                  : "text-align:start";
        case Property::preserve_space: return "white-space:pre;tab-size:4";
        case Property::hyphenate: return d.value != 0 ? "hyphens:manual" : "hyphens:none";
        case Property::background: return "background-color:" + token();
        case Property::margin_top: return "margin-top:" + length(d, follows_reader);
        case Property::margin_right: return "margin-inline-end:" + px(d.value);
        case Property::margin_left: return "margin-inline-start:" + px(d.value);
        case Property::padding_top: return "padding-top:" + px(d.value);
        case Property::padding_right: return "padding-inline-end:" + px(d.value);
        case Property::padding_bottom: return "padding-bottom:" + px(d.value);
        case Property::padding_left: return "padding-inline-start:" + length(d, follows_reader);
        case Property::border_top: return "border-top-width:" + px(d.value);
        case Property::border_right: return "border-inline-end-width:" + px(d.value);
        case Property::border_bottom: return "border-bottom-width:" + px(d.value);
        case Property::border_left: return "border-inline-start-width:" + px(d.value);
        case Property::border_color: return "border-color:" + token();
        case Property::radius: return "border-radius:" + px(d.value);
        case Property::gap: return "column-gap:" + px(d.value);
        case Property::row_gap: return "row-gap:" + px(d.value);
        case Property::side_width: return "grid-template-columns:minmax(0,1fr) " + px(d.value);
        case Property::spread: return "justify-content:space-between";
        case Property::max_width: return "max-width:" + px(d.value);
        case Property::centered: return d.value != 0 ? "margin-inline:auto" : "margin-inline:0";
        case Property::scroll_x: return "overflow-x:auto";
        case Property::hidden: return d.value != 0 ? "display:none" : "display:block";
        case Property::image_aspect: return "--blatt-aspect:" + ratio(d.value);
        case Property::size_step: return "--blatt-size-step:" + number(d.value);
        case Property::leading_step: return "--blatt-leading-step:" + number(d.value);
        case Property::chevron: return "--blatt-chevron:1";
        case Property::tracks:
            return "grid-template-columns:repeat(" + number(d.value) + ",minmax(0,1fr))";
        case Property::island: return {};  // of no concern to the static page
        case Property::unfold: return "--blatt-unfold:visible";
        case Property::sign: return "--blatt-sign:1";
        case Property::arrange:
            switch (static_cast<Arrange>(integer)) {
                case Arrange::flow: return "display:block";
                case Arrange::row: return "display:flex;flex-wrap:wrap;align-items:center";
                case Arrange::columns: return "display:grid;align-items:start";
                case Arrange::popup: return "position:absolute;z-index:2;min-width:200px";
                case Arrange::grid: return "display:grid;align-items:stretch";
                case Arrange::beside:
                    return "position:absolute;top:0;bottom:0;left:100%;width:100%";
                case Arrange::overlaid: return "position:absolute;width:100%";
                case Arrange::free: return "position:absolute";
            }
            return {};
        case Property::marker:
            switch (static_cast<Marker>(integer)) {
                case Marker::none: return "list-style:none";
                case Marker::bullet: return "list-style:disc";
                case Marker::number: return "list-style:decimal";
            }
            return {};
    }
    return {};
}

std::string block_rules(Breadth breadth) {
    std::string out;
    for (const Rule& rule : style_rules()) {
        if (rule.from != breadth) continue;
        out += selector(rule) + "{";
        for (const Declaration& d : rule.declarations)
            out += declaration(d, rule.follows_reader) + ";";
        out.back() = '}';
        out += '\n';
    }
    return out;
}

std::string code_rules() {
    std::string out;
    for (auto token = static_cast<unsigned>(document::CodeToken::keyword);
         token < static_cast<unsigned>(document::CodeToken::count); ++token) {
        const auto kind = static_cast<document::CodeToken>(token);
        out += ":where(pre ." + std::string(document::token_name(kind)) +
               "){color:" + variable(code_color(kind)) + "}";
    }
    return out + "\n";
}

std::string em(float value) { return number(value) + "em"; }

std::string inline_rules() {
    using namespace inline_scale;
    const std::string mono = variable(Family::mono);
    const std::string pad = "box-shadow:0 0 0 2px ";
    return ":where(a){color:var(--blatt-link);text-decoration:var(--blatt-underline) 1px;"
           "text-underline-offset:" +
           em(underline_offset) +
           "}\n"
           ":where(a:hover){color:var(--blatt-accent-strong);text-decoration-line:underline}\n"
           ":where(a:focus-visible,button:focus-visible,summary:focus-visible){outline:2px solid "
           "var(--blatt-focus);"
           "outline-offset:2px;border-radius:3px}\n"
           ":where(em,i,cite,dfn){font-style:italic}:where(strong,b){font-weight:700}"
           ":where(del,s){text-decoration:line-through}\n"
           ":where(code,kbd){font-family:" +
           mono +
           "}\n"
           ":where(:not(pre)>code,kbd){font-size:" +
           em(code) +
           ";line-height:0;color:var(--blatt-code-ink);"
           "background-color:var(--blatt-code-paper);" +
           pad +
           "var(--blatt-code-paper)}\n"
           ":where(a code){color:inherit}\n"
           ":where(kbd){background-color:var(--blatt-surface);" +
           pad +
           "var(--blatt-surface)}\n"
           ":where(mark){background-color:var(--blatt-mark-paper);color:var(--blatt-ink)}\n"
           ":where(sup,sub){font-size:" +
           em(script) +
           ";line-height:0;position:relative;vertical-align:baseline}\n"
           ":where(sup){top:-" +
           em(superscript_rise / script) + "}:where(sub){top:" + em(subscript_drop / script) +
           "}\n"
           ":where(sup>a){text-decoration:none}"
           ":where(.missing-picture){font-style:italic;color:var(--blatt-ink-faint)}\n"
           ":where(small){font-size:" +
           em(small) + "}:where(abbr){text-decoration:none}:where(abbr[title]){cursor:help}\n";
}

}  // namespace

std::string style_css() {
    const BlockStyle root = root_style();
    std::string out = schemes();
    out += "body{margin:0;background-color:" + variable(root.background) + "}\n";
    out += "blatt-blog{display:block;container:blatt/inline-size;font:" +
           std::to_string(root.font.weight) + " " + px(root.font.size) + "/" +
           px(root.line_height) + " " + variable(root.font.family) +
           ";color:" + variable(root.color) + ";--blatt-text:" + variable(root.color) +
           ";--blatt-link:" + variable(root.link_color) +
           ";--blatt-underline:underline;--blatt-size-step:0;--blatt-leading-step:0;"
           "overflow-wrap:break-word;-webkit-text-size-adjust:100%;"
           "font-kerning:normal;hyphens:manual;hyphenate-character:\"-\"}\n";
    // Browsers' own margins and fonts would be a second source of truth.
    out +=
        ":where(blatt-blog,blatt-blog :not(math,math *)){box-sizing:border-box}\n"
        ":where(blatt-blog :not(math,math *)){margin:0;padding:0;border:0 solid " +
        variable(ColorToken::line) +
        ";font:inherit;text-align:inherit}\n"
        ":where(table){display:block;border-collapse:collapse;border-spacing:0;max-width:100%}"
        ":where(td,th){vertical-align:top;text-align:start}\n"
        ":where(td,th)[align=center]{text-align:center}:where(td,th)[align=right]{text-align:right}"
        "\n"
        "li::marker{color:" +
        variable(ColorToken::accent) +
        "}\n"
        ":where(img){display:block;max-width:100%;height:auto}"
        ":where(img.inline-picture){display:inline;vertical-align:baseline}\n"
        ":where(details){position:relative}:where(summary){display:block;cursor:pointer}\n"
        ":where(summary)::after{content:\"\";float:inline-end;width:5px;height:5px;"
        "margin-top:calc((1lh - 9px)/2);margin-inline-end:-14px;"
        "border:solid;border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}\n";
    out += block_rules(Breadth::narrow);
    out +=
        ":where(.teaser-image,.article-image,.picture-wide,.picture-square,.picture-tall) "
        "img{width:100%;aspect-ratio:var(--blatt-aspect);object-fit:cover;"
        "border-radius:inherit}\n"
        ":where(.picture-wide,.picture-square,.picture-tall) a{border-radius:inherit}"
        ":where(a:has(>img):focus-visible){outline:none}"
        ":where(a:focus-visible>img){outline:2px solid var(--blatt-focus);outline-offset:3px}"
        ":where(a[aria-haspopup]){cursor:zoom-in}\n"
        ":where(.article){position:relative}\n"
        ":where(button){appearance:none;background:none;color:var(--blatt-link);cursor:pointer}"
        ":where(button:hover){background-color:var(--blatt-accent-wash);border-radius:3px}\n"
        // Without the front end a button does nothing.
        "blatt-blog:not([state=live]) :is(button,.site-actions,.code-actions){visibility:hidden}\n"
        ":where(.align-center){text-align:center}:where(.align-right){text-align:right}"
        ":where(span.align-center,span.align-right){display:block}"
        ":where(.align-center,.align-center>a)>:where(img:not(.inline-picture)){margin-inline:auto}"
        ":where(.align-right,.align-right>a)>:where(img:not(.inline-picture)){margin-inline-start:"
        "auto}\n"
        ":where(.facade-card,.facade-player){position:relative}"
        ":where(.facade-card,.facade-player)::before{content:\"\";position:absolute;left:16px;"
        "top:18px;width:44px;height:44px;border-radius:22px;background-color:" +
        variable(ColorToken::accent_wash) +
        "}:where(.facade-card,.facade-player)::after{content:\"\";position:absolute;left:29px;"
        "top:31px;width:18px;height:18px;background-color:" +
        variable(ColorToken::accent) +
        "}:where(.facade-player)::after{clip-path:" + polygon(sign_shape(Sign::play)) +
        "}:where(.facade-card)::after{clip-path:" + polygon(sign_shape(Sign::leave)) + "}\n" +
        ":where(.submenu){box-shadow:0 10px 30px rgb(0 0 0/.16)}\n"
        ":where(section.footnotes>ol){padding-inline-start:0}\n"
        ":where(li>input[type=checkbox]){appearance:none;width:16px;height:16px;float:inline-start;"
        "margin:calc((1lh - 16px)/2) 0 0;margin-inline:-25px 9px;border:1.5px solid " +
        variable(ColorToken::ink_faint) +
        ";border-radius:4px}\n"
        ":where(li>input[type=checkbox]:checked){background-color:" +
        variable(ColorToken::accent) + ";border-color:" + variable(ColorToken::accent) +
        "}\n"
        ":where(li>input:checked)::before{content:\"\";display:block;width:4px;height:8px;margin:"
        "1px 0 0 4px;"
        "border:solid " +
        variable(ColorToken::paper) +
        ";border-width:0 2px 2px 0;transform:rotate(45deg)}\n"
        ":where(details[open]>summary)::after{transform:translateY(3px) rotate(225deg)}\n"
        ":where(li:has(>input[type=checkbox])){list-style:none}\n";
    out += inline_rules();
    out += code_rules();
    out += lightbox_rules();
    out += callout_rules();
    out += scroll_rules("table", ColorToken::paper) + scroll_rules("pre", ColorToken::code_paper);
    out += swatches();
    out += math_rules();
    const auto query = [](float from, const std::string& rules) {
        return "@container blatt (min-width:" + px(from) + "){\n" + rules + "}\n";
    };
    out +=
        query(medium_from, block_rules(Breadth::medium) +
                               ":where(.facade-card,.facade-player)::before{left:24px;top:22px}"
                               ":where(.facade-card,.facade-player)::after{left:37px;top:35px}\n");
    out += query(wide_from, block_rules(Breadth::wide) + beside_rules());
    out += comfort_rules();
    // Only margin-top between siblings: the first child has none.
    out +=
        "blatt-blog :first-child{margin-top:0}\n"
        "blatt-blog li>:is(ul,ol):first-child{margin-top:8px}\n"
        "blatt-blog li>input:first-child{margin-top:calc((1lh - 16px)/2)}\n"
        "@media(forced-colors:active){a{text-decoration-line:underline}}\n";
    return out + print_rules();
}

}  // namespace blatt::text
