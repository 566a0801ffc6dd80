// Command: what a button does when it is activated. Screens make buttons, content cannot: a body
// read from outside never holds one (content/read_body.cpp knows no name for them).
#pragma once

#include <cstdint>

namespace blatt::document {

enum class Command : std::uint8_t {
    none,
    copy_code,     // the code that the button stands over
    close_dialog,  // the dialog that it stands in
    show_shortcuts,  // the sheet of keys
    toggle_shortcuts,
    count
};

}  // namespace blatt::document
