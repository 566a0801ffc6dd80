#include "app/app.h"

#include <doctest/doctest.h>

#include "app/screens.h"
#include "content/json.h"
#include "document/builder.h"
#include "document/embeds.h"
#include "golden.h"

using namespace blatt;
using app::ApplyPatch;
using app::Effects;

namespace {

content::Site site() {
    content::Site s;
    s.title = "Blatt & Bogen";
    s.tagline = "Papier und mehr";
    s.language = "en";
    s.origin = "https://blatt.example";
    s.menu = {{"Start", "/", {}},
              {"Werkstatt", "/werkstatt/", {{"Druckerei", "/werkstatt/druckerei/", {}}}}};
    s.footer_menu = {{"Impressum", "/impressum/", {}}};
    s.widgets = {{"Themen", "", {{"Papier", "/categories/papier/", 3}}}};
    return s;
}

content::Page post(std::string url, std::string markdown) {
    content::Page p;
    p.url = std::move(url);
    p.title = "Ein Beitrag";
    p.date = "2026-11-03";
    p.authors = {{"Ada", "/authors/ada/"}};
    p.tags = {{"Holz", "/tags/holz/"}};
    p.body.markdown = std::move(markdown);
    return p;
}

content::Page list() {
    content::Page p;
    p.kind = content::PageKind::list;
    p.url = p.list_url = "/";
    p.title = "Latest posts";
    p.page_count = 3;
    p.teasers = {
        {.url = "/a/", .title = "Erster", .date = "2026-11-03", .excerpt = "Worum es geht."},
        {.url = "/b/", .title = "Zweiter", .date = "2026-10-01", .excerpt = "Noch eins."}};
    return p;
}

struct Opened {
    text::FixedFonts engine;
    app::App app{engine};
    Effects effects;

    explicit Opened(const content::Page& page, float width = 1200) {
        effects = app.update(app::Opened{.path = page.url,
                                         .width = width,
                                         .site_status = 200,
                                         .site_json = content::write_site(site()),
                                         .page_status = 200,
                                         .page_json = content::write_page(page)});
    }
};

template <class T>
const T* first(const Effects& effects) {
    for (const app::Effect& effect : effects) {
        if (const T* found = std::get_if<T>(&effect)) return found;
    }
    return nullptr;
}

semantics::ElementId element_of(const std::string& patch_text, std::string_view tag,
                                std::string_view attribute) {
    // The patch is in order: the element is created before its attributes are set.
    semantics::ElementId last = 0;
    std::size_t at = 0;
    while (at < patch_text.size()) {
        const std::size_t end = patch_text.find('\n', at);
        const std::string line = patch_text.substr(at, end - at);
        at = end + 1;
        unsigned id = 0;
        if (std::sscanf(line.c_str(), "create_element %u", &id) == 1 &&
            line.find("\"" + std::string(tag) + "\"") != std::string::npos)
            last = id;
        if (std::sscanf(line.c_str(), "set_attribute %u", &id) == 1 && id == last &&
            line.find(attribute) != std::string::npos)
            return id;
        if (attribute.empty() && last != 0) return last;
    }
    return 0;
}

}  // namespace

TEST_CASE("screens: a list, an article, an archive and an error as documents") {
    check_golden("app/list.txt", document::dump(app::screen(site(), list())));
    check_golden("app/article.txt",
                 document::dump(app::screen(site(), post("/a/", "Text mit *Inhalt*."))));
    content::Page archive = list();
    archive.kind = content::PageKind::archive;
    check_golden("app/archive.txt", document::dump(app::screen(site(), archive)));
    check_golden(
        "app/error.txt",
        document::dump(app::error_screen(
            site(), {base::ErrorCode::invalid_value, "/a/index.json teasers[3].date", "not a date"},
            "/a/")));
}

TEST_CASE("screens: pictures that are missing or elsewhere become their text") {
    content::Page page =
        post("/a/", "![Weg](/weg.png) ![Fremd](https://fremd.example/x.png) ![Da](/da.png)");
    page.body.images = {{.url = "/weg.png", .missing = true},
                        {.url = "/da.png", .width = 30, .height = 40}};
    const auto body = app::body_document(site(), page);
    REQUIRE(body.has_value());
    CHECK(document::plain_text(*body).find("fremd.example") != std::string::npos);
    unsigned shown = 0;
    for (const auto& target : body->targets)
        shown += !target.missing && !target.third_party && target.width == 30;
    CHECK(shown == 1);
}

