#include <httplib.h>

#include <cstdio>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "cli/commands.h"
#include "content/json.h"
#include "site/files.h"
#include "site/slug.h"
#include "site/text.h"

namespace blatt::cli {

using site::cat;

namespace {

std::string_view mime_type(std::string_view path) {
    struct Row {
        std::string_view extension, type;
    };
    static constexpr Row rows[] = {{"html", "text/html; charset=utf-8"},
                                   {"js", "text/javascript; charset=utf-8"},
                                   {"json", "application/json"},
                                   {"wasm", "application/wasm"},
                                   {"css", "text/css; charset=utf-8"},
                                   {"svg", "image/svg+xml"},
                                   {"png", "image/png"},
                                   {"jpg", "image/jpeg"},
                                   {"jpeg", "image/jpeg"},
                                   {"gif", "image/gif"},
                                   {"webp", "image/webp"},
                                   {"avif", "image/avif"},
                                   {"ico", "image/x-icon"},
                                   {"xml", "application/xml"},
                                   {"txt", "text/plain; charset=utf-8"},
                                   {"pdf", "application/pdf"},
                                   {"woff", "font/woff"},
                                   {"woff2", "font/woff2"},
                                   {"mp3", "audio/mpeg"},
                                   {"ogg", "audio/ogg"},
                                   {"mp4", "video/mp4"},
                                   {"webm", "video/webm"},
                                   {"zip", "application/zip"},
                                   {"csv", "text/csv; charset=utf-8"},
                                   {"ics", "text/calendar; charset=utf-8"},
                                   {"webmanifest", "application/manifest+json"}};
    const std::string extension = site::extension_of(path);
    for (const Row& row : rows)
        if (row.extension == extension) return row.type;
    return "application/octet-stream";
}

// Files below assets/<hash>/ never change under their name.
bool is_immutable(std::string_view path) {
    constexpr std::string_view folder = "assets/";
    constexpr std::size_t hash_digits = 16;
    if (!path.starts_with(folder)) return false;
    path.remove_prefix(folder.size());
    const std::size_t slash = path.find('/');
    return slash == hash_digits &&
           path.substr(0, slash).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

class Site {
  public:
    Site(std::string folder, std::string base)
        : folder_(std::move(folder)), base_(std::move(base)) {}

    void answer(const httplib::Request& request, httplib::Response& response) const {
        std::string_view url = request.path;
        if (url == "/" && base_ != "/") {
            response.set_redirect(base_);
            return;
        }
        if (!url.starts_with(base_)) {
            if (cat(url, "/") == base_)
                response.set_redirect(base_);
            else
                not_found(response);
            return;
        }
        // normal_path() keeps the path inside the folder; a hidden file is nobody's business.
        std::string path = site::normal_path(url.substr(base_.size()));
        if (path.starts_with('.') || path.find("/.") != std::string::npos) {
            if (!path.starts_with(".well-known")) return not_found(response);
        }
        const std::string full = cat(folder_, "/", path);
        if (site::is_folder(full)) {
            if (!url.ends_with('/')) {
                response.set_redirect(site::encode_path(cat(base_, path, "/")));
                return;
            }
            path += path.empty() ? "index.html" : "/index.html";
        }
        if (!send(request, response, path)) not_found(response);
    }

  private:
    bool send(const httplib::Request& request, httplib::Response& response,
              const std::string& path) const {
        const std::string full = cat(folder_, "/", path);
        if (!site::is_file(full)) return false;
        response.set_header("Cache-Control", is_immutable(path)
                                                 ? "public, max-age=31536000, immutable"
                                                 : "no-cache");
        response.set_header("X-Content-Type-Options", "nosniff");
        // A file compressed beforehand lies beside its original.
        const bool accepted =
            request.get_header_value("Accept-Encoding").find("br") != std::string::npos;
        const bool compressed = accepted && site::is_file(full + ".br");
        if (site::is_file(full + ".br")) response.set_header("Vary", "Accept-Encoding");
        auto bytes = site::read_file(compressed ? full + ".br" : full);
        if (!bytes) return false;
        const std::string tag = cat("\"", base::hash_hex(*bytes), "\"");
        response.set_header("ETag", tag);
        if (request.get_header_value("If-None-Match") == tag) {
            response.status = 304;
            return true;
        }
        if (compressed) response.set_header("Content-Encoding", "br");
        response.set_content(std::move(*bytes), std::string(mime_type(path)));
        return true;
    }

    void not_found(httplib::Response& response) const {
        auto page = site::read_file(folder_ + "/404.html");
        response.set_header("Cache-Control", "no-cache");
        response.set_content(page ? std::move(*page) : std::string("Not found\n"),
                             page ? "text/html; charset=utf-8" : "text/plain; charset=utf-8");
        response.status = 404;
    }

    std::string folder_;
    std::string base_;
};

}  // namespace

int serve(const ServeOptions& options) {
    const auto json = site::read_file(options.site + "/blog.json");
    if (!json) {
        std::fprintf(stderr,
                     "blatt: %s is no site (it has no blog.json): write one with `blatt build "
                     "CONTENT -o %s`\n",
                     options.site.c_str(), options.site.c_str());
        return 2;
    }
    const auto blog = content::read_site(*json);
    const std::string base = blog ? blog->base : "/";
    const Site site(options.site, base);

    httplib::Server server;
    server.Get(".*", [&](const httplib::Request& request, httplib::Response& response) {
        site.answer(request, response);
    });
    server.set_keep_alive_max_count(1000);
    if (!options.quiet)
        server.set_logger([](const httplib::Request& request, const httplib::Response& response) {
            std::printf("%d %s %s\n", response.status, request.method.c_str(),
                        request.path.c_str());
            std::fflush(stdout);
        });
    int port = options.port;
    const bool bound = port == 0 ? (port = server.bind_to_any_port("127.0.0.1")) > 0
                                 : server.bind_to_port("127.0.0.1", port);
    if (!bound) {
        std::fprintf(
            stderr, "blatt: port %d is in use; name another with --port N (0 takes any free one)\n",
            port);
        return 2;
    }
    std::printf("http://127.0.0.1:%d%s\n", port, base.c_str());
    std::fflush(stdout);
    return server.listen_after_bind() ? 0 : 2;
}

}  // namespace blatt::cli
