#include "layout/pieces.h"

#include <algorithm>
#include <cmath>

namespace blatt::layout {

namespace {

using document::BlockId;
using document::Document;
using text::BreakAfter;

float piece_width(const Piece& piece, const text::RunTable& runs) {
    return piece.is_image ? piece.image.width : runs.advance(piece.run);
}

float gap_before(const Piece& piece, const text::RunTable& runs) {
    if (piece.touches) {
        return runs.advance(piece.joined_run) - runs.advance(piece.touched_run) -
               runs.advance(piece.run);
    }
    return piece.spaces == 0 ? 0 : static_cast<float>(piece.spaces) * runs.advance(piece.space_run);
}

bool is_block_image(const Piece& piece) { return piece.is_image && !piece.inline_image; }

class LineFiller {
  public:
    LineFiller(BlockId leaf, const text::BlockStyle& style, base::Rect area, text::RunTable& runs,
               Layout& layout)
        : leaf_(leaf), style_(style), area_(area), y_(area.y), runs_(runs), layout_(layout) {
        const text::FontMetrics metrics = runs.metrics(runs.font(style.font));
        // Half the leading above, rounded down: where browsers put it, and rows of pixels stay
        // sharp.
        baseline_in_line_ =
            std::floor((style.line_height - metrics.ascent - metrics.descent) / 2) + metrics.ascent;
    }

    float fill(const std::vector<Piece>& pieces) {
        for (std::size_t i = 0; i < pieces.size();) {
            if (is_block_image(pieces[i])) {
                end_line();
                add_block_image(pieces[i++]);
                continue;
            }
            std::size_t end = i + 1;
            float width = piece_width(pieces[i], runs_);
            while (end < pieces.size() && pieces[end].before == BreakAfter::no &&
                   !is_block_image(pieces[end])) {
                width += gap_before(pieces[end], runs_) + piece_width(pieces[end], runs_);
                ++end;
            }
            add_group(pieces, i, end, width);
            i = end;
        }
        end_line();
        return y_ - area_.y;
    }

  private:
    // Pieces [begin, end) have no break opportunity between them.
    void add_group(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end,
                   float width) {
        const Piece& first = pieces[begin];
        if (first.before == BreakAfter::required) {
            if (!open_) start_line();
            end_line();
        }
        const float gap = open_ ? gap_before(first, runs_) : 0;
        if (!style_.preserve_space && open_ && x_ + gap + width > area_.width + tolerance)
            end_line();
        const bool cut = !style_.preserve_space && width > area_.width + tolerance;
        for (std::size_t i = begin; i < end; ++i) {
            if (cut) {
                add_cut(pieces[i]);
            } else {
                add(pieces[i], pieces[i].run, pieces[i].text_begin, pieces[i].text_end,
                    piece_width(pieces[i], runs_));
            }
        }
    }

    void add(const Piece& piece, text::RunId run, std::uint32_t begin, std::uint32_t end,
             float width) {
        const bool line_start = !open_;
        if (line_start) start_line();
        if (!line_start || style_.preserve_space) x_ += gap_before(piece, runs_);
        if (piece.is_image) {
            const float top = std::round(y_ + baseline_in_line_ - piece.image.height);
            layout_.images.push_back(
                {{area_.x + x_, std::max(y_, top), piece.image.width, piece.image.height},
                 piece.inline_id,
                 leaf_});
        } else if (end > begin) {
            layout_.fragments.push_back({.run = run,
                                         .x = x_,
                                         .width = width,
                                         .inline_id = piece.inline_id,
                                         .text_begin = begin,
                                         .text_end = end,
                                         .color = piece.style.color,
                                         .background = piece.style.background,
                                         .underline = piece.style.underline,
                                         .strike = piece.style.strike,
                                         .rise = piece.style.rise,
                                         .link = piece.link});
        }
        x_ += width;
    }

