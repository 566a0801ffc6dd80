// Shortcuts: what single keys do, and the sheet that says so. A reader can switch them off.
// Always holds: a key does the same on every screen, or nothing.
#pragma once

#include <cstdint>
#include <string_view>

#include "content/strings.h"
#include "document/document.h"

namespace blatt::app {

enum class Shortcut : std::uint8_t { none, next_post, previous_post, home, contents, help };

// `key`: the character that the key writes.
Shortcut shortcut_of(std::string_view key);

// The sheet: keys, what they do, and the switch. `on`: whether the keys do anything now.
document::Document shortcuts_dialog(const content::Strings& strings, bool on);

}  // namespace blatt::app
