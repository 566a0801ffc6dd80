// Command: what a button does when it is activated. Screens make buttons, content cannot: a body
// read from outside never holds one (content/read_body.cpp knows no name for them).
#pragma once

#include <cstdint>

namespace blatt::document {

enum class Command : std::uint8_t {
    none,
    copy_code,       // the code that the button stands over
    close_dialog,    // the dialog that it stands in
    show_picture,    // large, in a dialog; argument in a dialog: which one, from 0
    zoom_picture,    // the one that is shown large: as large as it is, or as fits
    show_shortcuts,  // the sheet of keys
    toggle_shortcuts,
    show_display,  // the dialog of the reader's preferences
    prefer,        // the preference that target.url names (text/preferences.h); empty: the usual
    count
};

}  // namespace blatt::document
