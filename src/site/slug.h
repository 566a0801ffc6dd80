// Slugs and URL paths. A slug has no upper-case ASCII, no spaces and no punctuation but single
// hyphens; Latin letters lose their marks (in German ä, ö, ü, ß become ae, oe, ue, ss); letters of
// other scripts stay and are percent-encoded in a URL.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace blatt::site {

std::string slug_of(std::string_view text, bool german);

// The name of a file as it stands in a URL: like slug_of, but dots and underscores stay.
// `keep_case` for generators that did not lower names, so that their old URLs go on working.
std::string file_slug(std::string_view stem, bool german, bool keep_case = false);

// `slug`, or with "-2", "-3", … the first that `taken` does not have; it is added.
std::string unique_slug(std::string slug, std::set<std::string>& taken);

// Each byte that a URL path cannot hold as %XX; what is encoded already stays.
std::string encode_path(std::string_view path);
std::string decode_path(std::string_view path);

// "/a/b/" from parts with or without slashes; "/" for nothing.
std::string join_url(std::string_view base, std::string_view rest);

}  // namespace blatt::site
