#include "site/write.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "content/json.h"
#include "golden.h"
#include "site/front_end.h"
#include "site/page_html.h"
#include "site/test_folder.h"

using namespace blatt;
using namespace blatt::site;

namespace {

void fill(TestFolder& folder) {
    folder.put("content/config.yaml",
               "title: T & <b>\nbaseURL: https://t.example/b/\nlanguageCode: de\npaginate: 2\n");
    for (int i = 1; i <= 5; ++i)
        folder.put(cat("content/posts/p", i, ".md"),
                   cat("---\ntitle: \"P ", i, " & <i>\"\ndate: 2026-01-0", i,
                       "\ntags: [Größe]\ncategories: [k", i % 2, "]\nauthor: Ada\naliases: [/alt",
                       i, "/]\n---\nText ", i, ".\n"));
    folder.put("content/impressum.md", "---\ntitle: Impressum\n---\nText.\n");
    folder.put("content/static/a/b.txt", "file\n");
    folder.put("front/blatt.js", "js\n").put("front/blatt.wasm", "wasm\n");
    folder.put("web/blatt-blog.js", "import './blatt.js';\n")
        .put("web/bridge.js", "no\n")
        .put("web/x.test.js", "no\n");
    folder.put("icons/icon.svg", "<svg/>");
}

base::Result<Written> write_to(const TestFolder& folder, const std::string& target,
                               Problems& problems) {
    LoadOptions options;
    options.now = *parse_date("2026-11-24");
    Blog blog = load(folder.path() + "/content", options);
    const Pages pages = make_pages(blog, content::Strings());
    const auto front =
        read_front_end(folder.path() + "/front", folder.path() + "/web", folder.path() + "/icons");
    if (!front) return std::unexpected(front.error());
    return write(pages, blog, *front,
                 {target,
                  "<title>{{title}}</title>{{description}}{{meta}}{{icon}}{{preloads}}{{script}}<x "
                  "src=\"{{base}}\">"
                  "</x><!--{{body}}-->\n",
                  "shell.html"},
                 problems);
}

std::string all_bytes(const std::string& folder) {
    std::string out;
    for (const std::string& file : list_files(folder))
        out += cat("== ", file, "\n", *read_file(cat(folder, "/", file)), "\n");
    return out;
}

// The folder's name changes with every edit of the style sheet; the goldens need not.
std::string without_hash(std::string text) {
    constexpr std::string_view folder = "assets/";
    for (std::size_t at = 0; (at = text.find(folder, at)) != std::string::npos; ++at)
        text.replace(at + folder.size(), 16, "HASH");
    return text;
}

}  // namespace

TEST_CASE("a site is written whole, and the same each time") {
    TestFolder folder;
    fill(folder);
    Problems problems;
    const std::string target = folder.path() + "/out/site";
    const auto written = write_to(folder, target, problems);
    REQUIRE(written.has_value());
    CHECK(problems.list.empty());
    std::string names;
    for (const std::string& file : list_files(target)) names += file + "\n";
    check_golden("site/write_files.txt", without_hash(names));
    // The body is the business of app and semantics, and of their goldens.
    const std::string html = *read_file(target + "/index.html");
    check_golden("site/write_head.html", without_hash(html.substr(0, html.find("<!--"))));
    CHECK(html.find("href=\"/b/posts/p5/\"") != std::string::npos);
    CHECK(html.find("P 5 &amp;") != std::string::npos);
    const std::string first = all_bytes(target);
    REQUIRE(write_to(folder, target, problems).has_value());
    CHECK(all_bytes(target) == first);
    CHECK(list_files(folder.path() + "/out").size() == list_files(target).size());

    // Every page and the site can be read back.
    CHECK(content::read_site(*read_file(target + "/blog.json")).has_value());
    for (const std::string& file : list_files(target))
        if (file.ends_with("index.json"))
            CHECK_MESSAGE(content::read_page(*read_file(cat(target, "/", file))).has_value(), file);
}

TEST_CASE("a folder of other things is not replaced") {
    TestFolder folder;
    fill(folder);
    folder.put("mine/letter.txt", "dear");
    Problems problems;
    CHECK_FALSE(write_to(folder, folder.path() + "/mine", problems).has_value());
    CHECK(read_file(folder.path() + "/mine/letter.txt").value_or("") == "dear");
    CHECK_FALSE(write_to(folder, folder.path() + "/mine/letter.txt", problems).has_value());
    CHECK(list_files(folder.path() + "/mine").size() == 1);
}

TEST_CASE("a template that names what does not exist is an error with its line") {
    const auto shell = make_shell("a\n{{titel}}", "shell.html", content::Site(), FrontEnd());
    REQUIRE_FALSE(shell.has_value());
    CHECK(shell.error().where == "shell.html:2");
}

TEST_CASE("the front end's folder changes with its bytes") {
    TestFolder folder;
    fill(folder);
    const auto folder_name = [&] {
        return read_front_end(folder.path() + "/front", folder.path() + "/web",
                              folder.path() + "/icons")
            ->folder;
    };
    const std::string before = folder_name();
    CHECK(before.size() == std::string("assets/").size() + 16);
    CHECK(folder_name() == before);
    folder.put("front/blatt.wasm", "other\n");
    CHECK(folder_name() != before);
    CHECK_FALSE(read_front_end(folder.path() + "/none", folder.path() + "/web", {}).has_value());
    CHECK(read_front_end({}, {}, {})->files.size() == 1);
}