TEST_CASE("screens: the link back from a footnote has a name") {
    const auto body = app::body_document(site(), post("/a/", "Text[^n].\n\n[^n]: Note."));
    REQUIRE(body.has_value());
    const std::string html = semantics::write_html(semantics::build(*body));
    CHECK(html.find("aria-label=\"" + content::format(site().strings[content::Text::back_to_text],
                                                      {{"number", "1"}})) != std::string::npos);
}

TEST_CASE("screens: content of others is a card that says what a click does") {
    content::Page page = post("/a/", {});
    document::Builder body;
    for (const char* url : {"https://www.youtube.com/watch?v=x", "https://maps.google.com/x",
                            "https://unbekannt.example/x"}) {
        body.open(document::BlockKind::paragraph, document::StyleClass::facade);
        body.open_link(url);
        const auto* provider = document::embed_provider(url);
        body.text(provider ? std::string(provider->name) : document::embed_host(url));
        body.close_span();
        body.close();
    }
    page.body.blocks = body.finish();
    check_golden("app/facades.txt", document::dump(app::screen(site(), page)));
}

TEST_CASE("app: HTML that arrives live is shown when the browser has parsed it") {
    content::Page page = post("/html/", {});
    page.body.html = "<p>Wort";
    const std::string tokens("\0\1\0\0\0p\0\0\0\0\2\4\0\0\0Wort\1\1\0\0\0p", 25);
    {
        Opened opened(page);
        REQUIRE(opened.effects.size() == 1);
        const auto* parse = first<app::ParseHtml>(opened.effects);
        REQUIRE(parse != nullptr);
        CHECK(parse->html == "<p>Wort");
        CHECK(opened.app.update(app::HtmlParsed{parse->request + 1, tokens}).empty());
        const Effects shown = opened.app.update(app::HtmlParsed{parse->request, tokens});
        CHECK(first<app::ApplyPatch>(shown) != nullptr);
        CHECK(opened.app.dump("document").find("\"Wort\"") != std::string::npos);
        CHECK(opened.app.update(app::HtmlParsed{parse->request, tokens}).empty());
    }
    {
        Opened opened(page);
        const auto* parse = first<app::ParseHtml>(opened.effects);
        const Effects shown = opened.app.update(app::HtmlParsed{parse->request, "\7"});
        CHECK(first<app::GiveUp>(shown) != nullptr);
    }
    Opened opened(list());
    const Effects asked = opened.app.update(app::Navigated{.path = "/html/"});
    const auto* request = first<app::Request>(asked);
    REQUIRE(request != nullptr);
    const Effects answered =
        opened.app.update(app::Answered{request->id, 200, content::write_page(page)});
    REQUIRE(answered.size() == 1);
    const auto* parse = first<app::ParseHtml>(answered);
    REQUIRE(parse != nullptr);
    // What was shown stays, and another click is still possible.
    CHECK(opened.app.dump("document").find("Zweiter") != std::string::npos);
    const Effects shown = opened.app.update(app::HtmlParsed{parse->request, tokens});
    CHECK(first<app::ShowUrl>(shown)->url == "/html/");
    CHECK(first<app::ApplyPatch>(shown) != nullptr);
    CHECK(opened.app.dump("document").find("\"Wort\"") != std::string::npos);
}

TEST_CASE("app: opening shows the page: a patch from nothing, its height, and a repaint") {
    Opened o(list());
    const auto* patch = first<ApplyPatch>(o.effects);
    REQUIRE(patch != nullptr);
    CHECK(patch->page_height == o.app.page_height());
    CHECK(patch->page_height > 300);
    CHECK(first<app::Repaint>(o.effects) != nullptr);
    CHECK(first<app::ShowUrl>(o.effects) == nullptr);
    CHECK_FALSE(o.app.paint({0, 0, 1200, 800}).empty());
}

TEST_CASE("app: with unreadable data the static page stays") {
    text::FixedFonts engine;
    for (const auto& opened :
         {app::Opened{.path = "/", .width = 800, .site_status = 0},
          app::Opened{.path = "/", .width = 800, .site_status = 200, .site_json = "<html>"},
          app::Opened{.path = "/",
          .width = 800,
          .site_status = 200,
          .site_json = content::write_site(site()),
          .page_status = 500}}) {
        app::App app(engine);
        const Effects effects = app.update(opened);
        REQUIRE(effects.size() == 1);
        CHECK(first<app::GiveUp>(effects) != nullptr);
        CHECK(app.paint({0, 0, 800, 600}).empty());
    }
}

