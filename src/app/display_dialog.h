// The dialog of the reader's preferences: a row of buttons for each of them, the chosen ones
// pressed. The page behind it follows each choice at once.
#pragma once

#include "content/site.h"
#include "document/document.h"
#include "text/preferences.h"

namespace blatt::app {

document::Document display_dialog(const content::Site& site, const text::Preferences& preferences);

}  // namespace blatt::app
