// FrontEnd: the files that make a page live (JavaScript modules, WebAssembly, style sheet, icon),
// kept under one folder that is named by the hash of all their bytes, so that they may be cached
// for ever and never mix with another build's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace blatt::site {

struct FrontEndFile {
    std::string name;
    std::string bytes;
};

struct FrontEnd {
    std::vector<FrontEndFile> files;  // by name; without blatt.js: pages without JavaScript
    std::string folder;               // "assets/0123456789abcdef", without slashes at the ends

    bool has(std::string_view name) const;
};

// blatt.js and blatt.wasm from `module_folder`, the other modules from `web_folder`, icon.svg from
// `icon_folder`. An empty module folder gives one of style sheet and icon.
base::Result<FrontEnd> read_front_end(const std::string& module_folder,
                                      const std::string& web_folder,
                                      const std::string& icon_folder);

// Adds the blog's own rules (theme.h) to the end of the style sheet; the folder has another name
// then.
void add_style(FrontEnd& front, std::string_view css);

}  // namespace blatt::site
