#include "app/reading.h"

#include <algorithm>
#include <string>

#include "app/contents.h"
#include "document/sanitise.h"

namespace blatt::app {

namespace {

using document::BlockId;
using document::BlockKind;
using document::Document;
using document::InlineId;
using document::no_id;
using document::StyleClass;

// The row that is being read: a little below the view's upper edge, and nearing its lower edge on
// the last stretch, for the last sections may be too short to reach the top.
class ReadingLine {
  public:
    ReadingLine(float page_height, float view_height)
        : lead_(std::min(view_height / 5, 160.0f)), view_height_(view_height) {
        const float last_top = std::max(0.0f, page_height - view_height);
        stretch_begin_ = std::max(0.0f, last_top - view_height);
        stretch_ = last_top - stretch_begin_;
    }

    // The scroll position at which the line reaches row y.
    float top_for(float y) const {
        const float top = y - lead_;
        if (top <= stretch_begin_ || stretch_ <= 0) return top;
        return stretch_begin_ + (top - stretch_begin_) / (1 + (view_height_ - lead_) / stretch_);
    }

  private:
    float lead_, view_height_;
    float stretch_begin_ = 0, stretch_ = 0;
};

BlockId find_block(const Document& document, StyleClass style) {
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        if (document.blocks[id].style == style) return id;
    }
    return no_id;
}

// The next heading from `from` on with this anchor: entries stand in the order of headings.
BlockId heading_with(const Document& document, BlockId from, std::string_view url) {
    for (BlockId id = from; id < document.blocks.size(); ++id) {
        const document::Block& block = document.blocks[id];
        if (block.kind != BlockKind::heading || block.anchor.empty()) continue;
        if (document::url_encoded("#" + std::string(document.view(block.anchor))) == url) return id;
    }
    return no_id;
}

}  // namespace

Reading find_reading(const Document& document) {
    Reading reading;
    const BlockId toc = find_block(document, StyleClass::toc);
    reading.text = find_block(document, StyleClass::prose);
    if (toc == no_id || reading.text == no_id) return {};
    BlockId heading = reading.text;
    for (BlockId leaf = toc; leaf < document.blocks[toc].end; ++leaf) {
        const document::Block& block = document.blocks[leaf];
        if (block.style == StyleClass::time_left) {
            reading.time_left = leaf;
            reading.minutes = block.number;
        }
        for (InlineId id = block.inlines_begin; id < block.inlines_end; ++id) {
            const document::Inline& link = document.inlines[id];
            if (link.kind != document::InlineKind::link) continue;
            const BlockId found = heading_with(document, heading + 1,
                                               document.view(document.targets[link.target].url));
            if (found == no_id) continue;
            heading = found;
            reading.sections.push_back({heading, id});
        }
    }
    return reading;
}

ReadingPlace place_at(const Reading& reading, const layout::Layout& layout, float top,
                      float view_height) {
    ReadingPlace place;
    if (reading.text == no_id) return place;
    const ReadingLine line(layout.height, view_height);
    // Whether the line has passed row y; what the place is true of ends there.
    const auto passed = [&](float y) {
        const float threshold = line.top_for(y);
        const bool is_passed = threshold <= top;
        if (is_passed) {
            place.from = std::max(place.from, threshold);
        } else {
            place.to = std::min(place.to, threshold);
        }
        return is_passed;
    };
    for (std::size_t i = 0; i < reading.sections.size(); ++i) {
        const layout::Box& heading = layout.boxes[reading.sections[i].heading];
        if (heading.visible && passed(heading.border.y)) place.section = i;
    }
    const base::Rect text = layout.boxes[reading.text].border;
    for (int left = 0; left < reading.minutes; ++left) {
        const float rest =
            text.height * static_cast<float>(left) / static_cast<float>(reading.minutes);
        if (!passed(text.bottom() - rest)) ++place.minutes_left;
    }
    return place;
}

void show_place(Document& document, const Reading& reading, const ReadingPlace& place,
                const content::Strings& strings) {
    for (std::size_t i = 0; i < reading.sections.size(); ++i) {
        const document::Inline& link = document.inlines[reading.sections[i].link];
        document.targets[link.target].current_place = i == place.section;
    }
    if (reading.time_left == no_id) return;
    const std::string text =
        place.minutes_left > 0 ? time_left(strings, place.minutes_left) : std::string();
    document::Slice slice{static_cast<std::uint32_t>(document.text.size()),
                          static_cast<std::uint32_t>(text.size())};
    document.text += text;
    document.inlines[document.blocks[reading.time_left].inlines_begin].text = slice;
}

}  // namespace blatt::app
