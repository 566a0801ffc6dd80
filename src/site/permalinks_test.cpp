#include "site/permalinks.h"

#include <doctest/doctest.h>

#include "site/date.h"
#include "site/slug.h"

using namespace blatt;
using namespace blatt::site;

namespace {

Fields post(std::string_view path, std::string_view stem, std::string_view date,
            std::string_view title = "Der Titel") {
    Fields fields;
    fields.entry.kind = EntryKind::post;
    fields.entry.path = path;
    fields.entry.section = std::string(path.substr(0, path.find('/')));
    fields.entry.title = title;
    if (auto parsed = parse_date(date)) fields.entry.date = *parsed;
    fields.bare_stem = stem;
    return fields;
}

}  // namespace

TEST_CASE("dates as bloggers write them") {
    const auto iso = [](std::string_view text) {
        const auto date = parse_date(text);
        return date ? date->iso : std::string("none");
    };
    CHECK(iso("2026-11-24") == "2026-11-24");
    CHECK(iso(" 2026-1-2 ") == "2026-01-02");
    CHECK(iso("2015-12-08 10:00:00 -5") == "2015-12-08T10:00:00-05:00");
    CHECK(iso("2015-12-08 9:00:00 -05") == "2015-12-08T09:00:00-05:00");
    CHECK(iso("2014-03-19T10:14:29-04:00") == "2014-03-19T10:14:29-04:00");
    CHECK(iso("2014-03-19T10:14:29+0200") == "2014-03-19T10:14:29+02:00");
    CHECK(iso("2024-01-01T10:00:00.123Z") == "2024-01-01T10:00:00Z");
    CHECK(iso("2024-01-01T10:00") == "2024-01-01T10:00:00");
    CHECK(iso("2024/02/29") == "2024-02-29");
    CHECK(iso("2021-09-31") == "none");
    CHECK(iso("2023-02-29") == "none");
    CHECK(iso("24.11.2026") == "none");
    CHECK(iso("2026-11-24 soon") == "none");
    CHECK(iso("") == "none");
    CHECK(parse_date("2026-11-24T00:00:00+01:00")->seconds + 3600 ==
          parse_date("2026-11-24")->seconds);
    CHECK(parse_date("1970-01-02")->seconds == 86400);
}

TEST_CASE("dated file names") {
    CHECK(split_dated_name("2014-04-09-blogpost")->rest == "blogpost");
    CHECK(split_dated_name("2014-04-09")->rest == "");
    CHECK(split_dated_name("2016-11-04-a b")->date.iso == "2016-11-04");
    CHECK_FALSE(split_dated_name("2021-09-31-x"));
    CHECK_FALSE(split_dated_name("2014-04-091"));
    CHECK_FALSE(split_dated_name("blogpost"));
}

TEST_CASE("slugs") {
    CHECK(slug_of("Über Größe & Maß", true) == "ueber-groesse-mass");
    CHECK(slug_of("Über", false) == "uber");
    CHECK(slug_of("  C++ / C#  ", true) == "cplusplus-csharp");
    CHECK(slug_of("Let’s go!", true) == "lets-go");
    CHECK(slug_of("Łódź, Čeština", false) == "lodz-cestina");
    CHECK(slug_of("U\xCC\x88"
                  "ber",
                  true) == "ueber");
    CHECK(slug_of("日本語", true) == "日本語");
    CHECK(slug_of("🎉", true) == "x");
    CHECK(file_slug("Verfassungsschutzberichte.de", true) == "verfassungsschutzberichte.de");
    CHECK(file_slug("a_b C", true) == "a_b-c");
    CHECK(file_slug("18Fpages", false, true) == "18Fpages");
    CHECK(file_slug("..", true) == "x");
    std::set<std::string> taken;
    CHECK(unique_slug("a", taken) == "a");
    CHECK(unique_slug("a", taken) == "a-2");
    CHECK(unique_slug("a", taken) == "a-3");
    CHECK(encode_path("/日/a b") == "/%E6%97%A5/a%20b");
    CHECK(decode_path("/%E6%97%A5/a%20b%") == "/日/a b%");
}

TEST_CASE("permalinks: Hugo's tokens, by section") {
    Config config;
    config.flavour = Flavour::hugo;
    config.language = "de";
    CHECK(permalink(post("posts/mein-text", "mein-text", "2026-11-24"), config) ==
          "posts/mein-text/");
    config.permalinks["posts"] = "/:year/:month/:day/:slug/";
    CHECK(permalink(post("posts/x", "Mein Text", "2026-01-02T23:00:00+01:00"), config) ==
          "2026/01/02/mein-text/");
    config.permalinks["posts"] = "/:section/:title/";
    CHECK(permalink(post("posts/x", "x", "2026-01-02", "Größe"), config) == "posts/groesse/");
    config.permalinks["labs"] = "/:filename";
    CHECK(permalink(post("labs/berlin", "berlin", ""), config) == "berlin/");
    config.permalinks["posts"] = "/:year/:slug/";
    CHECK(permalink(post("posts/undated", "undated", ""), config) == "posts/undated/");
    Fields own = post("posts/x", "x", "2026-01-02");
    own.own_url = "/elsewhere/here.html";
    std::string old_file;
    CHECK(permalink(own, config, &old_file) == "elsewhere/here/");
    CHECK(old_file == "elsewhere/here.html");
    own.own_url = "/../../etc/passwd";
    CHECK(permalink(own, config) == "etc/passwd/");
    own.own_url.clear();
    own.slug = "Eigener Name";
    CHECK(permalink(own, config) == "2026/eigener-name/");
}

TEST_CASE("permalinks: Jekyll's styles and bare folders") {
    Config jekyll;
    jekyll.flavour = Flavour::jekyll;
    Fields fields = post("_posts/2014-05-06-My-Text", "My-Text", "2014-05-06");
    fields.dated_name = true;
    fields.entry.categories = {"Web Design"};
    CHECK(permalink(fields, jekyll) == "web-design/2014/05/06/My-Text/");
    jekyll.permalinks[""] = "/:year/:title.html";
    std::string old_file;
    CHECK(permalink(fields, jekyll, &old_file) == "2014/My-Text/");
    CHECK(old_file == "2014/My-Text.html");
    jekyll.permalinks[""] = "pretty";
    CHECK(permalink(fields, jekyll) == "web-design/2014/05/06/My-Text/");

    const Config plain;
    Fields dated = post("posts/2014-05-06-my-text", "my-text", "2014-05-06");
    dated.dated_name = true;
    CHECK(permalink(dated, plain) == "2014/05/06/my-text/");
    CHECK(permalink(post("notes/My Text", "My Text", "2014-05-06"), plain) == "notes/my-text/");
}
