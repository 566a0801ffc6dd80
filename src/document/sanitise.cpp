#include "document/sanitise.h"

#include <algorithm>
#include <array>

namespace blatt::document {

namespace {

// None of these can run anything or show anything inside the page.
constexpr auto link_schemes = std::to_array<std::string_view>({
    "http",
    "https",
    "mailto",
    "tel",
    "sms",
    "ftp",
    "ftps",
    "irc",
    "ircs",
    "xmpp",
    "matrix",
    "news",
    "webcal",
    "geo",
});
constexpr auto image_schemes = std::to_array<std::string_view>({"http", "https"});

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_ignored_in_scheme(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F;
}

bool stands_in_url(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) ||
           std::string_view("-_.+!*'(),%#@?=;:/&$~").find(c) != std::string_view::npos;
}

// A URL as browsers see it: without surrounding white space, tabs and line ends, with '\' as '/'.
std::string as_browsers_read(std::string_view url) {
    std::string out;
    for (const char c : url) {
        if (c == '\t' || c == '\n' || c == '\r') continue;
        if (out.empty() && is_ignored_in_scheme(c)) continue;
        out.push_back(c == '\\' ? '/' : c);
    }
    return out;
}

// "host:port" of what follows "//", in lower case, without user name and password.
std::string authority(std::string_view after_slashes) {
    std::string_view host = after_slashes.substr(0, after_slashes.find_first_of("/?#"));
    if (const auto at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
    std::string out(host);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

}  // namespace

std::string url_scheme(std::string_view url) {
    std::string scheme;
    for (const char c : url) {
        if (is_ignored_in_scheme(c)) continue;
        if (c == ':') return scheme;
        const bool first = scheme.empty();
        const bool valid = is_ascii_letter(c) ||
                           (!first && (is_ascii_digit(c) || c == '+' || c == '-' || c == '.'));
        if (!valid) return {};
        scheme.push_back(lower(c));
    }
    return {};
}

bool url_allowed(std::string_view url, UrlUse use) {
    const std::string scheme = url_scheme(url);
    if (scheme.empty()) return true;
    return use == UrlUse::link ? std::ranges::find(link_schemes, scheme) != link_schemes.end()
                               : std::ranges::find(image_schemes, scheme) != image_schemes.end();
}

std::string url_encoded(std::string_view url) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(url.size());
    for (const char c : url) {
        if (stands_in_url(c)) {
            out.push_back(c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out.push_back('%');
            out.push_back(digits[byte >> 4]);
            out.push_back(digits[byte & 15]);
        }
    }
    return out;
}

bool is_third_party(std::string_view url, std::string_view own_origin) {
    const std::string seen = as_browsers_read(url);
    const std::string scheme = url_scheme(seen);
    if (!scheme.empty() && scheme != "http" && scheme != "https") return false;
    const auto after = [](std::string_view text) -> std::string_view {
        const auto slashes = text.find("//");
        return slashes == std::string_view::npos ? std::string_view{} : text.substr(slashes + 2);
    };
    if (scheme.empty() && !seen.starts_with("//")) return false;
    return authority(after(seen)) != authority(after(own_origin)) || own_origin.empty();
}

}  // namespace blatt::document
