#include "document/sources.h"

#include <algorithm>
#include <charconv>

#include "document/sanitise.h"

namespace blatt::document {

namespace {

constexpr std::string_view white_space = " \t\n\r\f";

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(white_space);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
}

}  // namespace

std::vector<PictureSource> read_sources(std::string_view srcset) {
    constexpr std::size_t most = 32;
    std::vector<PictureSource> sources;
    while (!(srcset = trimmed(srcset)).empty() && sources.size() < most) {
        // A comma inside a URL belongs to it; the one behind it ends a candidate without a width.
        const std::string_view url = srcset.substr(0, srcset.find_first_of(white_space));
        srcset.remove_prefix(url.size());
        if (url.ends_with(',')) continue;
        const std::string_view descriptor = trimmed(srcset.substr(0, srcset.find(',')));
        srcset.remove_prefix(std::min(srcset.size(), srcset.find(',')));
        if (!srcset.empty()) srcset.remove_prefix(1);
        int width = 0;
        const char* const end = descriptor.data() + descriptor.size();
        const auto [stop, error] = std::from_chars(descriptor.data(), end, width);
        const bool is_width = error == std::errc() && stop + 1 == end && *stop == 'w' && width > 0;
        if (is_width && url_allowed(url, UrlUse::image))
            sources.push_back({url_encoded(url), width});
    }
    return sources;
}

std::string write_sources(std::vector<PictureSource> sources) {
    std::ranges::stable_sort(sources, {}, &PictureSource::width);
    const auto repeated = std::ranges::unique(sources, {}, &PictureSource::width);
    sources.erase(repeated.begin(), repeated.end());
    if (sources.size() < 2) return {};
    std::string out;
    for (const PictureSource& source : sources) {
        if (!out.empty()) out += ", ";
        // What would end the URL or the candidate.
        for (const char c : source.url) c == ',' ? out += "%2C" : out += c;
        out += " " + std::to_string(source.width) + "w";
    }
    return out;
}

}  // namespace blatt::document
