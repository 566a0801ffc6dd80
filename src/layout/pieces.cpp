#include "layout/pieces.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "document/math.h"
#include "text/bidi.h"

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

bool is_active(InlineKind kind) { return kind == InlineKind::link || kind == InlineKind::button; }

bool is_collapsible(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

constexpr unsigned char byte(char c) { return static_cast<unsigned char>(c); }

// Scripts in which a line may end between letters: every such place makes a piece of its own.
// Elsewhere words are whole, and looked into only where a line ends.
bool breaks_anywhere(char32_t c) {
    if (c < 0x0E00) return false;
    return (c <= 0x0EFF) || (c >= 0x1000 && c <= 0x11FF) || (c >= 0x1780 && c <= 0x17FF) ||
           (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x1F000;
}

// Of these, scripts that put no spaces between words: a line may end between words only.
bool has_no_spaces(char32_t c) {
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
           (c >= 0x1780 && c <= 0x17FF);
}

// Whether a line might end somewhere inside of the word, so that a closer look is worth it.
bool may_break_inside(std::string_view word) {
    bool after_first = false;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const unsigned char c = byte(word[at]);
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c < 0xE0);
        const bool plain = letter || (c >= '0' && c <= '9') || c == '.' || c == ',' || c == ':' ||
                           c == ';' || c == '\'' || c == '"' || c == '(' || c == ')';
        if (plain || (c & 0xC0) == 0x80) {
            after_first = true;
            continue;
        }
        // Quotation marks, the most common of what is not ASCII.
        const bool quote = c == 0xE2 && at + 2 < word.size() && byte(word[at + 1]) == 0x80 &&
                           byte(word[at + 2]) >= 0x98 && byte(word[at + 2]) <= 0x9F;
        if (quote) continue;
        // At the edges nothing can be parted.
        if (after_first && at + 1 < word.size()) return true;
        after_first = true;
        if (c >= 0xC2) return true;
    }
    return false;
}

constexpr std::string_view soft_hyphen = "\xC2\xAD";

// What a run shows of a word: without soft hyphens, with a hyphen where a line ends at one. In a
// run from right to left marks at both ends give that direction to what has none of its own.
std::string_view shown_text(std::string_view text, std::uint8_t level, bool hyphen,
                            std::string& buffer) {
    constexpr std::string_view right_to_left_mark = "\xE2\x80\x8F";
    const bool reversed = level % 2 == 1;
    const bool soft = text.find(soft_hyphen) != std::string_view::npos;
    if (!soft && !hyphen && !reversed) return text;
    buffer.clear();
    if (reversed) buffer += right_to_left_mark;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find(soft_hyphen, at), text.size());
        buffer += text.substr(at, next - at);
        at = next + soft_hyphen.size();
    }
    if (hyphen) buffer += '-';
    if (reversed) buffer += right_to_left_mark;
    return buffer;
}

// One leaf inline of the block with the style it is shown in.
struct Source {
    InlineId inline_id;
    InlineId link;
    std::uint16_t style;
    text::FontId font;
    Slice text;                // empty for breaks and pictures
    std::uint32_t flat_begin;  // where its characters start in the block's flat text
};

class PieceMaker {
  public:
    PieceMaker(Pieces& out, const Document& document, BlockId leaf, const text::BlockStyle& style,
               text::RunTable& runs)
        : out_(out), document_(document), leaf_(leaf), style_(style), runs_(runs) {}

    void make() {
        const auto& block = document_.blocks[leaf_];
        begin_ = out_.pieces.size();
        has_levels_ = style_.right_to_left;
        collect(block.inlines_begin, block.inlines_end, text::inline_style(style_), no_id);
        if (has_complex_text_ || has_levels_) analyse();
        for (const Source& source : sources_) add(source);
        out_.leaves[leaf_] = {.begin = static_cast<std::uint32_t>(begin_),
                              .end = static_cast<std::uint32_t>(out_.pieces.size()),
                              .baseline = text::first_baseline(style_, runs_),
                              .plain = !style_.preserve_space,
                              .reorders = has_levels_,
                              .hyphenate = style_.hyphenate};
    }

  private:
    bool holds_hyphens(std::uint32_t begin, std::uint32_t end) {
        if (!style_.hyphenate || document_.hyphens.empty()) return false;
        const auto found = std::ranges::upper_bound(document_.hyphens, begin);
        return found != document_.hyphens.end() && *found < end;
    }

