#include "fuzz/targets.h"

#include <string>

#include "app/screens.h"
#include "base/check.h"
#include "base/utf8.h"
#include "content/json.h"
#include "document/html.h"
#include "document/html_wire.h"
#include "document/markdown.h"
#include "import/html_tokens.h"
#include "import/wordpress_body.h"
#include "layout/layout.h"
#include "paint/display_list.h"
#include "semantics/patch.h"
#include "site/front_matter.h"

namespace blatt::fuzz {

namespace {

// Everything that happens to a document on its way to the screen.
void show(const document::Document& document) {
    document::check_invariants(document);
    text::FixedFonts engine;
    text::RunTable runs(engine);
    const layout::Layout layout = layout::lay_out(document, 320, runs);
    CHECK(layout.boxes.size() == document.blocks.size());
    paint::paint(document, layout, runs, {0, 0, 320, 2000}, text::palette(text::Scheme::light));
    semantics::MountedTree mounted;
    semantics::update(mounted, semantics::build(document, &layout));
    CHECK(base::utf8::is_valid(semantics::write_html(semantics::build(document))));
}

void markdown(std::string_view bytes) {
    const std::string text = base::utf8::to_valid(bytes);
    if (const auto document = document::from_markdown(text)) show(*document);
    if (const auto comment = document::from_markdown(text, {.untrusted = true})) show(*comment);
}

void html(std::string_view bytes) {
    show(document::from_html(import::html_tokens(base::utf8::to_valid(bytes))).document);
}

void html_tokens(std::string_view bytes) {
    const auto tokens = document::read_tokens(bytes);
    if (!tokens) return;
    show(document::from_html(*tokens).document);
    show(document::from_html(*tokens, {.untrusted = true}).document);
}

void wordpress(std::string_view bytes) {
    show(import::wordpress_body(base::utf8::to_valid(bytes)).document);
}

void page_json(std::string_view bytes) {
    const auto page = content::read_page(bytes);
    if (!page) return;
    show(app::screen(content::Site{}, *page));
    // What was read can be written and read again, with the same result.
    const std::string written = content::write_page(*page);
    const auto again = content::read_page(written);
    CHECK(again.has_value());
    CHECK(content::write_page(*again) == written);
}

void site_json(std::string_view bytes) {
    const auto site = content::read_site(bytes);
    if (!site) return;
    show(app::screen(*site, content::Page{}));
    const std::string written = content::write_site(*site);
    CHECK(content::read_site(written).has_value());
}

void front_matter(std::string_view bytes) {
    const std::string text = base::utf8::to_valid(bytes);
    const auto read = site::read_front_matter(text, "fuzz.md");
    if (read) CHECK(read->body.size() <= text.size());
}

constexpr Target all[] = {
    {"markdown", markdown},         {"html", html},           {"html_tokens", html_tokens},
    {"wordpress", wordpress},       {"page_json", page_json}, {"site_json", site_json},
    {"front_matter", front_matter},
};

}  // namespace

std::span<const Target> targets() { return all; }

const Target* find(std::string_view name) {
    for (const Target& target : all) {
        if (target.name == name) return &target;
    }
    return nullptr;
}

}  // namespace blatt::fuzz
