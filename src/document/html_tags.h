// The allow-list for HTML: what each element becomes, and which of its attributes are read.
// Whatever is not in these two tables has no way into a Document.
#pragma once

#include <cstdint>
#include <string_view>

#include "document/document.h"

namespace blatt::document {

enum class TagUse : std::uint8_t {
    unknown,       // dropped, content kept
    inert,         // says nothing to us: content kept, nothing to report
    transparent,   // a container that only separates blocks
    dropped,       // dropped with its content
    ignored_void,  // has no content and shows nothing
    container,     // `block`
    list_item,
    table,
    table_section,
    table_row,
    table_cell,
    paragraph,
    heading,
    title,  // a leaf that takes inlines only: caption, summary, term
    definition,
    details,
    code_block,
    rule,
    line_break,
    span,  // `span`
    link,
    quotation,
    superscript,  // may be a footnote's reference
    image,
    embed,
    math,
    input,
};

struct TagRule {
    std::string_view name;
    TagUse use = TagUse::unknown;
    BlockKind block = BlockKind::paragraph;
    InlineKind span = InlineKind::span;
};

TagRule tag_rule(std::string_view name);

// Elements that have no close tag.
bool is_void_tag(std::string_view name);

bool attribute_is_read(std::string_view tag, std::string_view attribute);

}  // namespace blatt::document
