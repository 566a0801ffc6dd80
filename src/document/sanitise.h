// The allow-list for URLs. Everything that becomes a Target's url has passed through here; tags and
// attributes are chosen in html.cpp.
#pragma once

#include <string_view>

namespace blatt::document {

enum class UrlUse : unsigned char { link, image };

// Relative URLs, and the schemes http, https, mailto, tel (links) or http, https (images). Leading
// white space and control characters inside the scheme are looked through, as browsers do.
bool url_allowed(std::string_view url, UrlUse use);

// Whether a URL names another host: "https://x.example/…" or "//x.example/…", seen from a page of
// `own_origin` ("https://blog.example", may be empty).
bool is_third_party(std::string_view url, std::string_view own_origin);

}  // namespace blatt::document
