#include "content/json.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "document/builder.h"
#include "document/sanitise.h"
#include "golden.h"
#include "testdata.h"

using namespace blatt::content;
using blatt::base::ErrorCode;

namespace {

std::string example(const char* name) {
    const std::string bytes =
        file_bytes(std::string(BLATT_SOURCE_DIR "/src/content/examples/") + name);
    REQUIRE_FALSE(bytes.empty());
    return bytes;
}

// "code where", or "ok".
template <class T>
std::string outcome(const blatt::base::Result<T>& result) {
    if (result) return "ok";
    CHECK_FALSE(result.error().message.empty());
    static constexpr const char* names[] = {"invalid_json",  "invalid_value",    "missing_field",
                                            "wrong_version", "invalid_encoding", "too_deep",
                                            "too_large",     "not_found",        "unreadable"};
    return std::string(names[static_cast<std::size_t>(result.error().code)]) + " " +
           result.error().where;
}

std::string page_outcome(const std::string& fields) {
    return outcome(read_page(R"({"version":1,"kind":"post",)" + fields + "}"));
}

std::string blocks_outcome(const std::string& blocks) {
    return page_outcome(R"("body":{"blocks":)" + blocks + "}");
}

std::string nested(const std::string& open, int times, const std::string& inner,
                   const std::string& close) {
    std::string out;
    for (int i = 0; i < times; ++i) out += open;
    out += inner;
    for (int i = 0; i < times; ++i) out += close;
    return out;
}

}  // namespace

TEST_CASE("the examples are read, and written they say the same") {
    const auto site = read_site(example("blog.json"));
    REQUIRE(site.has_value());
    CHECK(site->menu.at(1).children.at(0).title == "Schrift");
    CHECK(site->widgets.at(0).entries.at(0).count == 3);
    CHECK(site->strings[Text::latest_posts] == "Neueste Beiträge");
    CHECK(site->strings[Text::older_posts] == "Older posts");
    const auto site_again = read_site(write_site(*site));
    REQUIRE(site_again.has_value());
    CHECK(*site_again == *site);

    for (const char* name : {"post.json", "blocks.json", "list.json"}) {
        CAPTURE(name);
        const auto page = read_page(example(name));
        REQUIRE(page.has_value());
        const std::string written = write_page(*page);
        const auto again = read_page(written);
        REQUIRE(again.has_value());
        CHECK(*again == *page);
        CHECK(write_page(*again) == written);
    }
    const auto post = read_page(example("post.json"));
    CHECK(post->image.width == 1200);
    CHECK(post->body.images.at(0).width == 640.5f);
    CHECK(post->next.title == "Vom Druck");
    const auto list = read_page(example("list.json"));
    CHECK(list->teasers.at(0).authors.at(0) == "Ada Beispiel");
    CHECK(read_strings(example("strings.json")).has_value());
}

TEST_CASE("blocks are read as they are described") {
    const auto page = read_page(example("blocks.json"));
    REQUIRE(page.has_value());
    check_invariants(page->body.blocks);
    check_golden("document/json_blocks.txt", dump(page->body.blocks));
    // Every field of the example is one that is written.
    const auto compact = [](const std::string& json) {
        std::string out;
        for (const char c : json) {
            if (c != ' ' && c != '\n') out.push_back(c);
        }
        return out.size();
    };
    CHECK(compact(write_page(*page)) == compact(example("blocks.json")));
}

