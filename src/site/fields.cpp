#include "site/fields.h"

#include <algorithm>

#include "document/markdown.h"
#include "import/html_tokens.h"
#include "site/files.h"
#include "site/text.h"

namespace blatt::site {

namespace {

// The words of a piece of HTML: titles carry entities and an <em> here and there.
std::string plain_html(std::string_view text) {
    if (text.find_first_of("<&") == std::string_view::npos) return collapse_space(text);
    std::string out;
    for (const document::Token& token : import::html_tokens(text)) {
        if (token.kind == document::TokenKind::text)
            out += token.text;
        else if (token.name == "br" || token.name == "p")
            out += ' ';
    }
    return collapse_space(out);
}

// Descriptions may carry Markdown; lists show plain text.
std::string plain(std::string_view text) {
    if (text.find_first_of("*_`[<&\\") == std::string_view::npos) return collapse_space(text);
    return plain_html(document::markdown_to_raw_html(text));
}

std::string text_of(const FrontValue& map, std::initializer_list<std::string_view> names) {
    const FrontValue* value = map.find_any(names);
    return value ? value->as_text() : std::string();
}

void append_names(std::vector<std::string>& out, const FrontValue& value) {
    if (value.is_list()) {
        for (const FrontValue& item : value.items) append_names(out, item);
        return;
    }
    std::string name =
        value.is_map() ? text_of(value, {"name", "title", "display_name", "id"}) : value.as_text();
    name = collapse_space(name);
    if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end())
        out.push_back(std::move(name));
}

// A list, or one text with commas; Jekyll also splits at spaces.
std::vector<std::string> terms(const FrontValue& value, bool split_spaces) {
    std::vector<std::string> out;
    if (!value.is_scalar()) {
        append_names(out, value);
        return out;
    }
    const std::string text = value.as_text();
    const bool commas = text.find(',') != std::string::npos;
    const char separator = commas || !split_spaces ? ',' : ' ';
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        std::string term = collapse_space(std::string_view(text).substr(begin, end - begin));
        if (!term.empty() && std::find(out.begin(), out.end(), term) == out.end())
            out.push_back(std::move(term));
        begin = end + 1;
    }
    return out;
}

void collect_pictures(const FrontValue& value, Entry& entry) {
    if (value.is_list()) {
        for (const FrontValue& item : value.items) collect_pictures(item, entry);
        return;
    }
    std::string url;
    if (value.is_map()) {
        url = text_of(value, {"image", "src", "url", "imgname", "path", "file", "name"});
        if (!url.empty() && entry.pictures.empty()) {
            entry.picture_alternative = collapse_space(text_of(value, {"alt", "alternative"}));
            entry.picture_caption =
                plain(text_of(value, {"caption", "attribution", "credit", "sub"}));
        }
    } else if (value.kind == FrontValue::Kind::string) {
        url = value.as_text();
    }
    url = trim(url);
    if (url.empty()) return;
    if (entry.picture_line == 0) entry.picture_line = value.line;
    entry.pictures.push_back(std::move(url));
}

class Reader {
  public:
    Reader(const FrontMatter& front, std::string_view source, const Config& config,
           Problems& problems)
        : values_(front.values), source_(source), config_(config), problems_(problems) {}

    Fields read(const FrontMatter& front);

  private:
    Date date(std::initializer_list<std::string_view> names);
    void name_and_date();
    void flags();
    void taxonomies();
    void pictures();
    void menus();

    const FrontValue& values_;
    std::string_view source_;
    const Config& config_;
    Problems& problems_;
    Fields fields_;
};

Date Reader::date(std::initializer_list<std::string_view> names) {
    const FrontValue* value = values_.find_any(names);
    if (value == nullptr || value->as_text().empty()) return {};
    const std::string text = value->as_text();
    // Eleventy's own words for dates that it would find out itself.
    if (text == "Last Modified" || text == "Created" || text == "git Last Modified" ||
        text == "git Created")
        return {};
    if (auto parsed = parse_date(text)) return std::move(*parsed);
    problems_.warn(
        "date", source_, value->line,
        cat("\"", text, "\" is not a date; write it as 2026-11-24 or 2026-11-24T09:00:00+01:00"));
    return {};
}

