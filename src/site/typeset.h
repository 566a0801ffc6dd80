// Typesetting at build time: what a page needs no script for later. Code blocks with a known
// language become highlighted pieces. Text stays byte for byte what it was; what cannot be set
// stays as written and is reported.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "document/document.h"
#include "site/script_engine.h"

namespace blatt::site {

// `source` is the text that could not be set, or begins it.
using ReportUnset = std::function<void(std::string_view source, const std::string& message)>;

// Whether anything changed.
bool typeset_code(document::Document& document, ScriptEngine& engine, const ReportUnset& report);

}  // namespace blatt::site
