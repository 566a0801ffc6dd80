#include "app/directions.h"

#include <algorithm>

#include "text/bidi.h"

namespace blatt::app {

namespace {

using document::Block;
using document::BlockId;
using document::Direction;
using document::Document;

// Languages whose usual script runs from right to left.
bool is_right_to_left_language(std::string_view language) {
    constexpr std::string_view languages[] = {"ar", "ckb", "dv", "fa", "he",
                                              "ps", "sd",  "ug", "ur", "yi"};
    return std::ranges::find(languages, language.substr(0, language.find('-'))) !=
           std::end(languages);
}

bool runs_right_to_left(const Document& document, const Block& leaf) {
    for (document::InlineId id = leaf.inlines_begin; id < leaf.inlines_end; ++id) {
        if (text::runs_right_to_left(document.view(document.inlines[id].text))) return true;
    }
    return false;
}

}  // namespace

void set_directions(Document& document) {
    std::vector<bool> right_to_left(document.blocks.size());
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        Block& block = document.blocks[id];
        const bool around = id != 0 && right_to_left[block.parent];
        bool own = around;
        if (block.direction != Direction::inherit) {
            own = block.direction == Direction::right_to_left;
        } else if (document::is_leaf(block.kind)) {
            const bool code = block.kind == document::BlockKind::code_block;
            if (code)
                own = false;
            else if (around || runs_right_to_left(document, block))
                own = text::begins_right_to_left(document::plain_text(document, id));
        } else if (!block.language.empty()) {
            own = is_right_to_left_language(document.view(block.language));
        }
        right_to_left[id] = own;
        if (own != around && block.direction == Direction::inherit)
            block.direction = own ? Direction::right_to_left : Direction::left_to_right;
    }
}

}  // namespace blatt::app
