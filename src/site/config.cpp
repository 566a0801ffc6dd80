#include "site/config.h"

#include <filesystem>

#include "base/utf8.h"
#include "site/files.h"
#include "site/text.h"
#include "site/theme.h"

namespace blatt::site {

namespace {

struct Candidate {
    std::string_view name;
    Flavour flavour;
};

constexpr Candidate candidates[] = {
    {"hugo.toml", Flavour::hugo},
    {"hugo.yaml", Flavour::hugo},
    {"hugo.yml", Flavour::hugo},
    {"hugo.json", Flavour::hugo},
    {"config.toml", Flavour::hugo},
    {"config.yaml", Flavour::hugo},
    {"config.yml", Flavour::hugo},
    {"config.json", Flavour::hugo},
    {"config/_default/hugo.toml", Flavour::hugo},
    {"config/_default/hugo.yaml", Flavour::hugo},
    {"config/_default/config.toml", Flavour::hugo},
    {"config/_default/config.yaml", Flavour::hugo},
    {"_config.yml", Flavour::jekyll},
    {"_config.yaml", Flavour::jekyll},
    {"_config.toml", Flavour::jekyll},
    {"_data/metadata.json", Flavour::eleventy},
    {"_data/metadata.yaml", Flavour::eleventy},
    {"_data/site.json", Flavour::eleventy},
    {"_data/site.yaml", Flavour::eleventy},
};

std::string text_of(const FrontValue& map, std::initializer_list<std::string_view> names) {
    const FrontValue* value = map.find_any(names);
    return value ? value->as_text() : std::string();
}

// "https://x.example/blog" → origin and base. A URL without a host is a base alone.
void set_address(Config& config, std::string_view url) {
    const std::size_t scheme = url.find("://");
    std::string_view path = url;
    if (scheme != std::string_view::npos || url.starts_with("//")) {
        const std::size_t host = scheme == std::string_view::npos ? 2 : scheme + 3;
        const std::size_t slash = std::min(url.find('/', host), url.size());
        config.origin = url.substr(0, slash);
        if (url.starts_with("//")) config.origin = "https:" + config.origin;
        path = url.substr(slash);
    }
    const std::string normal = normal_path(path);
    config.base = normal.empty() ? "/" : cat("/", normal, "/");
}

void read_menu(const FrontValue* list, std::vector<MenuEntry>& menu) {
    if (list == nullptr || !list->is_list()) return;
    for (const FrontValue& item : list->items) {
        if (!item.is_map()) continue;
        MenuEntry entry;
        entry.name = text_of(item, {"name", "title", "label"});
        entry.identifier = text_of(item, {"identifier", "key"});
        if (entry.identifier.empty()) entry.identifier = entry.name;
        if (entry.name.empty()) entry.name = entry.identifier;
        entry.parent = text_of(item, {"parent"});
        entry.url = text_of(item, {"url", "link", "href"});
        entry.page_ref = text_of(item, {"pageRef"});
        if (const FrontValue* weight = item.find_any({"weight", "order"}))
            entry.weight = weight->as_number().value_or(0);
        entry.line = item.line;
        menu.push_back(std::move(entry));
    }
}

void read_permalinks(Config& config, const FrontValue& values) {
    const FrontValue* permalinks = values.find("permalinks");
    if (permalinks && permalinks->is_map()) {
        // Since Hugo 0.123 they may stand one level deeper, by kind of page.
        if (const FrontValue* page = permalinks->find("page"); page && page->is_map())
            permalinks = page;
        for (std::size_t i = 0; i < permalinks->keys.size(); ++i)
            if (const std::string text = permalinks->items[i].as_text(); !text.empty())
                config.permalinks[permalinks->keys[i]] = text;
    }
    if (const std::string text = text_of(values, {"permalink"}); !text.empty())
        config.permalinks[""] = text;
}

// What Liquid in a post may ask for: `site.title`, `site.params.x`.
void read_variables(Config& config, const FrontValue& map, const std::string& prefix, int depth) {
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
        const std::string name = cat(prefix, ".", map.keys[i]);
        const FrontValue& item = map.items[i];
        if (item.is_map() && depth < 5)
            read_variables(config, item, name, depth + 1);
        else if (item.is_scalar() && item.kind != FrontValue::Kind::null)
            config.variables[name] = item.text;
    }
}

}  // namespace

