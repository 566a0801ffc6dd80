// Lightbox: the dialog that shows a screen's pictures large, one at a time.
// Always holds: pictures are counted from 0 in the order of the screen.
#pragma once

#include <vector>

#include "content/strings.h"
#include "document/document.h"

namespace blatt::app {

// The links that open pictures large (Command::show_picture), in reading order.
std::vector<document::InlineId> large_pictures(const document::Document& screen);

// The picture of links[at]; `zoomed`: as large as its file is.
document::Document lightbox(const document::Document& screen,
                            const std::vector<document::InlineId>& links, std::size_t at,
                            bool zoomed, const content::Strings& strings);

}  // namespace blatt::app
