#include "site/script_engine.h"

#include <doctest/doctest.h>

#include "site/embedded_scripts.h"

using blatt::site::ScriptEngine;

TEST_CASE("script engine: a missing script or function is an error that says so") {
    ScriptEngine engine;
    const auto missing = engine.call("no/such/script", "f", {});
    REQUIRE(!missing);
    CHECK(missing.error().where == "no/such/script");
    CHECK(missing.error().message == "ReferenceError: there is no script no/such/script");
    const auto nothing = engine.call("site/highlight.js", "nothing", {});
    REQUIRE(!nothing);
    CHECK(nothing.error().message == "TypeError: not a function");
    // And goes on after it.
    CHECK(engine.call("site/highlight.js", "highlight", {"x", "cpp"}));
}

TEST_CASE("script engine: an answer that is no list of texts is an error") {
    ScriptEngine engine;
    CHECK(!engine.call("highlight.js/lib/core", "listLanguages", {})->size());
    const auto object = engine.call("highlight.js/lib/core", "getLanguage", {"cpp"});
    REQUIRE(!object);
    CHECK(object.error().message == "the script answered no list");
}
