// Hyphenation: where long words may be parted at the end of a line. The tool looks the words of a
// page up once and hands their parts on; here they are found in the text again.
// Always holds: parts have at least three letters at either end of a word; code is never parted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace blatt::document {

// The words of a text that are long enough to be parted, each once, in the order of the text.
std::vector<std::string_view> long_words(std::string_view text);
// Those in the subtree of a block.
std::vector<std::string_view> long_words(const Document& document, BlockId block = 0);

// Sets Document::hyphens for the subtree of `block`. `words`: as "Kran-ken-haus Buch-bin-de-rei".
void hyphenate(Document& document, BlockId block, std::string_view words);

}  // namespace blatt::document