    // A word wider than the line: as many grapheme clusters a line as fit, at least one.
    void add_cut(const Piece& piece) {
        const std::string text = runs_.run(piece.run).text;
        const text::FontId font = runs_.run(piece.run).font;
        std::vector<std::uint32_t> ends = text::grapheme_ends(text);
        std::vector<text::RunId> clusters;
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const std::uint32_t begin = i == 0 ? 0 : ends[i - 1];
            clusters.push_back(
                runs_.intern(font, std::string_view(text).substr(begin, ends[i] - begin)));
        }
        runs_.measure_pending();
        std::size_t at = 0;
        bool first = true;
        while (at < ends.size()) {
            const float gap = open_ && first ? gap_before(piece, runs_) : 0;
            float width = 0;
            std::size_t end = at;
            while (end < ends.size()) {
                const float next = runs_.advance(clusters[end]);
                const bool fits = (open_ ? x_ : 0) + gap + width + next <= area_.width;
                if (!fits && (end > at || open_)) break;
                width += next;
                ++end;
            }
            if (end == at) {
                end_line();
                continue;
            }
            const std::uint32_t begin = at == 0 ? 0 : ends[at - 1];
            const text::RunId run =
                runs_.intern(font, std::string_view(text).substr(begin, ends[end - 1] - begin));
            runs_.measure_pending();
            Piece part = piece;
            if (!first) part.spaces = 0;
            add(part, run, piece.text_begin + begin, piece.text_begin + ends[end - 1],
                runs_.advance(run));
            first = false;
            at = end;
            if (at < ends.size()) end_line();
        }
    }

    void add_block_image(const Piece& piece) {
        float width = std::min(piece.image.width, area_.width);
        float height = piece.image.width > 0 ? piece.image.height * width / piece.image.width : 0;
        if (style_.image_aspect > 0) {
            width = area_.width;
            height = width / style_.image_aspect;
        }
        layout_.images.push_back({{area_.x, y_, width, height}, piece.inline_id, leaf_});
        y_ += height;
    }

    void start_line() {
        open_ = true;
        x_ = 0;
        line_ = {.rect = {area_.x, y_, 0, style_.line_height},
                 .baseline = y_ + baseline_in_line_,
                 .fragments_begin = static_cast<std::uint32_t>(layout_.fragments.size()),
                 .fragments_end = 0,
                 .block = leaf_};
        line_images_ = layout_.images.size();
    }

    void end_line() {
        if (!open_) return;
        open_ = false;
        line_.fragments_end = static_cast<std::uint32_t>(layout_.fragments.size());
        line_.rect.width = x_;
        float shift = 0;
        const float slack = std::max(0.0f, area_.width - x_);
        if (style_.align == document::Align::center) shift = slack / 2;
        if (style_.align == document::Align::right) shift = slack;
        line_.rect.x += shift;
        for (std::size_t i = line_images_; i < layout_.images.size(); ++i)
            layout_.images[i].rect.x += shift;
        layout_.lines.push_back(line_);
        y_ += style_.line_height;
        x_ = 0;
    }

    // Sums of rounded advances may pass the width by a hair that the eye cannot see.
    static constexpr float tolerance = 0.01f;

    BlockId leaf_;
    const text::BlockStyle& style_;
    base::Rect area_;
    float y_;
    text::RunTable& runs_;
    Layout& layout_;
    float baseline_in_line_ = 0;
    float x_ = 0;
    bool open_ = false;
    LineBox line_;
    std::size_t line_images_ = 0;
};

}  // namespace

Intrinsic intrinsic_width(const std::vector<Piece>& pieces, const text::BlockStyle& style,
                          const text::RunTable& runs) {
    Intrinsic result;
    float line = 0;
    float group = 0;
    for (const Piece& piece : pieces) {
        const float width = piece_width(piece, runs);
        const float gap = gap_before(piece, runs);
        if (is_block_image(piece)) {
            result.max = std::max(result.max, width);
            result.min = std::max(result.min, std::min(width, 120.0f));
            line = group = 0;
            continue;
        }
        if (piece.before == BreakAfter::required) line = 0;
        line += gap + width;
        group = piece.before == BreakAfter::no ? group + gap + width : width;
        result.max = std::max(result.max, line);
        result.min = std::max(result.min, style.preserve_space ? line : group);
    }
    return result;
}

float fill_lines(const Document&, BlockId leaf, const std::vector<Piece>& pieces,
                 const text::BlockStyle& style, float x, float y, float width, text::RunTable& runs,
                 Layout& layout) {
    return LineFiller(leaf, style, {x, y, width, 0}, runs, layout).fill(pieces);
}

}  // namespace blatt::layout
