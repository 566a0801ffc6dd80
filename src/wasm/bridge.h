// Bridge: every crossing between JavaScript and C++, both ways. Only integers, doubles and
// (pointer, length) bytes cross; bytes are UTF-8 or little-endian records described here.
// Ownership: what JavaScript puts into blatt_alloc() memory belongs to C++ from the call it is
// passed to; bytes that C++ passes out are valid during the call. tests/browser compares these
// lists with the module's real imports and exports.
#pragma once

#include <stdint.h>

extern "C" {

// JavaScript -> C++

// Room for `size` bytes; passed back in one of the calls below, which frees it. A call that takes
// several such blocks takes each for itself; a block of no bytes may be null.
void* blatt_alloc(uint32_t size);

// The page opened. `density`: device px per CSS px. `preferences` as host_store gave them out, or
// nothing. Statuses are HTTP statuses, 0 where no answer came.
void blatt_boot(void* path, uint32_t path_size, double width, double density, void* preferences,
                uint32_t preferences_size, uint32_t site_status, void* site, uint32_t site_size,
                uint32_t page_status, void* page, uint32_t page_size);

// The viewport's width without scroll bar (CSS px) or its device px per CSS px changed.
void blatt_viewport(double width, double density);

// The style sheet has other colours now (host_palette will tell), or another tab stored other
// preferences.
void blatt_display(void* preferences, uint32_t preferences_size);

// Fonts became available or the browser's text metrics changed.
void blatt_fonts_changed();

// Draws page rows [top, top + height) into the canvas, which shows just these: all CSS px; `dpr`
// device px per CSS px; `now` ms, negative where nothing may move. Returns 1 while something is
// still moving and wants another frame.
uint32_t blatt_frame(double top, double width, double height, double dpr, double now);

// Prepares the text of page rows [top, top + height), which a later frame may show. Draws nothing.
void blatt_warm(double top, double width, double height, double dpr);

// Answer to host_request.
void blatt_deliver(uint32_t request, uint32_t status, void* bytes, uint32_t size);

// Answer to host_parse_html: records of document/html_wire.h.
void blatt_html_tokens(uint32_t request, void* tokens, uint32_t size);

// A link inside the blog was activated or history moved. from_history: 0 or 1.
void blatt_navigate(void* path, uint32_t path_size, void* fragment, uint32_t fragment_size,
                    uint32_t from_history, double scroll_y);

// The view's upper edge left the range of host_watch_scroll: its row of the page, CSS px.
void blatt_scrolled(double top, double view_height);

// Whether single keys do something, as host_keep_keys gave it out at an earlier visit: 0 or 1.
void blatt_keys(uint32_t on);

// A key that writes one character was pressed alone. Returns 1 where that did something.
uint32_t blatt_key(void* key, uint32_t size);

// kind is app::ActionKind.
void blatt_action(uint32_t kind, uint32_t element, double value);

// The WebGL context is gone (0) or back (1): textures and programs are forgotten or made again.
void blatt_context(uint32_t restored);

// A stage of the current screen as text (app::App::dump; or "atlas"), through host_log level 3.
void blatt_dump(void* stage, uint32_t stage_size);

// C++ -> JavaScript

// Makes the canvas's WebGL2 context the current one for OpenGL calls.
void host_context();

void host_request(uint32_t request, const char* url, uint32_t url_size);
void host_cancel(uint32_t request);
// HTML for the browser's own inert parser, UTF-8; answered by blatt_html_tokens, not during the
// call.
void host_parse_html(uint32_t request, const char* html, uint32_t size);
void host_url(const char* url, uint32_t url_size, const char* title, uint32_t title_size,
              const char* language, uint32_t language_size, uint32_t push);
void host_scroll(double y, const char* fragment, uint32_t fragment_size);
// blatt_scrolled is wanted when the view's upper edge leaves [from, to), CSS px of the page; where
// that is empty, after the next frame.
void host_watch_scroll(double from, double to);
// Whether single keys do something, for the next visit: 0 or 1.
void host_keep_keys(uint32_t on);
// An element of the page gets the focus (0) or a click (1).
void host_perform(uint32_t element, uint32_t what);
// A patch (semantics/patch.h) and the page's height in CSS px.
void host_semantics(const void* patch, uint32_t size, double page_height);
// A page is on its way: what to say if that takes long; no bytes once it is there.
void host_busy(const char* text, uint32_t size);
// To the clipboard; `said` is what to say once it is there.
void host_copy(const char* text, uint32_t size, const char* said, uint32_t said_size);
// The reader's preferences, to be kept and to be shown to the style sheet: the html element's
// attribute data-blatt.
void host_store(const char* preferences, uint32_t size);
// The colours of CSS custom properties, whose names are separated by spaces. Answers 4 bytes each
// into `out`: r, g, b, a.
void host_palette(const char* names, uint32_t size, uint8_t* out, uint32_t count);
// A patch for the open dialog, or the first one of a new dialog; no bytes: it closes. `root` is the
// id of its root element.
void host_dialog(uint32_t root, const void* patch, uint32_t size);
// The picture changed: call blatt_frame before the next paint.
void host_repaint();

// fonts: records {u32 size, bytes: CSS font}. Answers 2 floats each into `out`: ascent, descent,
// CSS px.
void host_metrics(const void* fonts, uint32_t size, float* out, uint32_t count);
// runs: records {u32 font_size, CSS font, u32 text_size, text}; answers `count` advances, CSS px. A
// record with font_size 0 has the font of the one before.
void host_measure(const void* runs, uint32_t size, float* out, uint32_t count);
// Marks the last byte of each word of `text` in `ends`, which has as many bytes, by the browser's
// dictionary for scripts without spaces.
void host_words(const char* text, uint32_t size, uint8_t* ends);
// formulas: records {u32 font_size, CSS font of the text around, u32 size, document::math_records};
// answers 3 floats each into `out`: width, ascent, descent, CSS px. font_size 0 as above.
void host_formulas(const void* formulas, uint32_t size, float* out, uint32_t count);
// Draws runs into rows [top, top + height) of the atlas texture `texture` (OpenGL's name), which is
// `width` wide; other pixels of these rows become transparent. kind: 0 the texture keeps coverage
// only, 1 premultiplied colour. runs, in device px from the left of the rows and their top: records
// {f32 x, f32 baseline, f32 clip_left, f32 clip_width (0: no clip), u8 r, g, b, a, u32 font_size,
// CSS font at device scale, u32 text_size, text}; font_size 0 as above.
void host_raster(uint32_t texture, uint32_t kind, uint32_t top, uint32_t width, uint32_t height,
                 const void* runs, uint32_t size);

// level: 0 debug, 1 warning, 2 error, 3 dump.
void host_log(uint32_t level, const char* text, uint32_t size);
// The front end cannot go on; the static page takes over again.
void host_fail(const char* text, uint32_t size);

}  // extern "C"
