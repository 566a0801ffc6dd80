#include <cstdio>
#include <string>

#include "text/style_rules.h"

namespace blatt::text {

namespace {

using document::BlockKind;

std::string number(float value) {
    char out[24];
    std::snprintf(out, sizeof out, "%g", static_cast<double>(value));
    return out;
}

std::string px(float value) { return value == 0 ? "0" : number(value) + "px"; }

constexpr std::string_view token_names[] = {
    "none",           "paper",         "surface",      "ink",           "ink-soft",
    "ink-faint",      "line",          "accent",       "accent-strong", "accent-wash",
    "code-ink",       "code-paper",    "mark-paper",   "focus",         "code-keyword",
    "code-string",    "code-number",   "code-comment", "code-function", "code-type",
    "code-attribute", "code-variable", "code-meta",    "code-addition", "code-deletion",
};
static_assert(std::size(token_names) == static_cast<std::size_t>(ColorToken::count));

// As in `var(--blatt-ink)`.
std::string variable(ColorToken token) {
    if (token == ColorToken::none) return "transparent";
    return "var(--blatt-" + std::string(token_names[static_cast<std::size_t>(token)]) + ")";
}

std::string hex(Color c) {
    char out[12];
    if (c.a == 255) {
        std::snprintf(out, sizeof out, "#%02x%02x%02x", c.r, c.g, c.b);
    } else {
        std::snprintf(out, sizeof out, "#%02x%02x%02x%02x", c.r, c.g, c.b, c.a);
    }
    return out;
}

std::string tokens(Scheme scheme) {
    std::string out;
    for (std::size_t i = 1; i < std::size(token_names); ++i) {
        out += "--blatt-" + std::string(token_names[i]) + ":" +
               hex(color(scheme, static_cast<ColorToken>(i))) + ";";
    }
    return out;
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
    if (rule.has_within) out += selector(rule.within) + " ";
    out += selector(rule.subject);
    if (rule.after_first) out += ":not(:first-child)";
    return out + ")";
}

std::string declaration(const Declaration& d) {
    const auto integer = static_cast<int>(d.value);
    const auto token = [integer] { return variable(static_cast<ColorToken>(integer)); };
    switch (d.property) {
        case Property::family:
            return "font-family:" + std::string(css_family(static_cast<Family>(integer)));
        case Property::size: return "font-size:" + px(d.value);
        case Property::line_height: return "line-height:" + px(d.value);
        case Property::weight: return "font-weight:" + number(d.value);
        case Property::italic: return d.value != 0 ? "font-style:italic" : "font-style:normal";
        case Property::color: return "color:" + token();
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
        case Property::margin_top: return "margin-top:" + px(d.value);
        case Property::margin_right: return "margin-inline-end:" + px(d.value);
        case Property::margin_left: return "margin-inline-start:" + px(d.value);
        case Property::padding_top: return "padding-top:" + px(d.value);
        case Property::padding_right: return "padding-inline-end:" + px(d.value);
        case Property::padding_bottom: return "padding-bottom:" + px(d.value);
        case Property::padding_left: return "padding-inline-start:" + px(d.value);
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
        case Property::image_aspect: return "--blatt-aspect:" + number(d.value);
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
        for (const Declaration& d : rule.declarations) out += declaration(d) + ";";
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

// Of a box of 18 px.
std::string polygon(std::span<const base::Point> points) {
    std::string out = "polygon(";
    for (const base::Point& point : points) {
        if (out.back() != '(') out += ',';
        out += px(point.x) + " " + px(point.y);
    }
    return out + ")";
}

std::string em(float value) { return number(value) + "em"; }

std::string inline_rules() {
    using namespace inline_scale;
    const std::string mono = std::string(css_family(Family::mono));
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
           em(small) + "}:where(abbr){text-decoration:none}\n";
}

// The contents beside the text: they stay in sight, and say where the reader is.
std::string beside_rules() {
    return ":where(.toc){position:sticky;top:24px;max-height:calc(100vh - 48px);overflow-y:auto;"
           "scrollbar-width:thin}\n"
           ":where(.toc)::before{content:attr(aria-label);position:absolute;top:0;left:0;"
           "font-size:13px;line-height:20px;font-weight:700;color:var(--blatt-ink-faint)}\n"
           ":where(.toc-fold>.toc-list){box-shadow:inset 1px 0 var(--blatt-line)}\n"
           ":where(.toc-entry>p:has(>[aria-current])){box-shadow:inset 2px 0 var(--blatt-accent)}\n"
           ":where(.toc a[aria-current]){color:var(--blatt-accent)}\n";
}

std::string comfort_rules() {
    return ":where(.toc-fold:not([open]))::details-content{content-visibility:var(--blatt-unfold,"
           "hidden)}\n"
           // Where the closed contents cannot show, what opens them must.
           "@supports not selector(::details-content){blatt-blog:not([state=live]) "
           ".toc-toggle{display:block}}\n"
           "blatt-blog:not([state=live]) .time-left{visibility:hidden}\n"
           ":where(.skip-link){z-index:4;top:12px;left:16px}\n"
           ":where(.skip-link:not(:focus-within)){transform:translateY(-80px)}\n"
           ":where(.skip-link a){display:block;padding:8px 18px;border-radius:8px;"
           "background-color:var(--blatt-ink)}\n"
           ":where(.anchor a){position:absolute;inset:0;text-align:center;opacity:0}"
           ":where(.anchor a)::before{content:\"#\"}\n"
           ":where(:is(h1,h2,h3,h4,h5,h6):hover+.anchor a,.anchor a:hover,.anchor a:focus-visible)"
           "{opacity:1;text-decoration:none}\n"
           ":where([id]){scroll-margin-top:24px}\n"
           // How much of the text is read, where the browser can say so without a script.
           "@supports(animation-timeline:view()){blatt-blog{timeline-scope:--blatt-text}"
           ".prose{view-timeline:--blatt-text}"
           "blatt-blog:has(.prose)::before{content:\"\";display:block;position:sticky;z-index:3;"
           "top:0;height:3px;margin-bottom:-3px;background-color:var(--blatt-accent);"
           "transform-origin:0 0;animation:blatt-read linear both;"
           "animation-timeline:--blatt-text;animation-range:contain}}\n"
           "@keyframes blatt-read{from{transform:scaleX(0)}}\n"
           "@media(prefers-reduced-motion:no-preference){"
           "html:has(>body>blatt-blog):focus-within{scroll-behavior:smooth}"
           ":where(.anchor a){transition:opacity .12s}}\n";
}

}  // namespace

std::string style_css() {
    const BlockStyle root = root_style();
    std::string out = ":root{color-scheme:light dark;" + tokens(Scheme::light) + "}\n";
    out += "@media(prefers-color-scheme:dark){:root{" + tokens(Scheme::dark) + "}}\n";
    out += "body{margin:0;background-color:" + variable(root.background) + "}\n";
    out += "blatt-blog{display:block;container:blatt/inline-size;font:" +
           std::to_string(root.font.weight) + " " + px(root.font.size) + "/" +
           px(root.line_height) + " " + std::string(css_family(root.font.family)) +
           ";color:" + variable(root.color) + ";--blatt-link:" + variable(root.link_color) +
           ";--blatt-underline:underline;overflow-wrap:break-word;-webkit-text-size-adjust:100%;"
           "font-kerning:normal;hyphens:manual;hyphenate-character:\"-\"}\n";
    // Browsers' own margins and fonts would be a second source of truth.
    out +=
        ":where(blatt-blog,blatt-blog *){box-sizing:border-box}\n"
        ":where(blatt-blog *){margin:0;padding:0;border:0 solid " +
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
        ":where(summary)::after{content:\"\";float:inline-end;width:5px;height:5px;margin-top:."
        "42em;"
        "margin-inline-end:-14px;"
        "border:solid;border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}\n";
    out += block_rules(Breadth::narrow);
    out +=
        ":where(.teaser-image,.article-image) "
        "img{width:100%;aspect-ratio:var(--blatt-aspect);object-fit:cover;"
        "border-radius:inherit}\n"
        ":where(.article){position:relative}\n"
        ":where(button){appearance:none;background:none;color:var(--blatt-link);cursor:pointer}"
        ":where(button:hover){background-color:var(--blatt-accent-wash);border-radius:3px}\n"
        // Without the front end a button does nothing.
        "blatt-blog:not([state=live]) button{visibility:hidden}\n"
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
        "@media print{:root{" +
        tokens(Scheme::light) +
        "}.site-menu,.sidebar,.pager,.post-nav,.footer-menu,.footer-keys,.toc-column,.anchor,.skip-"
        "link,"
        "blatt-blog::before{display:none}}\n"
        "@media(forced-colors:active){a{text-decoration-line:underline}}\n";
    return out;
}

}  // namespace blatt::text
