// What App does when a key is pressed.
#include <algorithm>

#include "app/app.h"

namespace blatt::app {

using document::Block;
using document::BlockId;
using document::BlockKind;
using document::InlineId;
using document::InlineKind;
using document::no_id;
using document::StyleClass;

namespace {

// The first link in a leaf, or no_id.
InlineId first_link(const document::Document& document, BlockId leaf) {
    const Block& block = document.blocks[leaf];
    for (InlineId id = block.inlines_begin; id < block.inlines_end; ++id) {
        if (document.inlines[id].kind == InlineKind::link) return id;
    }
    return no_id;
}

std::vector<InlineId> links_of(const document::Document& document, StyleClass style) {
    std::vector<InlineId> links;
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        if (document.blocks[id].style != style) continue;
        const InlineId link = first_link(document, id);
        if (link != no_id) links.push_back(link);
    }
    return links;
}

// The link to the page before or after this one.
InlineId related_link(const document::Document& document, document::Relation relation) {
    for (InlineId id = 0; id < document.inlines.size(); ++id) {
        const document::Inline& node = document.inlines[id];
        if (node.kind == InlineKind::link && document.targets[node.target].relation == relation)
            return id;
    }
    return no_id;
}

}  // namespace

semantics::ElementId App::element_of(InlineId id) const {
    if (id == no_id) return 0;
    for (std::size_t i = 0; i < mounted_.tree.nodes.size(); ++i) {
        if (mounted_.tree.nodes[i].inline_id == id) return mounted_.ids[i];
    }
    return 0;
}

void App::press(Shortcut shortcut, Effects& effects) {
    // An open dialog has its own keys.
    if (!shortcuts_on_ || !mounted_dialog_.tree.nodes.empty()) return;
    switch (shortcut) {
        case Shortcut::none: return;
        case Shortcut::next_post: return go_to_post(true, effects);
        case Shortcut::previous_post: return go_to_post(false, effects);
        case Shortcut::home: {
            const std::vector<InlineId> titles = links_of(document_, StyleClass::site_title);
            if (!titles.empty()) effects.emplace_back(Click{element_of(titles.front())});
            return;
        }
        case Shortcut::contents: return go_to_contents(effects);
        case Shortcut::help: return show_shortcuts(effects);
    }
}

// In a list the focus goes from post to post.
void App::go_to_post(bool next, Effects& effects) {
    const InlineId related =
        related_link(document_, next ? document::Relation::next : document::Relation::previous);
    if (related != no_id) {
        effects.emplace_back(Click{element_of(related)});
        return;
    }
    const std::vector<InlineId> titles = links_of(document_, StyleClass::teaser_title);
    const auto found = focused_ == no_id ? titles.begin()
                                         : (next ? std::ranges::upper_bound(titles, focused_)
                                                 : std::ranges::lower_bound(titles, focused_));
    if (next) {
        if (found != titles.end()) effects.emplace_back(Focus{element_of(*found)});
    } else if (found != titles.begin()) {
        effects.emplace_back(Focus{element_of(*(found - 1))});
    }
}

void App::go_to_contents(Effects& effects) {
    for (BlockId id = 0; id < document_.blocks.size(); ++id) {
        if (document_.blocks[id].style != StyleClass::toc_fold) continue;
        if (!layout_.boxes[id].style.unfold && !view_.open[id]) {
            view_.open[id] = true;
            lay_out(effects);
        }
        const bool in_section = place_.section < reading_.sections.size();
        const std::vector<InlineId> links = links_of(document_, StyleClass::toc_link_1);
        const InlineId link = in_section      ? reading_.sections[place_.section].link
                              : links.empty() ? no_id
                                              : links.front();
        effects.emplace_back(Focus{element_of(link)});
        return;
    }
    effects.emplace_back(ScrollTo{});
}

void App::show_shortcuts(Effects& effects) {
    shows_shortcuts_ = true;
    show_dialog(shortcuts_dialog(site_.strings, shortcuts_on_), effects);
}

void App::toggle_shortcuts(Effects& effects) {
    shortcuts_on_ = !shortcuts_on_;
    effects.emplace_back(KeepKeys{shortcuts_on_});
    if (shows_shortcuts_) show_shortcuts(effects);
}

}  // namespace blatt::app
