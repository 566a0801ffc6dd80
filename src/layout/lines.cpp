#include "layout/lines.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace blatt::layout {

namespace {

using document::BlockId;
using document::Document;
using text::BreakAfter;

// Sums of rounded advances may pass the width by a hair that the eye cannot see.
constexpr float tolerance = 0.01f;

class LineFiller {
  public:
    LineFiller(Layout& layout, BlockId leaf, const Document& document, const base::Rect& area,
               text::RunTable& runs, Unmeasured& unmeasured)
        : layout_(layout),
          pieces_(layout.pieces),
          leaf_(leaf),
          span_(layout.pieces.leaves[leaf]),
          style_(layout.boxes[leaf].style),
          document_(document),
          area_(area),
          y_(area.y),
          runs_(runs),
          unmeasured_(unmeasured) {}

    float fill() {
        if (span_.stretches_begin != span_.stretches_end) {
            fill_stretches();
        } else {
            fill_pieces();
        }
        end_line();
        return y_ - area_.y;
    }

  private:
    void fill_stretches() {
        const std::span<const Stretch> stretches =
            std::span(pieces_.stretches)
                .subspan(span_.stretches_begin)
                .first(span_.stretches_end - span_.stretches_begin);
        const double room = static_cast<double>(area_.width) + static_cast<double>(tolerance);
        const auto piece_of = [&](std::size_t i) {
            return i < stretches.size() ? stretches[i].piece : span_.end;
        };
        std::size_t usual = 8;  // stretches in a line, a first guess
        for (std::size_t next = 0; next < stretches.size();) {
            // Where the line would begin if all of it were on one endless line.
            const double origin =
                open_ ? stretches[next - 1].end - static_cast<double>(x_) : stretches[next].begin;
            std::size_t end = std::min(next + usual, stretches.size());
            while (end < stretches.size() && stretches[end].end - origin <= room) ++end;
            while (end > next && stretches[end - 1].end - origin > room) --end;
            if (end > next) {
                if (!open_) start_line(stretches[next].piece);
                x_ = static_cast<float>(stretches[end - 1].end - origin);
                hyphen_ = 0;
                line_.pieces_end = piece_of(end);
                usual = end - next;
                next = end;
                if (next == stretches.size()) return;
            }
            const Stretch& word = stretches[next];
            if (open_ && !word.may_split) {
                end_line();
                continue;
            }
            part(word.piece, piece_of(++next), static_cast<float>(word.end - word.begin));
        }
    }

    void fill_pieces() {
        const std::vector<Extent>& extents = pieces_.extents;
        const float room = area_.width + tolerance;
        for (std::uint32_t i = span_.begin; i < span_.end;) {
            if (extents[i].kind == PieceKind::block_image) {
                end_line();
                add_block_image(pieces_.pieces[i++]);
                continue;
            }
            std::uint32_t end = i + 1;
            float width = extents[i].width;
            for (; end < span_.end && extents[end].before == BreakAfter::no &&
                   extents[end].kind != PieceKind::block_image;
                 ++end) {
                width += extents[end].gap + extents[end].width;
            }
            if (extents[i].before == BreakAfter::required) {
                if (!open_) start_line(i);
                end_line();
            }
            const bool fits = (open_ ? x_ + extents[i].gap : 0) + width <= room;
            if (fits || style_.preserve_space) {
                for (; i < end; ++i) add(i);
            } else {
                part(i, end, width);
                i = end;
            }
        }
    }

