#include <doctest/doctest.h>

#include "app/app.h"
#include "content/json.h"

using namespace blatt;
using app::Effects;
using app::KeyPressed;

namespace {

struct Screen {
    text::FixedFonts engine;
    app::App app{engine};

    explicit Screen(const content::Page& page, float width = 1200) {
        content::Site site;
        site.title = "Blatt";
        app.update(app::Opened{.path = page.url,
                               .width = width,
                               .site_status = 200,
                               .site_json = content::write_site(site),
                               .page_status = 200,
                               .page_json = content::write_page(page)});
    }
    Effects press(std::string key) { return app.update(KeyPressed{std::move(key)}); }
    // The line of the tree's text form that begins with the element `line` begins with.
    bool tree_has(std::string_view text) const {
        return app.dump("semantics").find(text) != std::string::npos;
    }
};

content::Page article() {
    content::Page p;
    p.url = "/a/";
    p.title = "Ein Beitrag";
    p.reading_minutes = 3;
    p.previous = {.title = "Älter", .url = "/alt/"};
    p.next = {.title = "Neuer", .url = "/neu/"};
    for (const char* heading : {"## Eins\n\n", "## Zwei\n\n", "## Drei\n\n"}) {
        p.body.markdown += heading;
        for (int i = 0; i < 12; ++i) p.body.markdown += "Wort um Wort um Wort.\n\n";
    }
    return p;
}

content::Page list() {
    content::Page p;
    p.kind = content::PageKind::list;
    p.url = p.list_url = "/";
    p.teasers = {{.url = "/a/", .title = "Erster"},
                 {.url = "/b/", .title = "Zweiter"},
                 {.url = "/c/", .title = "Dritter"}};
    return p;
}

template <class T>
const T* first(const Effects& effects) {
    for (const app::Effect& effect : effects) {
        if (const T* found = std::get_if<T>(&effect)) return found;
    }
    return nullptr;
}

semantics::ElementId target(const Effects& effects) {
    if (const auto* click = first<app::Click>(effects)) return click->element;
    const auto* focus = first<app::Focus>(effects);
    return focus ? focus->element : 0;
}

}  // namespace

TEST_CASE("keys: next and previous post are the links of the page, each under two keys") {
    Screen s(article());
    const auto next = target(s.press("j"));
    const auto previous = target(s.press("k"));
    CHECK(next != 0);
    CHECK(previous != 0);
    CHECK(next != previous);
    CHECK(target(s.press("n")) == next);
    CHECK(target(s.press("p")) == previous);
    CHECK(first<app::Click>(s.press("h")) != nullptr);
}

TEST_CASE("keys: in a list the focus goes from post to post and stays at its ends") {
    Screen s(list());
    CHECK(s.press("k").empty());
    std::vector<semantics::ElementId> seen;
    for (int i = 0; i < 3; ++i) {
        const auto element = target(s.press("j"));
        REQUIRE(element != 0);
        s.app.update(app::Acted{app::ActionKind::focus, element, 1});
        seen.push_back(element);
    }
    CHECK(seen[0] < seen[1]);
    CHECK(seen[1] < seen[2]);
    CHECK(s.press("j").empty());
    CHECK(target(s.press("k")) == seen[1]);
}

TEST_CASE("keys: another key does nothing") {
    Screen s(article());
    for (const char* key : {"x", "J", "", "ä", "/"}) CHECK(s.press(key).empty());
}

TEST_CASE("keys: contents get the focus, opened where they are closed") {
    Screen wide(article());
    CHECK(first<app::Focus>(wide.press("t")) != nullptr);
    Screen narrow(article(), 400);
    CHECK_FALSE(narrow.tree_has("open class=\"toc-fold\""));
    const Effects effects = narrow.press("t");
    CHECK(first<app::ApplyPatch>(effects) != nullptr);
    CHECK(target(effects) != 0);
    CHECK(narrow.tree_has("open class=\"toc-fold\""));
    content::Page plain = article();
    plain.body.markdown = "Kurz.";
    Screen without(plain);
    CHECK(first<app::ScrollTo>(without.press("t")) != nullptr);
}

TEST_CASE("keys: the sheet opens, switches the keys off, and they stay off") {
    Screen s(article());
    const Effects opened = s.press("?");
    const auto* dialog = first<app::ShowDialog>(opened);
    REQUIRE(dialog != nullptr);
    const std::string patch = semantics::dump_patch(dialog->patch);
    CHECK(patch.find("aria-pressed=\"true\"") != std::string::npos);
    CHECK(s.press("j").empty());  // the page behind a dialog rests

    const std::size_t at = patch.find("aria-pressed");
    const std::size_t line = patch.rfind("set_attribute ", at) + 14;
    const auto toggle = static_cast<semantics::ElementId>(std::stoul(patch.substr(line)));
    const Effects off = s.app.update(app::Acted{app::ActionKind::activate, toggle, 0});
    REQUIRE(first<app::ShowDialog>(off) != nullptr);
    CHECK(
        semantics::dump_patch(first<app::ShowDialog>(off)->patch).find("aria-pressed=\"false\"") !=
        std::string::npos);
    s.app.update(app::Acted{app::ActionKind::dismiss, app::App::dialog_root, 0});
    CHECK(s.press("j").empty());
    CHECK(s.press("?").empty());
}

TEST_CASE("scrolling: the contents follow, nothing else changes, nothing is painted") {
    Screen s(article());
    CHECK_FALSE(s.tree_has("aria-current=\"location\""));
    const Effects down = s.app.update(app::Scrolled{700, 500});
    CHECK(first<app::ApplyPatch>(down) != nullptr);
    CHECK(first<app::Repaint>(down) == nullptr);
    CHECK(s.tree_has("aria-current=\"location\""));
    const auto* watch = first<app::WatchScroll>(down);
    REQUIRE(watch != nullptr);
    CHECK(watch->from <= 700);
    CHECK(watch->to > 700);
    CHECK(first<app::ApplyPatch>(s.app.update(app::Scrolled{watch->from, 500})) == nullptr);
    const Effects end = s.app.update(app::Scrolled{s.app.page_height() - 500, 500});
    REQUIRE(first<app::ApplyPatch>(end) != nullptr);
    CHECK_FALSE(s.tree_has("min left"));
    s.app.update(app::Scrolled{0, 500});
    CHECK(s.tree_has("3 min left"));
}

TEST_CASE("scrolling: a page without contents is never asked about") {
    Screen s(list());
    const Effects effects = s.app.update(app::Resized{900});
    const auto* watch = first<app::WatchScroll>(effects);
    REQUIRE(watch != nullptr);
    CHECK(watch->from < -1e9f);
    CHECK(watch->to > 1e9f);
}
