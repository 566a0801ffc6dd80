#include "site/pages.h"

#include <algorithm>
#include <set>

#include "document/builder.h"
#include "site/slug.h"
#include "site/terms.h"
#include "site/text.h"

namespace blatt::site {

using content::Page;
using content::PageKind;
using content::Reference;
using content::Strings;
using content::Teaser;
using content::Text;

namespace {

constexpr std::size_t newest_in_sidebar = 5;
constexpr std::size_t tags_in_sidebar = 12;
constexpr float smallest_teaser_picture = 200;

std::string posts_in_words(const Strings& strings, std::size_t count) {
    const Text key = count == 1 ? Text::posts_count_one : Text::posts_count;
    return content::format(strings[key], {{"count", std::to_string(count)}});
}

std::string full_language(const Entry& entry, const Config& config) {
    return entry.language.empty() ? config.language : entry.language;
}

class Writer {
  public:
    Writer(Blog& blog, const Strings& strings)
        : blog_(blog),
          strings_(strings),
          categories_(blog, "categories", &Entry::categories),
          tags_(blog, "tags", &Entry::tags),
          authors_(blog, "authors", &Entry::authors) {}

    Pages make();

  private:
    void site();
    void teasers();
    void articles();
    void sections();
    void terms(const Terms& terms, Text title);
    void archive();
    void not_found();
    void redirects();

    Page article(Entry& entry, PageKind kind);
    // A list of posts over as many pages as it takes.
    void list(std::string_view title, std::string_view description, const std::string& url,
              const std::vector<std::size_t>& posts);
    void overview(std::string_view title, const std::string& url,
                  const std::vector<Reference>& entries);
    bool add(Page page);
    std::string archive_url() const {
        return cat(blog_.config.base, blog_.config.german() ? "archiv/" : "archive/");
    }

