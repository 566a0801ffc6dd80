// Files: reading, listing in a fixed order, writing. Paths are UTF-8 with '/', relative to a root
// given once; a listing is sorted by bytes, so that every run sees the same order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace blatt::site {

base::Result<std::string> read_file(const std::string& path);
// Makes the folders above as needed.
base::Result<void> write_file(const std::string& path, std::string_view bytes);
base::Result<void> copy_file(const std::string& from, const std::string& to);

bool is_file(const std::string& path);
bool is_folder(const std::string& path);

// Every file below `root`, as "a/b.md". Hidden files and folders and node_modules are left out, and
// so is the folder `without` (an absolute or relative path, may be empty). Symbolic links to
// folders are not followed, nor links to files elsewhere.
std::vector<std::string> list_files(const std::string& root, const std::string& without = {});

// Parts of a relative path: "a/b.tar.gz" → "a", "b.tar.gz", "b.tar", "gz" (lower case).
std::string_view folder_of(std::string_view path);
std::string_view name_of(std::string_view path);
std::string_view stem_of(std::string_view path);
std::string extension_of(std::string_view path);

// "a/b/../c/./d" → "a/c/d"; ".." above the root is dropped.
std::string normal_path(std::string_view path);

}  // namespace blatt::site
