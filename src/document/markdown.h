// Markdown (CommonMark 0.29 and GFM: tables, task lists, strikethrough, autolinks, footnotes) to a
// Document. The only place that knows cmark-gfm. Raw HTML is not interpreted here: the native tool
// turns posts with raw HTML into blocks beforehand (`has_raw_html`); what is left shows as text.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"

namespace blatt::document {

struct MarkdownOptions {
    bool smart_punctuation = false;
    bool untrusted = false;  // a visitor's text: no images, no headings, links marked so
    std::string_view
        anchor_prefix;  // before heading and footnote ids, so that two bodies can share a page
    bool heading_anchors = true;  // ids on headings, made from their text
};

// Errors: too_large above 8 MiB. Any other bytes give a document.
base::Result<Document> from_markdown(std::string_view markdown,
                                     const MarkdownOptions& options = {});

// Whether the Markdown has HTML blocks or inline HTML (comments alone do not count).
bool has_raw_html(std::string_view markdown);

// The HTML that cmark-gfm itself writes, raw HTML kept as it is: input for an HTML parser, never
// shown. Footnotes, tables and task lists as in from_markdown.
std::string markdown_to_raw_html(std::string_view markdown, const MarkdownOptions& options = {});

}  // namespace blatt::document
