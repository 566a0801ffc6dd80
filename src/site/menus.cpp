#include "site/menus.h"

#include <algorithm>

#include "site/slug.h"
#include "site/text.h"

namespace blatt::site {

namespace {

using content::MenuItem;

struct Placed {
    MenuEntry entry;
    std::string url;
    bool used = false;
};

std::string url_of(const MenuEntry& entry, Blog& blog, const PlaceIndex& places) {
    const std::string& base = blog.config.base;
    Entry top;
    top.url = base;
    if (!entry.page_ref.empty())
        if (const auto page = places.page(entry.page_ref, top)) return *page;
    std::string url = entry.url.empty() ? entry.page_ref : entry.url;
    if (url.empty() || url.find(':') != std::string::npos || url.starts_with("//") ||
        url.starts_with('#'))
        return url;
    if (!blog.config.origin.empty() && url.starts_with(blog.config.origin))
        url.erase(0, blog.config.origin.size());
    if (base != "/" && !url.starts_with(base)) url = join_url(base, url);
    if (!url.starts_with('/')) url = join_url(base, url);
    if (!places.leads_somewhere(url)) {
        blog.problems.warn("menu", blog.config.file, entry.line,
                           cat("the menu entry \"", entry.name, "\" leads to no page: ", url));
        return url;
    }
    const std::size_t end = url.find_first_of("?#");
    if (end == std::string::npos && !url.ends_with('/') &&
        url.find('.', url.rfind('/')) == std::string::npos)
        url += '/';
    return url;
}

std::vector<MenuItem> children_of(std::vector<Placed>& all, std::string_view identifier,
                                  std::string_view name, int depth) {
    std::vector<MenuItem> out;
    if (depth > 3) return out;
    for (Placed& placed : all) {
        const std::string& parent = placed.entry.parent;
        const bool mine = depth == 0 ? parent.empty()
                                     : !parent.empty() && (parent == identifier || parent == name);
        if (!mine || placed.used) continue;
        placed.used = true;
        MenuItem item;
        item.title = placed.entry.name;
        item.url = placed.url;
        item.children = children_of(all, placed.entry.identifier, placed.entry.name, depth + 1);
        out.push_back(std::move(item));
    }
    return out;
}

std::vector<MenuItem> build(std::vector<Placed> all, Blog& blog) {
    std::stable_sort(all.begin(), all.end(), [](const Placed& a, const Placed& b) {
        // Hugo's order: weight, and what has none comes last.
        const auto key = [](const Placed& p) { return p.entry.weight == 0 ? 1e9 : p.entry.weight; };
        return key(a) < key(b);
    });
    std::vector<MenuItem> out = children_of(all, {}, {}, 0);
    for (const Placed& placed : all) {
        if (placed.used) continue;
        blog.problems.warn("menu", blog.config.file, placed.entry.line,
                           cat("the menu entry \"", placed.entry.name,
                               "\" names a parent that does not exist: ", placed.entry.parent));
        out.push_back({placed.entry.name, placed.url, {}});
    }
    return out;
}

bool is_for_the_footer(std::string_view url) {
    for (const std::string_view word :
         {"impressum", "imprint", "datenschutz", "privacy", "kontakt", "contact", "legal", "terms",
          "agb", "barrierefreiheit", "accessibility"})
        if (url.find(word) != std::string_view::npos) return true;
    return false;
}

}  // namespace

void make_menus(Blog& blog, const PlaceIndex& places) {
    std::vector<Placed> main, footer;
    for (const MenuEntry& entry : blog.config.main_menu)
        main.push_back({entry, url_of(entry, blog, places)});
    for (const MenuEntry& entry : blog.config.footer_menu)
        footer.push_back({entry, url_of(entry, blog, places)});
    for (const auto* entries : {&blog.sections, &blog.pages, &blog.posts})
        for (const Entry& page : *entries) {
            for (MenuEntry entry : page.main_menu) {
                if (entry.name.empty()) entry.name = page.title;
                main.push_back({std::move(entry), page.url});
            }
            for (MenuEntry entry : page.footer_menu) {
                if (entry.name.empty()) entry.name = page.title;
                footer.push_back({std::move(entry), page.url});
            }
        }
    // No menu was written: the pages at the top are what a reader would look for.
    const bool no_main = main.empty(), no_footer = footer.empty();
    blog.own_menu = !no_main;
    std::vector<const Entry*> tops;
    for (const auto* entries : {&blog.sections, &blog.pages})
        for (const Entry& page : *entries)
            if (page.section.empty() && page.url != blog.config.base) tops.push_back(&page);
    std::stable_sort(tops.begin(), tops.end(),
                     [](const Entry* a, const Entry* b) { return a->weight < b->weight; });
    for (const Entry* page : tops) {
        const bool low = is_for_the_footer(page->url);
        MenuEntry entry;
        entry.name = page->title;
        entry.identifier = page->url;
        if (low && no_footer)
            footer.push_back({entry, page->url});
        else if (!low && no_main && main.size() < 7)
            main.push_back({entry, page->url});
    }
    blog.menu = build(std::move(main), blog);
    blog.footer_menu = build(std::move(footer), blog);
}

}  // namespace blatt::site
