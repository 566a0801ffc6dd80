// The front end with its stages exposed one by one, for measuring: the same sources and flags as
// the shipped module, and these functions besides. JavaScript takes the time around each call.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "app/screens.h"
#include "base/check.h"
#include "content/json.h"
#include "document/markdown.h"
#include "layout/layout.h"
#include "layout/pieces.h"
#include "paint/display_list.h"
#include "semantics/patch.h"
#include "text/line_break.h"
#include "wasm/bridge.h"
#include "wasm/font_engine.h"

using namespace blatt;

namespace {

// In the order of `stages` in tests/bench/harness/module.mjs.
enum class Stage : std::uint32_t {
    read_json,
    cmark,          // what cmark-gfm itself takes, to HTML
    read_markdown,  // to the body's blocks
    make_screen,    // Markdown to the whole page's blocks
    style,
    break_text,
    make_pieces,
    lay_out,
    lay_out_near,  // at another width of the same breadth each time
    lay_out_far,   // at a width of another breadth each time
    build_tree,
    diff_new,
    diff_near,
    diff_far,
    paint,
    text_to_lines,  // Markdown to laid-out lines
    text_to_patch,  // Markdown to the patch that mounts the page
};

// Two widths between which the page is resized, CSS px.
struct WidthPair {
    float widths[2] = {};
    layout::Layout layouts[2];
    layout::Layout flowing;  // goes from one to the other
    semantics::MountedTree mounted;
    unsigned now = 0;

    unsigned next() { return now = 1 - now; }
};

struct State {
    wasm::FontEngine fonts;
    text::RunTable runs{fonts};
    content::Site site;
    content::Page page;
    std::string json;
    float width = 0;
    WidthPair near, far;
    document::Document document;
    layout::Layout layout;
    layout::ViewState view;
    std::string patch;
};

std::optional<State> state;

std::string take(void* bytes, std::uint32_t size) {
    std::string text(static_cast<const char*>(bytes), size);
    std::free(bytes);
    return text;
}

layout::Layout laid_out(const document::Document& document, float width) {
    return layout::lay_out(document, width, state->runs, state->view);
}

template <class Visit>
void each_leaf(Visit visit) {
    const document::Document& document = state->document;
    for (document::BlockId block = 0; block < document.blocks.size(); ++block) {
        if (document::is_leaf(document.blocks[block].kind) && state->layout.boxes[block].visible)
            visit(block);
    }
}

std::uint32_t style() {
    const document::Document& document = state->document;
    std::vector<text::BlockStyle> styles(document.blocks.size());
    styles[0] = text::root_style();
    for (document::BlockId block = 1; block < document.blocks.size(); ++block) {
        styles[block] = text::block_style(document, block, state->layout.breadth,
                                          styles[document.blocks[block].parent]);
    }
    return static_cast<std::uint32_t>(styles.size());
}

std::uint32_t break_text() {
    std::uint32_t count = 0;
    std::string text;
    each_leaf([&](document::BlockId leaf) {
        const document::Block& block = state->document.blocks[leaf];
        text.clear();
        for (document::InlineId id = block.inlines_begin; id < block.inlines_end; ++id)
            text += state->document.view(state->document.inlines[id].text);
        for (const text::BreakAfter after : text::line_breaks(text, {}))
            count += after == text::BreakAfter::no ? 0 : 1;
    });
    return count;
}

layout::Pieces make_pieces() {
    layout::Pieces pieces;
    pieces.leaves.resize(state->document.blocks.size());
    each_leaf([&](document::BlockId leaf) {
        layout::add_pieces(pieces, state->document, leaf, state->layout.boxes[leaf].style,
                           state->runs);
    });
    return pieces;
}

void open(WidthPair& pair, double first, double second) {
    pair.widths[0] = static_cast<float>(first);
    pair.widths[1] = static_cast<float>(second);
    for (const int i : {0, 1}) pair.layouts[i] = laid_out(state->document, pair.widths[i]);
    semantics::update(pair.mounted, semantics::build(state->document, &pair.layouts[0]));
    pair.flowing = pair.layouts[0];
}

std::uint32_t lay_out_next(WidthPair& pair) {
    return static_cast<std::uint32_t>(
        laid_out(state->document, pair.widths[pair.next()]).lines.size());
}

std::uint32_t diff_next(WidthPair& pair) {
    const layout::Layout& layout = pair.layouts[pair.next()];
    return static_cast<std::uint32_t>(
        semantics::update(pair.mounted, semantics::build(state->document, &layout)).size());
}

std::uint32_t run(Stage stage) {
    State& s = *state;
    switch (stage) {
        case Stage::read_json: return content::read_page(s.json) ? 1 : 0;
        case Stage::cmark:
            return static_cast<std::uint32_t>(
                document::markdown_to_raw_html(s.page.body.markdown).size());
        case Stage::read_markdown: {
            const auto body = document::from_markdown(s.page.body.markdown);
            return body ? static_cast<std::uint32_t>(body->blocks.size()) : 0;
        }
        case Stage::make_screen:
            return static_cast<std::uint32_t>(app::screen(s.site, s.page).blocks.size());
        case Stage::style: return style();
        case Stage::break_text: return break_text();
        case Stage::make_pieces: return static_cast<std::uint32_t>(make_pieces().pieces.size());
        case Stage::lay_out:
            return static_cast<std::uint32_t>(laid_out(s.document, s.width).lines.size());
        case Stage::lay_out_near: {
            const float width = s.near.widths[s.near.next()];
            CHECK(layout::reflow(s.near.flowing, s.document, width, s.runs));
            return static_cast<std::uint32_t>(s.near.flowing.lines.size());
        }
        case Stage::lay_out_far: return lay_out_next(s.far);
        case Stage::build_tree:
            return static_cast<std::uint32_t>(semantics::build(s.document, &s.layout).nodes.size());
        case Stage::diff_new: {
            semantics::MountedTree mounted;
            return static_cast<std::uint32_t>(
                semantics::update(mounted, semantics::build(s.document, &s.layout)).size());
        }
        case Stage::diff_near: return diff_next(s.near);
        case Stage::diff_far: return diff_next(s.far);
        case Stage::paint: {
            const base::Rect screen{0, s.layout.height / 2, s.layout.width, 2400};
            return static_cast<std::uint32_t>(
                paint::paint(s.document, s.layout, s.runs, screen, text::Scheme::light).size());
        }
        case Stage::text_to_lines: {
            const document::Document document = app::screen(s.site, s.page);
            return static_cast<std::uint32_t>(laid_out(document, s.width).lines.size());
        }
        case Stage::text_to_patch: {
            const document::Document document = app::screen(s.site, s.page);
            const layout::Layout layout = laid_out(document, s.width);
            semantics::MountedTree mounted;
            s.patch = semantics::update(mounted, semantics::build(document, &layout));
            return static_cast<std::uint32_t>(s.patch.size());
        }
    }
    return 0;
}

}  // namespace

