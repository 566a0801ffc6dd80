// Records: writes the little-endian records that bridge.h describes. Fonts repeat from run to run,
// so a font equal to the one before is written as an empty one.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace blatt::wasm {

class Records {
  public:
    void number(float value) { raw(&value, sizeof value); }
    void number(std::uint32_t value) { raw(&value, sizeof value); }
    void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
    void string(std::string_view value) {
        number(static_cast<std::uint32_t>(value.size()));
        bytes_.append(value);
    }
    void font(std::string_view css) {
        string(css == last_font_ ? std::string_view() : css);
        if (css != last_font_) last_font_ = css;
    }

    const void* data() const { return bytes_.data(); }
    std::uint32_t size() const { return static_cast<std::uint32_t>(bytes_.size()); }

  private:
    void raw(const void* value, std::size_t size) {
        bytes_.append(static_cast<const char*>(value), size);
    }

    std::string bytes_;
    std::string last_font_;
};

}  // namespace blatt::wasm
