#include "site/highlight.h"

#include <doctest/doctest.h>

#include "document/markdown.h"
#include "golden.h"
#include "site/typeset.h"

using namespace blatt;
using site::code_language;

TEST_CASE("highlight: languages as authors write them") {
    CHECK(code_language("Ruby") == "ruby");
    CHECK(code_language("js{1,3}") == "js");
    CHECK(code_language("js {1,3}") == "js");
    CHECK(code_language("rust,no_run") == "rust");
    CHECK(code_language("python:title.py") == "python");
    CHECK(code_language("{.python .numberLines}") == "python");
    CHECK(code_language("language-C++") == "c++");
    CHECK(code_language("diff-js") == "diff");
    CHECK(code_language("") == "");
    CHECK(code_language("  ") == "");
}

TEST_CASE("highlight: aliases are known, other names are not guessed") {
    site::ScriptEngine engine;
    for (const char* name : {"c++", "yml", "sh", "html", "js", "rb", "objc", "console", "docker"}) {
        CAPTURE(name);
        const auto pieces = site::highlight(engine, "if x = 1 # y\n", name);
        REQUIRE(pieces);
        CHECK(!pieces->empty());
    }
    for (const char* name : {"", "text", "mermaid", "klingon", "constructor", "__proto__"}) {
        CAPTURE(name);
        const auto pieces = site::highlight(engine, "if x = 1\n", name);
        REQUIRE(pieces);
        CHECK(pieces->empty());
    }
}

TEST_CASE("highlight: the pieces are the code, byte for byte") {
    site::ScriptEngine engine;
    for (const std::string_view code : {"const s = `a${b}c`;\r\n\tlet ü = '\xF0\x9F\x8E\x89';\n",
                                        "\n\n", "<b>&amp;</b>\n", "x = \"never closed\n"}) {
        const auto pieces = site::highlight(engine, code, "js");
        REQUIRE(pieces);
        std::size_t size = 0;
        for (const site::CodePiece& piece : *pieces) size += piece.size;
        CHECK(size == code.size());
    }
}

TEST_CASE("highlight: code blocks of a document (golden)") {
    auto parsed = document::from_markdown(R"(
```cpp
#include <vector>
// Two lines
// of a comment.
template <class T> int f(const T& x) { return x.size() + 0x1F; }
```

```diff
 same
-old
+new
```

```html
<p class="a">&amp; <script>let x = "s";</script></p>
```

```
plain
```

    indented

```klingon
nuqneH
```
)");
    REQUIRE(parsed);
    site::ScriptEngine engine;
    const std::string before = document::plain_text(*parsed);
    CHECK(site::typeset_code(*parsed, engine, [](std::string_view, const std::string& message) {
        CHECK(message == "");
    }));
    document::check_invariants(*parsed);
    CHECK(document::plain_text(*parsed) == before);
    check_golden("site/highlight.txt", document::dump(*parsed));
}
