#include "site/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "site/text.h"

namespace blatt::site {

using base::ErrorCode;
using base::Result;
namespace fs = std::filesystem;

Result<std::string> read_file(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr)
        return base::fail(errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable, path,
                          std::strerror(errno));
    std::string bytes;
    char buffer[65536];
    std::size_t count = 0;
    while ((count = std::fread(buffer, 1, sizeof buffer, file)) > 0) bytes.append(buffer, count);
    const bool failed = std::ferror(file) != 0;
    std::fclose(file);
    if (failed) return base::fail(ErrorCode::unreadable, path, "reading failed");
    return bytes;
}

namespace {
Result<void> make_folders(const std::string& path) {
    std::error_code error;
    fs::create_directories(fs::path(path).parent_path(), error);
    if (error) return base::fail(ErrorCode::unreadable, path, error.message());
    return {};
}
}  // namespace

Result<void> write_file(const std::string& path, std::string_view bytes) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) {
        if (auto made = make_folders(path); !made) return made;
        file = std::fopen(path.c_str(), "wb");
    }
    if (file == nullptr) return base::fail(ErrorCode::unreadable, path, std::strerror(errno));
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    if (std::fclose(file) != 0 || !written)
        return base::fail(ErrorCode::unreadable, path, "writing failed: is the disk full?");
    return {};
}

Result<void> copy_file(const std::string& from, const std::string& to) {
    if (auto made = make_folders(to); !made) return made;
    std::error_code error;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    if (error) return base::fail(ErrorCode::unreadable, from, error.message());
    return {};
}

bool is_file(const std::string& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

bool is_folder(const std::string& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

namespace {
// Whether a link's end lies in a folder: what a blog shows must be in its own folder.
bool is_below(const fs::path& link, const fs::path& folder) {
    std::error_code error;
    const fs::path end = fs::weakly_canonical(link, error);
    return std::mismatch(folder.begin(), folder.end(), end.begin(), end.end()).first ==
           folder.end();
}
}  // namespace

std::vector<std::string> list_files(const std::string& root, const std::string& without) {
    std::vector<std::string> out;
    std::error_code error;
    const fs::path skipped = without.empty() ? fs::path() : fs::weakly_canonical(without, error);
    const fs::path home = fs::weakly_canonical(root, error);
    fs::recursive_directory_iterator it(root, fs::directory_options::skip_permission_denied, error);
    if (error) return out;
    for (; it != fs::recursive_directory_iterator(); it.increment(error)) {
        if (error) break;
        const std::string name = it->path().filename().string();
        std::error_code ignored;
        if (it->is_directory(ignored)) {
            if ((name.starts_with('.') && name != ".well-known") || name == "node_modules" ||
                (!skipped.empty() && fs::weakly_canonical(it->path(), ignored) == skipped))
                it.disable_recursion_pending();
            continue;
        }
        if (name.starts_with('.') || !it->is_regular_file(ignored)) continue;
        if (it->is_symlink(ignored) && !is_below(it->path(), home)) continue;
        out.push_back(it->path().lexically_relative(root).generic_string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view stem_of(std::string_view path) {
    const std::string_view name = name_of(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string extension_of(std::string_view path) {
    const std::string_view name = name_of(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string()
                                                     : lower_ascii(name.substr(dot + 1));
}

std::string normal_path(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string_view part = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (part == "..") {
            if (!parts.empty()) parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
    }
    std::string out;
    for (const std::string_view part : parts) {
        if (!out.empty()) out += '/';
        out += part;
    }
    return out;
}

}  // namespace blatt::site
