#include "content/json.h"
#include "content/json_parts.h"

namespace blatt::content {

namespace {

Json write_menu(const std::vector<MenuItem>& menu) {
    return write_list(menu, [](const MenuItem& item) {
        Json out = Json::object();
        out["title"] = item.title;
        put(out, "url", item.url);
        put(out, "children", write_menu(item.children));
        return out;
    });
}

Json write_widget(const Widget& widget) {
    Json out = Json::object();
    put(out, "title", widget.title);
    put(out, "text", widget.text);
    put(out, "entries", write_list(widget.entries, write_reference));
    return out;
}

// English is what a reader falls back to; only other texts are worth their bytes.
Json write_texts(const Strings& strings) {
    const Strings english;
    Json out = Json::object();
    for (std::size_t i = 0; i < strings.texts.size(); ++i) {
        if (strings.texts[i] == english.texts[i]) continue;
        out[std::string(key_name(static_cast<Text>(i)))] = strings.texts[i];
    }
    return out;
}

}  // namespace

std::string write_site(const Site& site) {
    Json out = Json::object();
    out["version"] = schema_version;
    out["title"] = site.title;
    put(out, "tagline", site.tagline);
    put(out, "description", site.description);
    out["language"] = site.language;
    put(out, "origin", site.origin);
    out["base"] = site.base;
    put(out, "footer_note", site.footer_note);
    put(out, "menu", write_menu(site.menu));
    put(out, "footer_menu", write_menu(site.footer_menu));
    put(out, "widgets", write_list(site.widgets, write_widget));
    put(out, "strings", write_texts(site.strings));
    return write_file(out);
}

}  // namespace blatt::content
