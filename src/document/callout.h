// Callouts: which words stand for which (GitHub's alerts, the boxes of usual frameworks).
// Always holds: what is no known word is no callout.
#pragma once

#include <string_view>

#include "document/style_class.h"

namespace blatt::document {

constexpr bool is_callout(StyleClass style) {
    return style >= StyleClass::callout_note && style <= StyleClass::callout_caution;
}

// The callout that a word stands for, in any case: "NOTE", "hint", "danger"; none for others.
StyleClass callout_style(std::string_view word);

}  // namespace blatt::document