    void collect(InlineId begin, InlineId end, const text::InlineStyle& style, InlineId link) {
        for (InlineId id = begin; id < end; id = document_.inlines[id].end) {
            const Inline& node = document_.inlines[id];
            if (!document::is_leaf(node.kind) && node.kind != InlineKind::math) {
                collect(id + 1, node.end, text::inline_style(style_, style, node),
                        is_active(node.kind) ? id : link);
                continue;
            }
            Source source{id, link, 0, 0, {}, flat_size_};
            text::InlineStyle own = style;
            if (node.kind == InlineKind::footnote_reference) {
                own = text::inline_style(style_, style, node.kind);
                source.link = id;
            } else if (node.kind == InlineKind::image && shown_as_text(node)) {
                // A picture of another host is a link to it, a missing one a remark.
                const bool is_link = is_third_party(node) && link == no_id;
                own = text::inline_style(style_, style, is_link ? InlineKind::link : node.kind);
                if (is_link) source.link = id;
            }
            source.style = style_index(own);
            source.font = runs_.font(own.font);
            if (has_text(node)) source.text = node.text;
            flat_size_ += static_cast<std::uint32_t>(flat_form(node, source.text).size());
            has_complex_text_ = has_complex_text_ || holds_complex_text(source.text);
            has_levels_ = has_levels_ || text::runs_right_to_left(document_.view(source.text));
            sources_.push_back(source);
        }
    }

    std::uint16_t style_index(const text::InlineStyle& style) {
        std::vector<text::InlineStyle>& styles = out_.styles;
        for (std::size_t back = 1; back <= std::min<std::size_t>(8, styles.size()); ++back) {
            if (styles[styles.size() - back] == style)
                return static_cast<std::uint16_t>(styles.size() - back);
        }
        const auto found = std::ranges::find(styles, style);
        if (found == styles.end()) {
            styles.push_back(style);
            return static_cast<std::uint16_t>(styles.size() - 1);
        }
        return static_cast<std::uint16_t>(found - styles.begin());
    }

