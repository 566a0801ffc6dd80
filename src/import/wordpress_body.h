// The body of a WordPress post as it is stored: blocks between comments, or classic text whose
// blank lines are paragraphs, with shortcodes and bare addresses in both. It becomes plain HTML,
// which means the same to every reader of HTML, and from there a Document. What is left out or
// changed is counted with its reason, in the way of document::HtmlResult.
#pragma once

#include <string>
#include <string_view>

#include "document/html.h"
#include "import/wordpress_shortcodes.h"

namespace blatt::import {

struct WordpressHtml {
    std::string html;  // "<!--more-->" stays where it was
    Changes changes;
};

// `stored`: content:encoded of an export, or content.raw of the REST interface.
WordpressHtml wordpress_html(std::string_view stored, const WordpressOptions& options = {});

// The same as a Document; its changes are among what was dropped.
document::HtmlResult wordpress_body(std::string_view stored, const WordpressOptions& options = {});

}  // namespace blatt::import