void Reader::name_and_date() {
    Entry& entry = fields_.entry;
    std::string_view stem = stem_of(source_);
    if (extension_of(source_).empty()) stem = name_of(source_);
    // A page bundle is named by its folder.
    if ((stem == "index" || stem == "_index") && !folder_of(source_).empty())
        stem = name_of(folder_of(source_));
    const std::size_t dot = stem.rfind('.');
    if (dot != std::string_view::npos) {
        const std::string_view suffix = stem.substr(dot + 1);
        if (std::find(config_.languages.begin(), config_.languages.end(), suffix) !=
            config_.languages.end()) {
            stem = stem.substr(0, dot);
            if (!config_.language.starts_with(suffix)) {
                entry.language = suffix;
                fields_.language_suffix = true;
            }
        }
    }
    Date from_name;
    fields_.bare_stem = stem;
    if (auto dated = split_dated_name(stem)) {
        from_name = dated->date;
        fields_.dated_name = true;
        // Hugo keeps the date in the slug unless it is told that names carry dates.
        if (!dated->rest.empty() &&
            (config_.flavour != Flavour::hugo || config_.date_from_file_name))
            fields_.bare_stem = dated->rest;
    }
    entry.date = date({"date", "pubDate", "pubdate", "published_at", "created", "datum"});
    if (!from_name.iso.empty() && (entry.date.iso.empty() || config_.date_from_file_name)) {
        // The same day with a time of day is the better of the two.
        if (!entry.date.iso.starts_with(from_name.iso)) entry.date = from_name;
    }
    entry.modified =
        date({"lastmod", "modified", "updated", "last_modified_at", "updated_at", "geaendert"});
    fields_.publish = date({"publishDate", "publish_date"});
    fields_.expiry = date({"expiryDate", "expires", "unpublishdate"});
    if (entry.date.iso.empty()) entry.date = fields_.publish;
    if (entry.modified.seconds != 0 && entry.modified.seconds <= entry.date.seconds)
        entry.modified = {};
}

void Reader::flags() {
    const auto flag = [&](std::string_view name) -> std::optional<bool> {
        const FrontValue* value = values_.find(name);
        if (value == nullptr || value->kind == FrontValue::Kind::null) return std::nullopt;
        const auto read = value->as_bool();
        // `published: 2020-01-01` is a date in some blogs.
        if (!read && !parse_date(value->as_text()))
            problems_.warn("front matter", source_, value->line,
                           cat("`", name, "` wants true or false, not \"", value->as_text(), "\""));
        return read;
    };
    fields_.draft = flag("draft").value_or(false) || !flag("published").value_or(true) ||
                    source_.starts_with("_drafts/") ||
                    source_.find("/_drafts/") != std::string_view::npos;
    fields_.headless = flag("headless").value_or(false);
    fields_.type = lower_ascii(text_of(values_, {"type", "layout"}));
    if (flag("eleventyExcludeFromCollections").value_or(false)) fields_.type = "page";
}

void Reader::taxonomies() {
    Entry& entry = fields_.entry;
    const bool spaces = config_.flavour == Flavour::jekyll;
    for (const std::string_view name : {"authors", "author", "autor", "autoren"})
        if (const FrontValue* value = values_.find(name); value && entry.authors.empty())
            append_names(entry.authors, *value);
    if (entry.authors.empty() && !config_.author.empty()) entry.authors.push_back(config_.author);
    for (const std::string_view name :
         {"categories", "category", "kategorien", "kategorie", "topics", "topic", "rubrik"})
        if (const FrontValue* value = values_.find(name); value && entry.categories.empty())
            entry.categories = terms(*value, spaces && name == "categories");
    for (const std::string_view name : {"tags", "tag", "schlagworte", "keywords"})
        if (const FrontValue* value = values_.find(name); value && entry.tags.empty())
            entry.tags = terms(*value, spaces && name != "keywords");
    // In Eleventy these name collections, not subjects.
    std::erase_if(entry.tags, [](const std::string& tag) {
        return tag == "posts" || tag == "post" || tag == "all" || tag == "nav";
    });
}

void Reader::pictures() {
    Entry& entry = fields_.entry;
    for (const std::string_view name :
         {"image", "cover", "images", "hero", "featured_image", "featuredImage", "feature_image",
          "thumbnail", "banner", "header", "og_image"})
        if (const FrontValue* value = values_.find(name);
            value && value->kind != FrontValue::Kind::boolean)
            collect_pictures(*value, entry);
    if (entry.picture_alternative.empty())
        entry.picture_alternative =
            collapse_space(text_of(values_, {"image_alt", "imageAlt", "alt"}));
    if (entry.picture_caption.empty())
        entry.picture_caption =
            plain(text_of(values_, {"image_figcaption", "image_caption", "caption"}));
}

