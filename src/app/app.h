// App: the whole front end as a function from events to effects. No I/O, no clock, no globals: what
// it needs arrives in an Event, what it wants done leaves as an Effect. Owns the current Screen:
// document, layout and mounted tree always belong together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/reading.h"
#include "app/shortcuts.h"
#include "base/geometry.h"
#include "base/result.h"
#include "content/page.h"
#include "content/site.h"
#include "layout/layout.h"
#include "paint/display_list.h"
#include "semantics/patch.h"
#include "text/fonts.h"

namespace blatt::app {

using RequestId = std::uint32_t;

// Events

// The page opened: where, how large, and the two files already fetched (or their failure).
struct Opened {
    std::string path;         // "/2026/11/x/", without query and fragment
    float width = 0;          // of the viewport without scroll bar, CSS px
    float density = 1;        // device px per CSS px
    std::string preferences;  // as Store gave them out, or empty
    text::Palette palette{};  // what the page's style sheet says
    int site_status = 0;      // HTTP status, 0 where no answer came
    std::string site_json;
    int page_status = 0;
    std::string page_json;
};
struct Resized {
    float width = 0;
    float density = 1;
};
// The style sheet has other colours now, or another tab stored other preferences.
struct DisplayChanged {
    std::string preferences;
    text::Palette palette{};
};
struct FontsChanged {};
// A link inside the blog was activated, or history moved.
struct Navigated {
    std::string path;
    std::string fragment;  // without '#'
    bool from_history = false;
    float scroll_y = 0;  // where history says the reader was
};
struct Answered {
    RequestId request = 0;
    int status = 0;  // 0: no answer (offline, refused)
    std::string bytes;
};
// The tokens that ParseHtml asked for (document/html_wire.h).
struct HtmlParsed {
    RequestId request = 0;
    std::string tokens;
};
enum class ActionKind : std::uint8_t {
    hover,
    leave,
    focus,
    blur,
    press,
    release,
    toggle,
    scroll_x,
    activate,  // a button
    dismiss    // the dialog is closed
};
struct Acted {
    ActionKind kind{};
    semantics::ElementId element = 0;
    float value =
        0;  // toggle: 1 open, 0 closed; scroll_x: scrollLeft, CSS px; focus: 1 where visible
};

// The reader scrolled out of the range that WatchScroll named.
struct Scrolled {
    float top = 0;          // the page's row at the view's upper edge, CSS px
    float view_height = 0;  // CSS px
};
// As KeepKeys gave it out at an earlier visit.
struct KeysKept {
    bool on = true;
};
// A key that writes one character, pressed alone and nowhere where it would be typed.
struct KeyPressed {
    std::string key;
};

using Event = std::variant<Opened, Resized, DisplayChanged, FontsChanged, Navigated, Answered,
                           HtmlParsed, Acted, Scrolled, KeysKept, KeyPressed>;

// Effects

struct Request {
    RequestId id = 0;
    std::string url;  // from the site's root
};
// HTML to be read by the browser's own inert parser; HtmlParsed answers.
struct ParseHtml {
    RequestId request = 0;
    std::string html;
};
struct Cancel {
    RequestId id = 0;
};
// The page's address; followed by the patch that shows it.
struct ShowUrl {
    std::string url;
    std::string title;     // document title
    std::string language;  // of the page
    bool push = true;      // a new history entry, or the current one replaced
};
struct ApplyPatch {
    std::string bytes;
    float page_height = 0;  // CSS px
};
struct ScrollTo {
    float y = 0;
    std::string fragment;  // where not empty: to this anchor
};
// Scrolled is wanted when the view's upper edge leaves [from, to), CSS px of the page. An empty
// range: it is wanted once the page is painted.
struct WatchScroll {
    float from = 0, to = 0;
};
// Whether single keys do something: for the next visit.
struct KeepKeys {
    bool on = true;
};
// As a reader does it: an element of the page gets the focus, or is clicked.
struct Focus {
    semantics::ElementId element = 0;
};
struct Click {
    semantics::ElementId element = 0;
};
// A page is on its way: what to say if that takes long; empty once it is there.
struct Busy {
    std::string text;
};
// To the clipboard; `said` is for the reader once it is there.
struct Copy {
    std::string text;
    std::string said;
};
// To be kept for the next visit, and for Opened. Empty: nothing is kept any more.
struct StorePreferences {
    std::string words;  // text::Preferences; also the html element's attribute data-blatt
};
// Elements of a modal dialog, shown as they flow; empty: it is closed.
struct ShowDialog {
    std::string patch;  // of semantics::update; the dialog's root has id App::dialog_root
};
// The picture changed; where it was drawn already it must be drawn again.
struct Repaint {};
// The page's own data cannot be shown: the static page, which is whole, stays.
struct GiveUp {
    base::Error error;
};

using Effect =
    std::variant<Request, ParseHtml, Cancel, ShowUrl, ApplyPatch, ScrollTo, WatchScroll, KeepKeys,
                 Focus, Click, Busy, Copy, StorePreferences, ShowDialog, Repaint, GiveUp>;
using Effects = std::vector<Effect>;

class App {
  public:
    // Ids of the page's own elements stay below it.
    static constexpr semantics::ElementId dialog_root = 1u << 30;

