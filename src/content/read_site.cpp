#include "content/json.h"
#include "content/json_parts.h"

namespace blatt::content {

namespace {

constexpr unsigned deepest_menu = 8;

void read_menu(const Fields& fields, const char* key, Errors& errors, std::vector<MenuItem>& out,
               unsigned depth = 1) {
    fields.each(key, [&](const Json& value, const Place& place) {
        if (depth > deepest_menu) {
            return errors.add(base::ErrorCode::too_deep, place, "menus nest at most eight levels");
        }
        MenuItem& item = out.emplace_back();
        const Fields item_fields(value, place, errors);
        item_fields.require("title");
        item_fields.read("title", item.title);
        item_fields.read("url", item.url);
        read_menu(item_fields, "children", errors, item.children, depth + 1);
    });
}

void read_widget(const Json& value, const Place& place, Errors& errors, Widget& out) {
    const Fields fields(value, place, errors);
    fields.read("title", out.title);
    fields.read("text", out.text);
    read_list(fields, "entries", errors, out.entries, read_reference);
}

}  // namespace

base::Result<Site> read_site(std::string_view json) {
    const base::Result<Json> file = parse_file(json);
    if (!file) return std::unexpected(file.error());
    Errors errors;
    Site site;
    const Place root;
    const Fields fields(*file, root, errors);
    fields.require("title");
    fields.read("title", site.title);
    fields.read("tagline", site.tagline);
    fields.read("description", site.description);
    fields.read("language", site.language);
    fields.read("origin", site.origin);
    fields.read("base", site.base);
    fields.read("footer_note", site.footer_note);
    read_menu(fields, "menu", errors, site.menu);
    read_menu(fields, "footer_menu", errors, site.footer_menu);
    read_list(fields, "widgets", errors, site.widgets, read_widget);
    fields.with("strings", [&](const Json& value, const Place& place) {
        read_texts(value, place, errors, site.strings);
    });
    const bool slashes = site.base.starts_with('/') && site.base.ends_with('/');
    if (!slashes) errors.wrong(fields.at("base"), "expected a path with slashes at both ends");
    if (errors.any()) return std::unexpected(*errors.first());
    return site;
}

}  // namespace blatt::content
