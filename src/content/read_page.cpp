#include <algorithm>
#include <iterator>

#include "content/json.h"
#include "content/json_body.h"
#include "content/json_parts.h"
#include "content/page_kinds.h"

namespace blatt::content {

namespace {

constexpr int most_pages = 1'000'000;
constexpr int most_minutes = 100'000;

void read_author(const Json& value, const Place& place, Errors& errors, std::string& out) {
    if (const std::string* name = string_in(value)) {
        out = *name;
    } else {
        errors.wrong(place, "expected a string");
    }
}

void read_image_field(const Fields& fields, const char* key, Errors& errors, Image& out) {
    fields.with(
        key, [&](const Json& value, const Place& place) { read_image(value, place, errors, out); });
}

void read_teaser(const Json& value, const Place& place, Errors& errors, Teaser& out) {
    const Fields fields(value, place, errors);
    fields.require("url");
    fields.read("url", out.url);
    fields.read("title", out.title);
    fields.read("date", out.date);
    fields.read("language", out.language);
    fields.read("excerpt", out.excerpt);
    read_list(fields, "authors", errors, out.authors, read_author);
    read_list(fields, "categories", errors, out.categories, read_reference);
    read_image_field(fields, "image", errors, out.image);
    fields.read_integer("reading_minutes", out.reading_minutes, 0, most_minutes);
}

void read_body(const Json& value, const Place& place, Errors& errors, Body& out) {
    const Fields fields(value, place, errors);
    fields.read("markdown", out.markdown);
    fields.read("html", out.html);
    if (!out.html.empty() && !out.markdown.empty())
        return errors.wrong(place, "a body has Markdown or HTML, not both");
    fields.with("blocks", [&](const Json& blocks, const Place& here) {
        if (!out.markdown.empty() || !out.html.empty())
            return errors.wrong(here, "a body has text or blocks, not both");
        out.blocks = read_blocks(blocks, here, errors);
    });
    read_list(fields, "images", errors, out.images, read_image);
}

}  // namespace

base::Result<Page> read_page(std::string_view json) {
    const base::Result<Json> file = parse_file(json);
    if (!file) return std::unexpected(file.error());
    Errors errors;
    Page page;
    const Place root;
    const Fields fields(*file, root, errors);
    fields.require("kind");
    fields.with("kind", [&](const Json& value, const Place& place) {
        const std::string* name = string_in(value);
        const auto* found = std::ranges::find_if(page_kind_names, [&](const PageKindName& entry) {
            return name != nullptr && entry.name == *name;
        });
        if (found == std::end(page_kind_names))
            return errors.wrong(place, "no kind of page has this name");
        page.kind = found->kind;
    });
    fields.read("url", page.url);
    fields.read("title", page.title);
    fields.read("language", page.language);
    fields.read("description", page.description);
    fields.read("date", page.date);
    fields.read("modified", page.modified);
    read_list(fields, "authors", errors, page.authors, read_reference);
    read_list(fields, "categories", errors, page.categories, read_reference);
    read_list(fields, "tags", errors, page.tags, read_reference);
    fields.read("excerpt", page.excerpt);
    read_image_field(fields, "image", errors, page.image);
    fields.read_integer("reading_minutes", page.reading_minutes, 0, most_minutes);
    fields.read("hyphens", page.hyphens);
    fields.with("body", [&](const Json& value, const Place& place) {
        read_body(value, place, errors, page.body);
    });
    fields.with("previous", [&](const Json& value, const Place& place) {
        read_reference(value, place, errors, page.previous);
    });
    fields.with("next", [&](const Json& value, const Place& place) {
        read_reference(value, place, errors, page.next);
    });
    fields.read_integer("page_number", page.page_number, 1, most_pages);
    fields.read_integer("page_count", page.page_count, 1, most_pages);
    fields.read("list_url", page.list_url);
    read_list(fields, "teasers", errors, page.teasers, read_teaser);
    if (errors.any()) return std::unexpected(*errors.first());
    return page;
}

}  // namespace blatt::content
