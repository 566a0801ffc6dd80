// Preferences: what a reader chose about how pages look, as one small value. The style table has
// rules for them (style_rules.h); kept and shown to CSS as words like `size-large`, only those that
// differ from what everybody gets (the attribute data-blatt of the html element).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace blatt::text {

enum class Preference : std::uint8_t {
    scheme,
    size,      // of an article's text
    typeface,  // of an article
    measure,   // width of the text
    leading,   // space between its lines
    count
};

enum class SchemeChoice : std::uint8_t { automatic, light, sepia, dark, contrast };
enum class TypefaceChoice : std::uint8_t { serif, sans, legible };
enum class MeasureChoice : std::uint8_t { narrow, normal, wide };

// As they are stored: "scheme", and its values "auto", "light", …
std::string_view preference_name(Preference preference);
std::span<const std::string_view> preference_values(Preference preference);
std::uint8_t default_value(Preference preference);

class Preferences {
  public:
    Preferences();  // what everybody gets
    // Words that name no value are passed over, so that older and newer pages read each other's.
    explicit Preferences(std::string_view words);

    std::uint8_t operator[](Preference preference) const {
        return values_[static_cast<std::size_t>(preference)];
    }
    void choose(Preference preference, std::uint8_t value) {
        values_[static_cast<std::size_t>(preference)] = value;
    }
    // One word, "size-large"; false where it names no value.
    bool choose(std::string_view word);
    std::string words() const;
    bool operator==(const Preferences&) const = default;

  private:
    std::array<std::uint8_t, static_cast<std::size_t>(Preference::count)> values_;
};

// "size-large"
std::string preference_word(Preference preference, std::uint8_t value);

}  // namespace blatt::text
