#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "golden.h"
#include "site/blog.h"
#include "site/pages.h"
#include "site/test_folder.h"
#include "testdata.h"

using namespace blatt;
using namespace blatt::site;

namespace {

Blog load_at(const std::string& folder, std::string_view now = "2026-11-24", bool drafts = false) {
    LoadOptions options;
    options.now = *parse_date(now);
    options.drafts = drafts;
    return load(folder, options);
}

std::string problems_of(const Blog& blog) {
    std::string out;
    for (const Problem& problem : blog.problems.list) out += to_line(problem, "") + "\n";
    return out;
}

std::string outline(const Blog& blog) {
    std::string out;
    const auto add = [&](std::string_view kind, const std::vector<Entry>& entries) {
        for (const Entry& entry : entries) {
            out += cat(kind, " ", entry.url, " \"", entry.title, "\" ", entry.date.iso, "\n");
            const auto list = [&](std::string_view name, const std::vector<std::string>& values) {
                if (values.empty()) return;
                out += cat("  ", name, ":");
                for (const std::string& value : values) out += cat(" [", value, "]");
                out += '\n';
            };
            list("authors", entry.authors);
            list("categories", entry.categories);
            list("tags", entry.tags);
            list("aliases", entry.aliases);
            if (!entry.language.empty()) out += cat("  language: ", entry.language, "\n");
            if (!entry.image.url.empty())
                out += cat("  image: ", entry.image.url, " ", static_cast<int>(entry.image.width),
                           "x", static_cast<int>(entry.image.height), " \"",
                           entry.image.alternative, "\"\n");
            out += cat("  teaser: ", entry.teaser_text, "\n");
        }
    };
    add("post", blog.posts);
    add("page", blog.pages);
    add("section", blog.sections);
    for (const Asset& asset : blog.assets)
        out += cat("file ", asset.url, " from ", asset.source, "\n");
    const std::function<void(const content::MenuItem&, int)> menu =
        [&](const content::MenuItem& item, int depth) {
            out += cat(std::string(static_cast<std::size_t>(depth) * 2, ' '), "menu \"", item.title,
                       "\" ", item.url, "\n");
            for (const content::MenuItem& child : item.children) menu(child, depth + 1);
        };
    for (const content::MenuItem& item : blog.menu) menu(item, 0);
    return out + problems_of(blog);
}

constexpr std::string_view svg =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 200\"/>";

}  // namespace

TEST_CASE("loading a Hugo blog") {
    TestFolder folder;
    folder.put("hugo.toml",
               "baseURL = 'https://x.example/blog/'\ntitle = 'X'\nlanguageCode = 'de-de'\n"
               "[permalinks]\nposts = '/:year/:slug/'\n"
               "[[menu.main]]\nname = 'Mehr'\nidentifier = 'mehr'\nweight = 2\n"
               "[[menu.main]]\nname = 'Über'\nparent = 'mehr'\npageRef = '/ueber'\n"
               "[[menu.main]]\nname = 'Fehlt'\nurl = '/fehlt/'\nweight = 1\n");
    folder.put("content/posts/eins.md",
               "---\ntitle: Eins\ndate: 2026-01-02\ntags: [Größe, b]\nauthor: Ada\n"
               "cover: {image: bild.svg, alt: Ein Bild}\naliases: [/alt/, alt2]\n---\n# Eins\n\n"
               "Der Anfang. [Zwei]({{< ref \"zwei\" >}})\n");
    folder.put("content/posts/zwei/index.md",
               "+++\ntitle = 'Zwei'\ndate = 2026-02-03\ncategories = ['News']\n+++\n"
               "![Alt](foto.svg)\n\nText <b>fett</b>.\n\n![](nicht-da.png)\n");
    folder.put("content/posts/zwei/foto.svg", svg);
    folder.put("content/posts/entwurf.md", "---\ntitle: E\ndate: 2026-01-01\ndraft: true\n---\n");
    folder.put("content/posts/morgen.md", "---\ntitle: M\ndate: 2026-12-01\n---\n");
    folder.put("content/posts/vorbei.md",
               "---\ntitle: V\ndate: 2026-01-01\nexpiryDate: 2026-02-01\n---\n");
    folder.put("content/posts/kaputt.md", "---\ntitle: [\n---\n");
    folder.put("content/ueber.md",
               "---\ntitle: Über\n---\nText mit [Link](posts/eins.md) und [Loch](/loch/).\n");
    folder.put("content/werkstatt/_index.md", "---\ntitle: Werkstatt\nweight: 3\n---\nText.\n");
    folder.put("content/werkstatt/presse.md", "---\ntitle: Presse\n---\nText.\n");
    folder.put("static/bild.svg", svg);
    const Blog blog = load_at(folder.path());
    check_golden("site/load_hugo.txt", outline(blog));
    CHECK(blog.skipped.drafts == 1);
    CHECK(blog.skipped.future == 1);
    CHECK(blog.skipped.expired == 1);
    CHECK(blog.skipped.failed == 1);
    CHECK(blog.problems.errors() == 1);
    REQUIRE(blog.posts.size() == 2);
    CHECK(blog.posts[1].body.markdown == "Der Anfang. [Zwei](/blog/2026/zwei/)\n");
    CHECK(blog.posts[0].body.markdown.empty());
    REQUIRE(blog.posts[0].body.images.size() == 2);
    CHECK(blog.posts[0].body.images[0].width == 300);
    CHECK(blog.posts[0].body.images[1].missing);
    CHECK(load_at(folder.path(), "2026-11-24", true).posts.size() == 5);
}