    // Pieces [begin, end) have no break opportunity between them and do not fit in the line.
    void part(std::uint32_t begin, std::uint32_t end, float width) {
        std::uint32_t text_begin = 0;  // within piece `begin`; 0: it is whole
        while (begin < end) {
            const float start = open_ ? x_ + pieces_.extents[begin].gap : 0;
            if (text_begin == 0 && start + width <= area_.width + tolerance) {
                for (; begin < end; ++begin) add(begin);
                return;
            }
            if (add_head(begin, end, text_begin)) {
                end_line();
            } else if (open_) {
                end_line();
                continue;
            } else {
                cut(begin, text_begin);
            }
            width = 0;
            if (text_begin == 0) {
                for (std::uint32_t i = begin; i < end; ++i)
                    width += pieces_.extents[i].width + (i > begin ? pieces_.extents[i].gap : 0);
                continue;
            }
            // What is left of the parted word, and what hangs on it.
            const Part rest = make_part(begin, text_begin, pieces_.pieces[begin].text_end, false);
            float tail = 0;
            for (std::uint32_t i = begin + 1; i < end; ++i)
                tail += pieces_.extents[i].gap + pieces_.extents[i].width;
            if (rest.width + tail > area_.width + tolerance) continue;
            add_part(rest);
            text_begin = 0;
            for (++begin; begin < end; ++begin) add(begin);
        }
    }

    // Adds as much of [begin, end) to the line as fits up to a place where it may end, and moves
    // `begin` and `text_begin` behind it. False: no such place fits.
    bool add_head(std::uint32_t& begin, std::uint32_t end, std::uint32_t& text_begin) {
        float x = open_ ? x_ + (text_begin == 0 ? pieces_.extents[begin].gap : 0) : 0;
        std::uint32_t found = end;
        Part best;
        for (std::uint32_t i = begin; i < end && x <= area_.width; ++i) {
            if (i > begin) x += pieces_.extents[i].gap;
            const std::uint32_t from =
                i == begin && text_begin != 0 ? text_begin : pieces_.pieces[i].text_begin;
            if (const Part part = longest_head(i, from, area_.width + tolerance - x);
                part.text_end > part.text_begin) {
                found = i;
                best = part;
            }
            x += pieces_.extents[i].width;
            // A word that was parted already is not measured from its beginning any more.
            if (from != pieces_.pieces[i].text_begin) break;
        }
        if (found == end) return false;
        if (text_begin == 0) {
            for (; begin < found; ++begin) add(begin);
        }
        add_part(best);
        begin = found;
        text_begin = best.text_end;
        return true;
    }

    // The longest part of a piece from byte `from` on that ends where a line may end and has room;
    // an empty one if there is none.
    Part longest_head(std::uint32_t index, std::uint32_t from, float room) {
        if (!pieces_.extents[index].may_split) return {};
        const std::vector<Split>& splits =
            splits_of(pieces_, index, span_.hyphenate, document_, runs_);
        const std::uint32_t whole = pieces_.pieces[index].text_begin;
        for (std::size_t i = splits.size(); i > 0; --i) {
            const Split split = splits[i - 1];
            if (split.at <= from) break;
            const Part part = from == whole
                                  ? known_part(index, from, split.at, split.head, split.hyphen)
                                  : make_part(index, from, split.at, split.hyphen);
            if (part.width <= room) return part;
        }
        return {};
    }

    Part make_part(std::uint32_t index, std::uint32_t begin, std::uint32_t end, bool hyphen) {
        const text::RunId run =
            part_run(pieces_.pieces[index], document_, begin, end, hyphen, runs_);
        return known_part(index, begin, end, run, hyphen);
    }

    Part known_part(std::uint32_t index, std::uint32_t begin, std::uint32_t end, text::RunId run,
                    bool hyphen) {
        Part part{.piece = index, .text_begin = begin, .text_end = end, .run = run};
        const text::RunId dash = hyphen ? runs_.intern(runs_.run(run).font, "-") : text::no_run;
        if (!unmeasured_.may_guess) runs_.measure_pending();
        part.width = runs_.advance(run);
        if (hyphen) part.hyphen = std::max(0.0f, runs_.advance(dash));
        if (part.width < 0 || (hyphen && runs_.advance(dash) < 0)) {
            unmeasured_.guessed = true;
            const Piece& piece = pieces_.pieces[index];
            const auto bytes = static_cast<float>(piece.text_end - piece.text_begin);
            part.width = part.hyphen +
                         pieces_.extents[index].width * static_cast<float>(end - begin) / bytes;
        }
        return part;
    }

