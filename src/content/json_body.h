// The blocks of a body as nested arrays: ["kind", {fields}?, child…]. Names of kinds are those of
// HTML where there is one; README.md beside this file lists them. Reading goes through
// document::Builder and refuses what a Builder would only leave out, so that a document read from
// JSON is as safe as one made here.
#pragma once

#include "content/json_fields.h"
#include "document/document.h"

namespace blatt::content {

document::Document read_blocks(const Json& blocks, const Place& place, Errors& errors);

Json write_blocks(const document::Document& document);

struct BlockName {
    std::string_view name;
    document::BlockKind kind;
    document::Role role = document::Role::none;
    std::uint8_t level = 0;
    bool ordered = false;
    bool tight = false;
    bool header = false;
};

struct InlineName {
    std::string_view name;
    document::InlineKind kind;
};

inline constexpr BlockName block_names[] = {
    {"div", document::BlockKind::group},
    {"header", document::BlockKind::group, document::Role::header},
    {"nav", document::BlockKind::group, document::Role::nav},
    {"main", document::BlockKind::group, document::Role::main},
    {"article", document::BlockKind::group, document::Role::article},
    {"section", document::BlockKind::group, document::Role::section},
    {"aside", document::BlockKind::group, document::Role::aside},
    {"footer", document::BlockKind::group, document::Role::footer},
    {"ul", document::BlockKind::list},
    {.name = "ol", .kind = document::BlockKind::list, .ordered = true},
    {"li", document::BlockKind::list_item},
    {"blockquote", document::BlockKind::quote},
    {"table", document::BlockKind::table},
    {"tr", document::BlockKind::table_row},
    {"td", document::BlockKind::table_cell},
    {.name = "th", .kind = document::BlockKind::table_cell, .header = true},
    {"footnotes", document::BlockKind::footnotes},
    {"footnote", document::BlockKind::footnote},
    {"figure", document::BlockKind::figure},
    {"details", document::BlockKind::details},
    {"dl", document::BlockKind::definition_list},
    {"dd", document::BlockKind::definition},
    {"p", document::BlockKind::paragraph},
    {.name = "t", .kind = document::BlockKind::paragraph, .tight = true},
    {.name = "h1", .kind = document::BlockKind::heading, .level = 1},
    {.name = "h2", .kind = document::BlockKind::heading, .level = 2},
    {.name = "h3", .kind = document::BlockKind::heading, .level = 3},
    {.name = "h4", .kind = document::BlockKind::heading, .level = 4},
    {.name = "h5", .kind = document::BlockKind::heading, .level = 5},
    {.name = "h6", .kind = document::BlockKind::heading, .level = 6},
    {"pre", document::BlockKind::code_block},
    {"hr", document::BlockKind::rule},
    {"caption", document::BlockKind::caption},
    {"summary", document::BlockKind::summary},
    {"dt", document::BlockKind::term},
};

inline constexpr InlineName inline_names[] = {
    {"br", document::InlineKind::hard_break},
    {"img", document::InlineKind::image},
    {"fn", document::InlineKind::footnote_reference},
    {"em", document::InlineKind::emphasis},
    {"strong", document::InlineKind::strong},
    {"del", document::InlineKind::strikethrough},
    {"code", document::InlineKind::code},
    {"a", document::InlineKind::link},
    {"mark", document::InlineKind::mark},
    {"sup", document::InlineKind::superscript},
    {"sub", document::InlineKind::subscript},
    {"kbd", document::InlineKind::keyboard},
    {"small", document::InlineKind::small},
    {"abbr", document::InlineKind::abbreviation},
    {"span", document::InlineKind::span},
    {"time", document::InlineKind::time},
    // Names of code tokens stand in document/code_token.h, those of formulas in document/math.h.
};

}  // namespace blatt::content
