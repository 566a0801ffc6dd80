#include "layout/pieces.h"

#include <algorithm>

#include "base/utf8.h"

namespace blatt::layout {

namespace {

using document::BlockId;
using document::Document;
using document::Inline;
using document::InlineId;
using document::InlineKind;
using document::no_id;
using document::Slice;
using text::BreakAfter;

// The place kept for a picture of unknown size.
constexpr base::Size unknown_picture = {640, 360};

bool is_right_to_left(char32_t c) {
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC);
}

bool starts_right_to_left(std::string_view text) {
    return !text.empty() && is_right_to_left(base::utf8::decode(text, 0).code_point);
}

bool is_active(InlineKind kind) { return kind == InlineKind::link || kind == InlineKind::button; }

bool is_collapsible(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// One text leaf of the block with the style it is shown in.
struct Source {
    InlineId inline_id;
    InlineId link;
    text::InlineStyle style;
    Slice text;                // empty for breaks and pictures
    std::uint32_t flat_begin;  // where its characters start in the block's flat text
};

class PieceMaker {
  public:
    PieceMaker(const Document& document, BlockId leaf, const text::BlockStyle& style,
               text::RunTable& runs)
        : document_(document), leaf_(leaf), style_(style), runs_(runs) {}

    std::vector<Piece> make() {
        const auto& block = document_.blocks[leaf_];
        collect(block.inlines_begin, block.inlines_end, text::inline_style(style_), no_id);
        breaks_ = text::line_breaks(flat_, document_.view(block.language));
        for (const Source& source : sources_) add(source);
        return std::move(pieces_);
    }

  private:
    // Flattens the inline tree; breaks between words depend on the whole block's text, not on
    // spans.
    void collect(InlineId begin, InlineId end, const text::InlineStyle& style, InlineId link) {
        for (InlineId id = begin; id < end; id = document_.inlines[id].end) {
            const Inline& node = document_.inlines[id];
            if (document::is_leaf(node.kind)) {
                Source source{id, link, style, {}, static_cast<std::uint32_t>(flat_.size())};
                if (node.kind == InlineKind::footnote_reference) {
                    source.style = text::inline_style(style_, style, node.kind);
                    source.link = id;
                } else if (node.kind == InlineKind::image && shown_as_text(node)) {
                    // A picture of another host is a link to it, a missing one a remark.
                    const bool is_link = is_third_party(node) && link == no_id;
                    source.style =
                        text::inline_style(style_, style, is_link ? InlineKind::link : node.kind);
                    if (is_link) source.link = id;
                }
                if (has_text(node)) source.text = node.text;
                flat_ += flat_form(node, source.text);
                sources_.push_back(source);
            } else {
                collect(id + 1, node.end, text::inline_style(style_, style, node),
                        is_active(node.kind) ? id : link);
            }
        }
    }

    bool has_text(const Inline& node) const {
        if (node.kind == InlineKind::image) return shown_as_text(node);
        return node.kind == InlineKind::text || node.kind == InlineKind::footnote_reference;
    }
    bool shown_as_text(const Inline& node) const {
        if (node.target == no_id) return true;
        const auto& target = document_.targets[node.target];
        return target.missing || target.third_party;
    }
    bool is_third_party(const Inline& node) const {
        return node.target != no_id && document_.targets[node.target].third_party;
    }
    std::string_view flat_form(const Inline& node, Slice text) const {
        if (!text.empty()) return document_.view(text);
        switch (node.kind) {
            case InlineKind::soft_break: return " ";
            case InlineKind::hard_break: return "\n";
            case InlineKind::image: return "\xEF\xBF\xBC";  // OBJECT REPLACEMENT CHARACTER
            default: return "";
        }
    }

    void add(const Source& source) {
        const Inline& node = document_.inlines[source.inline_id];
        if (node.kind == InlineKind::soft_break) return add_space(source, 1);
        if (node.kind == InlineKind::hard_break) {
            forced_ = true;
            spaces_ = 0;
            return;
        }
        if (node.kind == InlineKind::image && source.text.empty()) return add_image(source, node);
        if (style_.preserve_space) return add_preserved(source);
        add_collapsing(source);
    }

    void add_space(const Source& source, unsigned count) {
        if (spaces_ == 0) space_style_ = source.style;
        spaces_ = style_.preserve_space ? spaces_ + count : 1;
    }

    void add_collapsing(const Source& source) {
        const std::string_view text = document_.view(source.text);
        std::size_t at = 0;
        while (at < text.size()) {
            if (is_collapsible(text[at])) {
                add_space(source, 1);
                ++at;
                continue;
            }
            std::size_t end = piece_end(source, text, at);
            // Words of a right-to-left phrase stay one run: the platform orders them.
            while (end < text.size() && is_collapsible(text[end]) &&
                   starts_right_to_left(text.substr(at))) {
                const std::size_t next = end + 1;
                if (next >= text.size() || !starts_right_to_left(text.substr(next))) break;
                end = piece_end(source, text, next);
            }
            push(source, at, end);
            at = end;
        }
    }

    // End of the unbreakable stretch that starts at `at`: a space or a break opportunity.
    std::size_t piece_end(const Source& source, std::string_view text, std::size_t at) const {
        std::size_t end = at;
        while (end < text.size() && !is_collapsible(text[end])) {
            ++end;
            if (breaks_[source.flat_begin + end - 1] != BreakAfter::no) break;
        }
        return end;
    }

    void add_preserved(const Source& source) {
        const std::string_view text = document_.view(source.text);
        std::size_t at = 0;
        while (at < text.size()) {
            const char c = text[at];
            if (c == '\n') {
                if (forced_) push_empty(source, at);
                forced_ = true;
                spaces_ = 0;
                column_ = 0;
                ++at;
                continue;
            }
            if (c == ' ' || c == '\t' || c == '\r') {
                constexpr unsigned tab = 4;
                const unsigned count = c == '\t' ? tab - column_ % tab : (c == ' ' ? 1 : 0);
                add_space(source, count);
                column_ += count;
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < text.size() && !is_collapsible(text[end])) ++end;
            push(source, at, end);
            column_ += static_cast<unsigned>(base::utf8::count(text.substr(at, end - at)));
            at = end;
        }
    }

    Piece start(const Source& source) {
        Piece piece;
        piece.inline_id = source.inline_id;
        piece.link = source.link;
        piece.style = source.style;
        if (forced_) {
            piece.before = BreakAfter::required;
        } else if (!pieces_.empty() && !style_.preserve_space) {
            piece.before = spaces_ > 0 ? BreakAfter::allowed : break_before(source);
        }
        if (!pieces_.empty() || style_.preserve_space) {
            const bool line_start = forced_ && !style_.preserve_space;
            piece.spaces = static_cast<std::uint16_t>(line_start ? 0 : std::min(spaces_, 1000u));
        }
        if (piece.spaces > 0) piece.space_run = runs_.intern(runs_.font(space_style_.font), " ");
        forced_ = false;
        spaces_ = 0;
        return piece;
    }

    BreakAfter break_before(const Source& source) const {
        const std::size_t at = source.flat_begin + cursor_;
        if (at == 0) return BreakAfter::no;
        // A required break inside running text (a line separator) is honoured as a break.
        return breaks_[at - 1];
    }

    void push(const Source& source, std::size_t begin, std::size_t end) {
        cursor_ = begin;
        Piece piece = start(source);
        const std::string_view text = document_.view(source.text).substr(begin, end - begin);
        piece.run = runs_.intern(runs_.font(source.style.font), text);
        piece.text_begin = source.text.begin + static_cast<std::uint32_t>(begin);
        piece.text_end = source.text.begin + static_cast<std::uint32_t>(end);
        join(piece);
        pieces_.push_back(piece);
    }

    void join(Piece& piece) {
        if (pieces_.empty() || piece.spaces > 0 || piece.before == BreakAfter::required) return;
        const Piece& last = pieces_.back();
        if (last.is_image || last.style.rise != piece.style.rise) return;
        const text::Run& touched = runs_.run(last.run);
        const text::Run& own = runs_.run(piece.run);
        if (touched.font != own.font || touched.text.empty() || own.text.empty()) return;
        piece.touches = true;
        piece.touched_run = last.run;
        piece.joined_run = runs_.intern(touched.font, touched.text + own.text);
    }

    // An empty line of preserved text still takes its height.
    void push_empty(const Source& source, std::size_t at) { push(source, at, at); }

    void add_image(const Source& source, const Inline& node) {
        cursor_ = 0;
        Piece piece = start(source);
        const auto& target = document_.targets[node.target];
        const bool known = target.width > 0 && target.height > 0;
        piece.is_image = true;
        piece.image = known ? base::Size{target.width, target.height} : unknown_picture;
        piece.inline_image = text::is_inline_picture(target.width, target.height);
        pieces_.push_back(piece);
    }

    const Document& document_;
    BlockId leaf_;
    const text::BlockStyle& style_;
    text::RunTable& runs_;
    std::string flat_;  // the block's text as the line breaker sees it
    std::vector<BreakAfter> breaks_;
    std::vector<Source> sources_;
    std::vector<Piece> pieces_;
    text::InlineStyle space_style_;
    unsigned spaces_ = 0;
    unsigned column_ = 0;
    std::size_t cursor_ = 0;
    bool forced_ = false;
};

}  // namespace

std::vector<Piece> make_pieces(const Document& document, BlockId leaf,
                               const text::BlockStyle& style, text::RunTable& runs) {
    return PieceMaker(document, leaf, style, runs).make();
}

}  // namespace blatt::layout