Config config_from(const FrontValue& values, Flavour flavour, std::string_view file,
                   Problems& problems) {
    Config config;
    config.flavour = flavour;
    config.file = file;
    const FrontValue none;
    const FrontValue* params = values.find("params");
    const FrontValue& extra = params && params->is_map() ? *params : none;

    read_variables(config, values, "site", 0);
    config.title = text_of(values, {"title", "name"});
    config.description = text_of(values, {"description"});
    if (config.description.empty()) config.description = text_of(extra, {"description"});
    config.tagline = text_of(values, {"tagline", "subtitle"});
    if (config.tagline.empty()) config.tagline = text_of(extra, {"tagline", "subtitle", "slogan"});
    config.footer_note = text_of(values, {"footer_note"});
    if (config.footer_note.empty())
        config.footer_note = text_of(extra, {"footer_note", "footerNote"});
    if (config.footer_note.empty()) config.footer_note = text_of(values, {"copyright"});

    for (const FrontValue* author : {values.find("author"), extra.find("author")}) {
        if (author == nullptr || !config.author.empty()) continue;
        config.author = author->is_map() ? text_of(*author, {"name"}) : author->as_text();
    }

    // Hugo's own `theme` is the name of one.
    for (const FrontValue* theme : {extra.find("theme"), values.find("theme")}) {
        if (theme == nullptr || !theme->is_map()) continue;
        config.theme_css = theme_css(*theme, file, problems);
        break;
    }

    const std::string language =
        text_of(values, {"languageCode", "locale", "language", "lang", "defaultContentLanguage"});
    if (!language.empty()) config.language = replace_all(language, "_", "-");
    // Jekyll splits the address: `url` is the host, `baseurl` the path on it.
    const bool split = flavour == Flavour::jekyll;
    if (const FrontValue* url = split ? values.find("url") : values.find_any({"baseURL", "url"})) {
        const std::string text = url->as_text();
        if (!text.empty()) set_address(config, text);
        if (!text.empty() && text != "/" && config.origin.empty())
            problems.warn("configuration", file, url->line,
                          "the address of the blog should begin with https://");
    }
    if (split)
        if (const std::string path = normal_path(text_of(values, {"baseurl"})); !path.empty())
            config.base = cat("/", path, "/");

    if (const FrontValue* languages = values.find("languages"); languages && languages->is_map())
        config.languages = languages->keys;
    if (const std::string name = normal_path(text_of(values, {"contentDir"})); !name.empty())
        config.content_folder = name;

    for (const std::string_view name : {"menu", "menus"}) {
        const FrontValue* menus = values.find(name);
        if (menus == nullptr) continue;
        read_menu(menus->find("main"), config.main_menu);
        read_menu(menus->find("footer"), config.footer_menu);
    }
    if (config.main_menu.empty()) read_menu(values.find("navigation"), config.main_menu);

    read_permalinks(config, values);
    if (const FrontValue* sections = extra.find("mainSections"))
        config.main_sections = sections->as_texts();
    if (const FrontValue* dates = values.find("frontmatter"); dates && dates->is_map())
        if (const FrontValue* date = dates->find("date")) {
            const auto order = date->as_texts();
            config.date_from_file_name = !order.empty() && order.front() == ":filename";
        }

    const FrontValue* size = values.find_any({"paginate", "page_size"});
    if (const FrontValue* pagination = values.find("pagination");
        pagination && pagination->is_map())
        if (const FrontValue* inner = pagination->find_any({"pagerSize", "per_page"})) size = inner;
    if (size != nullptr) {
        const double wanted = size->as_number().value_or(0);
        if (wanted >= 1 && wanted <= 1000)
            config.page_size = static_cast<int>(wanted);
        else
            problems.warn("configuration", file, size->line,
                          "posts on a page must be a number from 1 to 1000");
    }
    return config;
}

Config read_config(const std::string& folder, Problems& problems) {
    Config config;
    for (const Candidate& candidate : candidates) {
        const std::string path = cat(folder, "/", candidate.name);
        if (!is_file(path)) continue;
        auto text = read_file(path);
        if (!text) {
            problems.error("configuration", candidate.name, 0, text.error().message);
            continue;
        }
        std::string clean = base::utf8::to_valid(*text);
        if (clean.starts_with("\xEF\xBB\xBF")) clean.erase(0, 3);
        std::vector<FrontNote> notes;
        auto values = candidate.name.ends_with(".toml")
                          ? read_toml(clean, candidate.name, 1, notes)
                          : read_yaml(clean, candidate.name, 1, notes);
        problems.notes(candidate.name, notes);
        if (!values) {
            problems.error("configuration", values.error());
            config.file = candidate.name;
            config.flavour = candidate.flavour;
            break;
        }
        config = config_from(*values, candidate.flavour, candidate.name, problems);
        break;
    }
    if (config.flavour == Flavour::plain && is_folder(folder + "/_posts"))
        config.flavour = Flavour::jekyll;
    if (config.title.empty()) {
        std::error_code error;
        const auto full = std::filesystem::weakly_canonical(folder, error);
        config.title = base::utf8::to_valid(full.filename().string());
        if (config.title.empty())
            config.title = base::utf8::to_valid(full.parent_path().filename().string());
        if (config.title.empty()) config.title = "Blog";
    }
    return config;
}

}  // namespace blatt::site
