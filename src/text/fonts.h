// Fonts: the seam to the font engine, which is the browser (canvas 2D text) or, in native tests, a
// deterministic table. Layout asks for advances; pixels are canvas/'s business.
// Runs: every distinct piece of text in one font has a RunId for the life of the table, so that
// widths and atlas pixels are found by number.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/style.h"

namespace blatt::text {

using FontId = std::uint16_t;
using RunId = std::uint32_t;
inline constexpr RunId no_run = 0xFFFFFFFF;
using FormulaId = std::uint32_t;

struct FontMetrics {
    float ascent = 0, descent = 0;  // CSS px, descent positive downwards
};

struct Run {
    FontId font = 0;
    float advance = -1;     // CSS px; negative until measured
    std::string_view text;  // valid as long as the table
};

// A formula in the font of the text around it; the engine chooses the one for formulas.
struct Formula {
    FontId font = 0;
    std::string records;            // document::math_records
    float width = -1;               // CSS px; negative until measured
    float ascent = 0, descent = 0;  // above and below the baseline
};

// Implemented by wasm/ (one host_measure call for the whole batch) and by FixedFonts for tests.
class FontEngine {
  public:
    virtual ~FontEngine() = default;
    virtual FontMetrics metrics(const Font& font) = 0;
    // Sets `advance` of each run named in `ids`. `fonts` is indexed by Run::font.
    virtual void measure(std::span<const Font> fonts, std::span<const RunId> ids,
                         std::span<Run> runs) = 0;
    // Where words end in a text whose script puts no spaces between them (Thai, Khmer), by the
    // platform's dictionary: bytes, ascending. Empty where there is none.
    virtual std::vector<std::uint32_t> word_ends(std::string_view) { return {}; }
    // Sets width, ascent and descent of each.
    virtual void measure_formulas(std::span<const Font> fonts, std::span<Formula> formulas) = 0;
};

// Deterministic metrics for tests and goldens: widths by character class, in proportion to size.
class FixedFonts : public FontEngine {
  public:
    FontMetrics metrics(const Font& font) override;
    void measure(std::span<const Font> fonts, std::span<const RunId> ids,
                 std::span<Run> runs) override;
    void measure_formulas(std::span<const Font> fonts, std::span<Formula> formulas) override;
};

class RunTable;

// Of a line of text in a block, from the line's top, CSS px. Half the leading above, rounded down:
// where browsers put it, and rows of pixels stay sharp.
float first_baseline(const BlockStyle& style, RunTable& runs);

class RunTable {
  public:
    explicit RunTable(FontEngine& engine) : engine_(&engine) {}

    // Device px per CSS px. Browsers round metrics of fonts and baselines to device px, so lines
    // depend on it.
    float density() const { return density_; }
    void set_density(float density);

    FontId font(const Font& font);
    const Font& font(FontId id) const { return fonts_[id]; }
    FontMetrics metrics(FontId id) const { return metrics_[id]; }
    // Of a font that `font()` has seen; zeros otherwise.
    FontMetrics metrics(const Font& font) const;

    RunId intern(FontId font, std::string_view text);
    const Run& run(RunId id) const { return runs_[id]; }
    FormulaId intern_formula(FontId font, std::string records);
    const Formula& formula(FormulaId id) const { return formulas_[id]; }
    std::size_t size() const { return runs_.size(); }

    // Measures all runs and formulas interned since the last call, in one batch.
    void measure_pending();
    float advance(RunId id) const { return runs_[id].advance; }

    std::vector<std::uint32_t> word_ends(std::string_view text) const {
        return engine_->word_ends(text);
    }

    // Forgets all widths and metrics (a font arrived, zoom changed); ids stay.
    void remeasure();

  private:
    FontEngine* engine_;
    float density_ = 1;
    std::vector<Font> fonts_;
    std::vector<FontMetrics> metrics_;
    std::vector<Run> runs_;
    // Open addressing with linear probing; at most half full.
    struct Entry {
        std::uint64_t hash = 0;
        RunId run = no_run;
    };
    void grow();
    std::string_view keep(std::string_view text);

    std::vector<Entry> index_;
    std::vector<std::unique_ptr<char[]>> text_blocks_;
    std::size_t block_used_ = 0, block_size_ = 0;
    std::vector<RunId> pending_;
    std::vector<Formula> formulas_;
    std::size_t measured_formulas_ = 0;  // the first ones
};

}  // namespace blatt::text
