#include "text/style_css_parts.h"

#include "text/callout_sign.h"
#include "text/css_values.h"

namespace blatt::text {

// Browsers know how to set a formula; this is what MathML Core leaves to style sheets.
std::string math_rules() {
    std::string out =
        ":where(math){display:inline math;font-family:\"Latin Modern Math\",\"STIX Two Math\","
        "\"Cambria Math\",\"Libertinus Math\",\"Noto Sans Math\",math}"
        ":where(p.formula){overflow-y:hidden}:where(.kept){white-space:nowrap}\n";
    for (const char* side : {"left", "center", "right"})
        out += cat({":where(mtd[columnalign=", side, "]){text-align:-webkit-", side, "}"});
    for (const char* room : {"0", "1", "2"}) {
        out += cat({":where(mtd[data-before=\"", room, "\"]){padding-left:", room, "em}"});
        out += cat({":where(mtd[data-after=\"", room, "\"]){padding-right:", room, "em}"});
    }
    const auto line = [&](const char* notation, const char* direction) {
        out +=
            cat({":where(menclose[notation=", notation, "]){background:linear-gradient(", direction,
                 ",transparent calc(50% - .03em),currentcolor calc(50% - .03em) calc(50% + "
                 ".03em),transparent calc(50% + .03em))}"});
    };
    line("horizontalstrike", "to top");
    line("updiagonalstrike", "to bottom right");
    line("downdiagonalstrike", "to top right");
    return out +
           ":where(menclose[notation=top]){border-top:.065em solid;padding-top:.1em}"
           ":where(menclose[notation=bottom]){border-bottom:.065em solid;padding-bottom:.1em}"
           ":where(menclose[notation=box]){border:.065em solid;padding:.2em}\n";
}

std::string callout_rules() {
    using document::StyleClass;
    std::string out =
        ":where(.callout-title){position:relative}:where(.callout-title)::before{content:\"\";"
        "position:absolute;left:0;top:2px;width:18px;height:18px;background-color:currentcolor}\n";
    for (const StyleClass style :
         {StyleClass::callout_note, StyleClass::callout_tip, StyleClass::callout_important,
          StyleClass::callout_warning, StyleClass::callout_caution}) {
        out += ":where(." + std::string(document::class_name(style)) +
               ">.callout-title)::before{clip-path:polygon(evenodd";
        // Each part is closed; the ways between them are gone there and back, and enclose nothing.
        const CalloutSign sign = callout_sign(style);
        for (const auto& part : sign) {
            for (std::size_t i = 0; i <= part.size(); ++i) {
                const base::Point point = part[i % part.size()];
                out += "," + px(point.x) + " " + px(point.y);
            }
        }
        for (std::size_t part = sign.size() - 1; part-- > 0;) {
            const base::Point start = sign[part].front();
            out += "," + px(start.x) + " " + px(start.y);
        }
        out += ")}\n";
    }
    return out;
}

// Shadows at the edges behind which there is more: covers that scroll with the content hide them at
// its ends.
std::string scroll_rules(std::string_view element, ColorToken behind) {
    const std::string cover = variable(behind) + " 16px,transparent)";
    return ":where(" + std::string(element) + "){background-image:linear-gradient(to right," +
           cover + ",linear-gradient(to left," + cover +
           ",linear-gradient(to right,rgb(0 0 0/.13),transparent),"
           "linear-gradient(to left,rgb(0 0 0/.13),transparent);"
           "background-position:0 0,100% 0,0 0,100% 0;background-repeat:no-repeat;"
           "background-size:32px 100%,32px 100%,14px 100%,14px 100%;"
           "background-attachment:local,local,scroll,scroll}\n";
}

// A picture shown large: dark in every scheme, from edge to edge.
std::string lightbox_rules() {
    return ".blatt-dialog:has(>.lightbox){width:100vw;height:100dvh;max-width:none;"
           "max-height:none;margin:0;padding:0;border:0;border-radius:0;background-color:#101110;"
           "overflow:hidden}\n"
           ":where(.blatt-dialog .lightbox){display:grid;grid-template-rows:minmax(0,1fr) auto;"
           "width:100%;height:100%;"
           "--blatt-focus:#fff}:where(.lightbox>p){margin:0}\n"
           ":where(.lightbox-picture){position:relative;overflow:auto;touch-action:pan-y "
           "pinch-zoom}"
           ":where(.lightbox-picture:has([aria-pressed=true])){touch-action:auto}"
           ":where(.lightbox-picture button){display:block;width:100%;height:100%;padding:12px;"
           "cursor:zoom-in;border-radius:0;background:none}"
           ":where(.lightbox-picture img){width:100%;height:100%;object-fit:scale-down}\n"
           ":where(.lightbox-picture button[aria-pressed=true]){width:max-content;height:"
           "max-content;min-width:100%;min-height:100%;display:grid;place-items:center;cursor:"
           "zoom-out}"
           ":where(.lightbox-picture button[aria-pressed=true] img){width:auto;height:auto;"
           "max-width:none;object-fit:none}\n"
           ":where(.lightbox-caption){min-height:20px;padding:12px 20px 16px;text-align:center;"
           "color:#d8d6d0;font:15px/22px " +
           variable(Family::sans) +
           "}:where(.lightbox-caption small){color:#9c9a94;font-variant-numeric:tabular-nums;"
           "margin:0 8px}\n"
           ":where(.lightbox-previous,.lightbox-next,.lightbox-close){position:absolute;z-index:1}"
           ":where(.lightbox-previous){left:12px;top:calc(50% - 24px)}"
           ":where(.lightbox-next){right:12px;top:calc(50% - 24px)}"
           ":where(.lightbox-close){right:12px;top:12px}"
           ":where(.lightbox-first,.lightbox-last,.lightbox-neighbours){display:none}\n"
           ":where(.lightbox-previous,.lightbox-next,.lightbox-close) button{display:grid;"
           "place-items:center;width:48px;height:48px;border-radius:24px;"
           "background-color:rgb(16 17 16/.6)}"
           ":where(.lightbox-previous,.lightbox-next,.lightbox-close) button:hover{"
           "background-color:rgb(70 70 66/.9)}\n"
           ":where(.lightbox-previous,.lightbox-next) button::before{content:\"\";width:11px;"
           "height:11px;border:solid #fff;border-width:0 0 2px 2px;transform:translateX(3px) "
           "rotate(45deg)}:where(.lightbox-next) button::before{transform:translateX(-3px) "
           "rotate(225deg)}\n"
           ":where(.lightbox-close) button::before,:where(.lightbox-close) button::after{"
           "content:\"\";grid-area:1/1;width:20px;height:2px;background-color:#fff;"
           "transform:rotate(45deg)}"
           ":where(.lightbox-close) button::after{transform:rotate(-45deg)}\n"
           "@media(prefers-reduced-motion:no-preference){.blatt-dialog .lightbox-picture img{"
           "animation:blatt-appear .18s}:where(a[aria-haspopup]>img){transition:opacity .15s}}"
           "@keyframes blatt-appear{from{opacity:0}}"
           ":where(a[aria-haspopup]:hover>img){opacity:.9}\n";
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

// On paper: only what there is to read, black on white, with the addresses that cannot be clicked
// there. Print wins over every scheme and every page's own colours.
std::string print_rules() {
    std::string colors;
    for (std::size_t i = 1; i < palette(Scheme::light).size(); ++i) {
        const auto token = static_cast<ColorToken>(i);
        const char* color = "#000";
        if (token == ColorToken::paper || token == ColorToken::surface ||
            token == ColorToken::code_paper || token == ColorToken::accent_wash)
            color = "#fff";
        if (token == ColorToken::mark_paper) color = "#eee";
        if (token == ColorToken::line) color = "#bbb";
        if (token == ColorToken::ink_faint || token == ColorToken::ink_soft) color = "#333";
        colors += color_property(token) + ":" + color + ";";
    }
    return "@page{margin:18mm 17mm 20mm}\n"
           "@media print{:root:root{color-scheme:light;" +
           colors +
           "}\n"
           ".site-menu,.site-actions,.site-tagline,.sidebar,.pager,.post-nav,.page-footer,"
           ".article-footer,.code-actions,.toc-column,.anchor,.skip-link,dialog,button,"
           "blatt-blog::before{display:none!important}\n"
           ".masthead,.columns,.content,.article{display:block!important;max-width:none!important;"
           "padding:0!important}\n"
           ".masthead{border-bottom:1px solid;margin-bottom:20px;padding-bottom:6px!important}"
           ".site-title{font:600 14px/20px var(--blatt-sans)!important;padding:0!important}\n"
           // Paper is read from nearer: 11 to 12 points.
           ".content{zoom:.8}\n"
           "blatt-blog[data-url]::after{content:attr(data-url);display:block;margin-top:24px;"
           "border-top:1px solid;padding-top:6px;font:12px/18px "
           "var(--blatt-sans);overflow-wrap:anywhere}\n"
           "blatt-blog,.prose{color:#000}p,li,dd{orphans:3;widows:3}"
           "h1,h2,h3,h4,h5,h6,summary,dt{break-after:avoid}"
           "figure,img,tr,blockquote,.article-header{break-inside:avoid}"
           "img{max-height:200mm;width:auto;object-fit:contain!important}\n"
           "a{text-decoration:underline}.article-kicker a,.article-meta a,h1 a,h2 "
           "a{text-decoration:none}"
           ".prose a[href^=http]::after{content:\" (\" attr(href) "
           "\")\";font-size:.8em;overflow-wrap:anywhere}.prose a:has(img)::after{content:none}\n"
           "pre{white-space:pre-wrap!important;overflow:visible!important;overflow-wrap:anywhere;"
           "border:1px solid var(--blatt-line)}table{display:table!important;width:100%}"
           "details::details-content{content-visibility:visible;block-size:auto}"
           "hr{border-top:1px solid}summary::after{display:none}}\n";
}

}  // namespace blatt::text
