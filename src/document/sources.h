// Sources: the same picture in several widths, as srcset writes them: "/a-300.jpg 300w, /a.jpg
// 600w". Always holds for what write_sources gives: URLs are allowed for pictures and
// percent-encoded, widths are in px, ascending, each once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace blatt::document {

struct PictureSource {
    std::string url;
    int width = 0;  // of the file, px
    bool operator==(const PictureSource&) const = default;
};

// Candidates with a width whose URL is allowed; others (densities, wrong syntax) are left out.
std::vector<PictureSource> read_sources(std::string_view srcset);

// Empty for fewer than two: a picture in one size needs no choice.
std::string write_sources(std::vector<PictureSource> sources);

}  // namespace blatt::document