TEST_CASE("errors say where") {
    CHECK(outcome(read_page("{")) == "invalid_json ");
    CHECK(outcome(read_page("[]")) == "invalid_value ");
    CHECK(outcome(read_page("{}")) == "missing_field version");
    CHECK(outcome(read_page(R"({"version":2})")) == "wrong_version version");
    CHECK(outcome(read_page(R"({"version":0})")) == "invalid_value version");
    CHECK(outcome(read_page(R"({"version":"1"})")) == "invalid_value version");
    CHECK(outcome(read_page(R"({"version":1e300})")) == "invalid_value version");
    CHECK(outcome(read_page(R"({"version":1})")) == "missing_field kind");
    CHECK(outcome(read_page(R"({"version":1,"kind":"x"})")) == "invalid_value kind");
    CHECK(outcome(read_site(R"({"version":1})")) == "missing_field title");
    CHECK(outcome(read_site(R"({"version":1,"title":"a","base":"x"})")) == "invalid_value base");
    CHECK(outcome(read_site(
              R"({"version":1,"title":"a","menu":[{"title":"a","children":[{"url":"b"}]}]})")) ==
          "missing_field menu[0].children[0].title");
    CHECK(outcome(read_site(R"({"version":1,"title":"a","strings":{"tags":1}})")) ==
          "invalid_value strings.tags");
    CHECK(outcome(read_strings(R"({"version":1})")) == "missing_field strings");
    CHECK(page_outcome(R"("title":1)") == "invalid_value title");
    CHECK(page_outcome(R"("title":null)") == "ok");
    CHECK(page_outcome(R"("future":[{}])") == "ok");
    CHECK(page_outcome(R"("page_number":0)") == "invalid_value page_number");
    CHECK(page_outcome(R"("page_number":1.5)") == "invalid_value page_number");
    CHECK(page_outcome(R"("page_number":99999999999999999999)") == "invalid_value page_number");
    CHECK(page_outcome(R"("teasers":[{"url":"a"},{"url":"b","date":3}])") ==
          "invalid_value teasers[1].date");
    CHECK(page_outcome(R"("teasers":{})") == "invalid_value teasers");
    CHECK(page_outcome(R"("teasers":[1])") == "invalid_value teasers[0]");
    CHECK(page_outcome(R"("image":{"alt":"x"})") == "missing_field image.url");
    CHECK(page_outcome(R"("image":{"url":"x","width":-1})") == "invalid_value image.width");
    CHECK(page_outcome(R"("image":{"url":"x","height":"1"})") == "invalid_value image.height");
    CHECK(page_outcome(R"("body":{"markdown":"a","blocks":[]})") == "invalid_value body.blocks");
    CHECK(outcome(read_page(std::string((32u << 20) + 1, ' '))) == "too_large ");
}

