#include "document/sources.h"

#include <doctest/doctest.h>

using namespace blatt::document;

TEST_CASE("sources: candidates with widths, in order, each width once") {
    CHECK(write_sources(read_sources("/b.jpg 600w,/a.jpg 300w, /c.jpg  300w ")) ==
          "/a.jpg 300w, /b.jpg 600w");
    CHECK(write_sources(read_sources("/a,b c.jpg 1w, /a,b.jpg 20w, /x.jpg 30w")) ==
          "/a%2Cb.jpg 20w, /x.jpg 30w");
}

TEST_CASE("sources: what has no width or may not be loaded is left out") {
    CHECK(read_sources("a.jpg, b.jpg 2x, c.jpg 0w, d.jpg -3w, e.jpg 12wide").empty());
    CHECK(read_sources("javascript:x 100w, data:image/png;base64,AA 200w").empty());
    CHECK(write_sources(read_sources("/a.jpg 300w")).empty());
    CHECK(read_sources("").empty());
    CHECK(read_sources(", ,,  ,").empty());
}
