#include "document/document.h"

#include "base/check.h"
#include "base/utf8.h"
#include "document/math.h"
#include "document/sanitise.h"

namespace blatt::document {

namespace {

bool same_target(const Document& a, const Inline& x, const Document& b, const Inline& y) {
    if ((x.target == no_id) != (y.target == no_id)) return false;
    if (x.target == no_id) return true;
    const Target& s = a.targets[x.target];
    const Target& t = b.targets[y.target];
    return a.view(s.url) == b.view(t.url) && a.view(s.title) == b.view(t.title) &&
           a.view(s.language) == b.view(t.language) && a.view(s.anchor) == b.view(t.anchor) &&
           a.view(s.sources) == b.view(t.sources) && s.width == t.width && s.height == t.height &&
           s.missing == t.missing && s.third_party == t.third_party &&
           s.back_reference == t.back_reference && s.current == t.current &&
           s.current_place == t.current_place && s.untrusted == t.untrusted &&
           s.relation == t.relation;
}

bool same_block(const Document& a, const Block& x, const Document& b, const Block& y) {
    return x.kind == y.kind && x.role == y.role && x.style == y.style && x.align == y.align &&
           x.task == y.task && x.direction == y.direction && x.level == y.level &&
           x.ordered == y.ordered && x.tight == y.tight && x.header == y.header &&
           x.open == y.open && x.column_span == y.column_span && x.row_span == y.row_span &&
           x.number == y.number && x.parent == y.parent && x.end == y.end &&
           x.inlines_begin == y.inlines_begin && x.inlines_end == y.inlines_end &&
           a.view(x.anchor) == b.view(y.anchor) && a.view(x.language) == b.view(y.language) &&
           a.view(x.info) == b.view(y.info);
}

void check_slice(const Document& document, Slice slice) {
    CHECK(slice.begin <= document.text.size());
    CHECK(slice.size <= document.text.size() - slice.begin);
    CHECK(base::utf8::is_valid(document.view(slice)));
}

void check_math(const Document& document, const Inline& root, InlineId begin) {
    for (InlineId id = begin; id < root.end; ++id) {
        const Inline& node = document.inlines[id];
        CHECK(node.kind == InlineKind::math_element || node.kind == InlineKind::text);
        CHECK(node.target == no_id);
        const bool element = node.kind == InlineKind::math_element;
        CHECK(element == (node.math_tag != MathTag::none));
        if (!element) continue;
        each_math_attribute(document.view(node.text),
                            [&](std::string_view name, std::string_view value) {
                                CHECK(math_attribute_allowed(node.math_tag, name, value));
                            });
        for (InlineId child = id + 1; child < node.end; child = document.inlines[child].end) {
            const bool text = document.inlines[child].kind == InlineKind::text;
            CHECK(text == math_holds_text(node.math_tag));
        }
    }
}

void check_inlines(const Document& document, const Block& block) {
    CHECK(block.inlines_begin <= block.inlines_end);
    CHECK(block.inlines_end <= document.inlines.size());
    std::vector<InlineId> open;  // ends of the spans around
    InlineId link_end = 0;
    InlineId math_end = 0;
    for (InlineId id = block.inlines_begin; id < block.inlines_end; ++id) {
        const Inline& node = document.inlines[id];
        while (!open.empty() && open.back() <= id) open.pop_back();
        CHECK(node.end > id);
        CHECK(node.end <= (open.empty() ? block.inlines_end : open.back()));
        CHECK(!is_leaf(node.kind) || node.end == id + 1);
        CHECK((node.kind == InlineKind::code_token) == (node.token != CodeToken::plain));
        CHECK(node.kind != InlineKind::code_token || block.kind == BlockKind::code_block);
        CHECK((node.kind == InlineKind::math_element) == (node.math_tag != MathTag::none));
        CHECK(node.kind != InlineKind::math_element || id < math_end);
        if (node.kind == InlineKind::math) {
            CHECK(id >= math_end);
            math_end = node.end;
            check_math(document, node, id + 1);
        }
        check_slice(document, node.text);
        if (node.kind == InlineKind::text && block.kind != BlockKind::code_block) {
            CHECK(document.view(node.text).find('\n') == std::string_view::npos);
        }
        if (node.kind == InlineKind::link || node.kind == InlineKind::button) {
            CHECK(id >= link_end);
            link_end = node.end;
        }
        if (node.target != no_id) {
            CHECK(node.target < document.targets.size());
            const Target& target = document.targets[node.target];
            check_slice(document, target.url);
            check_slice(document, target.title);
            check_slice(document, target.language);
            check_slice(document, target.anchor);
            check_slice(document, target.sources);
            CHECK(url_allowed(document.view(target.url),
                              node.kind == InlineKind::image ? UrlUse::image : UrlUse::link));
        } else {
            CHECK(node.kind != InlineKind::image && node.kind != InlineKind::footnote_reference);
        }
        if (!is_leaf(node.kind)) open.push_back(node.end);
        CHECK(open.size() <= max_depth);
    }
}

}  // namespace

bool may_contain(BlockKind parent, BlockKind child) {
    if (is_leaf(parent)) return false;
    switch (parent) {
        case BlockKind::list: return child == BlockKind::list_item;
        case BlockKind::table: return child == BlockKind::table_row || child == BlockKind::caption;
        case BlockKind::table_row: return child == BlockKind::table_cell;
        case BlockKind::footnotes: return child == BlockKind::footnote;
        case BlockKind::definition_list:
            return child == BlockKind::term || child == BlockKind::definition;
        default: break;
    }
    switch (child) {
        case BlockKind::list_item:
        case BlockKind::table_row:
        case BlockKind::table_cell:
        case BlockKind::footnote:
        case BlockKind::term:
        case BlockKind::definition:
        case BlockKind::root: return false;
        case BlockKind::caption: return parent == BlockKind::figure;
        case BlockKind::summary: return parent == BlockKind::details;
        default: return true;
    }
}

bool Document::operator==(const Document& other) const {
    if (blocks.size() != other.blocks.size() || inlines.size() != other.inlines.size())
        return false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (!same_block(*this, blocks[i], other, other.blocks[i])) return false;
    }
    for (std::size_t i = 0; i < inlines.size(); ++i) {
        const Inline& x = inlines[i];
        const Inline& y = other.inlines[i];
        if (x.kind != y.kind || x.token != y.token || x.math_tag != y.math_tag ||
            x.display != y.display || x.end != y.end || view(x.text) != other.view(y.text))
            return false;
        if (!same_target(*this, x, other, y)) return false;
    }
    return true;
}

