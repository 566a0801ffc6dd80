#include "site/place_index.h"

#include "site/files.h"
#include "site/slug.h"
#include "site/text.h"

namespace blatt::site {

namespace {

// "/a/b/index.md", "a/b.md", "/a/b/" → "a/b", lower case.
std::string page_key(std::string_view reference) {
    std::string key = lower_ascii(normal_path(decode_path(reference)));
    for (const std::string_view ending : {".md", ".markdown", ".html"})
        if (key.ends_with(ending)) key.resize(key.size() - ending.size());
    for (const std::string_view ending : {"/index", "/_index"})
        if (key.ends_with(ending)) key.resize(key.size() - ending.size());
    if (key == "index" || key == "_index") key.clear();
    return key;
}

std::string_view path_of(std::string_view url) { return url.substr(0, url.find_first_of("?#")); }

// "x-300x200" without what says its size.
std::string_view without_size(std::string_view stem) {
    const auto digits = [&](std::size_t& end) {
        const std::size_t before = end;
        while (end > 0 && stem[end - 1] >= '0' && stem[end - 1] <= '9') --end;
        return end < before;
    };
    std::size_t end = stem.size();
    if (!digits(end) || end == 0 || stem[--end] != 'x') return stem;
    if (!digits(end) || end == 0 || stem[--end] != '-') return stem;
    return stem.substr(0, end);
}

}  // namespace

PlaceIndex::PlaceIndex(const Blog& blog) : base_(blog.config.base) {
    for (const Entry& entry : blog.posts) add_page(entry);
    for (const Entry& entry : blog.pages) add_page(entry);
    for (const Entry& entry : blog.sections) add_page(entry);
    for (const Asset& asset : blog.assets) {
        file_urls_.emplace(normal_path(decode_path(asset.url)), asset.source);
        sources_.emplace(asset.source, asset.url);
        urls_.emplace(normal_path(decode_path(asset.url)), true);
    }
    add_url(base_);
}

void PlaceIndex::add_url(std::string_view url) {
    urls_.emplace(normal_path(decode_path(path_of(url))), true);
}

void PlaceIndex::add_page(const Entry& entry) {
    const auto add = [&](auto& map, std::string key) {
        const auto [it, added] = map.emplace(std::move(key), entry.url);
        if (!added && it->second != entry.url) it->second.clear();
    };
    pages_[page_key(entry.path)] = entry.url;
    pages_.emplace(page_key(entry.source), entry.url);
    const std::string below_base = entry.url.substr(std::min(base_.size(), entry.url.size()));
    pages_.emplace(page_key(below_base), entry.url);
    add(names_, page_key(name_of(entry.path)));
    // Jekyll's post_url takes the name with its date, Hugo's ref also without.
    if (const auto dated = split_dated_name(name_of(entry.path)))
        add(names_, page_key(dated->rest));
    for (const std::string& alias : entry.aliases) {
        pages_.emplace(page_key(alias.substr(std::min(base_.size() - 1, alias.size()))), entry.url);
        add_url(alias);
    }
    add_url(entry.url);
}

std::optional<std::string> PlaceIndex::page(std::string_view reference, const Entry& from) const {
    const auto found = [](const auto& map, const std::string& key) -> std::optional<std::string> {
        const auto it = map.find(key);
        return it == map.end() || it->second.empty() ? std::nullopt : std::optional(it->second);
    };
    const std::string key = page_key(reference);
    if (!reference.starts_with('/')) {
        const std::string_view folder =
            from.bundle ? std::string_view(from.path) : folder_of(from.path);
        if (auto url = found(pages_, page_key(cat(folder, "/", reference)))) return url;
        if (auto url = found(pages_, page_key(cat(folder_of(from.path), "/", reference))))
            return url;
    }
    if (auto url = found(pages_, key)) return url;
    if (key.empty()) return base_;
    if (auto url = found(names_, std::string(name_of(key)))) return url;
    // A list that the writer makes.
    const std::string own = join_url(base_, key);
    return urls_.contains(normal_path(own)) ? std::optional(own + "/") : std::nullopt;
}

std::optional<std::string> PlaceIndex::page_at(std::string_view path) const {
    if (base_ != "/" && path.starts_with(base_)) path.remove_prefix(base_.size() - 1);
    const auto it = pages_.find(page_key(path));
    return it == pages_.end() || it->second.empty() ? std::nullopt : std::optional(it->second);
}

bool PlaceIndex::leads_somewhere(std::string_view url) const {
    std::string path = normal_path(decode_path(path_of(url)));
    if (urls_.contains(path)) return true;
    for (const std::string_view ending : {"index.html", ".html"})
        if (path.ends_with(ending)) {
            path.resize(path.size() - ending.size());
            return urls_.contains(normal_path(path));
        }
    return false;
}

std::optional<PlaceIndex::File> PlaceIndex::file_at(std::string_view url) const {
    const auto it = file_urls_.find(normal_path(decode_path(url)));
    if (it == file_urls_.end()) return std::nullopt;
    const auto place = sources_.find(it->second);
    return File{it->second, place == sources_.end() ? std::string(url) : place->second};
}

std::optional<PlaceIndex::File> PlaceIndex::file(std::string_view url, const Entry& from) const {
    const std::string_view path = path_of(url);
    if (path.starts_with('/')) {
        if (auto file = file_at(path)) return file;
        // Written as if the blog stood at the top of its host.
        return base_ == "/" ? std::nullopt : file_at(join_url(base_, path));
    }
    // Beside the Markdown file, below the page's own URL, or from the top.
    const std::string beside = normal_path(cat(folder_of(from.source), "/", decode_path(path)));
    if (const auto it = sources_.find(beside); it != sources_.end())
        return File{beside, it->second};
    if (auto file = file_at(join_url(from.url, path))) return file;
    return file_at(join_url(base_, path));
}

std::vector<PlaceIndex::File> PlaceIndex::other_sizes(const File& picture) const {
    const std::string_view name = picture.source;
    const std::string_view extension = name.substr(std::min(name.rfind('.'), name.size()));
    const std::string_view plain = without_size(name.substr(0, name.size() - extension.size()));
    std::vector<File> found;
    for (auto at = sources_.lower_bound(plain); at != sources_.end(); ++at) {
        const auto& [source, url] = *at;
        if (!source.starts_with(plain)) break;
        if (source == name || !source.ends_with(extension)) continue;
        const std::string_view stem =
            std::string_view(source).substr(0, source.size() - extension.size());
        if (without_size(stem) == plain) found.push_back({source, url});
    }
    return found;
}

std::optional<PlaceIndex::File> PlaceIndex::named_picture(std::string_view name,
                                                          const Entry& from) const {
    if (auto found = file(name, from)) return found;
    if (name.starts_with('/')) return std::nullopt;
    const std::string section = cat(from.section, "/");
    for (const std::string_view folder :
         {std::string_view(section), std::string_view("images/"), std::string_view("img/"),
          std::string_view("assets/"), std::string_view("assets/images/"),
          std::string_view("uploads/"), std::string_view("media/")})
        if (auto found = file_at(join_url(base_, cat(folder, name)))) return found;
    return std::nullopt;
}

}  // namespace blatt::site
