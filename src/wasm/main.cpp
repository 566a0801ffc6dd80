// The WebAssembly module: exported functions turn calls into events, effects into calls of the
// host.
#include <cstdlib>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "app/app.h"
#include "base/check.h"
#include "base/utf8.h"
#include "canvas/view.h"
#include "text/style.h"
#include "wasm/bridge.h"
#include "wasm/font_engine.h"

namespace blatt::wasm {
namespace {

struct FrontEnd {
    FontEngine fonts;
    Rasteriser rasteriser;
    app::App app{fonts};
    canvas::View view{app.runs(), rasteriser};
    canvas::Fade fade;
    std::uint32_t faded_hover = 0;  // the App::hover_count that `fade` belongs to
};

// A module instance is one front end; JavaScript has no other handle to it.
std::unique_ptr<FrontEnd> front_end;

std::uint32_t size_of(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

// Takes what JavaScript wrote into blatt_alloc() memory.
std::string take_bytes(void* bytes, std::uint32_t size) {
    std::string taken;
    if (bytes != nullptr) taken.assign(static_cast<const char*>(bytes), size);
    std::free(bytes);
    return taken;
}

// The same for text.
std::string take(void* bytes, std::uint32_t size) {
    std::string text = take_bytes(bytes, size);
    return base::utf8::is_valid(text) ? text : base::utf8::to_valid(text);
}

struct Host {
    void operator()(const app::Request& request) const {
        host_request(request.id, request.url.data(), size_of(request.url));
    }
    void operator()(const app::ParseHtml& parse) const {
        host_parse_html(parse.request, parse.html.data(), size_of(parse.html));
    }
    void operator()(const app::Cancel& cancel) const { host_cancel(cancel.id); }
    void operator()(const app::ShowUrl& show) const {
        host_url(show.url.data(), size_of(show.url), show.title.data(), size_of(show.title),
                 show.language.data(), size_of(show.language), show.push ? 1 : 0);
    }
    void operator()(const app::ApplyPatch& patch) const {
        host_semantics(patch.bytes.data(), size_of(patch.bytes),
                       static_cast<double>(patch.page_height));
    }
    void operator()(const app::ScrollTo& scroll) const {
        host_scroll(static_cast<double>(scroll.y), scroll.fragment.data(),
                    size_of(scroll.fragment));
    }
    void operator()(const app::WatchScroll& watch) const {
        host_watch_scroll(static_cast<double>(watch.from), static_cast<double>(watch.to));
    }
    void operator()(const app::KeepKeys& keys) const { host_keep_keys(keys.on ? 1 : 0); }
    void operator()(const app::Focus& focus) const { host_perform(focus.element, 0); }
    void operator()(const app::Click& click) const { host_perform(click.element, 1); }
    void operator()(const app::Busy& busy) const {
        host_busy(busy.text.data(), size_of(busy.text));
    }
    void operator()(const app::Copy& copy) const {
        host_copy(copy.text.data(), size_of(copy.text), copy.said.data(), size_of(copy.said));
    }
    void operator()(const app::StorePreferences& store) const {
        host_store(store.words.data(), size_of(store.words));
    }
    void operator()(const app::ShowDialog& dialog) const {
        host_dialog(app::App::dialog_root, dialog.patch.data(), size_of(dialog.patch));
    }
    void operator()(const app::Repaint&) const { host_repaint(); }
    void operator()(const app::GiveUp& give_up) const {
        const std::string text = give_up.error.where + ": " + give_up.error.message;
        host_fail(text.data(), size_of(text));
    }
};

// Returns whether anything came of it.
bool send(const app::Event& event) {
    CHECK(front_end != nullptr);
    const app::Effects effects = front_end->app.update(event);
    for (const app::Effect& effect : effects) std::visit(Host{}, effect);
    return !effects.empty();
}

std::string atlas_text(const canvas::AtlasStats& stats) {
    return "runs " + std::to_string(stats.runs) + ", coverage pages " +
           std::to_string(stats.coverage_pages) + ", color pages " +
           std::to_string(stats.color_pages) + ", bytes " + std::to_string(stats.bytes) +
           ", evictions " + std::to_string(stats.evictions);
}

text::Palette palette() {
    constexpr std::size_t first = 1;  // the first token is no colour
    std::string names;
    text::Palette colors{};
    for (std::size_t i = first; i < colors.size(); ++i)
        names += text::color_property(static_cast<text::ColorToken>(i)) + " ";
    names.pop_back();
    std::vector<std::uint8_t> out(4 * (colors.size() - first));
    host_palette(names.data(), size_of(names), out.data(),
                 static_cast<std::uint32_t>(colors.size() - first));
    for (std::size_t i = first; i < colors.size(); ++i) {
        const std::uint8_t* c = &out[4 * (i - first)];
        colors[i] = {c[0], c[1], c[2], c[3]};
    }
    return colors;
}

}  // namespace
}  // namespace blatt::wasm

using namespace blatt;

void* blatt_alloc(uint32_t size) {
    void* bytes = std::malloc(size);
    CHECK(bytes != nullptr || size == 0);
    return bytes;
}

void blatt_boot(void* path, uint32_t path_size, double width, double density, void* preferences,
                uint32_t preferences_size, uint32_t site_status, void* site, uint32_t site_size,
                uint32_t page_status, void* page, uint32_t page_size) {
    host_context();
    wasm::front_end = std::make_unique<wasm::FrontEnd>();
    wasm::send(app::Opened{.path = wasm::take(path, path_size),
                           .width = static_cast<float>(width),
                           .density = static_cast<float>(density),
                           .preferences = wasm::take(preferences, preferences_size),
                           .palette = wasm::palette(),
                           .site_status = static_cast<int>(site_status),
                           .site_json = wasm::take(site, site_size),
                           .page_status = static_cast<int>(page_status),
                           .page_json = wasm::take(page, page_size)});
}

void blatt_display(void* preferences, uint32_t preferences_size) {
    wasm::send(app::DisplayChanged{.preferences = wasm::take(preferences, preferences_size),
                                   .palette = wasm::palette()});
}

void blatt_viewport(double width, double density) {
    wasm::send(
        app::Resized{.width = static_cast<float>(width), .density = static_cast<float>(density)});
}

void blatt_fonts_changed() {
    wasm::front_end->view.fonts_changed();
    wasm::send(app::FontsChanged{});
}

uint32_t blatt_frame(double top, double width, double height, double dpr, double now) {
    wasm::FrontEnd& front_end = *wasm::front_end;
    if (front_end.faded_hover != front_end.app.hover_count()) {
        front_end.faded_hover = front_end.app.hover_count();
        front_end.fade.start();
    }
    const float progress = front_end.fade.step(now);
    const base::Rect visible{0, static_cast<float>(top), static_cast<float>(width),
                             static_cast<float>(height)};
    front_end.view.frame(front_end.app.paint(visible, progress), visible, static_cast<float>(dpr),
                         front_end.app.paper());
    return front_end.fade.running() ? 1 : 0;
}

void blatt_warm(double top, double width, double height, double dpr) {
    wasm::FrontEnd& front_end = *wasm::front_end;
    const base::Rect rows{0, static_cast<float>(top), static_cast<float>(width),
                          static_cast<float>(height)};
    front_end.view.warm(front_end.app.paint(rows), rows, static_cast<float>(dpr));
}

void blatt_deliver(uint32_t request, uint32_t status, void* bytes, uint32_t size) {
    wasm::send(app::Answered{
        .request = request, .status = static_cast<int>(status), .bytes = wasm::take(bytes, size)});
}

void blatt_html_tokens(uint32_t request, void* tokens, uint32_t size) {
    wasm::send(app::HtmlParsed{.request = request, .tokens = wasm::take_bytes(tokens, size)});
}

void blatt_navigate(void* path, uint32_t path_size, void* fragment, uint32_t fragment_size,
                    uint32_t from_history, double scroll_y) {
    wasm::send(app::Navigated{.path = wasm::take(path, path_size),
                              .fragment = wasm::take(fragment, fragment_size),
                              .from_history = from_history != 0,
                              .scroll_y = static_cast<float>(scroll_y)});
}

void blatt_scrolled(double top, double view_height) {
    wasm::send(app::Scrolled{.top = static_cast<float>(top),
                             .view_height = static_cast<float>(view_height)});
}

void blatt_keys(uint32_t on) { wasm::send(app::KeysKept{.on = on != 0}); }

uint32_t blatt_key(void* key, uint32_t size) {
    return wasm::send(app::KeyPressed{.key = wasm::take(key, size)}) ? 1 : 0;
}

void blatt_action(uint32_t kind, uint32_t element, double value) {
    wasm::send(app::Acted{.kind = static_cast<app::ActionKind>(kind),
                          .element = element,
                          .value = static_cast<float>(value)});
}

void blatt_context(uint32_t restored) {
    if (restored == 0) {
        wasm::front_end->view.context_lost();
        return;
    }
    host_context();
    wasm::front_end->view.context_restored();
    host_repaint();
}

void blatt_dump(void* stage, uint32_t stage_size) {
    const std::string name = wasm::take(stage, stage_size);
    const wasm::FrontEnd& front_end = *wasm::front_end;
    const std::string text =
        name == "atlas" ? wasm::atlas_text(front_end.view.stats()) : front_end.app.dump(name);
    host_log(3, text.data(), wasm::size_of(text));
}
