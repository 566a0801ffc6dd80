#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "site/blog.h"
#include "site/body.h"
#include "site/fields.h"
#include "site/files.h"
#include "site/menus.h"
#include "site/permalinks.h"
#include "site/place_index.h"
#include "site/slug.h"
#include "site/text.h"

namespace blatt::site {

namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_markdown(std::string_view extension) {
    return is_one_of(extension, {"md", "markdown", "mdown", "mkd", "mkdn"});
}

// Files of the former generator: read by it, not meant for readers.
bool is_template(std::string_view extension) {
    return is_one_of(extension,
                     {"njk", "liquid", "hbs", "ejs", "pug", "haml", "mustache", "webc", "11tydata",
                      "vto", "virtual", "scss", "sass", "less", "rb", "go", "lock"});
}

// What may be copied from a folder that holds more than the blog's files.
bool is_for_readers(std::string_view extension) {
    return is_one_of(
        extension, {"jpg", "jpeg", "png",     "gif",  "svg",  "webp", "avif", "ico", "bmp",  "pdf",
                    "mp3", "ogg",  "oga",     "opus", "m4a",  "wav",  "flac", "mp4", "m4v",  "webm",
                    "ogv", "mov",  "vtt",     "srt",  "zip",  "gz",   "csv",  "ods", "odt",  "odp",
                    "xls", "xlsx", "doc",     "docx", "ppt",  "pptx", "ics",  "vcf", "epub", "txt",
                    "bib", "gpx",  "geojson", "kml",  "woff", "woff2"});
}

// Papers that lie beside a blog in its repository.
bool is_about_the_repository(std::string_view stem) {
    return is_one_of(lower_ascii(stem),
                     {"readme", "license", "licence", "contributing", "changelog",
                      "code_of_conduct", "code-of-conduct", "security", "authors", "notice"});
}

bool is_blog_folder(std::string_view name) {
    return is_one_of(lower_ascii(name), {"_posts", "_drafts", "post", "posts", "blog", "news",
                                         "article", "articles", "artikel", "beitraege", "aktuelles",
                                         "journal", "notes", "notizen", "meldungen", "stories"});
}

struct Source {
    std::string file;  // relative to the content folder
    bool section = false;
    bool index = false;  // index.md
    Fields fields;
};

class Loader {
  public:
    Loader(const std::string& folder, const LoadOptions& options) : options_(options) {
        blog_.folder = folder;
    }
    Blog load();

  private:
    void list();
    void take_file(const std::string& file);
    void read(const std::string& file, std::string_view below, bool odd_name);
    void choose_kinds();
    bool shown(Source& source);
    void place();
    void copy_files();
    std::string alias_url(const Entry& entry, const std::string& alias) const;

