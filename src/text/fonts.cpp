#include "text/fonts.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/check.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "document/math.h"

namespace blatt::text {

namespace {

// In thousandths of the font size; close to a book face, so that goldens read like real pages.
float fixed_width(char32_t c, const Font& font) {
    if (font.family == Family::mono) return 600;
    if (c == U' ') return 260;
    if (c == U'i' || c == U'l' || c == U'j' || c == U'.' || c == U',' || c == U'\'') return 290;
    if (c == U'm' || c == U'w' || c == U'M' || c == U'W') return 860;
    if (c >= U'A' && c <= U'Z') return 680;
    if (c >= 0x2E80) return 1000;  // ideographs and emoji are square
    if ((c >= 0x0300 && c <= 0x036F) || c == 0x200B || c == 0x200D || c == 0xFE0F || c == 0x00AD)
        return 0;
    return 520;
}

}  // namespace

FontMetrics FixedFonts::metrics(const Font& font) {
    return {std::round(font.size * 0.95f), std::round(font.size * 0.25f)};
}

void FixedFonts::measure(std::span<const Font> fonts, std::span<const RunId> ids,
                         std::span<Run> runs) {
    for (const RunId id : ids) {
        Run& run = runs[id];
        const Font& font = fonts[run.font];
        float thousandths = 0;
        for (std::size_t at = 0; at < run.text.size();) {
            const auto c = base::utf8::decode(run.text, at);
            thousandths += fixed_width(c.code_point, font);
            at += c.size;
        }
        const float bold = font.weight >= 600 ? 1.06f : 1.0f;
        run.advance = thousandths * bold * font.size / 1000;
    }
}

float first_baseline(const BlockStyle& style, RunTable& runs) {
    // Down to device px, and not one too many for a hair.
    constexpr float hair = 0.01f;
    const FontMetrics metrics = runs.metrics(runs.font(style.font));
    const float leading = style.line_height - metrics.ascent - metrics.descent;
    const float density = runs.density();
    return std::floor(leading / 2 * density + hair) / density + metrics.ascent;
}

void RunTable::set_density(float density) {
    if (density == density_) return;
    density_ = density;
    for (std::size_t i = 0; i < fonts_.size(); ++i) metrics_[i] = engine_->metrics(fonts_[i]);
}

// Wide as its characters; higher for each fraction and each row of a table in it.
void FixedFonts::measure_formulas(std::span<const Font> fonts, std::span<Formula> formulas) {
    for (Formula& formula : formulas) {
        const std::string markup = document::math_markup(formula.records);
        const float size = fonts[formula.font].size;
        float characters = 0, levels = 0;
        for (std::size_t at = 0; at < markup.size(); ++at) {
            if (markup[at] == '<') {
                const std::string_view tag = std::string_view(markup).substr(at + 1, 5);
                if (tag == "mfrac" || tag.starts_with("mtr>")) ++levels;
                at = markup.find('>', at);
            } else {
                ++characters;
            }
        }
        formula.width = std::max(1.0f, characters) * size / 2;
        formula.ascent = size * (0.75f + 0.5f * levels);
        formula.descent = size * (0.25f + 0.5f * levels);
    }
}

FontId RunTable::font(const Font& font) {
    for (std::size_t i = 0; i < fonts_.size(); ++i) {
        if (fonts_[i] == font) return static_cast<FontId>(i);
    }
    fonts_.push_back(font);
    metrics_.push_back(engine_->metrics(font));
    return static_cast<FontId>(fonts_.size() - 1);
}

FontMetrics RunTable::metrics(const Font& font) const {
    for (std::size_t i = 0; i < fonts_.size(); ++i) {
        if (fonts_[i] == font) return metrics_[i];
    }
    return {};
}

RunId RunTable::intern(FontId font, std::string_view text) {
    const std::uint64_t hash =
        base::hash64(text, 0xcbf29ce484222325ull ^ (std::uint64_t{font} << 48));
    if (2 * (runs_.size() + 1) > index_.size()) grow();
    std::size_t at = hash & (index_.size() - 1);
    for (; index_[at].run != no_run; at = (at + 1) & (index_.size() - 1)) {
        const RunId id = index_[at].run;
        if (index_[at].hash == hash && runs_[id].font == font && runs_[id].text == text) return id;
    }
    const auto id = static_cast<RunId>(runs_.size());
    index_[at] = {hash, id};
    runs_.push_back({.font = font, .advance = -1, .text = keep(text)});
    pending_.push_back(id);
    return id;
}

void RunTable::grow() {
    constexpr std::size_t first_size = 1024;
    std::vector<Entry> old(std::max(first_size, 2 * index_.size()));
    old.swap(index_);
    for (const Entry& entry : old) {
        if (entry.run == no_run) continue;
        std::size_t at = entry.hash & (index_.size() - 1);
        while (index_[at].run != no_run) at = (at + 1) & (index_.size() - 1);
        index_[at] = entry;
    }
}

// Texts stay where they are: views of them are handed out.
std::string_view RunTable::keep(std::string_view text) {
    constexpr std::size_t usual_size = 16384;
    if (text_blocks_.empty() || block_used_ + text.size() > block_size_) {
        block_size_ = std::max(usual_size, text.size());
        block_used_ = 0;
        text_blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size_));
    }
    char* place = text_blocks_.back().get() + block_used_;
    block_used_ += text.size();
    return {place, text.copy(place, text.size())};
}

FormulaId RunTable::intern_formula(FontId font, std::string records) {
    for (FormulaId id = 0; id < formulas_.size(); ++id) {
        if (formulas_[id].font == font && formulas_[id].records == records) return id;
    }
    formulas_.push_back({.font = font, .records = std::move(records)});
    return static_cast<FormulaId>(formulas_.size() - 1);
}

void RunTable::measure_pending() {
    if (measured_formulas_ < formulas_.size()) {
        engine_->measure_formulas(fonts_, std::span(formulas_).subspan(measured_formulas_));
        measured_formulas_ = formulas_.size();
    }
    if (pending_.empty()) return;
    engine_->measure(fonts_, pending_, runs_);
    for (const RunId id : pending_) CHECK(runs_[id].advance >= 0);
    pending_.clear();
}

void RunTable::remeasure() {
    for (std::size_t i = 0; i < fonts_.size(); ++i) metrics_[i] = engine_->metrics(fonts_[i]);
    measured_formulas_ = 0;
    pending_.resize(runs_.size());
    for (std::size_t i = 0; i < runs_.size(); ++i) pending_[i] = static_cast<RunId>(i);
    measure_pending();
}

}  // namespace blatt::text