    bool holds_complex_text(Slice slice) const {
        const std::string_view text = document_.view(slice);
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (byte(text[at]) >= 0xE0 && breaks_anywhere(base::utf8::decode(text, at).code_point))
                return true;
        }
        return false;
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
            case InlineKind::math: return "x";              // as part of a word
            default: return "";
        }
    }

    // Looks at the whole block's text: breaks between letters and directions do not depend on
    // spans.
    void analyse() {
        std::string flat;
        flat.reserve(flat_size_);
        for (const Source& source : sources_)
            flat += flat_form(document_.inlines[source.inline_id], source.text);
        if (has_complex_text_)
            breaks_ = text::line_breaks(flat, document_.view(document_.blocks[leaf_].language));
        if (has_complex_text_) add_word_ends(flat);
        if (has_levels_) levels_ = text::bidi_levels(flat, style_.right_to_left);
    }

    void add_word_ends(std::string_view flat) {
        const auto is_first_of_such = [&](std::size_t at) {
            return at < flat.size() && has_no_spaces(base::utf8::decode(flat, at).code_point);
        };
        bool any = false;
        for (std::size_t at = 0; at < flat.size() && !any; ++at)
            any = byte(flat[at]) >= 0xE0 && is_first_of_such(at);
        if (!any) return;
        for (const std::uint32_t end : runs_.word_ends(flat)) {
            std::size_t last = end - 1;
            while (last > 0 && (byte(flat[last]) & 0xC0) == 0x80) --last;
            if (is_first_of_such(last) && is_first_of_such(end))
                breaks_[end - 1] = BreakAfter::allowed;
        }
    }

    void add(const Source& source) {
        const Inline& node = document_.inlines[source.inline_id];
        if (node.kind == InlineKind::soft_break) return add_space(source, 0, 1);
        if (node.kind == InlineKind::hard_break) {
            forced_ = true;
            spaces_ = 0;
            return;
        }
        if (node.kind == InlineKind::image && source.text.empty()) return add_image(source, node);
        if (node.kind == InlineKind::math) return add_formula(source);
        if (style_.preserve_space) return add_preserved(source);
        add_collapsing(source);
    }

    void add_space(const Source& source, std::size_t at, unsigned count) {
        if (spaces_ == 0) space_font_ = source.font;
        if (has_levels_) space_level_ = level_at(source, at);
        spaces_ = style_.preserve_space ? spaces_ + count : 1;
    }

    void add_collapsing(const Source& source) {
        const std::string_view text = document_.view(source.text);
        std::size_t at = 0;
        while (at < text.size()) {
            if (is_collapsible(text[at])) {
                add_space(source, at, 1);
                ++at;
                continue;
            }
            const std::size_t end = piece_end(source, text, at);
            push(source, at, end);
            at = end;
        }
    }

    // End of the piece that starts at `at`: a space, or a break in a script without spaces.
    std::size_t piece_end(const Source& source, std::string_view text, std::size_t at) const {
        std::size_t end = at;
        while (end < text.size() && !is_collapsible(text[end])) {
            ++end;
            if (end < text.size() && level_at(source, end) != level_at(source, at)) break;
            if (!breaks_.empty() && breaks_[source.flat_begin + end - 1] != BreakAfter::no &&
                parts_pieces(text, end)) {
                break;
            }
        }
        return end;
    }

    std::uint8_t level_at(const Source& source, std::size_t at) const {
        const std::size_t flat = source.flat_begin + at;
        return flat < levels_.size() ? levels_[flat] : 0;
    }

    // Whether the break at `at` is one between letters, as those scripts have it.
    bool parts_pieces(std::string_view text, std::size_t at) const {
        std::size_t before = at - 1;
        while (before > 0 && (byte(text[before]) & 0xC0) == 0x80) --before;
        return breaks_anywhere(base::utf8::decode(text, before).code_point) ||
               (at < text.size() && breaks_anywhere(base::utf8::decode(text, at).code_point));
    }

    void add_preserved(const Source& source) {
        const std::string_view text = document_.view(source.text);
        std::size_t at = 0;
        while (at < text.size()) {
            const char c = text[at];
            if (c == '\n') {
                if (forced_) push(source, at, at);  // an empty line still takes its height
                forced_ = true;
                spaces_ = 0;
                column_ = 0;
                ++at;
                continue;
            }
            if (c == ' ' || c == '\t' || c == '\r') {
                constexpr unsigned tab = 4;
                const unsigned count = c == '\t' ? tab - column_ % tab : (c == ' ' ? 1 : 0);
                add_space(source, at, count);
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

    bool is_first() const { return out_.pieces.size() == begin_; }

    // Appends a piece with what stands before it; the caller fills in the rest.
    Piece& start(const Source& source, std::size_t at) {
        Piece& piece = out_.pieces.emplace_back();
        Extent& extent = out_.extents.emplace_back();
        piece.inline_id = source.inline_id;
        piece.link = source.link;
        piece.style = source.style;
        piece.level = level_at(source, at);
        piece.space_level = spaces_ > 0 ? space_level_ : piece.level;
        const bool first = out_.pieces.size() == begin_ + 1;
        if (forced_) {
            extent.before = BreakAfter::required;
        } else if (!first && !style_.preserve_space) {
            extent.before = spaces_ > 0 ? BreakAfter::allowed : break_before(source, at);
        }
        if (!first || style_.preserve_space) {
            const bool line_start = forced_ && !style_.preserve_space;
            piece.spaces = static_cast<std::uint16_t>(line_start ? 0 : std::min(spaces_, 1000u));
        }
        if (piece.spaces > 0) piece.space_run = runs_.intern(space_font_, " ");
        forced_ = false;
        spaces_ = 0;
        return piece;
    }

    // Between two pieces without a space: of one source in a script without spaces, or of two.
    BreakAfter break_before(const Source& source, std::size_t at) const {
        if (!breaks_.empty()) {
            const std::size_t flat = source.flat_begin + at;
            return flat == 0 ? BreakAfter::no : breaks_[flat - 1];
        }
        // Pictures break like ideographs.
        constexpr std::string_view picture = "\xEF\xBF\xBC";
        const Piece& last = out_.pieces[out_.pieces.size() - 2];
        const std::string_view left =
            document_.view({last.text_begin, last.text_end - last.text_begin});
        const std::string_view right = document_.view(source.text).substr(at);
        // Formulas hold on to what touches them, as letters do.
        constexpr std::string_view letter = "x";
        const bool after_formula = out_.extents[out_.extents.size() - 2].kind == PieceKind::formula;
        if (document_.inlines[source.inline_id].kind == InlineKind::math)
            return between(left.empty() ? picture : left, letter);
        return between(after_formula  ? letter
                       : left.empty() ? picture
                                      : left,
                       right.empty() ? picture : right.substr(0, right.find_first_of(" \n\t\r")));
    }

    BreakAfter between(std::string_view left, std::string_view right) const {
        const auto is_word = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        };
        const auto closes = [](char c) {
            return c == '.' || c == ',' || c == ':' || c == ';' || c == ')' || c == '!' || c == '?';
        };
        // What is most common needs no table.
        if (is_word(left.back()) && (is_word(right.front()) || closes(right.front())))
            return BreakAfter::no;
        std::string both(left);
        both += right;
        return text::line_breaks(both,
                                 document_.view(document_.blocks[leaf_].language))[left.size() - 1];
    }

    void push(const Source& source, std::size_t begin, std::size_t end) {
        Piece& piece = start(source, begin);
        const std::string_view text = document_.view(source.text).substr(begin, end - begin);
        piece.text_begin = source.text.begin + static_cast<std::uint32_t>(begin);
        piece.text_end = source.text.begin + static_cast<std::uint32_t>(end);
        piece.run = runs_.intern(source.font, shown_text(text, piece.level, false, buffer_));
        if (!style_.preserve_space) {
            out_.extents.back().may_split =
                may_break_inside(text) || holds_hyphens(piece.text_begin, piece.text_end);
            join(piece, source.font);
        }
    }

    void join(Piece& piece, text::FontId font) {
        if (out_.pieces.size() < begin_ + 2 || piece.spaces > 0) return;
        const Extent& extent = out_.extents.back();
        if (extent.before == BreakAfter::required) return;
        const Piece& last = out_.pieces[out_.pieces.size() - 2];
        if (out_.extents[out_.extents.size() - 2].kind != PieceKind::word) return;
        if (out_.styles[last.style].rise != out_.styles[piece.style].rise) return;
        if (last.level != piece.level || piece.level % 2 == 1) return;
        const text::Run touched = runs_.run(last.run);
        const text::Run own = runs_.run(piece.run);
        if (touched.font != font || touched.text.empty() || own.text.empty()) return;
        // Ideographs fill their squares whatever stands beside them; punctuation may not.
        if (extent.before != BreakAfter::no && is_ideograph(touched.text) && is_ideograph(own.text))
            return;
        std::string both(touched.text);
        both += own.text;
        piece.joined_run = runs_.intern(font, both);
    }

    static bool is_ideograph(std::string_view text) {
        const auto c = base::utf8::decode(text, 0);
        const bool square = (c.code_point >= 0x3041 && c.code_point <= 0x30FA) ||
                            (c.code_point >= 0x3400 && c.code_point <= 0x9FFF) ||
                            (c.code_point >= 0xAC00 && c.code_point <= 0xD7A3) ||
                            c.code_point >= 0x20000;
        return square && c.size == text.size();
    }

    void add_image(const Source& source, const Inline& node) {
        Piece& piece = start(source, 0);
        const auto& target = document_.targets[node.target];
        const bool known = target.width > 0 && target.height > 0;
        piece.image = known ? base::Size{target.width, target.height} : unknown_picture;
        out_.extents.back().kind = text::is_inline_picture(target.width, target.height)
                                       ? PieceKind::inline_image
                                       : PieceKind::block_image;
    }

    void add_formula(const Source& source) {
        Piece& piece = start(source, 0);
        piece.run = runs_.intern(source.font, "");
        piece.formula =
            runs_.intern_formula(source.font, document::math_records(document_, source.inline_id));
        out_.extents.back().kind = PieceKind::formula;
    }

    Pieces& out_;
    const Document& document_;
    BlockId leaf_;
    const text::BlockStyle& style_;
    text::RunTable& runs_;
    std::size_t begin_ = 0;
    std::uint32_t flat_size_ = 0;
    bool has_complex_text_ = false;
    bool has_levels_ = false;
    std::vector<BreakAfter> breaks_;    // of the flat text; empty where they are not needed
    std::vector<std::uint8_t> levels_;  // the same
    std::uint8_t space_level_ = 0;
    std::vector<Source> sources_;
    std::string buffer_;
    text::FontId space_font_ = 0;
    unsigned spaces_ = 0;
    unsigned column_ = 0;
    bool forced_ = false;
};

}  // namespace

