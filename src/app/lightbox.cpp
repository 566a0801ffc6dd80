#include "app/lightbox.h"

#include "document/builder.h"

namespace blatt::app {

namespace {

using content::Strings;
using content::Text;
using document::Block;
using document::BlockId;
using document::BlockKind;
using document::Builder;
using document::Command;
using document::Document;
using document::InlineId;
using document::InlineKind;
using document::no_id;
using document::Pressed;
using document::Role;
using document::StyleClass;
using document::Target;

// The caption of the figure that a picture stands in.
BlockId caption_of(const Document& screen, InlineId link) {
    for (BlockId id = 0; id < screen.blocks.size(); ++id) {
        const Block& block = screen.blocks[id];
        const bool holds = document::is_leaf(block.kind) && link >= block.inlines_begin &&
                           link < block.inlines_end;
        if (!holds) continue;
        if (screen.blocks[block.parent].kind != BlockKind::figure) return no_id;
        for (BlockId c = first_child(screen, block.parent); c != no_id;
             c = next_sibling(screen, c)) {
            if (screen.blocks[c].kind == BlockKind::caption) return c;
        }
    }
    return no_id;
}

class LightboxBuilder {
  public:
    LightboxBuilder(const Document& screen, const std::vector<InlineId>& links,
                    const Strings& strings)
        : screen_(screen), links_(links), strings_(strings) {}

    Document build(std::size_t at, bool zoomed) {
        const std::size_t count = links_.size();
        const std::string place =
            content::format(strings_[Text::picture_view],
                            {{"number", std::to_string(at + 1)}, {"count", std::to_string(count)}});
        builder_.open_group(Role::none, StyleClass::lightbox, place);
        builder_.open(BlockKind::paragraph, StyleClass::lightbox_picture);
        const InlineId zoom = builder_.open_button(Command::zoom_picture);
        picture(at, true);
        builder_.close_span();
        name(zoom, Text::picture_zoom);
        builder_.target(zoom).pressed = zoomed ? Pressed::on : Pressed::off;
        builder_.close();
        builder_.open(BlockKind::paragraph, StyleClass::lightbox_caption);
        if (count > 1) {
            builder_.open_span(InlineKind::small);
            builder_.text(std::to_string(at + 1) + " / " + std::to_string(count));
            builder_.close_span();
        }
        if (const BlockId caption = caption_of(screen_, links_[at]); caption != no_id) {
            if (count > 1) builder_.text(" ");
            builder_.text(document::plain_text(screen_, caption));
        }
        builder_.close();
        if (count > 1) {
            const std::size_t previous = (at + count - 1) % count, next = (at + 1) % count;
            jump(StyleClass::lightbox_previous, Text::picture_previous, previous);
            jump(StyleClass::lightbox_next, Text::picture_next, next);
            jump(StyleClass::lightbox_first, Text::picture_first, 0);
            jump(StyleClass::lightbox_last, Text::picture_last, count - 1);
        }
        builder_.open(BlockKind::paragraph, StyleClass::lightbox_close);
        name(builder_.open_button(Command::close_dialog), Text::close);
        builder_.close_span();
        builder_.close();
        if (count > 1) {
            builder_.open(BlockKind::paragraph, StyleClass::lightbox_neighbours);
            picture((at + 1) % count, false);
            if (count > 2) picture((at + count - 1) % count, false);
            builder_.close();
        }
        builder_.close();
        return builder_.finish();
    }

  private:
    void name(InlineId button, Text key) {
        const document::Slice slice = builder_.store(strings_[key]);
        builder_.target(button).title = slice;
    }

    // The file that the link leads to.
    void picture(std::size_t at, bool with_words) {
        const document::Inline& link = screen_.inlines[links_[at]];
        const document::Inline& image = screen_.inlines[links_[at] + 1];
        const Target& shown = screen_.targets[image.target];
        const InlineId id =
            builder_.image(screen_.view(screen_.targets[link.target].url),
                           with_words ? screen_.view(image.text) : std::string_view{});
        builder_.target(id).width = shown.width;
        builder_.target(id).height = shown.height;
    }

    void jump(StyleClass style, Text key, std::size_t to) {
        builder_.open(BlockKind::paragraph, style);
        name(builder_.open_button(Command::show_picture, std::to_string(to)), key);
        builder_.close_span();
        builder_.close();
    }

    const Document& screen_;
    const std::vector<InlineId>& links_;
    const Strings& strings_;
    Builder builder_;
};

}  // namespace

std::vector<InlineId> large_pictures(const Document& screen) {
    std::vector<InlineId> links;
    for (InlineId id = 0; id < screen.inlines.size(); ++id) {
        const document::Inline& node = screen.inlines[id];
        const bool opens = node.kind == InlineKind::link && node.target != no_id &&
                           screen.targets[node.target].command == Command::show_picture;
        if (opens) links.push_back(id);
    }
    return links;
}

Document lightbox(const Document& screen, const std::vector<InlineId>& links, std::size_t at,
                  bool zoomed, const Strings& strings) {
    return LightboxBuilder(screen, links, strings).build(at, zoomed);
}

}  // namespace blatt::app
