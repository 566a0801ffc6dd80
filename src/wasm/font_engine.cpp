#include "wasm/font_engine.h"

#include "wasm/bridge.h"
#include "wasm/records.h"

namespace blatt::wasm {

text::FontMetrics FontEngine::metrics(const text::Font& font) {
    Records records;
    records.string(text::css_font(font));
    float out[2] = {};
    host_metrics(records.data(), records.size(), out, 1);
    return {.ascent = out[0], .descent = out[1]};
}

void FontEngine::measure(std::span<const text::Font> fonts, std::span<const text::RunId> ids,
                         std::span<text::Run> runs) {
    if (ids.empty()) return;
    std::vector<std::string> css;
    css.reserve(fonts.size());
    for (const text::Font& font : fonts) css.push_back(text::css_font(font));

    Records records;
    for (const text::RunId id : ids) {
        records.font(css[runs[id].font]);
        records.string(runs[id].text);
    }
    std::vector<float> advances(ids.size());
    host_measure(records.data(), records.size(), advances.data(),
                 static_cast<std::uint32_t>(advances.size()));
    for (std::size_t i = 0; i < ids.size(); ++i) runs[ids[i]].advance = advances[i];
}

std::vector<std::uint32_t> FontEngine::word_ends(std::string_view text) {
    std::vector<std::uint8_t> ends(text.size());
    host_words(text.data(), static_cast<std::uint32_t>(text.size()), ends.data());
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < ends.size(); ++i) {
        if (ends[i] != 0) out.push_back(i + 1);
    }
    return out;
}

void FontEngine::measure_formulas(std::span<const text::Font> fonts,
                                  std::span<text::Formula> formulas) {
    Records records;
    for (const text::Formula& formula : formulas) {
        records.font(text::css_font(fonts[formula.font]));
        records.string(formula.records);
    }
    std::vector<float> out(3 * formulas.size());
    host_formulas(records.data(), records.size(), out.data(),
                  static_cast<std::uint32_t>(formulas.size()));
    for (std::size_t i = 0; i < formulas.size(); ++i) {
        formulas[i].width = out[3 * i];
        formulas[i].ascent = out[3 * i + 1];
        formulas[i].descent = out[3 * i + 2];
    }
}

void Rasteriser::draw(const canvas::Band& band, std::span<const canvas::RunImage> runs) {
    Records records;
    for (const canvas::RunImage& run : runs) {
        records.number(run.x);
        records.number(run.baseline);
        records.number(run.clip_left);
        records.number(run.clip_width);
        records.byte(run.color.r);
        records.byte(run.color.g);
        records.byte(run.color.b);
        records.byte(run.color.a);
        records.font(run.font);
        records.string(run.text);
    }
    host_raster(band.texture, static_cast<std::uint32_t>(band.kind),
                static_cast<std::uint32_t>(band.top), static_cast<std::uint32_t>(band.width),
                static_cast<std::uint32_t>(band.height), records.data(), records.size());
}

}  // namespace blatt::wasm
