// FontEngine and Rasteriser of the browser: widths, metrics and pixels of text come from a 2D
// canvas behind the bridge. One crossing for each batch.
#pragma once

#include "canvas/rasteriser.h"
#include "text/fonts.h"

namespace blatt::wasm {

class FontEngine final : public text::FontEngine {
  public:
    text::FontMetrics metrics(const text::Font& font) override;
    void measure(std::span<const text::Font> fonts, std::span<const text::RunId> ids,
                 std::span<text::Run> runs) override;
    std::vector<std::uint32_t> word_ends(std::string_view text) override;
    void measure_formulas(std::span<const text::Font> fonts,
                          std::span<text::Formula> formulas) override;
};

class Rasteriser final : public canvas::Rasteriser {
  public:
    void draw(const canvas::Band& band, std::span<const canvas::RunImage> runs) override;
};

}  // namespace blatt::wasm