    explicit App(text::FontEngine& fonts);

    Effects update(const Event& event);

    // The picture of a part of the page, for the frame being drawn. `hover_progress`: 0 to 1, how
    // far the look of what is hovered has faded in.
    paint::DisplayList paint(base::Rect visible, float hover_progress = 1) const;
    // Changes whenever another thing is hovered; the clock of the fade starts anew then.
    std::uint32_t hover_count() const { return hover_count_; }

    const text::RunTable& runs() const { return runs_; }
    text::Color paper() const;
    float page_height() const;
    // A stage of the current screen as text: "document", "layout", "semantics" or "paint".
    std::string dump(std::string_view stage) const;

  private:
    void open(const Opened& event, Effects& effects);
    base::Result<content::Page> read_opened(const Opened& event);
    void navigate(const Navigated& event, Effects& effects);
    void answer(const Answered& event, Effects& effects);
    void act(const Acted& event, Effects& effects);
    void parsed(const HtmlParsed& event, Effects& effects);
    void arrived(const base::Result<content::Page>& page, Effects& effects);
    bool must_parse(base::Result<content::Page>& page, Effects& effects);
    void finish_navigation(std::string_view title, std::string_view language, Effects& effects);
    void show(document::Document document, Effects& effects);
    void lay_out(Effects& effects);
    void show_layout(Effects& effects);
    bool hover(document::InlineId link, document::BlockId block);
    void activate(semantics::ElementId element, Effects& effects);
    void prefer(const text::Preferences& preferences, Effects& effects);
    void show_dialog(document::Document document, Effects& effects);
    void show_picture(std::size_t at, bool zoomed, Effects& effects);
    void close_dialog(Effects& effects);
    void scrolled(const Scrolled& event, Effects& effects);
    void show_shortcuts(Effects& effects);
    void toggle_shortcuts(Effects& effects);
    void press(Shortcut shortcut, Effects& effects);
    void go_to_post(bool next, Effects& effects);
    void go_to_contents(Effects& effects);
    semantics::ElementId element_of(document::InlineId id) const;
    void update_page(Effects& effects);

    text::RunTable runs_;
    content::Site site_;
    document::Document document_;
    layout::Layout layout_;
    semantics::MountedTree mounted_;
    document::Document dialog_;
    semantics::MountedTree mounted_dialog_;
    std::size_t shown_picture_ = 0;  // in the dialog, of large_pictures()
    bool shows_display_ = false;     // the dialog is that of the preferences
    layout::ViewState view_;
    Reading reading_;
    ReadingPlace place_;
    document::InlineId focused_ = document::no_id;  // the link or button that has the focus
    bool shows_shortcuts_ = false;                  // the dialog is their sheet
    bool shortcuts_on_ = true;
    paint::Interaction interaction_;
    text::Preferences preferences_;
    text::Palette palette_{};
    float width_ = 0;
    std::string path_;
    RequestId next_request_ = 1;
    std::optional<Navigated> pending_;  // the navigation that request `waiting_for_` answers
    RequestId waiting_for_ = 0;
    std::optional<content::Page> unparsed_;  // waits for its body's tokens, as `waiting_for_`
    std::uint32_t hover_count_ = 0;
};

}  // namespace blatt::app