void add_pieces(Pieces& pieces, const Document& document, BlockId leaf,
                const text::BlockStyle& style, text::RunTable& runs) {
    PieceMaker(pieces, document, leaf, style, runs).make();
}

namespace {

void set_stretches(Pieces& pieces, Leaf& leaf) {
    for (std::uint32_t i = leaf.begin; i < leaf.end; ++i) {
        const Extent& extent = pieces.extents[i];
        leaf.plain =
            leaf.plain && extent.kind == PieceKind::word && extent.before != BreakAfter::required;
    }
    leaf.stretches_begin = leaf.stretches_end = static_cast<std::uint32_t>(pieces.stretches.size());
    if (!leaf.plain) return;
    double x = 0;
    for (std::uint32_t i = leaf.begin; i < leaf.end; ++i) {
        const Extent& extent = pieces.extents[i];
        if (i > leaf.begin) x += static_cast<double>(extent.gap);
        if (i == leaf.begin || extent.before != BreakAfter::no)
            pieces.stretches.push_back({.begin = x, .piece = i});
        x += static_cast<double>(extent.width);
        Stretch& stretch = pieces.stretches.back();
        stretch.end = x;
        stretch.may_split = stretch.may_split || extent.may_split;
    }
    leaf.stretches_end = static_cast<std::uint32_t>(pieces.stretches.size());
}

}  // namespace

