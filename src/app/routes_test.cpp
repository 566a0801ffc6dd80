#include "app/routes.h"

#include <doctest/doctest.h>

using namespace blatt::app;

TEST_CASE("routes: a page's data stands beside its index.html") {
    CHECK(data_url("/") == "/index.json");
    CHECK(data_url("/2026/11/papier/") == "/2026/11/papier/index.json");
    CHECK(data_url("/2026/11/papier") == "/2026/11/papier/index.json");
    CHECK(data_url("/2026/11/papier/index.html") == "/2026/11/papier/index.json");
}

TEST_CASE("routes: the first page of a list is the list itself") {
    CHECK(list_page_url("/tags/holz/", 1) == "/tags/holz/");
    CHECK(list_page_url("/", 3) == "/page/3/");
}