extern "C" {

// A page to measure: its site and itself as JSON, the width it is shown at and the pairs of widths
// it is resized between, CSS px. Measures its words. Answers how many runs there are.
std::uint32_t bench_open(void* site, std::uint32_t site_size, void* page, std::uint32_t page_size,
                         double width, double near_1, double near_2, double far_1, double far_2) {
    state.emplace();
    State& s = *state;
    s.json = take(page, page_size);
    auto read_site = content::read_site(take(site, site_size));
    auto read_page = content::read_page(s.json);
    CHECK(read_site.has_value() && read_page.has_value());
    s.site = std::move(*read_site);
    s.page = std::move(*read_page);
    s.width = static_cast<float>(width);
    s.document = app::screen(s.site, s.page);
    s.layout = laid_out(s.document, s.width);
    open(s.near, near_1, near_2);
    open(s.far, far_1, far_2);
    return static_cast<std::uint32_t>(s.runs.size());
}

// The page in other words, none of which was measured yet: its JSON.
void bench_respell(void* page, std::uint32_t page_size) {
    auto read_page = content::read_page(take(page, page_size));
    CHECK(read_page.has_value());
    state->page = std::move(*read_page);
    state->document = app::screen(state->site, state->page);
}

// Interns the runs of the page; its block styles are those of bench_open.
void bench_intern() { make_pieces(); }

// Measures the runs that were interned and not measured.
void bench_measure() { state->runs.measure_pending(); }

// Runs a stage so often; answers what it made, counted.
std::uint32_t bench_run(std::uint32_t stage, std::uint32_t repetitions) {
    CHECK(state.has_value());
    std::uint32_t made = 0;
    for (std::uint32_t i = 0; i < repetitions; ++i) made = run(static_cast<Stage>(stage));
    return made;
}

// Hands the patch of the last text_to_patch to the host.
void bench_mount() {
    host_semantics(state->patch.data(), static_cast<std::uint32_t>(state->patch.size()),
                   static_cast<double>(state->layout.height));
}

// Measures every word of the page as if none were known.
void bench_measure_all() { state->runs.remeasure(); }

}  // extern "C"
