#include "site/permalinks.h"

#include <array>
#include <chrono>

#include "site/files.h"
#include "site/slug.h"
#include "site/text.h"

namespace blatt::site {

namespace {

constexpr std::array<std::string_view, 12> month_names = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

int day_of_year(const Date& date) {
    const std::chrono::year year{date.year};
    const std::chrono::sys_days first{year / 1 / 1};
    const std::chrono::sys_days day{year / date.month / date.day};
    return static_cast<int>((day - first).count()) + 1;
}

std::string token(std::string_view name, const PermalinkParts& parts) {
    const bool dated = parts.date != nullptr && !parts.date->iso.empty();
    if (name == "slug" || name == "slugorfilename" || name == "slugorcontentbasename" ||
        name == "slugortitle")
        return parts.slug;
    if (name == "filename" || name == "contentbasename" || name == "name" || name == "basename")
        return parts.file_name;
    if (name == "title") return parts.title;
    if (name == "section") return std::string(parts.section);
    if (name == "sections" || name == "path") return std::string(parts.sections);
    if (name == "categories") return parts.categories;
    if (!dated) return {};
    if (name == "year") return padded(parts.date->year, 4);
    if (name == "short_year") return padded(parts.date->year % 100, 2);
    if (name == "month") return padded(parts.date->month, 2);
    if (name == "i_month") return cat(parts.date->month);
    if (name == "monthname" || name == "long_month")
        return std::string(month_names[static_cast<std::size_t>(parts.date->month - 1)]);
    if (name == "day") return padded(parts.date->day, 2);
    if (name == "i_day") return cat(parts.date->day);
    if (name == "yearday" || name == "y_day") return padded(day_of_year(*parts.date), 3);
    return {};
}

std::string_view style_pattern(std::string_view pattern) {
    if (pattern == "date") return "/:categories/:year/:month/:day/:title.html";
    if (pattern == "pretty") return "/:categories/:year/:month/:day/:title/";
    if (pattern == "ordinal") return "/:categories/:year/:y_day/:title.html";
    if (pattern == "none") return "/:categories/:title.html";
    return pattern;
}

}  // namespace

std::string fill_permalink(std::string_view pattern, const PermalinkParts& parts) {
    pattern = style_pattern(pattern);
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] != ':') {
            out += pattern[at++];
            continue;
        }
        std::size_t end = ++at;
        while (end < pattern.size() &&
               ((pattern[end] >= 'a' && pattern[end] <= 'z') || pattern[end] == '_'))
            ++end;
        std::string_view name = pattern.substr(at, end - at);
        at = end;
        if (name == "output_ext") continue;
        // `:sections[1:]` and the like: the selection is not made.
        if (at < pattern.size() && pattern[at] == '[')
            at = std::min(pattern.find(']', at), pattern.size() - 1) + 1;
        // Jekyll allows `:slug_x`; a token is the longest known beginning.
        out += token(name, parts);
    }
    return out;
}

std::string folder_url(std::string_view url, std::string* old_file) {
    std::string path = normal_path(url.substr(0, url.find_first_of("?#")));
    const std::string file = path;
    if (path == "index.html" || path == "index.htm")
        path.clear();
    else if (path.ends_with("/index.html"))
        path.resize(path.size() - 11);
    else if (path.ends_with(".html") || path.ends_with(".htm")) {
        path.resize(path.rfind('.'));
        if (old_file != nullptr) *old_file = file;
    }
    return path.empty() ? std::string() : encode_path(path) + "/";
}

std::string permalink(const Fields& fields, const Config& config, std::string* old_file) {
    const Entry& entry = fields.entry;
    const bool german = config.german();
    const bool keep_case = config.flavour == Flavour::jekyll ||
                           config.flavour == Flavour::eleventy ||
                           (config.flavour == Flavour::plain && fields.dated_name);
    std::string sections;
    // A bundle's last folder is its name.
    std::string_view folder = folder_of(entry.path);
    for (std::size_t begin = 0; begin < folder.size();) {
        const std::size_t end = std::min(folder.find('/', begin), folder.size());
        const std::string_view part = folder.substr(begin, end - begin);
        if (part != "_posts" && part != "_drafts") {
            if (!sections.empty()) sections += '/';
            sections += file_slug(part, german);
        }
        begin = end + 1;
    }
    PermalinkParts parts;
    parts.date = &entry.date;
    parts.sections = sections;
    const std::string section(sections.substr(0, sections.find('/')));
    parts.section = section;
    parts.file_name = file_slug(fields.bare_stem, german, keep_case);
    parts.slug = fields.slug.empty() ? parts.file_name : file_slug(fields.slug, german, keep_case);
    // Jekyll's :title is the file's name.
    parts.title = config.flavour == Flavour::jekyll || entry.title.empty()
                      ? parts.slug
                      : slug_of(entry.title, german);
    if (config.flavour == Flavour::jekyll)
        for (const std::string& category : entry.categories)
            parts.categories += cat(parts.categories.empty() ? "" : "/", slug_of(category, german));

    if (!fields.own_url.empty()) {
        std::string url = fields.own_url;
        if (url.find(':') != std::string::npos && url.find("://") == std::string::npos)
            url = fill_permalink(url, parts);
        if (const std::size_t host = url.find("://"); host != std::string::npos)
            url = url.substr(std::min(url.find('/', host + 3), url.size()));
        return folder_url(url, old_file);
    }
    const auto pattern_of = [&](std::string_view name) -> std::string {
        const auto it = config.permalinks.find(std::string(name));
        return it == config.permalinks.end() ? std::string() : it->second;
    };
    std::string pattern = section.empty() ? std::string() : pattern_of(entry.section);
    if (entry.kind == EntryKind::post) {
        if (pattern.empty()) pattern = pattern_of("");
        if (pattern.empty() && config.flavour == Flavour::jekyll)
            pattern = "/:categories/:year/:month/:day/:title/";
        // Without any configuration, dated names are read as Jekyll and its kin do.
        if (pattern.empty() && config.flavour != Flavour::hugo && fields.dated_name)
            pattern = "/:year/:month/:day/:slug/";
    }
    if (!pattern.empty() && entry.date.iso.empty() &&
        (pattern.find(":year") != std::string::npos || pattern.find(":month") != std::string::npos))
        pattern.clear();
    if (pattern.empty()) pattern = "/:sections/:slug/";
    return folder_url(fill_permalink(pattern, parts), old_file);
}

}  // namespace blatt::site
