#include "site/front_end.h"

#include <algorithm>

#include "base/hash.h"
#include "site/files.h"
#include "site/text.h"
#include "text/style.h"

namespace blatt::site {

using base::Result;

namespace {

void name_folder(FrontEnd& front) {
    std::string all;
    for (const FrontEndFile& file : front.files)
        all += cat(file.name, "\n", file.bytes.size(), "\n", file.bytes);
    front.folder = "assets/" + base::hash_hex(all);
}

}  // namespace

bool FrontEnd::has(std::string_view name) const {
    return std::any_of(files.begin(), files.end(),
                       [&](const FrontEndFile& file) { return file.name == name; });
}

Result<FrontEnd> read_front_end(const std::string& module_folder, const std::string& web_folder,
                                const std::string& icon_folder) {
    FrontEnd front;
    const auto add = [&](const std::string& folder, const std::string& name) -> Result<void> {
        auto bytes = read_file(cat(folder, "/", name));
        if (!bytes) return std::unexpected(bytes.error());
        front.files.push_back({name, std::move(*bytes)});
        return {};
    };
    if (!module_folder.empty()) {
        for (const std::string& name : list_files(web_folder)) {
            // bridge.js is a library of the linker, part of blatt.js; tests stay at home.
            if (extension_of(name) != "js" || name == "bridge.js" ||
                name.find(".test.") != std::string::npos || name.find('/') != std::string::npos)
                continue;
            if (auto added = add(web_folder, name); !added) return std::unexpected(added.error());
        }
        for (const std::string& name : {std::string("blatt.js"), std::string("blatt.wasm")})
            if (auto added = add(module_folder, name); !added)
                return std::unexpected(added.error());
    }
    if (!icon_folder.empty() && is_file(icon_folder + "/icon.svg"))
        if (auto added = add(icon_folder, "icon.svg"); !added)
            return std::unexpected(added.error());
    front.files.push_back({"blatt.css", text::style_css()});
    std::sort(front.files.begin(), front.files.end(),
              [](const FrontEndFile& a, const FrontEndFile& b) { return a.name < b.name; });
    name_folder(front);
    return front;
}

void add_style(FrontEnd& front, std::string_view css) {
    for (FrontEndFile& file : front.files)
        if (file.name == "blatt.css") file.bytes += css;
    name_folder(front);
}

}  // namespace blatt::site
