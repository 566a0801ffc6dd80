// The wire form of HTML tokens: how the browser's inert parser hands over what it found
// (wasm/bridge.h). Whoever sends it is not trusted: any bytes give a stream or an error, never more
// than they hold, and from_html takes any stream.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/html.h"

namespace blatt::document {

// Little-endian records: {u8 kind (TokenKind), u32 size, name or text; for opening tags u32 count
// and so often {u32 size, name, u32 size, value}}. Bytes that are no UTF-8 become U+FFFD.
base::Result<std::vector<Token>> read_tokens(std::string_view bytes);

}  // namespace blatt::document