// `menu: main`, `menu: [main]`, `menus: {main: {weight: 2}}`, and Eleventy's own navigation.
void Reader::menus() {
    Entry& entry = fields_.entry;
    const auto add = [&](std::string_view menu, const FrontValue* details, int line) {
        MenuEntry item;
        item.name = entry.title;
        item.line = line;
        item.weight = entry.weight;
        if (details != nullptr && details->is_map()) {
            if (const std::string name = text_of(*details, {"name", "title"}); !name.empty())
                item.name = name;
            item.identifier = text_of(*details, {"identifier", "key"});
            item.parent = text_of(*details, {"parent"});
            if (const FrontValue* weight = details->find_any({"weight", "order"}))
                item.weight = weight->as_number().value_or(item.weight);
            if (item.name.empty()) item.name = item.identifier;
        }
        if (item.identifier.empty()) item.identifier = item.name;
        (menu == "footer" ? entry.footer_menu : entry.main_menu).push_back(std::move(item));
    };
    for (const std::string_view name : {"menu", "menus"}) {
        const FrontValue* value = values_.find(name);
        if (value == nullptr) continue;
        for (const std::string& menu : value->as_texts())
            if (menu == "main" || menu == "footer") add(menu, nullptr, value->line);
        for (const std::string_view menu : {"main", "footer"})
            if (const FrontValue* details = value->find(menu)) add(menu, details, details->line);
    }
    if (const FrontValue* navigation = values_.find("eleventyNavigation");
        navigation && navigation->is_map())
        add("main", navigation, navigation->line);
}

Fields Reader::read(const FrontMatter& front) {
    Entry& entry = fields_.entry;
    entry.source = source_;
    entry.text = front.body;
    entry.body_line = front.body_line;
    name_and_date();
    entry.title = plain_html(text_of(values_, {"title", "titel"}));
    if (const std::string language = text_of(values_, {"lang", "language", "locale"});
        !language.empty())
        entry.language = replace_all(language, "_", "-");
    if (entry.language == config_.language ||
        cat(entry.language, "-").starts_with(config_.language + "-"))
        entry.language.clear();
    entry.excerpt = plain(text_of(values_, {"excerpt", "summary", "teaser", "zusammenfassung"}));
    entry.description = plain(text_of(values_, {"description", "beschreibung", "og_description"}));
    if (entry.excerpt.empty()) entry.excerpt = entry.description;
    if (entry.description.empty()) entry.description = entry.excerpt;
    if (const FrontValue* weight = values_.find_any({"weight", "order"}))
        entry.weight = weight->as_number().value_or(0);
    for (std::size_t i = 0; i < values_.keys.size(); ++i)
        if (const FrontValue& item = values_.items[i];
            item.is_scalar() && item.kind != FrontValue::Kind::null)
            entry.variables[values_.keys[i]] = item.text;
    flags();
    taxonomies();
    pictures();
    menus();

    fields_.slug = trim(text_of(values_, {"slug"}));
    fields_.own_url = trim(text_of(values_, {"url", "permalink"}));
    if (const FrontValue* permalink = values_.find("permalink");
        permalink && permalink->kind == FrontValue::Kind::boolean) {
        fields_.own_url.clear();
        fields_.unlisted = !permalink->boolean;
    }
    if (fields_.own_url.find("{{") != std::string::npos ||
        fields_.own_url.find("{%") != std::string::npos) {
        problems_.warn("front matter", source_, values_.find_any({"url", "permalink"})->line,
                       "this permalink is a template; the file's own name is used");
        fields_.own_url.clear();
    }
    for (const std::string_view name : {"aliases", "alias", "redirect_from"})
        if (const FrontValue* value = values_.find(name))
            for (std::string& alias : value->as_texts())
                fields_.aliases.push_back(std::move(alias));
    return std::move(fields_);
}

}  // namespace

Fields read_fields(const FrontMatter& front, std::string_view source, const Config& config,
                   Problems& problems) {
    return Reader(front, source, config, problems).read(front);
}

}  // namespace blatt::site
