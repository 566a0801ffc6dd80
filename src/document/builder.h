// Builder: makes a Document in reading order; the only way that one is made. Opening and closing
// must nest; a leaf is closed before the next block opens. What a Document must not hold is
// flattened here: such an open adds nothing and returns no_id, its close is a no-op, and what is
// set on block(no_id), inline_node(no_id) or target(no_id) is lost. That is nesting beyond
// max_depth, a link in a link, and a link or image whose URL is not allowed (sanitise.h): their
// text stays.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace blatt::document {

class Builder;

// Adds to a document while it is appended to another: around each of its blocks, or inside it.
class AppendHooks {
  public:
    virtual ~AppendHooks() = default;
    virtual void before(Builder&, const Document&, BlockId) {}
    // True where something else was added instead: the block and all in it are left out.
    virtual bool replace(Builder&, const Document&, BlockId) { return false; }
    virtual void at_end(Builder&, const Document&, BlockId) {}  // the block is still open
    virtual void after(Builder&, const Document&, BlockId) {}
};

class Builder {
  public:
    Builder();  // opens the root

    // Blocks. The returned id stays valid in the finished document; `block(id)` may be changed
    // until finish().
    BlockId open(BlockKind kind, StyleClass style = StyleClass::none);
    BlockId open_group(Role role, StyleClass style, std::string_view label = {});
    void close();
    Block& block(BlockId id) { return id == no_id ? lost_block_ : document_.blocks[id]; }
    BlockId current() const { return stack_.back(); }
    BlockKind current_kind() const { return document_.blocks[stack_.back()].kind; }

    // Inlines; a leaf block must be open. Text that follows text joins it. White space collapses as
    // browsers do it, except in code blocks: a run of spaces is one space, with a line end in it a
    // soft break, and there is none at the edges of a leaf or beside a hard break; code spans keep
    // theirs at both ends.
    void text(std::string_view text);
    void line_break(InlineKind kind);
    InlineId open_span(InlineKind kind);
    // `token` is not plain; a code block must be open.
    InlineId open_code_token(CodeToken token);
    // A formula: see math.h for what it is made of. Attributes are allowed ones, in the order of
    // their names.
    InlineId open_math(std::string_view tex, bool display);
    InlineId open_math_element(MathTag tag, std::string_view attributes);
    void math_text(std::string_view text);  // in an element that holds text
    InlineId open_link(std::string_view url, std::string_view title = {});
    // `argument` is the command's own affair: "theme=sepia".
    InlineId open_button(Command command, std::string_view argument = {});
    void close_span();
    InlineId image(std::string_view url, std::string_view alternative, std::string_view title = {});
    // A reference to footnote `number`, shown as that number; `url` is "#fn-…", `anchor` its own
    // id.
    InlineId footnote_reference(int number, std::string_view url, std::string_view anchor);
    Inline& inline_node(InlineId id) { return id == no_id ? lost_inline_ : document_.inlines[id]; }
    // The target of an inline, made on first use; the reference holds until the next call.
    Target& target(InlineId id);

    // Copies `bytes`, valid UTF-8, into the pool; U+0000 becomes U+FFFD.
    Slice store(std::string_view bytes);

    // A leaf with one text.
    BlockId leaf(BlockKind kind, StyleClass style, std::string_view text);

    // Appends the children of `other`'s root under the open block, and what `additions` adds.
    void append(const Document& other, AppendHooks* additions = nullptr);
    // The same for its blocks [begin, end), which are whole subtrees.
    void append_blocks(const Document& other, BlockId begin, BlockId end,
                       AppendHooks* additions = nullptr);
    // The same for inlines, whole subtrees, into the open leaf.
    void append_inlines(const Document& other, InlineId begin, InlineId end);

    // Closes what is open and returns the document. The builder is empty afterwards.
    Document finish();

  private:
    bool in_leaf() const;
    void add_text(std::string_view text);
    void add_collapsed(std::string_view text);
    void flush_space();
    InlineId add_inline(InlineKind kind);
    bool must_flatten(BlockKind kind) const;
    void reset();

    Document document_;
    std::vector<BlockId> stack_;
    std::vector<InlineId> spans_;  // no_id for those that were not made
    unsigned flattened_ = 0;  // open() calls beyond max_depth that still wait for their close()
    unsigned real_spans_ = 0;
    unsigned code_spans_ = 0;
    bool in_link_ = false;
    // White space that waits for something to separate: it is never at the edge of a leaf.
    enum class Space : std::uint8_t { none, space, soft_break };
    Space waiting_ = Space::none;
    bool after_space_ = true;  // also at the start of a leaf and behind a hard break
    bool joins_ = false;       // the last inline is a text that further text can join
    Block lost_block_;
    Inline lost_inline_;
    Target lost_target_;
};

}  // namespace blatt::document
