#include "app/pictures.h"

#include <algorithm>
#include <vector>

#include "document/sources.h"
#include "text/style.h"

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
using document::Inline;
using document::InlineId;
using document::InlineKind;
using document::no_id;
using document::Role;
using document::StyleClass;
using document::Target;

// Signs and buttons are no pictures to look at.
constexpr float least_width = 160, least_height = 100;

const Target* shown_target(const Document& body, InlineId id) {
    const Inline& node = body.inlines[id];
    if (node.kind != InlineKind::image || node.target == no_id) return nullptr;
    const Target& target = body.targets[node.target];
    return target.missing || target.third_party ? nullptr : &target;
}

bool is_picture(const Document& body, InlineId id) {
    const Target* target = shown_target(body, id);
    return target != nullptr && !text::is_inline_picture(target->width, target->height);
}

bool is_worth_enlarging(const Target& target) {
    const bool small = target.width > 0 && target.width < least_width;
    const bool flat = target.height > 0 && target.height < least_height;
    return !small && !flat;
}

bool names_picture(std::string_view url) {
    url = url.substr(0, url.find_first_of("?#"));
    const auto dot = url.rfind('.');
    if (dot == std::string_view::npos) return false;
    std::string extension(url.substr(dot + 1));
    for (char& c : extension) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    for (const std::string_view known : {"jpg", "jpeg", "png", "gif", "webp", "avif", "svg"}) {
        if (extension == known) return true;
    }
    return false;
}

bool is_on_this_host(std::string_view url) { return url.find("//") == std::string_view::npos; }

// A picture in its paragraph, alone or in a link.
struct Picture {
    InlineId begin = 0, end = 0;  // all of it
    InlineId image = 0;
};

// The picture that begins at `id`: it, or a link that holds nothing else.
bool picture_at(const Document& body, InlineId id, Picture& out) {
    const Inline& node = body.inlines[id];
    const bool linked = node.kind == InlineKind::link && node.end == id + 2;
    const InlineId image = linked ? id + 1 : id;
    if (!is_picture(body, image)) return false;
    out = {id, node.end, image};
    return true;
}

bool is_blank(const Document& body, InlineId id) {
    const Inline& node = body.inlines[id];
    if (node.kind == InlineKind::soft_break || node.kind == InlineKind::hard_break) return true;
    if (node.kind != InlineKind::text) return false;
    return body.view(node.text).find_first_not_of(" \t\n") == std::string_view::npos;
}

// What a leaf shows, where that is only pictures, and one emphasised text after the last of them.
struct Row {
    std::vector<Picture> pictures;
    InlineId caption = no_id;
};

bool read_row(const Document& body, const Block& leaf, Row& row) {
    for (InlineId id = leaf.inlines_begin; id < leaf.inlines_end; id = body.inlines[id].end) {
        Picture picture;
        if (is_blank(body, id)) continue;
        if (row.caption != no_id) return false;
        if (picture_at(body, id, picture)) {
            row.pictures.push_back(picture);
        } else if (body.inlines[id].kind == InlineKind::emphasis && row.pictures.size() == 1) {
            row.caption = id;
        } else {
            return false;
        }
    }
    return !row.pictures.empty();
}

class PictureAdder {
  public:
    PictureAdder(Builder& builder, const Document& body, const Strings& strings)
        : builder_(builder), body_(body), strings_(strings) {}

    bool paragraph(BlockId id) {
        const Block& block = body_.blocks[id];
        Row row;
        const bool only_pictures = read_row(body_, block, row);
        const bool in_figure = body_.blocks[block.parent].kind == BlockKind::figure;
        if (only_pictures && !in_figure &&
            document::may_contain(builder_.current_kind(), BlockKind::figure)) {
            if (row.pictures.size() > 1) {
                std::vector<Item> items;
                for (const Picture& picture : row.pictures) items.push_back({picture, no_id});
                gallery(items);
                return true;
            }
            const Target& target = *shown_target(body_, row.pictures.front().image);
            if (row.caption != no_id || !target.title.empty()) {
                figure(id, row);
                return true;
            }
        }
        if (!has_picture(block)) return false;
        copy_leaf(id);
        return true;
    }

    // A figure of several pictures, each perhaps in a figure of its own.
    bool figure_of_many(BlockId id) {
        std::vector<Item> items;
        BlockId caption = no_id;
        if (!read_items(id, items, caption) || items.size() < 2) return false;
        if (caption != no_id) builder_.open(BlockKind::figure);
        gallery(items);
        if (caption != no_id) {
            copy_caption(caption);
            builder_.close();
        }
        return true;
    }

  private:
    struct Item {
        Picture picture;
        BlockId caption = no_id;
    };

    bool has_picture(const Block& leaf) const {
        for (InlineId id = leaf.inlines_begin; id < leaf.inlines_end; ++id) {
            if (is_picture(body_, id)) return true;
        }
        return false;
    }

    bool read_items(BlockId figure, std::vector<Item>& items, BlockId& caption) const {
        const std::size_t before = items.size();
        for (BlockId child = first_child(body_, figure); child != no_id;
             child = next_sibling(body_, child)) {
            const Block& block = body_.blocks[child];
            if (block.kind == BlockKind::caption) {
                if (block.inlines_begin < block.inlines_end) caption = child;
            } else if (block.kind == BlockKind::figure) {
                BlockId own = no_id;
                const std::size_t first = items.size();
                if (!read_items(child, items, own)) return false;
                if (items.size() > first && own != no_id) items.back().caption = own;
            } else if (block.kind == BlockKind::paragraph) {
                Row row;
                if (!read_row(body_, block, row) || row.caption != no_id) return false;
                for (const Picture& picture : row.pictures) items.push_back({picture, no_id});
            } else {
                return false;
            }
        }
        return items.size() > before;
    }