TEST_CASE(
    "app: navigation keeps the page until the answer, then changes address, page and position") {
    Opened o(list());
    const Effects asked = o.app.update(app::Navigated{.path = "/a/", .fragment = "fn-1"});
    const auto* request = first<app::Request>(asked);
    REQUIRE(request != nullptr);
    REQUIRE(first<app::Busy>(asked) != nullptr);
    CHECK_FALSE(first<app::Busy>(asked)->text.empty());
    CHECK(request->url == "/a/index.json");
    const Effects shown = o.app.update(
        app::Answered{request->id, 200, content::write_page(post("/a/", "Hallo Welt"))});
    CHECK(first<app::Busy>(shown)->text.empty());
    const auto* url = first<app::ShowUrl>(shown);
    REQUIRE(url != nullptr);
    CHECK(url->url == "/a/#fn-1");
    CHECK(url->push);
    CHECK(url->title == "Ein Beitrag – Blatt & Bogen");
    CHECK(first<app::ScrollTo>(shown)->fragment == "fn-1");
    CHECK(o.app.dump("semantics").find("Hallo Welt") != std::string::npos);
}

TEST_CASE("app: history brings back the scroll position and pushes nothing") {
    Opened o(list());
    const auto asked =
        o.app.update(app::Navigated{.path = "/a/", .from_history = true, .scroll_y = 420});
    const auto shown = o.app.update(
        app::Answered{first<app::Request>(asked)->id, 200, content::write_page(post("/a/", "x"))});
    CHECK_FALSE(first<app::ShowUrl>(shown)->push);
    CHECK(first<app::ScrollTo>(shown)->y == 420);
}

TEST_CASE("app: a second click cancels the first; its late answer is ignored") {
    Opened o(list());
    const auto one = o.app.update(app::Navigated{.path = "/a/"});
    const auto two = o.app.update(app::Navigated{.path = "/b/"});
    REQUIRE(first<app::Cancel>(two) != nullptr);
    CHECK(first<app::Cancel>(two)->id == first<app::Request>(one)->id);
    CHECK(o.app
              .update(app::Answered{first<app::Request>(one)->id, 200,
                                    content::write_page(post("/a/", "spät"))})
              .empty());
}

TEST_CASE("app: a failed page says what and where, and keeps the way back") {
    for (const auto& [status, bytes] : {std::pair{404, std::string()},
                                        {0, std::string()},
                                        {200, std::string("{\"version\":1,")}}) {
        Opened o(list());
        const auto asked = o.app.update(app::Navigated{.path = "/a/"});
        const auto shown =
            o.app.update(app::Answered{first<app::Request>(asked)->id, status, bytes});
        REQUIRE(first<ApplyPatch>(shown) != nullptr);
        const std::string tree = o.app.dump("semantics");
        CHECK(tree.find("/a/index.json") != std::string::npos);
        CHECK(tree.find("href=\"/\"") != std::string::npos);
    }
}

TEST_CASE("app: a fragment of the page shown only scrolls") {
    Opened o(post("/a/", "x"));
    const auto effects = o.app.update(app::Navigated{.path = "/a/", .fragment = "ende"});
    REQUIRE(effects.size() == 1);
    CHECK(first<app::ScrollTo>(effects)->fragment == "ende");
}

TEST_CASE("app: hover repaints once, and opening a submenu lays out anew") {
    Opened o(list());
    const std::string patch = semantics::dump_patch(first<ApplyPatch>(o.effects)->bytes);
    const auto link = element_of(patch, "a", "href");
    REQUIRE(link != 0);
    CHECK(o.app.update(app::Acted{app::ActionKind::hover, link, 0}).size() == 1);
    CHECK(o.app.update(app::Acted{app::ActionKind::hover, link, 0}).empty());
    const auto details = element_of(patch, "details", "");
    REQUIRE(details != 0);
    const auto opened = o.app.update(app::Acted{app::ActionKind::toggle, details, 1});
    CHECK(first<ApplyPatch>(opened) != nullptr);
    CHECK(o.app.update(app::Acted{app::ActionKind::toggle, details, 1}).empty());
    CHECK(o.app.update(app::Acted{app::ActionKind::hover, 999999, 0}).size() <= 1);
}

TEST_CASE("app: the same width again changes nothing, another one lays out anew") {
    Opened o(list());
    CHECK(o.app.update(app::Resized{1200}).empty());
    CHECK(first<ApplyPatch>(o.app.update(app::Resized{360})) != nullptr);
}