TEST_CASE("loading a Jekyll blog") {
    TestFolder folder;
    folder.put("_config.yml",
               "title: J\nurl: https://j.example\nbaseurl: /b\nauthor: {name: Grace}\n");
    folder.put("_posts/2014-05-06-Hello-World.md",
               "---\nlayout: post\ntitle: Hello\ncategories: web design\n"
               "redirect_from:\n  - /old.html\n---\n{{ site.title }} "
               "![p]({{ site.baseurl }}/assets/p.svg) {% post_url 2014-05-07-next %}\n");
    folder.put("_posts/2014-05-07-next.md",
               "---\ntitle: Next &amp; <em>last</em>\npublished: true\n---\nText.\n");
    folder.put("_posts/2014-05-08-hidden.md", "---\ntitle: Hidden\npublished: false\n---\n");
    folder.put("_drafts/idea.md", "---\ntitle: Idea\n---\n");
    folder.put("_layouts/post.html", "---\n---\n{{ content }}");
    folder.put("about.md", "---\ntitle: About\npermalink: /about.html\n---\nText.\n");
    folder.put("README.md", "# Not a page\n");
    folder.put("assets/p.svg", svg);
    check_golden("site/load_jekyll.txt", outline(load_at(folder.path())));
}

TEST_CASE("loading bare folders of Markdown") {
    TestFolder folder;
    folder.put("Erster Text.md", "# Ein Titel\n\nAbsatz eins.\n\nAbsatz zwei.\n");
    folder.put("zweiter.md", "Ohne Titel.\n\n![x](bilder/x.svg) [Erster](Erster%20Text.md)\n");
    folder.put("about.md", "# Über\n");
    folder.put("bilder/x.svg", svg);
    folder.put("latin1.md",
               "# Gr\xFC\xDF"
               "e\n");
    const Blog blog = load_at(folder.path());
    CHECK(blog.posts.size() == 3);
    CHECK(blog.pages.size() == 1);
    CHECK(blog.problems.errors() == 0);
    const auto by_url = [&](std::string_view url) {
        return std::find_if(blog.posts.begin(), blog.posts.end(),
                            [&](const Entry& entry) { return entry.url == url; });
    };
    REQUIRE(by_url("/erster-text/") != blog.posts.end());
    CHECK(by_url("/erster-text/")->title == "Ein Titel");
    CHECK(by_url("/erster-text/")->body.markdown == "Absatz eins.\n\nAbsatz zwei.\n");
    REQUIRE(by_url("/zweiter/") != blog.posts.end());
    CHECK(by_url("/zweiter/")->title == "Zweiter");
    CHECK(by_url("/zweiter/")->body.blocks.text.find("/bilder/x.svg") != std::string::npos);
    CHECK(by_url("/zweiter/")->body.blocks.text.find("/erster-text/") != std::string::npos);
    CHECK(load_at(folder.path() + "/nothing").posts.empty());
}

TEST_CASE("two files with one address both get one") {
    TestFolder folder;
    folder.put("posts/2020-01-01-same.md", "---\ntitle: A\nslug: same\n---\n");
    folder.put("posts/2020-01-01-other.md", "---\ntitle: B\nslug: same\n---\n");
    folder.put("posts/2020-01-01-third.md", "---\ntitle: C\nurl: /2020/01/01/same/\n---\n");
    const Blog blog = load_at(folder.path());
    REQUIRE(blog.posts.size() == 3);
    std::set<std::string> urls;
    for (const Entry& post : blog.posts) urls.insert(post.url);
    CHECK(urls.size() == 3);
    CHECK(urls.contains("/2020/01/01/same/"));
    CHECK(blog.problems.warnings() == 2);
}

TEST_CASE("real blogs load whole and without an error") {
    const std::string place = testdata();
    if (place.empty()) {
        MESSAGE("skipped: BLATT_TESTDATA names no folder with blogs");
        return;
    }
    const auto whole = [&](std::string_view name, std::size_t posts) {
        CAPTURE(name);
        Blog blog = load_at(cat(place, "/blogs/", name));
        CHECK(blog.posts.size() == posts);
        CHECK(blog.problems.errors() == 0);
        const std::size_t pages = blog.pages.size();
        const Pages made = make_pages(blog, content::Strings());
        std::size_t posts_made = 0;
        std::set<std::string> urls;
        for (const content::Page& page : made.pages) {
            posts_made += page.kind == content::PageKind::post ? 1 : 0;
            CHECK_MESSAGE(urls.insert(page.url).second, page.url);
            CHECK_FALSE(page.title.empty());
            if (page.kind == content::PageKind::post)
                CHECK_FALSE((page.body.markdown.empty() && page.body.blocks.blocks.empty()));
        }
        CHECK(posts_made == posts);
        CHECK(pages <= made.pages.size());
    };
    whole("codefor.de", 227);
    whole("18f", 504);
    whole("hugoBasicExample", 5);
    whole("eleventy-base-blog", 4);
}
