#include "app/contents.h"

#include <array>
#include <vector>

namespace blatt::app {

namespace {

using content::Strings;
using content::Text;
using document::BlockId;
using document::BlockKind;
using document::Builder;
using document::Document;
using document::InlineKind;
using document::Role;
using document::StyleClass;

constexpr std::size_t fewest_entries = 3;
// With more entries than these only the upper levels are listed.
constexpr std::size_t most_entries = 32;
constexpr std::size_t most_levels = 3;

struct Entry {
    BlockId heading = 0;
    std::size_t depth = 0;
};

// The article's own levels, from the highest on: not every author begins with the same one.
std::vector<Entry> entries_of(const Document& body) {
    std::array<std::size_t, 7> headings{};  // by level
    for (BlockId id = 0; id < body.blocks.size(); ++id) {
        if (is_section_heading(body, id)) ++headings[body.blocks[id].level];
    }
    unsigned lowest = 0;
    std::size_t levels = 0;
    std::size_t listed = 0;
    for (unsigned level = 1; level <= 6 && levels < most_levels; ++level) {
        if (headings[level] == 0) continue;
        if (listed >= fewest_entries && listed + headings[level] > most_entries) break;
        listed += headings[level];
        lowest = level;
        ++levels;
    }
    std::vector<Entry> entries;
    std::vector<unsigned> above;  // levels of the entries around
    for (BlockId id = 0; id < body.blocks.size(); ++id) {
        const unsigned level = body.blocks[id].level;
        if (!is_section_heading(body, id) || level > lowest || heading_text(body, id).empty())
            continue;
        while (!above.empty() && above.back() >= level) above.pop_back();
        entries.push_back({id, above.size()});
        above.push_back(level);
    }
    return entries;
}

void add_entry(Builder& builder, const Document& body, const Entry& entry) {
    static constexpr StyleClass styles[] = {StyleClass::toc_link_1, StyleClass::toc_link_2,
                                            StyleClass::toc_link_3};
    const document::Block& heading = body.blocks[entry.heading];
    const BlockId line = builder.open(BlockKind::paragraph, styles[entry.depth]);
    if (!heading.language.empty()) {
        const document::Slice language = builder.store(body.view(heading.language));
        builder.block(line).language = language;
    }
    builder.open_link("#" + std::string(body.view(heading.anchor)));
    builder.text(heading_text(body, entry.heading));
    builder.close_span();
    builder.close();
}

// An entry's list item stays open for the entries below it.
void add_list(Builder& builder, const Document& body, const std::vector<Entry>& entries) {
    std::size_t open_lists = 0;
    for (const Entry& entry : entries) {
        if (open_lists == entry.depth) {
            builder.open(BlockKind::list, StyleClass::toc_list);
            ++open_lists;
        } else {
            builder.close();
            for (; open_lists > entry.depth + 1; --open_lists) {
                builder.close();
                builder.close();
            }
        }
        builder.open(BlockKind::list_item, StyleClass::toc_entry);
        add_entry(builder, body, entry);
    }
    for (; open_lists > 0; --open_lists) {
        builder.close();
        builder.close();
    }
}

}  // namespace

bool is_section_heading(const Document& body, BlockId block) {
    const document::Block& heading = body.blocks[block];
    if (heading.kind != BlockKind::heading || heading.anchor.empty()) return false;
    for (BlockId at = heading.parent; at != document::no_id; at = body.blocks[at].parent) {
        const BlockKind kind = body.blocks[at].kind;
        if (kind != BlockKind::root && kind != BlockKind::group) return false;
    }
    return true;
}

std::string heading_text(const Document& body, BlockId heading) {
    std::string text;
    const document::Block& block = body.blocks[heading];
    for (document::InlineId id = block.inlines_begin; id < block.inlines_end; ++id) {
        const document::Inline& node = body.inlines[id];
        if (node.kind == InlineKind::text) text += body.view(node.text);
        if (node.kind == InlineKind::soft_break || node.kind == InlineKind::hard_break) text += ' ';
    }
    return text;
}

bool add_contents(Builder& builder, const Document& body, int minutes, const Strings& strings) {
    const std::vector<Entry> entries = entries_of(body);
    if (entries.size() < fewest_entries) return false;
    builder.open_group(Role::none, StyleClass::toc_column);
    builder.open_group(Role::nav, StyleClass::toc, strings[Text::contents]);
    builder.open(BlockKind::details, StyleClass::toc_fold);
    builder.leaf(BlockKind::summary, StyleClass::toc_toggle, strings[Text::contents]);
    add_list(builder, body, entries);
    builder.close();
    if (minutes > 0) {
        const BlockId left =
            builder.leaf(BlockKind::paragraph, StyleClass::time_left, time_left(strings, minutes));
        builder.block(left).number = minutes;
    }
    builder.close();
    builder.close();
    return true;
}

std::string time_left(const Strings& strings, int minutes) {
    const Text key = minutes == 1 ? Text::time_left_one : Text::time_left;
    return content::format(strings[key], {{"count", std::to_string(minutes)}});
}

}  // namespace blatt::app
