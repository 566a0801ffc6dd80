#include "site/typeset.h"

#include <utility>
#include <vector>

#include "site/highlight.h"

namespace blatt::site {

namespace {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Inline;
using document::InlineId;
using document::InlineKind;
using document::Slice;

// The text of a code block as one slice of the pool; empty where it holds anything but text.
Slice code_of(Document& document, const Block& block) {
    const InlineId begin = block.inlines_begin;
    for (InlineId id = begin; id < block.inlines_end; ++id)
        if (document.inlines[id].kind != InlineKind::text) return {};
    if (block.inlines_end - begin == 1) return document.inlines[begin].text;
    Slice whole{static_cast<std::uint32_t>(document.text.size()), 0};
    for (InlineId id = begin; id < block.inlines_end; ++id)
        document.text += std::string(document.view(document.inlines[id].text));
    whole.size = static_cast<std::uint32_t>(document.text.size()) - whole.begin;
    return whole;
}

void add_inline(std::vector<Inline>& inlines, InlineKind kind, document::CodeToken token,
                std::size_t size, Slice text) {
    Inline node;
    node.kind = kind;
    node.token = token;
    node.text = text;
    node.end = static_cast<InlineId>(inlines.size() + size);
    inlines.push_back(node);
}

}  // namespace

bool typeset_code(Document& document, ScriptEngine& engine, const ReportUnset& report) {
    bool changed = false;
    std::vector<Inline> inlines;
    for (Block& block : document.blocks) {
        if (!document::is_leaf(block.kind)) continue;
        const auto begin = static_cast<InlineId>(inlines.size());
        std::vector<CodePiece> pieces;
        Slice code;
        if (block.kind == BlockKind::code_block && !block.info.empty()) {
            code = code_of(document, block);
            auto made =
                highlight(engine, document.view(code), code_language(document.view(block.info)));
            if (made) {
                pieces = std::move(*made);
            } else {
                report(document.view(code), made.error().message);
            }
        }
        if (pieces.empty()) {
            for (InlineId id = block.inlines_begin; id < block.inlines_end; ++id) {
                inlines.push_back(document.inlines[id]);
                inlines.back().end += begin - block.inlines_begin;
            }
        }
        std::uint32_t at = code.begin;
        for (const CodePiece& piece : pieces) {
            const bool plain = piece.token == document::CodeToken::plain;
            changed = changed || !plain;
            if (!plain) add_inline(inlines, InlineKind::code_token, piece.token, 2, {});
            add_inline(inlines, InlineKind::text, document::CodeToken::plain, 1, {at, piece.size});
            at += piece.size;
        }
        block.inlines_begin = begin;
        block.inlines_end = static_cast<InlineId>(inlines.size());
    }
    document.inlines = std::move(inlines);
    return changed;
}

}  // namespace blatt::site
