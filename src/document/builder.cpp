#include "document/builder.h"

#include <utility>

#include "base/check.h"
#include "document/sanitise.h"

namespace blatt::document {

namespace {

constexpr std::string_view white_space = " \t\n\r\f";

// Levels that a block needs below itself to hold anything at all, and its own.
std::size_t levels_needed(BlockKind kind) {
    switch (kind) {
        case BlockKind::table: return 4;
        case BlockKind::table_row:
        case BlockKind::list:
        case BlockKind::footnotes:
        case BlockKind::definition_list: return 3;
        default: return is_leaf(kind) ? 1 : 2;
    }
}

}  // namespace

Builder::Builder() { reset(); }

void Builder::reset() {
    document_ = {};
    stack_.clear();
    spans_.clear();
    flattened_ = real_spans_ = code_spans_ = 0;
    in_link_ = joins_ = false;
    Block root;
    root.kind = BlockKind::root;
    document_.blocks.push_back(root);
    stack_.push_back(0);
}

bool Builder::in_leaf() const { return is_leaf(document_.blocks[stack_.back()].kind); }

bool Builder::must_flatten(BlockKind kind) const {
    // stack_.size() is the depth that the new block would have; the root's is 0.
    return flattened_ > 0 || stack_.size() + levels_needed(kind) - 1 > max_depth;
}

BlockId Builder::open(BlockKind kind, StyleClass style) {
    CHECK(!in_leaf());
    CHECK(kind != BlockKind::root);
    if (must_flatten(kind)) {
        if (!is_leaf(kind)) {
            ++flattened_;
            lost_block_ = {};
            return no_id;
        }
        // The leaf lands in some container above its own, where parts have no place.
        if (kind == BlockKind::caption || kind == BlockKind::summary || kind == BlockKind::term) {
            kind = BlockKind::paragraph;
        }
    }
    const auto id = static_cast<BlockId>(document_.blocks.size());
    Block block;
    block.kind = kind;
    block.style = style;
    block.parent = stack_.back();
    if (is_leaf(kind)) {
        block.inlines_begin = block.inlines_end = static_cast<InlineId>(document_.inlines.size());
        waiting_ = Space::none;
        after_space_ = true;
    }
    document_.blocks.push_back(block);
    stack_.push_back(id);
    joins_ = false;
    return id;
}

BlockId Builder::open_group(Role role, StyleClass style, std::string_view label) {
    const BlockId id = open(BlockKind::group, style);
    block(id).role = role;
    if (!label.empty()) block(id).info = store(label);
    return id;
}

void Builder::close() {
    if (!in_leaf() && flattened_ > 0) {
        --flattened_;
        return;
    }
    CHECK(stack_.size() > 1);
    Block& closed = document_.blocks[stack_.back()];
    if (is_leaf(closed.kind)) {
        while (!spans_.empty()) close_span();
        // The last line of code gets its end, so that code with and without one is the same.
        if (closed.kind == BlockKind::code_block &&
            closed.inlines_begin < document_.inlines.size()) {
            const Inline& last = document_.inlines.back();
            if (!document_.view(last.text).ends_with('\n')) add_text("\n");
        }
        closed.inlines_end = static_cast<InlineId>(document_.inlines.size());
    }
    closed.end = static_cast<BlockId>(document_.blocks.size());
    stack_.pop_back();
}

Slice Builder::store(std::string_view bytes) {
    std::string& pool = document_.text;
    const auto begin = static_cast<std::uint32_t>(pool.size());
    if (bytes.find('\0') == std::string_view::npos) {
        pool.append(bytes);
    } else {
        for (const char c : bytes) {
            if (c == '\0') {
                pool.append("\xEF\xBF\xBD");
            } else {
                pool.push_back(c);
            }
        }
    }
    CHECK(pool.size() < no_id);
    return {begin, static_cast<std::uint32_t>(pool.size()) - begin};
}

InlineId Builder::add_inline(InlineKind kind) {
    CHECK(in_leaf());
    const auto id = static_cast<InlineId>(document_.inlines.size());
    Inline node;
    node.kind = kind;
    node.end = id + 1;
    document_.inlines.push_back(node);
    joins_ = false;
    return id;
}

void Builder::add_text(std::string_view text) {
    if (text.empty()) return;
    const bool joins = joins_ && document_.inlines.back().text.end() == document_.text.size();
    const Slice slice = store(text);
    if (joins) {
        document_.inlines.back().text.size += slice.size;
        return;
    }
    document_.inlines[add_inline(InlineKind::text)].text = slice;
    joins_ = true;
}

void Builder::flush_space() {
    const Space space = std::exchange(waiting_, Space::none);
    if (space == Space::none || after_space_) return;
    if (space == Space::space) {
        add_text(" ");
    } else {
        add_inline(InlineKind::soft_break);
    }
    after_space_ = true;
}

void Builder::add_collapsed(std::string_view text) {
    while (!text.empty()) {
        const auto word = text.find_first_not_of(white_space);
        if (word != 0) {
            const bool line_end = text.substr(0, word).find('\n') != std::string_view::npos;
            if (line_end && code_spans_ == 0) {
                waiting_ = Space::soft_break;
            } else if (waiting_ == Space::none) {
                waiting_ = Space::space;
            }
            if (code_spans_ > 0) flush_space();
            if (word == std::string_view::npos) return;
            text.remove_prefix(word);
        }
        flush_space();
        const auto end = text.find_first_of(white_space);
        add_text(text.substr(0, end));
        after_space_ = false;
        if (end == std::string_view::npos) return;
        text.remove_prefix(end);
    }
}

void Builder::text(std::string_view text) {
    CHECK(in_leaf());
    if (current_kind() == BlockKind::code_block) {
        add_text(text);
    } else {
        add_collapsed(text);
    }
}

void Builder::line_break(InlineKind kind) {
    CHECK(kind == InlineKind::soft_break || kind == InlineKind::hard_break);
    if (kind == InlineKind::soft_break) {
        text("\n");
        return;
    }
    waiting_ = Space::none;
    add_inline(InlineKind::hard_break);
    after_space_ = true;
}

InlineId Builder::open_span(InlineKind kind) {
    CHECK(in_leaf());
    CHECK(!is_leaf(kind));
    const bool is_link = kind == InlineKind::link || kind == InlineKind::button;
    const bool nested_link = is_link && in_link_;
    if (real_spans_ >= max_depth || nested_link) {
        spans_.push_back(no_id);
        lost_inline_ = {};
        lost_target_ = {};
        return no_id;
    }
    flush_space();
    const InlineId id = add_inline(kind);
    spans_.push_back(id);
    ++real_spans_;
    if (is_link) in_link_ = true;
    if (kind == InlineKind::code) {
        ++code_spans_;
        after_space_ = false;
    }
    return id;
}

InlineId Builder::open_code_token(CodeToken token) {
    CHECK(current_kind() == BlockKind::code_block && token != CodeToken::plain);
    const InlineId id = open_span(InlineKind::code_token);
    inline_node(id).token = token;
    return id;
}

InlineId Builder::open_math(std::string_view tex, bool display) {
    const InlineId id = open_span(InlineKind::math);
    inline_node(id).display = display;
    const Slice source = tex.empty() ? Slice{} : store(tex);
    inline_node(id).text = source;
    return id;
}

InlineId Builder::open_math_element(MathTag tag, std::string_view attributes) {
    CHECK(tag != MathTag::none);
    const InlineId id = open_span(InlineKind::math_element);
    const Slice slice = attributes.empty() ? Slice{} : store(attributes);
    inline_node(id).math_tag = tag;
    inline_node(id).text = slice;
    return id;
}

void Builder::math_text(std::string_view text) {
    if (spans_.empty() || spans_.back() == no_id) return;
    add_text(text);
    after_space_ = false;
}

InlineId Builder::open_link(std::string_view url, std::string_view title) {
    if (!url_allowed(url, UrlUse::link)) {
        spans_.push_back(no_id);
        lost_inline_ = {};
        lost_target_ = {};
        return no_id;
    }
    const InlineId id = open_span(InlineKind::link);
    if (id == no_id) return id;
    const Slice url_slice = store(url_encoded(url));
    const Slice title_slice = title.empty() ? Slice{} : store(title);
    Target& made = target(id);
    made.url = url_slice;
    made.title = title_slice;
    return id;
}

InlineId Builder::open_button(Command command, std::string_view argument) {
    const InlineId id = open_span(InlineKind::button);
    if (id == no_id) return id;
    const Slice argument_slice = argument.empty() ? Slice{} : store(argument);
    target(id).command = command;
    target(id).url = argument_slice;
    return id;
}

void Builder::close_span() {
    CHECK(!spans_.empty());
    const InlineId id = spans_.back();
    spans_.pop_back();
    if (id == no_id) return;
    --real_spans_;
    Inline& closed = document_.inlines[id];
    closed.end = static_cast<InlineId>(document_.inlines.size());
    if (closed.kind == InlineKind::link || closed.kind == InlineKind::button) in_link_ = false;
    if (closed.kind == InlineKind::code) --code_spans_;
    if (closed.kind == InlineKind::code || closed.kind == InlineKind::math) after_space_ = false;
    joins_ = false;
}

InlineId Builder::image(std::string_view url, std::string_view alternative,
                        std::string_view title) {
    if (!url_allowed(url, UrlUse::image)) {
        text(alternative);
        return no_id;
    }
    flush_space();
    const InlineId id = add_inline(InlineKind::image);
    after_space_ = false;
    const Slice alternative_slice = alternative.empty() ? Slice{} : store(alternative);
    const Slice url_slice = store(url_encoded(url));
    const Slice title_slice = title.empty() ? Slice{} : store(title);
    document_.inlines[id].text = alternative_slice;
    Target& made = target(id);
    made.url = url_slice;
    made.title = title_slice;
    return id;
}

InlineId Builder::footnote_reference(int number, std::string_view url, std::string_view anchor) {
    flush_space();
    const InlineId id = add_inline(InlineKind::footnote_reference);
    after_space_ = false;
    const Slice text_slice = store(std::to_string(number));
    const Slice url_slice = store(url_encoded(url));
    const Slice anchor_slice = anchor.empty() ? Slice{} : store(anchor);
    document_.inlines[id].text = text_slice;
    Target& made = target(id);
    made.url = url_slice;
    made.anchor = anchor_slice;
    return id;
}

Target& Builder::target(InlineId id) {
    if (id == no_id) return lost_target_;
    Inline& node = document_.inlines[id];
    if (node.target == no_id) {
        node.target = static_cast<std::uint32_t>(document_.targets.size());
        document_.targets.emplace_back();
    }
    return document_.targets[node.target];
}

BlockId Builder::leaf(BlockKind kind, StyleClass style, std::string_view text) {
    const BlockId id = open(kind, style);
    this->text(text);
    close();
    return id;
}

void Builder::append(const Document& other, AppendHooks* additions) {
    append_blocks(other, 1, static_cast<BlockId>(other.blocks.size()), additions);
}

void Builder::append_blocks(const Document& other, BlockId begin, BlockId end,
                            AppendHooks* additions) {
    AppendHooks none;
    if (additions == nullptr) additions = &none;
    const auto copy_slice = [&](Slice slice) {
        return slice.empty() ? Slice{} : store(other.view(slice));
    };
    std::vector<BlockId> open_blocks;  // of `other`
    const auto close_before = [&](BlockId id) {
        while (!open_blocks.empty() && other.blocks[open_blocks.back()].end <= id) {
            additions->at_end(*this, other, open_blocks.back());
            close();
            additions->after(*this, other, open_blocks.back());
            open_blocks.pop_back();
        }
    };
    for (BlockId id = begin; id < end; ++id) {
        close_before(id);
        if (additions->replace(*this, other, id)) {
            id = other.blocks[id].end - 1;
            continue;
        }
        additions->before(*this, other, id);
        const Block& from = other.blocks[id];
        const BlockId made = open(from.kind, from.style);
        Block copy = from;
        copy.anchor = copy_slice(from.anchor);
        copy.language = copy_slice(from.language);
        copy.info = copy_slice(from.info);
        Block& to = block(made);
        copy.kind = to.kind;
        copy.parent = to.parent;
        copy.end = to.end;
        copy.inlines_begin = to.inlines_begin;
        copy.inlines_end = to.inlines_end;
        to = copy;
        if (is_leaf(from.kind)) append_inlines(other, from.inlines_begin, from.inlines_end);
        open_blocks.push_back(id);
    }
    close_before(end);
}

void Builder::append_inlines(const Document& other, InlineId begin, InlineId end) {
    const auto copy_slice = [&](Slice slice) {
        return slice.empty() ? Slice{} : store(other.view(slice));
    };
    std::vector<InlineId> ends;
    for (InlineId id = begin; id < end; ++id) {
        while (!ends.empty() && ends.back() <= id) {
            close_span();
            ends.pop_back();
        }
        const Inline& from = other.inlines[id];
        InlineId made = no_id;
        if (is_leaf(from.kind)) {
            const Slice text_slice = copy_slice(from.text);
            made = add_inline(from.kind);
            document_.inlines[made].text = text_slice;
        } else {
            made = open_span(from.kind);
            const Slice text_slice = copy_slice(from.text);
            Inline& span = inline_node(made);
            span.token = from.token;
            span.math_tag = from.math_tag;
            span.display = from.display;
            span.text = text_slice;
            ends.push_back(from.end);
        }
        if (from.target == no_id || made == no_id) continue;
        Target copy = other.targets[from.target];
        copy.url = copy_slice(copy.url);
        copy.title = copy_slice(copy.title);
        copy.language = copy_slice(copy.language);
        copy.anchor = copy_slice(copy.anchor);
        copy.sources = copy_slice(copy.sources);
        target(made) = copy;
    }
    for (std::size_t i = 0; i < ends.size(); ++i) close_span();
}

Document Builder::finish() {
    flattened_ = 0;
    while (stack_.size() > 1) close();
    document_.blocks[0].end = static_cast<BlockId>(document_.blocks.size());
    Document made = std::move(document_);
    reset();
    return made;
}

}  // namespace blatt::document
