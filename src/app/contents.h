// Contents: the table of contents of an article, made from its headings, and what an article says
// about reading it. It stands closed before the text, or, on wide screens, beside it.
#pragma once

#include <string>

#include "content/strings.h"
#include "document/builder.h"

namespace blatt::app {

// A heading that can be linked to and is no part of something else (a quote, a list, a note).
bool is_section_heading(const document::Document& body, document::BlockId block);

// Its words, without the numbers of footnotes.
std::string heading_text(const document::Document& body, document::BlockId heading);

// Appends the contents of `body` under the open block; false, and nothing appended, where there
// are too few headings. `minutes`: the whole text takes, 0 where that is not known.
bool add_contents(document::Builder& builder, const document::Document& body, int minutes,
                  const content::Strings& strings);

// "4 min left"
std::string time_left(const content::Strings& strings, int minutes);

}  // namespace blatt::app