    void figure(BlockId id, const Row& row) {
        const Picture& picture = row.pictures.front();
        builder_.open(BlockKind::figure);
        const BlockId line = builder_.open(BlockKind::paragraph);
        builder_.block(line).tight = true;
        builder_.block(line).align = body_.blocks[id].align;
        add(picture, false, row.caption == no_id);
        builder_.close();
        builder_.open(BlockKind::caption);
        if (row.caption != no_id) {
            builder_.append_inlines(body_, row.caption + 1, body_.inlines[row.caption].end);
        } else {
            builder_.text(body_.view(shown_target(body_, picture.image)->title));
        }
        builder_.close();
        builder_.close();
    }

    void gallery(const std::vector<Item>& items) {
        // Two, three, four or more: rows as full as they can be.
        const bool in_pairs = items.size() == 2 || items.size() == 4;
        builder_.open_group(Role::none,
                            in_pairs ? StyleClass::gallery_two : StyleClass::gallery_three);
        const StyleClass shape = shape_of(items);
        for (const Item& item : items) {
            builder_.open(BlockKind::figure);
            builder_.open(BlockKind::paragraph, shape);
            add(item.picture, true, item.caption == no_id);
            builder_.close();
            if (item.caption != no_id) {
                copy_caption(item.caption);
            } else {
                const document::Slice title = shown_target(body_, item.picture.image)->title;
                if (!title.empty())
                    builder_.leaf(BlockKind::caption, StyleClass::none, body_.view(title));
            }
            builder_.close();
        }
        builder_.close();
    }

    // The shape that cuts off least: that of the picture in the middle of all.
    StyleClass shape_of(const std::vector<Item>& items) const {
        std::vector<float> shapes;
        for (const Item& item : items) {
            const Target& target = *shown_target(body_, item.picture.image);
            const bool known = target.width > 0 && target.height > 0;
            shapes.push_back(known ? target.width / target.height : 1.5f);
        }
        const auto middle = shapes.begin() + static_cast<std::ptrdiff_t>(shapes.size() / 2);
        std::ranges::nth_element(shapes, middle);
        if (*middle > 1.2f) return StyleClass::picture_wide;
        return *middle < 0.85f ? StyleClass::picture_tall : StyleClass::picture_square;
    }

    void copy_caption(BlockId id) {
        const Block& from = body_.blocks[id];
        const BlockId made = builder_.open(BlockKind::caption, from.style);
        builder_.block(made).align = from.align;
        builder_.append_inlines(body_, from.inlines_begin, from.inlines_end);
        builder_.close();
    }

    void copy_leaf(BlockId id) {
        const Block& from = body_.blocks[id];
        const BlockId made = builder_.open(from.kind, from.style);
        Block& to = builder_.block(made);
        to.align = from.align;
        to.tight = from.tight;
        const auto copy = [&](document::Slice slice) {
            return slice.empty() ? document::Slice{} : builder_.store(body_.view(slice));
        };
        const document::Slice anchor = copy(from.anchor), language = copy(from.language);
        builder_.block(made).anchor = anchor;
        builder_.block(made).language = language;
        for (InlineId at = from.inlines_begin; at < from.inlines_end; at = body_.inlines[at].end) {
            Picture picture;
            if (picture_at(body_, at, picture)) {
                add(picture, false, false);
            } else {
                builder_.append_inlines(body_, at, body_.inlines[at].end);
            }
        }
        builder_.close();
    }

    // The picture in the link to its large view. A link that its author made stays what it is, but
    // one to the picture's own file leads to the same view.
    void add(const Picture& picture, bool always, bool title_is_caption) {
        const Target& target = *shown_target(body_, picture.image);
        std::string url(body_.view(target.url));
        bool enlarge = always || is_worth_enlarging(target);
        if (picture.begin != picture.image) {
            const std::string_view link =
                body_.view(body_.targets[body_.inlines[picture.begin].target].url);
            if (!names_picture(link) || !is_on_this_host(link)) {
                builder_.append_inlines(body_, picture.begin, picture.end);
                return;
            }
            url = link;
            enlarge = true;
        } else if (const auto sources = document::read_sources(body_.view(target.sources));
                   !sources.empty()) {
            url = sources.back().url;
        }
        if (!enlarge) {
            builder_.append_inlines(body_, picture.image, picture.image + 1);
            return;
        }
        const InlineId link = builder_.open_link(url);
        builder_.target(link).command = Command::show_picture;
        builder_.append_inlines(body_, picture.image, picture.image + 1);
        if (title_is_caption && link != no_id) builder_.target(link + 1).title = {};
        builder_.close_span();
        const std::string_view alt = body_.view(body_.inlines[picture.image].text);
        const document::Slice name = builder_.store(
            alt.empty() ? strings_[Text::picture_enlarge]
                        : content::format(strings_[Text::picture_open], {{"alt", alt}}));
        builder_.target(link).title = name;
    }

    Builder& builder_;
    const Document& body_;
    const Strings& strings_;
};

}  // namespace

bool add_pictures(Builder& builder, const Document& body, BlockId block, const Strings& strings) {
    PictureAdder adder(builder, body, strings);
    switch (body.blocks[block].kind) {
        case BlockKind::paragraph: return adder.paragraph(block);
        case BlockKind::figure: return adder.figure_of_many(block);
        default: return false;
    }
}

}  // namespace blatt::app
