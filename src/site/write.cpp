#include "site/write.h"

#include <unistd.h>

#include <filesystem>
#include <set>

#include "app/routes.h"
#include "content/json.h"
#include "site/files.h"
#include "site/page_html.h"
#include "site/slug.h"
#include "site/text.h"

namespace blatt::site {

using base::ErrorCode;
using base::Result;
namespace fs = std::filesystem;

namespace {

class Output {
  public:
    Output(std::string folder, const std::string& base) : folder_(std::move(folder)), base_(base) {}

    // Where a URL's bytes lie; every file is written once.
    std::string path_of(std::string_view url) const {
        std::string_view below = url.starts_with(base_) ? url.substr(base_.size()) : url;
        std::string path = normal_path(decode_path(below));
        if (url.ends_with('/') || path.empty())
            path = path.empty() ? "index.html" : path + "/index.html";
        return path;
    }
    bool taken(const std::string& path) const { return paths_.contains(path); }

    void put(const std::string& path, std::string_view bytes, Problems& problems) {
        if (!paths_.insert(path).second) return;
        if (auto done = write_file(cat(folder_, "/", path), bytes); !done) {
            problems.error("writing", path, 0, done.error().message);
            return;
        }
        ++written_.files;
        written_.bytes += bytes.size();
    }
    void copy(const std::string& from, const std::string& path, const std::string& source,
              Problems& problems) {
        if (!paths_.insert(path).second) return;
        if (auto done = copy_file(from, cat(folder_, "/", path)); !done) {
            problems.error("writing", source, 0, done.error().message);
            return;
        }
        std::error_code error;
        ++written_.files;
        written_.bytes += fs::file_size(from, error);
    }
    const Written& written() const { return written_; }

  private:
    std::string folder_;
    std::string base_;
    std::set<std::string> paths_;
    Written written_;
};

// The target may be new, empty, or a site of ours: nothing else is ever replaced.
Result<void> check_target(const std::string& target) {
    std::error_code error;
    if (!fs::exists(target, error)) return {};
    if (!fs::is_directory(target, error))
        return base::fail(ErrorCode::invalid_value, target,
                          "this is a file; name a folder to write the site to");
    if (fs::is_empty(target, error) || is_file(target + "/blog.json")) return {};
    return base::fail(
        ErrorCode::invalid_value, target,
        "this folder holds other things (no blog.json): name a new folder, or empty this one");
}

Result<void> put_in_place(const std::string& made, const std::string& target) {
    std::error_code error;
    const std::string old = made + ".old";
    if (fs::exists(target, error)) fs::rename(target, old, error);
    if (!error) fs::rename(made, target, error);
    if (error) {
        std::error_code ignored;
        if (!fs::exists(target, ignored)) fs::rename(old, target, ignored);
        fs::remove_all(made, ignored);
        return base::fail(ErrorCode::unreadable, target, error.message());
    }
    fs::remove_all(old, error);
    return {};
}

}  // namespace

Result<Written> write(const Pages& pages, const Blog& blog, const FrontEnd& front,
                      const WriteOptions& options, Problems& problems) {
    std::string target = options.target;
    while (target.size() > 1 && target.ends_with('/')) target.pop_back();
    if (auto fine = check_target(target); !fine) return std::unexpected(fine.error());
    const auto shell = make_shell(options.shell, options.shell_path, pages.site, front);
    if (!shell) return std::unexpected(shell.error());

    const std::string made = cat(target, ".new-", static_cast<int>(::getpid()));
    std::error_code error;
    fs::remove_all(made, error);
    fs::create_directories(made, error);
    if (error) return base::fail(ErrorCode::unreadable, made, error.message());

    Output out(made, pages.site.base);
    out.put("blog.json", content::write_site(pages.site), problems);
    for (const content::Page& page : pages.pages) {
        const bool not_found = page.kind == content::PageKind::not_found;
        const std::string path = not_found ? "404.html" : out.path_of(page.url);
        const std::string data = not_found ? "404.json" : out.path_of(app::data_url(page.url));
        out.put(data, content::write_page(page), problems);
        out.put(path, page_html(*shell, pages.site, page), problems);
    }
    for (const FrontEndFile& file : front.files)
        out.put(cat(front.folder, "/", file.name), file.bytes, problems);
    for (const Asset& asset : blog.assets) {
        const std::string path = out.path_of(asset.url);
        if (out.taken(path)) {
            problems.warn(
                "file hidden by a page", asset.source, 0,
                cat("a page of the blog is written to ", path, "; this file is left out"));
            continue;
        }
        out.copy(cat(blog.folder, "/", asset.source), path, asset.source, problems);
    }
    for (const Redirect& redirect : pages.redirects) {
        const std::string path = out.path_of(redirect.from);
        if (!out.taken(path)) out.put(path, redirect_html(pages.site, redirect.to), problems);
    }
    if (auto placed = put_in_place(made, target); !placed) return std::unexpected(placed.error());
    return out.written();
}

}  // namespace blatt::site
