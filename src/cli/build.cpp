#include <chrono>
#include <cstdio>
#include <filesystem>

#include "cli/commands.h"
#include "content/json.h"
#include "site/files.h"
#include "site/front_end.h"
#include "site/pages.h"
#include "site/text.h"
#include "site/write.h"

namespace blatt::cli {

using site::Blog;
using site::cat;
using site::Severity;

namespace {

constexpr int content_errors = 1;
constexpr int unusable = 2;

int complain(std::string_view message) {
    std::fprintf(stderr, "blatt: %.*s\n", static_cast<int>(message.size()), message.data());
    return unusable;
}

std::string counted(long long count, std::string_view one, std::string_view many) {
    return cat(count, " ", count == 1 ? one : many);
}

void print(const site::Problems& problems, const std::string& folder, bool warnings) {
    for (const site::Problem& problem : problems.list)
        if (warnings || problem.severity == Severity::error)
            std::fprintf(stderr, "%s\n", site::to_line(problem, folder).c_str());
}

void print_summary(const Blog& blog, bool warnings_shown) {
    const site::Skipped& skipped = blog.skipped;
    std::string left_out;
    const auto add = [&](int count, std::string_view one, std::string_view many) {
        if (count > 0) left_out += cat(left_out.empty() ? "" : ", ", counted(count, one, many));
    };
    add(skipped.drafts, "draft", "drafts");
    add(skipped.future, "dated in the future", "dated in the future");
    add(skipped.expired, "expired", "expired");
    add(skipped.failed, "with errors", "with errors");
    add(skipped.templates, "template of another generator", "templates of another generator");
    if (!left_out.empty()) std::printf("Left out: %s\n", left_out.c_str());
    const auto line = [&](int count, Severity severity, std::string_view one,
                          std::string_view many) {
        if (count > 0)
            std::printf("%s: %s\n", counted(count, one, many).c_str(),
                        site::by_kind(blog.problems, severity).c_str());
    };
    line(blog.problems.errors(), Severity::error, "error", "errors");
    line(blog.problems.warnings(), Severity::warning, "warning", "warnings");
    if (blog.problems.warnings() > 0 && !warnings_shown)
        std::printf("`blatt check` lists the warnings.\n");
}

// Loads the content; nullopt where there is none to load.
std::optional<Blog> load(const BuildOptions& options) {
    if (!site::is_folder(options.content)) {
        complain(cat("there is no folder ", options.content));
        return std::nullopt;
    }
    site::LoadOptions load_options;
    load_options.now = site::today();
    if (!options.now.empty()) {
        const auto date = site::parse_date(options.now);
        if (!date) {
            complain(cat("--now wants a date such as 2026-11-24, not ", options.now));
            return std::nullopt;
        }
        load_options.now = *date;
        // A plain day lasts until its end.
        if (date->iso.size() == 10) load_options.now.seconds += 24 * 60 * 60 - 1;
    }
    load_options.drafts = options.drafts;
    load_options.without = options.target;
    std::string folder = options.content;
    while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
    return site::load(folder, load_options);
}

// The interface's texts for a language: "de-DE" falls back to "de", and that to English.
content::Strings strings_for(const std::string& folder, std::string_view language,
                             site::Problems& problems) {
    for (std::string_view name = language; !folder.empty() && !name.empty();) {
        const std::string path = cat(folder, "/", site::lower_ascii(name), ".json");
        if (const auto json = site::read_file(path)) {
            auto strings = content::read_strings(*json);
            if (strings) return std::move(*strings);
            problems.error("interface texts", path, 0,
                           cat(strings.error().where, ": ", strings.error().message));
        }
        const std::size_t dash = name.rfind('-');
        name = dash == std::string_view::npos ? std::string_view() : name.substr(0, dash);
    }
    return {};
}

std::string size_in_words(std::uint64_t bytes) {
    const std::uint64_t tenths = bytes * 10 / (1024 * 1024);
    if (tenths >= 10) return cat(tenths / 10, ".", tenths % 10, " MiB");
    return cat((bytes + 512) / 1024, " KiB");
}

}  // namespace

std::string resource_folder() {
    std::error_code error;
    std::filesystem::path folder =
        std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (int up = 0; up < 5 && !folder.empty(); ++up, folder = folder.parent_path()) {
        for (const char* below : {"", "share/blatt"})
            if (site::is_file((folder / below / "shell.html").string()))
                return (folder / below).lexically_normal().string();
    }
    return {};
}

int build(const BuildOptions& given) {
    const auto began = std::chrono::steady_clock::now();
    BuildOptions options = given;
    const std::string resources = resource_folder();
    const auto use = [&](std::string& option, std::string_view name) {
        if (option.empty() && !resources.empty())
            option = (std::filesystem::path(resources) / name).string();
    };
    const bool frontend_asked = !options.frontend.empty();
    use(options.shell, "shell.html");
    use(options.web, "web");
    use(options.frontend, "build/wasm");
    use(options.strings, "assets/strings");
    use(options.icons, "assets/icons");
    if (options.frontend == "none") options.frontend.clear();
    if (!frontend_asked && !site::is_file(options.frontend + "/blatt.wasm")) {
        std::fprintf(stderr,
                     "blatt: there is no front end%s%s: the pages will be static "
                     "(--frontend names its folder)\n",
                     options.frontend.empty() ? "" : " in ", options.frontend.c_str());
        options.frontend.clear();
    }
    if (options.shell.empty())
        return complain("the page template shell.html was not found (--shell names it)");
    auto shell = site::read_file(options.shell);
    if (!shell)
        return complain(
            cat("the page template ", options.shell, " cannot be read (--shell names it)"));
    auto front = site::read_front_end(options.frontend, options.web, options.icons);
    if (!front)
        return complain(cat(front.error().where, ": ", front.error().message,
                            " (--frontend names the folder of blatt.js and blatt.wasm)"));

    auto blog = load(options);
    if (!blog) return unusable;
    site::add_style(*front, blog->config.theme_css);
    site::WriteOptions write_options{options.target, std::move(*shell), options.shell};
    const content::Strings strings =
        strings_for(options.strings, blog->config.language, blog->problems);
    const site::Pages pages = site::make_pages(*blog, strings);
    site::Problems writing;
    const auto written = site::write(pages, *blog, *front, write_options, writing);
    blog->problems.list.insert(blog->problems.list.end(), writing.list.begin(), writing.list.end());
    blog->problems.sort();
    print(blog->problems, blog->folder, options.warnings);
    if (!written) {
        std::fprintf(stderr, "%s: error: %s\n", written.error().where.c_str(),
                     written.error().message.c_str());
        return unusable;
    }
    const auto spent = std::chrono::steady_clock::now() - began;
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(spent).count();
    std::printf(
        "%s, %s, %s, %s: %s, %s in %lld.%02lld s\n",
        counted(static_cast<long long>(blog->posts.size()), "post", "posts").c_str(),
        counted(static_cast<long long>(blog->pages.size()), "page", "pages").c_str(),
        counted(pages.lists, "list", "lists").c_str(),
        counted(static_cast<long long>(pages.redirects.size()), "redirect", "redirects").c_str(),
        counted(written->files, "file", "files").c_str(), size_in_words(written->bytes).c_str(),
        static_cast<long long>(milliseconds / 1000),
        static_cast<long long>(milliseconds % 1000 / 10));
    print_summary(*blog, options.warnings);
    return blog->problems.errors() > 0 ? content_errors : 0;
}

int check(const BuildOptions& options) {
    auto blog = load(options);
    if (!blog) return unusable;
    // Aliases and lists show their problems only when the pages are made.
    site::make_pages(*blog, content::Strings());
    blog->problems.sort();
    print(blog->problems, blog->folder, true);
    std::printf("%s, %s\n",
                counted(static_cast<long long>(blog->posts.size()), "post", "posts").c_str(),
                counted(static_cast<long long>(blog->pages.size()), "page", "pages").c_str());
    print_summary(*blog, true);
    return blog->problems.errors() > 0 ? content_errors : 0;
}

}  // namespace blatt::cli
