#include "site/callouts.h"

#include <doctest/doctest.h>

using blatt::site::callouts_as_quotes;

TEST_CASE("callouts between colons become quotes with a marker, line for line") {
    CHECK(callouts_as_quotes("a\n\n:::tip Say *it*\n\none\n- two\n:::\nb\n") ==
          "a\n\n> [!tip] Say *it*\n> \n> one\n> - two\n\nb\n");
    CHECK(callouts_as_quotes(":::warning[Hot]\nx\n:::") == "> [!warning] Hot\n> x\n");
    CHECK(callouts_as_quotes(":::note\na\n:::tip\nb\n:::\nc\n:::\n") ==
          "> [!note] \n> a\n> > [!tip] \n> > b\n> \n> c\n\n");
}

TEST_CASE("colons that are no callout stay") {
    for (const char* text : {":::note\nwithout an end", ":::other\nx\n:::\n", "a ::: b\n",
                             "```\n:::note\nx\n:::\n```\n", ":::\n"}) {
        CHECK(callouts_as_quotes(text) == text);
    }
}
