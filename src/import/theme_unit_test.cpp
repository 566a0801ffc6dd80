// The content that WordPress's theme authors test with: every post and page of it lies where it
// should at every width, whether its pictures are there, missing or on another host.
#include <doctest/doctest.h>

#include <filesystem>

#include "app/screens.h"
#include "import/wordpress_body.h"
#include "import/wordpress_content.h"
#include "import/wxr.h"
#include "layout_rules.h"
#include "semantics/tree.h"
#include "testdata.h"

using namespace blatt;

namespace {

std::string export_bytes(const std::string& name) {
    const std::string place = testdata();
    if (place.empty()) {
        MESSAGE("skipped: BLATT_TESTDATA names no folder with exports of WordPress");
        return {};
    }
    const std::string bytes = file_bytes(place + "/wordpress/" + name);
    REQUIRE_FALSE(bytes.empty());
    return bytes;
}

content::Page page_of(const import::WxrItem& item, const import::WordpressMedia& media) {
    content::Page page;
    page.kind = item.type == "page" ? content::PageKind::page : content::PageKind::post;
    page.url = "/" + item.slug + "/";
    page.title = item.title;
    page.date = item.date;
    for (const import::WxrTerm& term : item.terms) {
        content::Reference reference;
        reference.title = term.name;
        reference.url = "/" + term.slug + "/";
        (term.domain == "post_tag" ? page.tags : page.categories).push_back(reference);
    }
    page.body.blocks = import::wordpress_body(item.content, media.options_for(item)).document;
    return page;
}

void check_layout(const content::Site& site, const content::Page& page) {
    const document::Document document = app::screen(site, page);
    document::check_invariants(document);
    for (const float width : {320.0f, 360.0f, 768.0f, 1440.0f}) {
        text::FixedFonts engine;
        text::RunTable runs(engine);
        const layout::Layout layout = layout::lay_out(document, width, runs);
        CAPTURE(page.title);
        CAPTURE(width);
        for (const std::string& problem : LayoutRules(document, layout).problems())
            FAIL_CHECK(problem);
    }
}

}  // namespace

TEST_CASE("theme unit test: nothing overlaps, nothing is wider than its column") {
    for (const char* name : {"theme-unit-test-data.xml", "a11y-unit-test-data.xml"}) {
        const std::string bytes = export_bytes(name);
        if (bytes.empty()) return;
        const auto wxr = import::read_wxr(bytes);
        REQUIRE(wxr.has_value());
        CHECK(wxr->broken.empty());
        const import::WordpressMedia media(*wxr);
        content::Site elsewhere;
        elsewhere.origin = "https://blog.example";
        content::Site own;
        own.origin = "https://wpthemetestdata.files.wordpress.com";
        int shown = 0;
        for (const import::WxrItem& item : wxr->items) {
            if (item.type != "post" && item.type != "page") continue;
            ++shown;
            const content::Page page = page_of(item, media);
            check_layout(elsewhere, page);
            check_layout(own, page);
        }
        CHECK(shown >= 60);
    }
}

TEST_CASE("exports that break off or are no exports") {
    const std::string place = testdata();
    if (place.empty()) {
        MESSAGE("skipped: BLATT_TESTDATA names no folder with exports of WordPress");
        return;
    }
    int files = 0;
    int broken = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(place + "/wordpress")) {
        if (entry.path().extension() != ".xml") continue;
        ++files;
        CAPTURE(entry.path().filename().string());
        const std::string bytes = file_bytes(entry.path().string());
        const auto wxr = import::read_wxr(bytes);
        if (!wxr) {
            ++broken;
            CHECK_FALSE(wxr.error().message.empty());
            continue;
        }
        broken += wxr->broken.empty() ? 0 : 1;
        for (const import::WxrItem& item : wxr->items)
            document::check_invariants(import::wordpress_body(item.content).document);
        // Cut anywhere, it is read up to there.
        for (std::size_t tenth = 1; tenth < 10; ++tenth)
            (void)import::read_wxr(std::string_view(bytes).substr(0, bytes.size() * tenth / 10));
    }
    CHECK(files >= 15);
    CHECK(broken >= 2);
}
