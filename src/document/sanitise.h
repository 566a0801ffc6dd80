// The allow-list for URLs. Everything that becomes a Target's url has passed through here (the
// Builder sees to it); tags and attributes are chosen in html.cpp.
#pragma once

#include <string>
#include <string_view>

namespace blatt::document {

enum class UrlUse : unsigned char { link, image };

// Relative URLs, and the schemes http, https, mailto, tel and some that only name a place to write
// or call to (links), or http, https (images). White space and control characters before and inside
// the scheme are looked through, as browsers do.
bool url_allowed(std::string_view url, UrlUse use);

// The scheme in lower case, looked through in the same way; empty for a relative URL.
std::string url_scheme(std::string_view url);

// The same URL with every byte that cannot stand in one as %XX. What is encoded already stays.
std::string url_encoded(std::string_view url);

// Whether a URL names another host: "https://x.example/…" or "//x.example/…", seen from a page of
// `own_origin` ("https://blog.example", may be empty).
bool is_third_party(std::string_view url, std::string_view own_origin);

}  // namespace blatt::document
