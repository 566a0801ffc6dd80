#include "site/terms.h"

#include <algorithm>

#include "site/slug.h"
#include "site/text.h"

namespace blatt::site {

Terms::Terms(const Blog& blog, std::string_view folder, std::vector<std::string> Entry::*names)
    : url_(cat(blog.config.base, folder, "/")), german_(blog.config.german()) {
    struct Found {
        std::map<std::string, int> spellings;
        std::vector<std::size_t> posts;
    };
    std::map<std::string, Found> found;
    for (std::size_t i = 0; i < blog.posts.size(); ++i)
        for (const std::string& name : blog.posts[i].*names) {
            Found& term = found[slug_of(name, german_)];
            ++term.spellings[name];
            if (term.posts.empty() || term.posts.back() != i) term.posts.push_back(i);
        }
    for (auto& [slug, term] : found) {
        const auto best =
            std::max_element(term.spellings.begin(), term.spellings.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        std::string title = best->first;
        // Hugo and others write categories small in files and large on pages.
        if (folder == "categories" && title[0] >= 'a' && title[0] <= 'z')
            title[0] = static_cast<char>(title[0] - 'a' + 'A');
        terms_.push_back(
            {std::move(title), cat(url_, encode_path(slug), "/"), std::move(term.posts)});
    }
    std::stable_sort(terms_.begin(), terms_.end(), [](const Term& a, const Term& b) {
        return lower_ascii(a.title) < lower_ascii(b.title);
    });
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        const std::string_view end = std::string_view(terms_[i].url).substr(url_.size());
        by_slug_[std::string(end.substr(0, end.size() - 1))] = i;
    }
}

std::vector<const Term*> Terms::most_used(std::size_t limit) const {
    std::vector<const Term*> out;
    for (const Term& term : terms_) out.push_back(&term);
    std::stable_sort(out.begin(), out.end(), [](const Term* a, const Term* b) {
        return a->posts.size() > b->posts.size();
    });
    if (out.size() > limit) out.resize(limit);
    return out;
}

std::vector<content::Reference> Terms::references(const std::vector<std::string>& names) const {
    std::vector<content::Reference> out;
    for (const std::string& name : names) {
        const auto it = by_slug_.find(encode_path(slug_of(name, german_)));
        if (it == by_slug_.end()) continue;
        const Term& term = terms_[it->second];
        const auto same = [&](const content::Reference& other) { return other.url == term.url; };
        if (std::none_of(out.begin(), out.end(), same)) out.push_back({term.title, term.url, 0});
    }
    return out;
}

}  // namespace blatt::site
