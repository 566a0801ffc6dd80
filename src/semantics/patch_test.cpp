#include "semantics/patch.h"

#include <doctest/doctest.h>

#include "document/builder.h"

using namespace blatt;
using document::BlockKind;
using document::Builder;
using document::StyleClass;
using semantics::dump_patch;

namespace {

document::Document page(std::initializer_list<const char*> paragraphs) {
    Builder builder;
    builder.leaf(BlockKind::heading, StyleClass::article_title, "Titel");
    for (const char* text : paragraphs) builder.leaf(BlockKind::paragraph, StyleClass::none, text);
    builder.leaf(BlockKind::paragraph, StyleClass::footer_note, "Fuß");
    return builder.finish();
}

}  // namespace

TEST_CASE("patch: the first update creates every node under element 1") {
    semantics::MountedTree mounted;
    const std::string text = dump_patch(update(mounted, semantics::build(page({"eins"}))));
    CHECK(text.find("create_element 2 \"h") != std::string::npos);
    CHECK(text.find("insert 1 2 before 0") != std::string::npos);
    CHECK(mounted.ids.front() == 1);
}

TEST_CASE("patch: an equal tree gives an empty patch and keeps every id") {
    semantics::MountedTree mounted;
    update(mounted, semantics::build(page({"eins", "zwei"})));
    const auto ids = mounted.ids;
    CHECK(update(mounted, semantics::build(page({"eins", "zwei"}))).empty());
    CHECK(mounted.ids == ids);
}

TEST_CASE("patch: a changed text is one record, what surrounds it stays") {
    semantics::MountedTree mounted;
    update(mounted, semantics::build(page({"eins", "zwei"})));
    CHECK(dump_patch(update(mounted, semantics::build(page({"eins", "drei"})))) ==
          "set_text 7 \"drei\"\n");
}

TEST_CASE("patch: a new block is inserted before the one that follows it") {
    semantics::MountedTree mounted;
    update(mounted, semantics::build(page({})));
    const auto footer = mounted.ids[3];
    const std::string text = dump_patch(update(mounted, semantics::build(page({"neu"}))));
    CHECK(text.find("remove") == std::string::npos);
    CHECK(text.find("before " + std::to_string(footer)) != std::string::npos);
}

TEST_CASE("patch: an element that is gone is not found") {
    semantics::MountedTree mounted;
    update(mounted, semantics::build(page({"eins"})));
    const auto id = mounted.ids[3];
    REQUIRE(find(mounted, id) != nullptr);
    update(mounted, semantics::build(page({})));
    CHECK(find(mounted, id) == nullptr);
}
