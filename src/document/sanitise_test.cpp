#include "document/sanitise.h"

#include <doctest/doctest.h>

using namespace blatt::document;

TEST_CASE("relative URLs and harmless schemes are allowed") {
    for (const char* url :
         {"", "/a", "a/b.html", "#x", "?q=a:b", "//host/x", "http://a", "HTTPS://a", "mailto:a@b",
          "tel:+49", "./a:b", "a/b:c", "%6aavascript:x", "öä:x"}) {
        CAPTURE(url);
        CHECK(url_allowed(url, UrlUse::link));
    }
    CHECK(url_allowed("https://a/b.png", UrlUse::image));
    CHECK(url_allowed("b.png", UrlUse::image));
}

TEST_CASE("other schemes are not, however they are written") {
    for (const char* url :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "java\tscript:x",
          "java\nscript:x", "\x01javascript:x", "java script:x", "javascript :x",
          "data:text/html,x", "vbscript:x", "file:///x", "blob:x", "filesystem:x", "about:blank",
          "view-source:x", "ws://x", "intent://x"}) {
        CAPTURE(url);
        CHECK_FALSE(url_allowed(url, UrlUse::link));
        CHECK_FALSE(url_allowed(url, UrlUse::image));
    }
    CHECK_FALSE(url_allowed("mailto:a@b", UrlUse::image));
    CHECK_FALSE(url_allowed("data:image/png;base64,AAAA", UrlUse::image));
}

TEST_CASE("encoding a URL makes it ASCII and is done once") {
    CHECK(url_encoded("/größe?a=b&c#d") == "/gr%C3%B6%C3%9Fe?a=b&c#d");
    CHECK(url_encoded("a b\"<>`[\\]") == "a%20b%22%3C%3E%60%5B%5C%5D");
    CHECK(url_encoded("%20%zz") == "%20%zz");
    const std::string once = url_encoded("ä \n\x7F");
    CHECK(url_encoded(once) == once);
}

TEST_CASE("another host is a third party") {
    const char* own = "https://blog.example";
    CHECK(is_third_party("https://x.example/a.png", own));
    CHECK(is_third_party("//x.example/a.png", own));
    CHECK(is_third_party("http://blog.example.evil/", own));
    CHECK(is_third_party("https://blog.example@evil.example/", own));
    CHECK(is_third_party("\\\\evil.example/", own));
    CHECK(is_third_party(" \thttps://evil.example/", own));
    CHECK(is_third_party("https://x.example/", ""));
    CHECK_FALSE(is_third_party("https://blog.example/a.png", own));
    CHECK_FALSE(is_third_party("//BLOG.example/a.png", own));
    CHECK_FALSE(is_third_party("https://user@blog.example/a.png", own));
    CHECK_FALSE(is_third_party("/a.png", own));
    CHECK_FALSE(is_third_party("a//b.png", own));
    CHECK_FALSE(is_third_party("", own));
    CHECK_FALSE(is_third_party("mailto:a@x.example", own));
}
