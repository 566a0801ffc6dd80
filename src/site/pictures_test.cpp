#include "site/pictures.h"

#include <doctest/doctest.h>

#include "site/blog.h"
#include "site/test_folder.h"

using namespace blatt;
using namespace blatt::site;

namespace {

std::string bytes(std::initializer_list<int> values) {
    std::string out;
    for (const int value : values) out += static_cast<char>(value);
    return out;
}

// The head of a JPEG of 300 x 200 pixels with an Exif part.
std::string jpeg(const std::string& tiff) {
    const auto size = static_cast<int>(tiff.size()) + 8;
    return bytes({0xFF, 0xD8, 0xFF, 0xE1, size >> 8, size & 0xFF}) + std::string("Exif\0\0", 6) +
           tiff +
           bytes({0xFF, 0xC0, 0, 17, 8, 0, 200, 1, 44, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0});
}

std::string svg(int width, int height) {
    return cat("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", width, "\" height=\"", height,
               "\"/>");
}

}  // namespace

TEST_CASE("pictures: a JPEG is as high and wide as it is shown, turned as its camera was") {
    const std::string upright =
        std::string("II*\0", 4) + bytes({8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0});
    const std::string turned =
        std::string("MM\0*", 4) + bytes({0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0});
    TestFolder folder;
    folder.put("a.jpg", jpeg(upright)).put("b.jpg", jpeg(turned));
    folder.put("cut.jpg", jpeg(turned).substr(0, 30)).put("odd.jpg", jpeg("MM"));
    CHECK(picture_size(folder.path() + "/a.jpg") == base::Size{300, 200});
    CHECK(picture_size(folder.path() + "/b.jpg") == base::Size{200, 300});
    CHECK(picture_size(folder.path() + "/odd.jpg") == base::Size{300, 200});
    CHECK_FALSE(picture_size(folder.path() + "/cut.jpg").has_value());
}

TEST_CASE("pictures: an AVIF's size is that of the whole, not of its parts") {
    const auto part = [](int width, int height) {
        return "ispe" + bytes({0, 0, 0, 0, 0, 0, width >> 8, width & 0xFF, 0, 0, height >> 8,
                               height & 0xFF});
    };
    TestFolder folder;
    folder.put("a.avif", part(160, 100) + part(640, 400) + part(320, 400));
    folder.put("b.avif", part(640, 400) + "irot" + bytes({1}));
    CHECK(picture_size(folder.path() + "/a.avif") == base::Size{640, 400});
    CHECK(picture_size(folder.path() + "/b.avif") == base::Size{400, 640});
}

TEST_CASE("pictures: the sizes that lie beside a picture are offered, other cuts are not") {
    TestFolder folder;
    folder.put("content/posts/a.md",
               "---\ntitle: A\ndate: 2026-01-02\n---\n![x](/i/x-300x200.svg)\n");
    folder.put("static/i/x.svg", svg(1200, 800)).put("static/i/x-300x200.svg", svg(300, 200));
    folder.put("static/i/x-768x512.svg", svg(768, 512))
        .put("static/i/x-150x150.svg", svg(150, 150));
    folder.put("static/i/x-large.svg", svg(900, 600)).put("static/i/xy.svg", svg(600, 400));
    LoadOptions options;
    options.now = *parse_date("2026-11-24");
    const Blog blog = load(folder.path(), options);
    REQUIRE(blog.posts.size() == 1);
    REQUIRE(blog.posts[0].body.images.size() == 1);
    CHECK(blog.posts[0].body.images[0].sources ==
          "/i/x-300x200.svg 300w, /i/x-768x512.svg 768w, /i/x.svg 1200w");
}