BlockId first_child(const Document& document, BlockId block) {
    return block + 1 < document.blocks[block].end ? block + 1 : no_id;
}

BlockId next_sibling(const Document& document, BlockId block) {
    const Block& self = document.blocks[block];
    if (self.parent == no_id) return no_id;
    return self.end < document.blocks[self.parent].end ? self.end : no_id;
}

std::string plain_text(const Document& document, BlockId block) {
    std::string out;
    if (document.blocks.empty()) return out;
    bool first = true;
    for (BlockId id = block; id < document.blocks[block].end; ++id) {
        const Block& leaf = document.blocks[id];
        if (!is_leaf(leaf.kind)) continue;
        if (!first) out.push_back('\n');
        first = false;
        for (InlineId i = leaf.inlines_begin; i < leaf.inlines_end; ++i) {
            const Inline& node = document.inlines[i];
            switch (node.kind) {
                case InlineKind::text:
                case InlineKind::footnote_reference: out.append(document.view(node.text)); break;
                case InlineKind::soft_break: out.push_back(' '); break;
                case InlineKind::hard_break: out.push_back('\n'); break;
                case InlineKind::image: {
                    const Target& target = document.targets[node.target];
                    if (target.missing || target.third_party) out.append(document.view(node.text));
                    break;
                }
                case InlineKind::math:
                    if (node.text.empty()) break;
                    out.append(document.view(node.text));
                    i = node.end - 1;
                    break;
                default: break;
            }
        }
    }
    return out;
}

void check_invariants(const Document& document) {
    CHECK(!document.blocks.empty());
    const Block& root = document.blocks[0];
    CHECK(root.kind == BlockKind::root);
    CHECK(root.parent == no_id);
    CHECK(root.end == document.blocks.size());
    CHECK(base::utf8::is_valid(document.text));
    std::vector<BlockId> open{0};
    InlineId inlines = 0;
    for (BlockId id = 1; id < document.blocks.size(); ++id) {
        const Block& block = document.blocks[id];
        while (document.blocks[open.back()].end <= id) open.pop_back();
        CHECK(block.parent == open.back());
        CHECK(block.end > id);
        CHECK(block.end <= document.blocks[block.parent].end);
        CHECK(may_contain(document.blocks[block.parent].kind, block.kind));
        const bool first_in_details =
            document.blocks[block.parent].kind == BlockKind::details && id == block.parent + 1;
        CHECK(first_in_details == (block.kind == BlockKind::summary));
        CHECK(block.kind != BlockKind::heading || (block.level >= 1 && block.level <= 6));
        check_slice(document, block.anchor);
        check_slice(document, block.language);
        check_slice(document, block.info);
        if (is_leaf(block.kind)) {
            CHECK(block.end == id + 1);
            CHECK(block.inlines_begin == inlines);
            inlines = block.inlines_end;
            check_inlines(document, block);
        } else {
            open.push_back(id);
        }
        CHECK(open.size() <= max_depth + 1);
    }
    CHECK(inlines == document.inlines.size());
}

}  // namespace blatt::document