    // Nothing in the word may end a line, and the line is empty: as many grapheme clusters as fit,
    // at least one.
    void cut(std::uint32_t& index, std::uint32_t& text_begin) {
        const Piece& piece = pieces_.pieces[index];
        const std::uint32_t from = text_begin == 0 ? piece.text_begin : text_begin;
        if (pieces_.extents[index].kind != PieceKind::word || from == piece.text_end) {
            add(index++);
            text_begin = 0;
            return;
        }
        const std::string_view text = document_.view({from, piece.text_end - from});
        const text::FontId font = runs_.run(piece.run).font;
        const std::vector<std::uint32_t> ends = text::grapheme_ends(text);
        std::vector<text::RunId> clusters;
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const std::uint32_t begin = i == 0 ? 0 : ends[i - 1];
            clusters.push_back(runs_.intern(font, text.substr(begin, ends[i] - begin)));
        }
        runs_.measure_pending();
        float width = runs_.advance(clusters[0]);
        std::size_t count = 1;
        while (count < ends.size() && width + runs_.advance(clusters[count]) <= area_.width)
            width += runs_.advance(clusters[count++]);
        const std::uint32_t end = from + ends[count - 1];
        if (end == piece.text_end && from == piece.text_begin) {
            add(index++);
            return;
        }
        add_part(make_part(index, from, end, false));
        text_begin = end;
        if (end == piece.text_end) {
            ++index;
            text_begin = 0;
        } else {
            end_line();
        }
    }

    void add(std::uint32_t index) {
        const bool line_start = !open_;
        if (line_start) start_line(index);
        if (!line_start || style_.preserve_space) x_ += pieces_.extents[index].gap;
        if (pieces_.extents[index].kind == PieceKind::inline_image) {
            const Piece& piece = pieces_.pieces[index];
            const float top = std::round(y_ + span_.baseline - piece.image.height);
            layout_.images.push_back(
                {{area_.x + x_, std::max(y_, top), piece.image.width, piece.image.height},
                 piece.inline_id,
                 leaf_});
        }
        if (pieces_.extents[index].kind == PieceKind::formula) add_formula(pieces_.pieces[index]);
        x_ += pieces_.extents[index].width;
        line_.pieces_end = index + 1;
    }

    // The line grows where a formula is higher or deeper than it.
    void add_formula(const Piece& piece) {
        const text::Formula& formula = runs_.formula(piece.formula);
        above_ = std::max(above_, formula.ascent - span_.baseline);
        below_ = std::max(below_, formula.descent - (style_.line_height - span_.baseline));
        layout_.images.push_back({{area_.x + x_, y_ + span_.baseline - formula.ascent,
                                   formula.width, formula.ascent + formula.descent},
                                  piece.inline_id,
                                  leaf_});
    }

    void add_part(const Part& part) {
        const bool begins = part.text_begin == pieces_.pieces[part.piece].text_begin;
        const bool line_start = !open_;
        if (line_start) start_line(part.piece + (begins ? 0 : 1));
        if (!line_start && begins) x_ += pieces_.extents[part.piece].gap;
        const auto index = static_cast<std::uint32_t>(layout_.parts.size());
        layout_.parts.push_back(part);
        (begins ? line_.tail : line_.head) = index;
        x_ += part.width;
        hyphen_ = part.hyphen;
    }

    void add_block_image(const Piece& piece) {
        float width = std::min(piece.image.width, area_.width);
        float height = piece.image.width > 0 ? piece.image.height * width / piece.image.width : 0;
        if (style_.image_aspect > 0) {
            width = area_.width;
            height = width / style_.image_aspect;
        }
        float x = area_.x;
        if (style_.align == document::Align::center) x += (area_.width - width) / 2;
        if (style_.align == document::Align::right) x += area_.width - width;
        layout_.images.push_back({{x, y_, width, height}, piece.inline_id, leaf_});
        y_ += height;
    }