    Blog& blog_;
    const Strings& strings_;
    Terms categories_, tags_, authors_;
    std::vector<Teaser> teasers_;  // by post
    std::set<std::string> urls_;
    Pages out_;
};

bool Writer::add(Page page) {
    if (!urls_.insert(page.url).second) return false;
    out_.pages.push_back(std::move(page));
    return true;
}

void Writer::site() {
    const Config& config = blog_.config;
    content::Site& site = out_.site;
    site.title = config.title;
    site.tagline = config.tagline;
    site.description = config.description;
    site.language = config.language;
    site.origin = config.origin;
    site.base = config.base;
    site.footer_note = config.footer_note;
    site.menu = blog_.menu;
    // No menu was written: the ways through the posts are offered after the pages.
    if (!blog_.own_menu) {
        if (!categories_.all().empty())
            site.menu.push_back({strings_[Text::categories], categories_.url(), {}});
        if (!tags_.all().empty()) site.menu.push_back({strings_[Text::tags], tags_.url(), {}});
        if (!blog_.posts.empty()) site.menu.push_back({strings_[Text::archive], archive_url(), {}});
    }
    site.footer_menu = blog_.footer_menu;
    site.strings = strings_;
    const auto widget = [&](Text title, std::vector<Reference> entries) {
        if (!entries.empty()) site.widgets.push_back({strings_[title], {}, std::move(entries)});
    };
    std::vector<Reference> newest, categories, tags;
    for (std::size_t i = 0; i < std::min(newest_in_sidebar, blog_.posts.size()); ++i)
        newest.push_back({blog_.posts[i].title, blog_.posts[i].url, 0});
    for (const Term* term : categories_.most_used(12))
        categories.push_back({term->title, term->url, static_cast<int>(term->posts.size())});
    for (const Term* term : tags_.most_used(tags_in_sidebar)) {
        // A tag of one post leads to nothing else; it stands here only where all are such.
        if (term->posts.size() < 2 && tags.size() >= 3) break;
        tags.push_back({term->title, term->url, static_cast<int>(term->posts.size())});
    }
    widget(Text::latest_posts, std::move(newest));
    widget(Text::categories, std::move(categories));
    widget(Text::tags, std::move(tags));
}

void Writer::teasers() {
    for (const Entry& post : blog_.posts) {
        Teaser teaser;
        teaser.url = post.url;
        teaser.title = post.title;
        teaser.date = post.date.iso;
        teaser.language = post.language;
        teaser.excerpt = post.teaser_text;
        teaser.authors = post.authors;
        teaser.categories = categories_.references(post.categories);
        teaser.reading_minutes = post.reading_minutes;
        teaser.image = post.image;
        // The first picture of the text stands in; a small one is an icon or a badge.
        if (teaser.image.url.empty())
            for (const content::Image& image : post.body.images)
                if (!image.missing && image.width >= smallest_teaser_picture &&
                    image.url.starts_with('/')) {
                    teaser.image = image;
                    break;
                }
        teaser.image.caption.clear();
        teasers_.push_back(std::move(teaser));
    }
}

Page Writer::article(Entry& entry, PageKind kind) {
    Page page;
    page.kind = kind;
    page.url = entry.url;
    page.title = entry.title;
    page.language = full_language(entry, blog_.config);
    page.description = entry.description.empty() ? entry.teaser_text : entry.description;
    page.date = kind == PageKind::post ? entry.date.iso : std::string();
    page.modified = entry.modified.iso;
    page.excerpt = entry.excerpt;
    page.hyphens = entry.hyphens;
    page.image = entry.image;
    const auto same = [&](const content::Image& image) { return image.url == entry.image.url; };
    // The text shows it itself.
    if (std::any_of(entry.body.images.begin(), entry.body.images.end(), same)) page.image = {};
    if (kind == PageKind::post) {
        page.authors = authors_.references(entry.authors);
        page.categories = categories_.references(entry.categories);
        page.tags = tags_.references(entry.tags);
        page.reading_minutes = entry.reading_minutes;
    }
    page.body = std::move(entry.body);
    return page;
}

void Writer::articles() {
    for (std::size_t i = 0; i < blog_.posts.size(); ++i) {
        Page page = article(blog_.posts[i], PageKind::post);
        if (i + 1 < blog_.posts.size())
            page.previous = {blog_.posts[i + 1].title, blog_.posts[i + 1].url, 0};
        if (i > 0) page.next = {blog_.posts[i - 1].title, blog_.posts[i - 1].url, 0};
        add(std::move(page));
    }
    for (Entry& entry : blog_.pages) add(article(entry, PageKind::page));
}

void Writer::list(std::string_view title, std::string_view description, const std::string& url,
                  const std::vector<std::size_t>& posts) {
    const auto size = static_cast<std::size_t>(blog_.config.page_size);
    const std::size_t count = std::max<std::size_t>(1, (posts.size() + size - 1) / size);
    if (urls_.contains(url)) return;
    for (std::size_t number = 1; number <= count; ++number) {
        Page page;
        page.kind = PageKind::list;
        page.url = number == 1 ? url : cat(url, "page/", number, "/");
        page.title = title;
        page.language = blog_.config.language;
        page.description = description;
        page.page_number = static_cast<int>(number);
        page.page_count = static_cast<int>(count);
        page.list_url = url;
        for (std::size_t i = (number - 1) * size; i < std::min(number * size, posts.size()); ++i)
            page.teasers.push_back(teasers_[posts[i]]);
        if (add(std::move(page))) ++out_.lists;
    }
}

// A page that lists links: sections of pages, all tags.
void Writer::overview(std::string_view title, const std::string& url,
                      const std::vector<Reference>& entries) {
    document::Builder builder;
    builder.open(document::BlockKind::list);
    for (const Reference& entry : entries) {
        builder.open(document::BlockKind::list_item);
        const document::BlockId line = builder.open(document::BlockKind::paragraph);
        builder.block(line).tight = true;
        builder.open_link(entry.url);
        builder.text(entry.title);
        builder.close_span();
        if (entry.count > 0)
            builder.text(
                cat(" – ", posts_in_words(strings_, static_cast<std::size_t>(entry.count))));
        builder.close();
        builder.close();
    }
    builder.close();
    Page page;
    page.kind = PageKind::page;
    page.url = url;
    page.title = title;
    page.language = blog_.config.language;
    page.body.blocks = builder.finish();
    add(std::move(page));
}

void Writer::sections() {
    std::vector<std::size_t> all(blog_.posts.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    const std::string& base = blog_.config.base;
    std::string home_note = blog_.config.description;
    std::string home_title = strings_[Text::latest_posts];

    const auto posts_below = [&](const std::string& path) {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < blog_.posts.size(); ++i)
            if (blog_.posts[i].path.starts_with(path + "/")) out.push_back(i);
        return out;
    };
    const auto pages_below = [&](const std::string& path) {
        std::vector<const Entry*> found;
        for (const Entry& entry : blog_.pages)
            if (entry.path.starts_with(path + "/")) found.push_back(&entry);
        std::stable_sort(found.begin(), found.end(), [](const Entry* a, const Entry* b) {
            return a->weight != b->weight ? a->weight < b->weight
                                          : lower_ascii(a->title) < lower_ascii(b->title);
        });
        std::vector<Reference> out;
        for (const Entry* entry : found) out.push_back({entry->title, entry->url, 0});
        return out;
    };
    std::set<std::string> done;
    for (Entry& entry : blog_.sections) {
        done.insert(entry.path);
        if (entry.url == base) {
            if (!entry.description.empty())
                home_note = entry.description;
            else if (!entry.teaser_text.empty())
                home_note = entry.teaser_text;
            continue;
        }
        const auto posts = entry.path.empty() ? all : posts_below(entry.path);
        if (!posts.empty()) {
            const bool only_title = entry.teaser_text == entry.title;
            list(entry.title,
                 entry.description.empty() && !only_title ? entry.teaser_text : entry.description,
                 entry.url, posts);
        } else if (entry.words == 0 && entry.body.images.empty()) {
            overview(entry.title, entry.url, pages_below(entry.path));
        } else {
            add(article(entry, PageKind::page));
        }
    }
    list(home_title, home_note, base, all);
    std::set<std::string> names;
    for (const auto* entries : {&blog_.posts, &blog_.pages})
        for (const Entry& entry : *entries)
            if (!entry.section.empty() && !entry.section.starts_with('_'))
                names.insert(entry.section);
    for (const std::string& name : names) {
        if (done.contains(name)) continue;
        const std::string url = cat(base, encode_path(file_slug(name, blog_.config.german())), "/");
        std::string title = replace_all(name, "-", " ");
        if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
        const auto posts = posts_below(name);
        if (!posts.empty())
            list(title, {}, url, posts);
        else
            overview(title, url, pages_below(name));
    }
}

void Writer::terms(const Terms& terms, Text title) {
    if (terms.all().empty()) return;
    std::vector<Reference> entries;
    for (const Term& term : terms.all()) {
        list(term.title, posts_in_words(strings_, term.posts.size()), term.url, term.posts);
        entries.push_back({term.title, term.url, static_cast<int>(term.posts.size())});
    }
    // The authors' overview has no name in the interface's texts; nothing links to it.
    if (title != Text::by_author) overview(strings_[title], terms.url(), entries);
}

void Writer::archive() {
    Page page;
    page.kind = PageKind::archive;
    page.url = archive_url();
    page.list_url = page.url;
    page.title = strings_[Text::archive];
    page.language = blog_.config.language;
    for (const Teaser& full : teasers_) {
        Teaser teaser;
        teaser.url = full.url;
        teaser.title = full.title;
        teaser.date = full.date;
        teaser.language = full.language;
        page.teasers.push_back(std::move(teaser));
    }
    if (add(std::move(page))) ++out_.lists;
}

void Writer::not_found() {
    Page page;
    page.kind = PageKind::not_found;
    page.url = cat(blog_.config.base, "404.html");
    page.title = strings_[Text::not_found_title];
    page.language = blog_.config.language;
    add(std::move(page));
}

void Writer::redirects() {
    std::set<std::string> taken;
    for (const auto* entries : {&blog_.posts, &blog_.pages, &blog_.sections})
        for (const Entry& entry : *entries)
            for (const std::string& alias : entry.aliases) {
                if (alias == entry.url) continue;
                if (urls_.contains(alias) || !taken.insert(alias).second) {
                    blog_.problems.warn(
                        "alias", entry.source, 1,
                        cat("the alias ", alias, " is the address of another page already"));
                    continue;
                }
                out_.redirects.push_back({alias, entry.url});
            }
    std::sort(out_.redirects.begin(), out_.redirects.end(),
              [](const Redirect& a, const Redirect& b) { return a.from < b.from; });
}

Pages Writer::make() {
    site();
    teasers();
    articles();
    sections();
    terms(categories_, Text::categories);
    terms(tags_, Text::tags);
    terms(authors_, Text::by_author);
    archive();
    not_found();
    redirects();
    return std::move(out_);
}

}  // namespace

Pages make_pages(Blog& blog, const Strings& strings) { return Writer(blog, strings).make(); }

}  // namespace blatt::site
