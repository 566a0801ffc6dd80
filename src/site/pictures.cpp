#include "site/pictures.h"

#include <charconv>
#include <string_view>
#include <utility>

#include "import/xml_root.h"
#include "site/files.h"
#include "site/text.h"

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_NO_HDR
#define STBI_NO_LINEAR
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#endif
#include <stb_image.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace blatt::site {

namespace {

// "120", "120px", "10em": CSS px; 0 for what depends on the place (percent) or is no length.
float css_length(std::string_view text) {
    text = trim(text);
    float number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number <= 0) return 0;
    const std::string_view unit(stop, static_cast<std::size_t>(text.data() + text.size() - stop));
    if (unit.empty() || unit == "px") return number;
    if (unit == "pt") return number * 96 / 72;
    if (unit == "pc") return number * 16;
    if (unit == "in") return number * 96;
    if (unit == "cm") return number * 96 / 2.54f;
    if (unit == "mm") return number * 96 / 25.4f;
    if (unit == "em" || unit == "rem") return number * 16;
    return 0;
}

std::optional<base::Size> svg_size(const std::string& path) {
    const auto bytes = read_file(path);
    if (!bytes) return std::nullopt;
    const auto root = import::xml_root(*bytes);
    if (!root || (root->name != "svg" && !root->name.ends_with(":svg"))) return std::nullopt;
    const float width = css_length(root->attribute("width"));
    const float height = css_length(root->attribute("height"));
    if (width > 0 && height > 0) return base::Size{width, height};
    float box[4] = {};
    std::string_view view = root->attribute("viewBox");
    for (float& number : box) {
        const std::size_t begin = view.find_first_not_of(" ,\t\n");
        if (begin == std::string_view::npos) return std::nullopt;
        view.remove_prefix(begin);
        const auto [stop, error] = std::from_chars(view.data(), view.data() + view.size(), number);
        if (error != std::errc()) return std::nullopt;
        view.remove_prefix(static_cast<std::size_t>(stop - view.data()));
    }
    if (box[2] <= 0 || box[3] <= 0) return std::nullopt;
    if (width > 0) return base::Size{width, width * box[3] / box[2]};
    if (height > 0) return base::Size{height * box[2] / box[3], height};
    return base::Size{box[2], box[3]};
}

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

std::optional<base::Size> webp_size(const std::string& path) {
    const auto file = read_file(path);
    if (!file || file->size() < 30 || !file->starts_with("RIFF")) return std::nullopt;
    const std::string_view bytes = *file;
    const std::string_view kind = bytes.substr(12, 4);
    unsigned width = 0, height = 0;
    if (kind == "VP8 ") {
        width = (byte_at(bytes, 26) | byte_at(bytes, 27) << 8) & 0x3FFF;
        height = (byte_at(bytes, 28) | byte_at(bytes, 29) << 8) & 0x3FFF;
    } else if (kind == "VP8L") {
        const unsigned bits = byte_at(bytes, 21) | byte_at(bytes, 22) << 8 |
                              byte_at(bytes, 23) << 16 | byte_at(bytes, 24) << 24;
        width = (bits & 0x3FFF) + 1;
        height = ((bits >> 14) & 0x3FFF) + 1;
    } else if (kind == "VP8X") {
        width = (byte_at(bytes, 24) | byte_at(bytes, 25) << 8 | byte_at(bytes, 26) << 16) + 1;
        height = (byte_at(bytes, 27) | byte_at(bytes, 28) << 8 | byte_at(bytes, 29) << 16) + 1;
    }
    if (width == 0 || height == 0) return std::nullopt;
    return base::Size{static_cast<float>(width), static_cast<float>(height)};
}

// Cameras write a picture as their sensor lies, and how it was held beside it: Exif, tag 0x0112.
bool lies_on_its_side(const std::string& path) {
    const auto file = read_file(path);
    if (!file || !file->starts_with("\xFF\xD8")) return false;
    const std::string_view bytes = *file;
    std::size_t at = 2;
    while (at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF) {
        const unsigned marker = byte_at(bytes, at + 1);
        const std::size_t size = byte_at(bytes, at + 2) << 8 | byte_at(bytes, at + 3);
        constexpr unsigned start_of_scan = 0xDA, application_1 = 0xE1;
        if (marker == start_of_scan || size < 2) return false;
        const std::string_view part = bytes.substr(at + 4, size - 2);
        at += 2 + size;
        constexpr std::string_view name("Exif\0\0", 6);
        if (marker != application_1 || !part.starts_with(name)) continue;
        const std::string_view tiff = part.substr(name.size());
        const bool little = tiff.starts_with("II");
        const auto number = [&](std::size_t from, std::size_t count) {
            unsigned value = 0;
            for (std::size_t i = 0; i < count && from + i < tiff.size(); ++i) {
                const unsigned byte = byte_at(tiff, from + (little ? count - 1 - i : i));
                value = value << 8 | byte;
            }
            return value;
        };
        if (tiff.size() < 8) return false;
        const std::size_t directory = number(4, 4);
        constexpr std::size_t entry_size = 12;
        constexpr unsigned orientation = 0x0112;
        for (std::size_t i = 0; i < number(directory, 2); ++i) {
            const std::size_t entry = directory + 2 + i * entry_size;
            if (entry + entry_size > tiff.size()) return false;
            if (number(entry, 2) == orientation) return number(entry + 8, 2) >= 5;
        }
        return false;
    }
    return false;
}

// AVIF: "ispe" boxes hold the width and height of the picture and of its parts and previews; "irot"
// turns it by quarters.
std::optional<base::Size> avif_size(const std::string& path) {
    const auto file = read_file(path);
    if (!file) return std::nullopt;
    const std::string_view bytes = *file;
    const auto number = [&](std::size_t from) {
        return byte_at(bytes, from) << 24 | byte_at(bytes, from + 1) << 16 |
               byte_at(bytes, from + 2) << 8 | byte_at(bytes, from + 3);
    };
    base::Size largest;
    for (std::size_t at = bytes.find("ispe");
         at != std::string_view::npos && at + 16 <= bytes.size(); at = bytes.find("ispe", at + 4)) {
        const auto width = static_cast<float>(number(at + 8));
        const auto height = static_cast<float>(number(at + 12));
        constexpr float most = 100'000;
        if (width > most || height > most) continue;
        if (width * height > largest.width * largest.height) largest = {width, height};
    }
    if (largest.width <= 0 || largest.height <= 0) return std::nullopt;
    const std::size_t turn = bytes.find("irot");
    if (turn != std::string_view::npos && turn + 4 < bytes.size() &&
        byte_at(bytes, turn + 4) % 2 == 1)
        std::swap(largest.width, largest.height);
    return largest;
}

}  // namespace

std::optional<base::Size> picture_size(const std::string& path) {
    const std::string extension = extension_of(path);
    if (extension == "svg") return svg_size(path);
    if (extension == "webp") return webp_size(path);
    if (extension == "avif") return avif_size(path);
    int width = 0, height = 0, channels = 0;
    if (stbi_info(path.c_str(), &width, &height, &channels) == 0) return std::nullopt;
    const bool is_jpeg = extension == "jpg" || extension == "jpeg";
    if (is_jpeg && lies_on_its_side(path)) std::swap(width, height);
    return base::Size{static_cast<float>(width), static_cast<float>(height)};
}

}  // namespace blatt::site