void set_extents(Pieces& pieces, const text::RunTable& runs) {
    for (std::size_t i = 0; i < pieces.pieces.size(); ++i) {
        const Piece& piece = pieces.pieces[i];
        Extent& extent = pieces.extents[i];
        extent.width = extent.kind == PieceKind::word      ? runs.advance(piece.run)
                       : extent.kind == PieceKind::formula ? runs.formula(piece.formula).width
                                                           : piece.image.width;
        if (piece.joined_run != text::no_run) {
            extent.gap = runs.advance(piece.joined_run) - runs.advance(pieces.pieces[i - 1].run) -
                         extent.width;
        } else if (piece.spaces > 0) {
            extent.gap = static_cast<float>(piece.spaces) * runs.advance(piece.space_run);
        }
    }
    pieces.stretches.clear();
    for (Leaf& leaf : pieces.leaves) {
        if (leaf.begin != leaf.end) set_stretches(pieces, leaf);
    }
}

text::RunId part_run(const Piece& piece, const Document& document, std::uint32_t begin,
                     std::uint32_t end, bool hyphen, text::RunTable& runs) {
    std::string buffer;
    return runs.intern(runs.run(piece.run).font, shown_text(document.view({begin, end - begin}),
                                                            piece.level, hyphen, buffer));
}

namespace {

std::vector<Split> split_places(const Piece& piece, const Document& document, bool hyphenate) {
    std::vector<Split> places;
    const std::string_view word =
        document.view({piece.text_begin, piece.text_end - piece.text_begin});
    const std::vector<BreakAfter> breaks = text::line_breaks(word, {});
    auto soft = std::ranges::lower_bound(document.hyphens, piece.text_begin + 1);
    for (std::uint32_t i = 1; i < word.size(); ++i) {
        const std::uint32_t at = piece.text_begin + i;
        const bool known = soft != document.hyphens.end() && *soft == at;
        if (known) ++soft;
        const bool written = word.substr(0, i).ends_with(soft_hyphen);
        if (!hyphenate && (known || written)) continue;
        if (!known && breaks[i - 1] == BreakAfter::no) continue;
        places.push_back({.at = at, .hyphen = known || written});
    }
    return places;
}

}  // namespace

const std::vector<Split>& splits_of(Pieces& pieces, std::uint32_t index, bool hyphenate,
                                    const Document& document, text::RunTable& runs) {
    Piece& piece = pieces.pieces[index];
    if (piece.splits == 0) {
        std::vector<Split> places = split_places(piece, document, hyphenate);
        for (Split& place : places) {
            place.head = part_run(piece, document, piece.text_begin, place.at, place.hyphen, runs);
            place.rest = part_run(piece, document, place.at, piece.text_end, false, runs);
        }
        pieces.split_lists.push_back(std::move(places));
        piece.splits = static_cast<std::uint32_t>(pieces.split_lists.size());
    }
    return pieces.split_lists[piece.splits - 1];
}

}  // namespace blatt::layout