    LoadOptions options_;
    Blog blog_;
    std::string root_;  // the folder of contents: "content/" or empty
    std::vector<Source> sources_;
    std::vector<std::string> others_;   // files below root_ that are no pages
    std::set<std::string> bundles_;     // folders with an index.md
    std::vector<std::string> statics_;  // "static/" and the like that exist
};

void Loader::list() {
    const Config& config = blog_.config;
    const std::string content = cat(blog_.folder, "/", config.content_folder);
    if (config.flavour != Flavour::jekyll && is_folder(content))
        root_ = config.content_folder + "/";
    for (const std::string_view name : {"static", "public"})
        if ((name != "public" || config.flavour != Flavour::hugo) &&
            is_folder(cat(blog_.folder, "/", name)))
            statics_.push_back(cat(name, "/"));
    const std::vector<std::string> files = list_files(blog_.folder, options_.without);
    for (const std::string& file : files) {
        if (!file.starts_with(root_)) continue;
        const std::string_view stem = stem_of(file);
        if (stem == "index" && is_markdown(extension_of(file)))
            bundles_.insert(std::string(folder_of(file)));
    }
    for (const std::string& file : files) take_file(file);
}

void Loader::take_file(const std::string& file) {
    for (const std::string& prefix : statics_)
        if (file.starts_with(prefix)) {
            blog_.assets.push_back(
                {file, join_url(blog_.config.base, encode_path(file.substr(prefix.size())))});
            return;
        }
    if (!file.starts_with(root_)) {
        // Hugo's assets are processed by it; pictures there are wanted all the same.
        if (file.starts_with("assets/") && is_for_readers(extension_of(file)))
            blog_.assets.push_back({file, join_url(blog_.config.base, encode_path(file))});
        return;
    }
    const std::string_view below = std::string_view(file).substr(root_.size());
    const std::string extension = extension_of(file);
    // Jekyll keeps its own things in folders with an underscore.
    for (std::string_view rest = below; !rest.empty() && root_.empty();) {
        const std::string_view part = rest.substr(0, rest.find('/'));
        if (part.size() == rest.size()) break;
        if (part.starts_with('_') && part != "_posts" && part != "_drafts") return;
        rest.remove_prefix(part.size() + 1);
    }
    if (root_.empty() && (folder_of(below).empty() && is_about_the_repository(stem_of(below))))
        return;
    if (is_markdown(extension)) {
        read(file, below, false);
        return;
    }
    if (is_template(extension) ||
        ((extension == "js" || extension == "json" || extension == "ts") &&
         name_of(file).find(".11ty") != std::string_view::npos)) {
        ++blog_.skipped.templates;
        return;
    }
    if (extension == "html" || extension.empty() || extension.size() > 5) {
        // A post whose name lost its ending, or one written in HTML, shows itself by its front
        // matter.
        const auto text = read_file(cat(blog_.folder, "/", file));
        if (text && (text->starts_with("---\n") || text->starts_with("---\r\n") ||
                     text->starts_with("+++\n"))) {
            if (extension == "html" && blog_.config.flavour == Flavour::jekyll &&
                below.find("_posts/") == std::string_view::npos) {
                ++blog_.skipped.templates;
                return;
            }
            read(file, below, extension != "html");
            return;
        }
    }
    if (!root_.empty() || is_for_readers(extension)) others_.push_back(file);
}

void Loader::read(const std::string& file, std::string_view below, bool odd_name) {
    Source source;
    source.file = file;
    const std::string_view stem = odd_name ? name_of(file) : stem_of(file);
    source.section = stem == "_index" || stem.starts_with("_index.");
    source.index = stem == "index";
    // What lies beside an index.md belongs to that page.
    for (std::string_view folder = folder_of(file); !source.index;) {
        if (bundles_.contains(std::string(folder)) && folder.size() + 1 > root_.size() &&
            !source.section && blog_.config.flavour == Flavour::hugo) {
            blog_.problems.warn(
                "part of a bundle", file, 0,
                "this lies beside an index.md and is a part of it, not a page of its own");
            return;
        }
        if (folder.empty()) break;
        folder = folder_of(folder);
    }
    auto bytes = read_file(cat(blog_.folder, "/", file));
    if (!bytes) {
        blog_.problems.error("file", file, 0, bytes.error().message);
        ++blog_.skipped.failed;
        return;
    }
    std::string text = std::move(*bytes);
    if (!base::utf8::is_valid(text)) {
        std::size_t bad = 0;
        while (bad < text.size()) {
            const auto decoded = base::utf8::decode(text, bad);
            if (decoded.code_point == 0xFFFD && decoded.size == 1) break;
            bad += decoded.size;
        }
        blog_.problems.warn("encoding", file,
                            1 + count_lines(std::string_view(text).substr(0, bad)),
                            "this is not UTF-8: save the file as UTF-8; unreadable bytes are shown "
                            "as \xEF\xBF\xBD");
        text = base::utf8::to_valid(text);
    }
    if (text.find('\r') != std::string::npos) text = replace_all(text, "\r\n", "\n");
    auto front = read_front_matter(text, file);
    if (!front) {
        blog_.problems.error("front matter", front.error());
        ++blog_.skipped.failed;
        return;
    }
    blog_.problems.notes(file, front->notes);
    if (odd_name)
        blog_.problems.warn("file name", file, 0,
                            "this file has no ending such as .md; read as Markdown");
    source.fields = read_fields(*front, file, blog_.config, blog_.problems);
    Entry& entry = source.fields.entry;
    entry.html = extension_of(file) == "html";
    entry.liquid = blog_.config.flavour != Flavour::hugo && !front->toml;
    const std::string_view folder = folder_of(below);
    const bool own_folder = stem == name_of(folder) && blog_.config.flavour != Flavour::hugo;
    if (source.index || source.section || own_folder)
        entry.path = folder;
    else
        entry.path = folder.empty() ? std::string(stem) : cat(folder, "/", stem);
    entry.bundle = source.index || own_folder;
    entry.section = entry.path.find('/') == std::string::npos && !source.section
                        ? std::string()
                        : entry.path.substr(0, entry.path.find('/'));
    sources_.push_back(std::move(source));
}

// A post or a page: what the file says, then its folder, then whether the folder's files have
// dates.
void Loader::choose_kinds() {
    struct Count {
        int files = 0, dated = 0;
    };
    std::map<std::string, Count> sections;
    bool any_post = false;
    for (const Source& source : sources_) {
        if (source.section) continue;
        Count& count = sections[source.fields.entry.section];
        ++count.files;
        if (!source.fields.entry.date.iso.empty()) ++count.dated;
    }
    const auto& mains = blog_.config.main_sections;
    for (Source& source : sources_) {
        Entry& entry = source.fields.entry;
        const std::string& type = source.fields.type;
        if (source.section) {
            entry.kind = EntryKind::section;
            continue;
        }
        const Count& count = sections[entry.section];
        bool post = false;
        if (source.file.find("_posts/") != std::string::npos ||
            source.file.find("_drafts/") != std::string::npos)
            post = true;
        else if (is_one_of(type,
                           {"page", "static", "section", "home", "archives", "search", "about"}))
            post = false;
        else if (is_one_of(type, {"post", "posts", "blog", "article", "blogpost"}))
            post = true;
        else if (!mains.empty())
            post = std::find(mains.begin(), mains.end(), entry.section) != mains.end();
        else if (!entry.section.empty())
            post = is_blog_folder(entry.section) || 2 * count.dated > count.files;
        else
            post =
                root_.empty() && blog_.config.flavour != Flavour::jekyll && !entry.date.iso.empty();
        if (post) entry.kind = EntryKind::post;
        any_post = any_post || post;
    }
    // A bare folder of texts without dates: all of them are posts.
    if (any_post || !root_.empty() || blog_.config.flavour != Flavour::plain) return;
    for (Source& source : sources_) {
        const std::string stem = lower_ascii(source.fields.bare_stem);
        if (source.section || source.index || !source.fields.entry.section.empty() ||
            source.fields.type == "page" ||
            is_one_of(stem, {"about", "impressum", "imprint", "contact", "kontakt", "datenschutz",
                             "privacy", "ueber", "ueber-uns", "ueber-mich", "404", "index"}))
            continue;
        source.fields.entry.kind = EntryKind::post;
    }
}

bool Loader::shown(Source& source) {
    Fields& fields = source.fields;
    if (fields.headless || fields.unlisted) return false;
    if (options_.drafts) return true;
    const long long now = options_.now.seconds;
    if (fields.draft)
        ++blog_.skipped.drafts;
    else if (fields.entry.date.seconds > now || fields.publish.seconds > now)
        ++blog_.skipped.future;
    else if (!fields.expiry.iso.empty() && fields.expiry.seconds <= now)
        ++blog_.skipped.expired;
    else
        return true;
    return false;
}

std::string Loader::alias_url(const Entry& entry, const std::string& alias) const {
    std::string path = alias;
    if (const std::size_t host = path.find("://"); host != std::string::npos)
        path = path.substr(std::min(path.find('/', host + 3), path.size()));
    // Relative to the folder above the page.
    if (!path.starts_with('/'))
        path = cat("/", folder_of(std::string_view(entry.url).substr(0, entry.url.size() - 1)), "/",
                   path);
    else if (blog_.config.base == "/" || !path.starts_with(blog_.config.base))
        path = join_url(blog_.config.base, path);
    const std::string_view name = name_of(path);
    const bool file = name.find('.') != std::string_view::npos &&
                      (name.ends_with(".html") || name.ends_with(".htm"));
    std::string normal = cat("/", encode_path(normal_path(path)));
    if (!file && !normal.ends_with('/')) normal += '/';
    return normal;
}

void Loader::place() {
    std::set<std::string> taken;
    // The old name of a page's file when names were put in order: links to it go on working.
    for (Source& source : sources_) {
        Fields& fields = source.fields;
        Entry& entry = fields.entry;
        if (!shown(source)) continue;
        std::string old_file;
        std::string path;
        if (source.section) {
            path = fields.own_url.empty() ? permalink(fields, blog_.config)
                                          : folder_url(fields.own_url);
            if (entry.path.empty()) path.clear();
        } else {
            path = permalink(fields, blog_.config, &old_file);
        }
        if (fields.language_suffix) path = cat(entry.language, "/", path);
        entry.url = join_url(blog_.config.base, path);
        if (entry.kind != EntryKind::section && (path.empty() || path == "404/")) {
            // The list of posts stands at the top, and Blatt has its own page for what is not
            // found.
            if (path.empty())
                entry.kind = EntryKind::section;
            else {
                blog_.problems.warn("own page", source.file, 0,
                                    "Blatt writes its own page for addresses that lead nowhere");
                continue;
            }
        }
        if (!taken.insert(entry.url).second) {
            const std::string wanted = entry.url;
            // The whole file name, with its date, is a better second choice than a number.
            const std::string whole = file_slug(stem_of(source.file), blog_.config.german());
            const std::string above =
                entry.url.substr(0, entry.url.rfind('/', entry.url.size() - 2) + 1);
            if (fields.own_url.empty() && !source.index && extension_of(source.file) != "" &&
                taken.insert(cat(above, encode_path(whole), "/")).second)
                entry.url = cat(above, encode_path(whole), "/");
            else
                for (int n = 2; !taken.insert(entry.url).second; ++n)
                    entry.url =
                        cat(std::string_view(wanted).substr(0, wanted.size() - 1), "-", n, "/");
            blog_.problems.warn("same address", source.file, 0,
                                cat("another page has the address ", wanted,
                                    " already; this one gets ", entry.url));
        }
        for (const std::string& alias : fields.aliases)
            entry.aliases.push_back(alias_url(entry, alias));
        if (!old_file.empty())
            entry.aliases.push_back(join_url(blog_.config.base, encode_path(old_file)));
        switch (entry.kind) {
            case EntryKind::post:
                if (entry.date.iso.empty() && !entry.variables.contains("date"))
                    blog_.problems.warn(
                        "no date", source.file, 0,
                        "a post should have a `date`; without one it stands behind all others");
                blog_.posts.push_back(std::move(entry));
                break;
            case EntryKind::page: blog_.pages.push_back(std::move(entry)); break;
            case EntryKind::section: blog_.sections.push_back(std::move(entry)); break;
        }
    }
    const auto by_url = [](const Entry& a, const Entry& b) { return a.url < b.url; };
    std::sort(blog_.posts.begin(), blog_.posts.end(), [&](const Entry& a, const Entry& b) {
        return a.date.seconds != b.date.seconds ? a.date.seconds > b.date.seconds : by_url(a, b);
    });
    std::sort(blog_.pages.begin(), blog_.pages.end(), by_url);
    std::sort(blog_.sections.begin(), blog_.sections.end(), by_url);
}

void Loader::copy_files() {
    std::map<std::string, std::string> bundle_urls;  // folder → URL
    for (const auto* entries : {&blog_.posts, &blog_.pages, &blog_.sections})
        for (const Entry& entry : *entries)
            if (entry.bundle) bundle_urls[std::string(folder_of(entry.source))] = entry.url;
    for (const std::string& file : others_) {
        std::string url;
        for (std::string_view folder = folder_of(file); !folder.empty() && url.empty();
             folder = folder_of(folder)) {
            const auto it = bundle_urls.find(std::string(folder));
            if (it != bundle_urls.end())
                url = join_url(it->second, encode_path(file.substr(folder.size() + 1)));
            // A bundle that is not shown keeps its files to itself.
            else if (bundles_.contains(std::string(folder)) && folder.size() > root_.size())
                url = "-";
        }
        if (url == "-") continue;
        if (url.empty()) url = join_url(blog_.config.base, encode_path(file.substr(root_.size())));
        blog_.assets.push_back({file, std::move(url)});
    }
}

Blog Loader::load() {
    blog_.config = read_config(blog_.folder, blog_.problems);
    list();
    choose_kinds();
    place();
    copy_files();
    PlaceIndex places(blog_);
    const std::string& base = blog_.config.base;
    for (const std::string_view own :
         {"tags", "categories", "authors", "archive", "archiv", "feed.json"})
        places.add_url(join_url(base, own));
    std::set<std::string> sections;
    for (const auto* entries : {&blog_.posts, &blog_.pages})
        for (const Entry& entry : *entries)
            if (!entry.section.empty() && entry.section != "_posts") sections.insert(entry.section);
    for (const std::string& section : sections)
        places.add_url(join_url(base, file_slug(section, blog_.config.german())));
    const auto add_terms = [&](std::string_view folder, const std::vector<std::string>& terms) {
        for (const std::string& term : terms)
            places.add_url(
                cat(base, folder, "/", encode_path(slug_of(term, blog_.config.german()))));
    };
    for (const Entry& post : blog_.posts) {
        add_terms("tags", post.tags);
        add_terms("categories", post.categories);
        add_terms("authors", post.authors);
    }
    ScriptEngine engine;
    Hyphenator hyphenator(engine);
    for (auto* entries : {&blog_.posts, &blog_.pages, &blog_.sections})
        for (Entry& entry : *entries) {
            make_body(entry, blog_.config, blog_.folder, places, engine, hyphenator,
                      blog_.problems);
            if (entry.title.empty()) {
                std::string words = replace_all(
                    replace_all(base::utf8::to_valid(stem_of(entry.path)), "-", " "), "_", " ");
                if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
                    words[0] = static_cast<char>(words[0] - 'a' + 'A');
                entry.title = collapse_space(words);
                if (entry.title.empty() && entry.kind != EntryKind::section)
                    entry.title = entry.date.iso.substr(0, 10);
            }
        }
    make_menus(blog_, places);
    blog_.problems.sort();
    return std::move(blog_);
}

}  // namespace

Blog load(const std::string& folder, const LoadOptions& options) {
    return Loader(folder, options).load();
}

}  // namespace blatt::site
