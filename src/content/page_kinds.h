// Names of the kinds of pages in JSON. One table for reading and writing; each kind has exactly one
// name.
#pragma once

#include <string_view>

#include "content/page.h"

namespace blatt::content {

struct PageKindName {
    std::string_view name;
    PageKind kind;
};

inline constexpr PageKindName page_kind_names[] = {
    {"post", PageKind::post},       {"page", PageKind::page},           {"list", PageKind::list},
    {"archive", PageKind::archive}, {"not_found", PageKind::not_found},
};

}  // namespace blatt::content