TEST_CASE("blocks that are not as described are refused") {
    CHECK(blocks_outcome("{}") == "invalid_value body.blocks");
    CHECK(blocks_outcome(R"(["p"])") == "invalid_value body.blocks[0]");
    CHECK(blocks_outcome(R"([[]])") == "invalid_value body.blocks[0]");
    CHECK(blocks_outcome(R"([["script","x"]])") == "invalid_value body.blocks[0]");
    CHECK(blocks_outcome(R"([["p","a",["p","b"]]])") == "invalid_value body.blocks[0][2]");
    CHECK(blocks_outcome(R"([["p",["math","a"]]])") == "invalid_value body.blocks[0][1][1]");
    CHECK(blocks_outcome(R"([["p",["math",["em","a"]]]])") == "invalid_value body.blocks[0][1][1]");
    CHECK(blocks_outcome(R"([["p",["math",["mrow","a"]]]])") ==
          "invalid_value body.blocks[0][1][1][1]");
    CHECK(blocks_outcome(R"([["p",["math",["mi",{"href":"x"},"a"]]]])") ==
          "invalid_value body.blocks[0][1][1].href");
    CHECK(blocks_outcome(R"([["p",["mi","a"]]])") == "invalid_value body.blocks[0][1]");
    CHECK(blocks_outcome(R"([["pre",["math"]]])") == "invalid_value body.blocks[0][1]");
    CHECK(blocks_outcome(R"([["p",["kw","a"]]])") == "invalid_value body.blocks[0][1]");
    CHECK(blocks_outcome(R"([["pre",["kw",["em","a"]]]])") == "invalid_value body.blocks[0][1][1]");
    CHECK(blocks_outcome(R"([["blockquote","a"]])") == "invalid_value body.blocks[0][1]");
    CHECK(blocks_outcome(R"([["li",["p","a"]]])") == "invalid_value body.blocks[0]");
    CHECK(blocks_outcome(R"([["ul",["p","a"]]])") == "invalid_value body.blocks[0][1]");
    CHECK(blocks_outcome(R"([["table",["td"]]])") == "invalid_value body.blocks[0][1]");
    CHECK(blocks_outcome(R"([["details",["p","a"]]])") == "invalid_value body.blocks[0][1]");
    CHECK(blocks_outcome(R"([["details"]])") == "invalid_value body.blocks[0]");
    CHECK(blocks_outcome(R"([["details",["summary"],["summary"]]])") ==
          "invalid_value body.blocks[0][2]");
    CHECK(blocks_outcome(R"([["p",{"class":"masthead"},"a"]])") ==
          "invalid_value body.blocks[0].class");
    CHECK(blocks_outcome(R"([["p",{"align":"up"},"a"]])") == "invalid_value body.blocks[0].align");
    CHECK(blocks_outcome(R"([["p",{"id":1},"a"]])") == "invalid_value body.blocks[0].id");
    CHECK(blocks_outcome(R"([["ol",{"start":-1}]])") == "invalid_value body.blocks[0].start");
    CHECK(blocks_outcome(R"([["p",["a",{"url":"javascript:x"},"a"]]])") ==
          "invalid_value body.blocks[0][1].url");
    CHECK(blocks_outcome(R"([["p",["a",{"url":"java\tscript:x"},"a"]]])") ==
          "invalid_value body.blocks[0][1].url");
    CHECK(blocks_outcome(R"([["p",["img",{"url":"data:x"}]]])") ==
          "invalid_value body.blocks[0][1].url");
    CHECK(blocks_outcome(R"([["p",["fn",{"n":1,"url":"javascript:x"}]]])") ==
          "invalid_value body.blocks[0][1].url");
    CHECK(blocks_outcome(R"([["p",["time",{"url":"javascript:x"},"a"]]])") ==
          "invalid_value body.blocks[0][1].url");
    CHECK(blocks_outcome(R"([["p",["a",{"url":"/a"},["a",{"url":"/b"},"x"]]]])") ==
          "invalid_value body.blocks[0][1][2]");
    CHECK(blocks_outcome(R"([["p",1]])") == "invalid_value body.blocks[0][1]");
    CHECK(blocks_outcome(R"([["p",["em",{"onclick":"x"},"a"]]])") == "ok");
    CHECK(blocks_outcome(R"([["p","a\u0000b"]])") == "ok");
    const std::string quotes = nested(R"(["blockquote",)", 99, R"(["p","a"])", "]");
    CHECK(blocks_outcome("[" + quotes + "]") == "ok");
    const std::string deep = nested(R"(["blockquote",)", 100, R"(["p","a"])", "]");
    CHECK(blocks_outcome("[" + deep + "]").starts_with("too_deep body.blocks[0][1]"));
    const std::string deep_lists = nested(R"(["ul",["li",)", 60, R"(["p","a"])", "]]");
    CHECK(blocks_outcome("[" + deep_lists + "]").starts_with("too_deep"));
    const std::string spans = nested(R"(["em",)", 101, R"("a")", "]");
    CHECK(blocks_outcome(R"([["p",)" + spans + "]]").starts_with("too_deep"));
    CHECK(blocks_outcome("[" + nested("[", 100000, "", "]") + "]").starts_with("invalid_value"));
}

TEST_CASE("writing does not stumble over bytes that are not UTF-8") {
    Page page;
    page.title = "a\xFF";
    const auto again = read_page(write_page(page));
    REQUIRE(again.has_value());
    CHECK(again->title == "a\uFFFD");
}

TEST_CASE("a suite of JSON texts") {
    const std::string place = testdata();
    if (place.empty()) {
        MESSAGE("skipped: BLATT_TESTDATA names no folder with JSON texts");
        return;
    }
    int good = 0;
    int bad = 0;
    for (const auto& entry : std::filesystem::directory_iterator(place + "/json/test_parsing")) {
        const std::string name = entry.path().filename().string();
        const std::string bytes = file_bytes(entry.path().string());
        CAPTURE(name);
        // As a whole file, and as what a field that is ignored holds.
        for (const std::string& json :
             {bytes, R"({"version":1,"kind":"post","x":)" + bytes + "}"}) {
            const auto page = read_page(json);
            const bool not_json = !page.has_value() && page.error().code == ErrorCode::invalid_json;
            if (name.starts_with("y_")) CHECK_FALSE(not_json);
            // Inside an object some of them become whole.
            if (name.starts_with("n_") && json == bytes) CHECK(not_json);
            static_cast<void>(read_site(json));
            static_cast<void>(read_strings(json));
        }
        good += name.starts_with("y_");
        bad += name.starts_with("n_");
    }
    CHECK(good > 50);
    CHECK(bad > 50);
    MESSAGE(good << " good and " << bad << " bad texts");
}