    void start_line(std::uint32_t first) {
        open_ = true;
        x_ = 0;
        hyphen_ = 0;
        line_ = {.rect = {area_.x, y_, 0, style_.line_height},
                 .baseline = y_ + span_.baseline,
                 .pieces_begin = first,
                 .pieces_end = first,
                 .block = leaf_};
        line_images_ = layout_.images.size();
    }

    void end_line() {
        if (!open_) return;
        open_ = false;
        float shift = 0;
        const float slack = std::max(0.0f, area_.width - x_);
        if (style_.align == document::Align::center) shift = slack / 2;
        const bool at_right = style_.align == document::Align::right ||
                              (style_.align == document::Align::start && style_.right_to_left);
        if (at_right) shift = slack;
        line_.rect.x += shift;
        line_.rect.width = x_ - hyphen_;
        for (std::size_t i = line_images_; i < layout_.images.size(); ++i)
            layout_.images[i].rect.x += shift;
        if (above_ > 0) {
            line_.baseline += above_;
            for (std::size_t i = line_images_; i < layout_.images.size(); ++i)
                layout_.images[i].rect.y += above_;
        }
        line_.rect.height += above_ + below_;
        layout_.lines.push_back(line_);
        y_ += line_.rect.height;
        above_ = below_ = 0;
        x_ = 0;
    }

    Layout& layout_;
    Pieces& pieces_;
    BlockId leaf_;
    const Leaf& span_;
    const text::BlockStyle& style_;
    const Document& document_;
    base::Rect area_;
    float y_;
    text::RunTable& runs_;
    Unmeasured& unmeasured_;
    float x_ = 0;
    float hyphen_ = 0;  // width of the one at the line's end
    bool open_ = false;
    float above_ = 0, below_ = 0;  // what the open line is higher and deeper than others
    LineBox line_;
    std::size_t line_images_ = 0;
};

// The widest of the parts into which a word falls where a line may end inside of it.
float narrowest(Layout& layout, std::uint32_t index, bool hyphenate, const Document& document,
                text::RunTable& runs) {
    const std::vector<Split>& splits = splits_of(layout.pieces, index, hyphenate, document, runs);
    const Piece& piece = layout.pieces.pieces[index];
    std::vector<text::RunId> parts;
    std::uint32_t from = piece.text_begin;
    for (const Split& split : splits) {
        parts.push_back(part_run(piece, document, from, split.at, split.hyphen, runs));
        from = split.at;
    }
    parts.push_back(part_run(piece, document, from, piece.text_end, false, runs));
    runs.measure_pending();
    float width = 0;
    for (const text::RunId part : parts) width = std::max(width, runs.advance(part));
    return width;
}

}  // namespace

Intrinsic intrinsic_width(Layout& layout, BlockId leaf, const Document& document,
                          text::RunTable& runs) {
    Intrinsic result;
    const Leaf span = layout.pieces.leaves[leaf];
    const bool preserve = layout.boxes[leaf].style.preserve_space;
    float line = 0;
    float group = 0;
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
        const Extent extent = layout.pieces.extents[i];
        if (extent.kind == PieceKind::block_image) {
            result.max = std::max(result.max, extent.width);
            result.min = std::max(result.min, std::min(extent.width, 120.0f));
            line = group = 0;
            continue;
        }
        if (extent.before == BreakAfter::required) line = 0;
        line += extent.gap + extent.width;
        const float smallest = extent.may_split && !preserve
                                   ? narrowest(layout, i, span.hyphenate, document, runs)
                                   : extent.width;
        group = extent.before == BreakAfter::no ? group + extent.gap + smallest : smallest;
        result.max = std::max(result.max, line);
        result.min = std::max(result.min, preserve ? line : group);
    }
    return result;
}

float fill_lines(Layout& layout, BlockId leaf, const Document& document, const base::Rect& area,
                 text::RunTable& runs, Unmeasured& unmeasured) {
    return LineFiller(layout, leaf, document, area, runs, unmeasured).fill();
}

}  // namespace blatt::layout
