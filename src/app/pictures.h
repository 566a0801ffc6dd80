// Pictures: how those of a body are shown. One alone in its paragraph is a figure where it has a
// caption; several beside each other are a gallery; and each that is no small sign leads to its
// large view: a link to its file, which the app answers with a dialog (lightbox.h).
#pragma once

#include "content/strings.h"
#include "document/builder.h"

namespace blatt::app {

// True where `block` of the body is one of pictures and was added in the form above.
bool add_pictures(document::Builder& builder, const document::Document& body,
                  document::BlockId block, const content::Strings& strings);

}  // namespace blatt::app
