// Reading: how far a reader is in an article: which section of its contents, how many minutes are
// left, and between which scroll positions that stays so. Found from the document and its layout
// alone, so that nothing has to be measured while the page scrolls.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "content/strings.h"
#include "document/document.h"
#include "layout/layout.h"

namespace blatt::app {

struct Section {
    document::BlockId heading = document::no_id;
    document::InlineId link = document::no_id;  // of the contents
};

struct Reading {
    std::vector<Section> sections;                  // in reading order
    document::BlockId text = document::no_id;       // the article's body
    document::BlockId time_left = document::no_id;  // no_id where the time is not known
    int minutes = 0;                                // of the whole text
};

// Empty for a screen without contents.
Reading find_reading(const document::Document& document);

inline constexpr std::size_t no_section = static_cast<std::size_t>(-1);

struct ReadingPlace {
    std::size_t section = no_section;  // index into Reading::sections
    int minutes_left = 0;
    // The scroll positions of which this is true: [from, to), CSS px of the page.
    float from = -std::numeric_limits<float>::infinity();
    float to = std::numeric_limits<float>::infinity();
};

// `top`: the page's row at the view's upper edge; `view_height`: both CSS px.
ReadingPlace place_at(const Reading& reading, const layout::Layout& layout, float top,
                      float view_height);

// Makes the document say it: the current link of the contents, and the time left.
void show_place(document::Document& document, const Reading& reading, const ReadingPlace& place,
                const content::Strings& strings);

}  // namespace blatt::app
