// Bodies: the text of each entry made ready: shortcodes expanded, HTML turned into blocks, links
// and pictures checked and pointed at where they are, code typeset, excerpt and reading time
// counted.
#pragma once

#include "site/blog.h"
#include "site/hyphenator.h"
#include "site/place_index.h"
#include "site/script_engine.h"

namespace blatt::site {

void make_body(Entry& entry, const Config& config, const std::string& folder,
               const PlaceIndex& places, ScriptEngine& engine, Hyphenator& hyphenator,
               Problems& problems);

}  // namespace blatt::site
