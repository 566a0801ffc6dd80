#include <cstdio>

#include "cli/commands.h"
#include "import/wordpress_content.h"
#include "site/files.h"
#include "site/text.h"

namespace blatt::cli {

using site::cat;

namespace {

constexpr int unusable = 2;

int complain(const std::string& message) {
    std::fprintf(stderr, "blatt: %s\n", message.c_str());
    return unusable;
}

}  // namespace

int import_wordpress(const ImportOptions& options) {
    const auto bytes = site::read_file(options.file);
    if (!bytes) return complain(bytes.error().message);
    const auto wxr = import::read_wxr(*bytes);
    if (!wxr) return complain(cat(options.file, ": ", wxr.error().message));
    if (site::is_folder(options.target) || site::is_file(options.target))
        return complain(cat(options.target, " is there already; name a new folder"));
    const import::WordpressContent content = import::wordpress_content(*wxr);
    for (const import::ContentFile& file : content.files) {
        const auto written = site::write_file(cat(options.target, "/", file.path), file.bytes);
        if (!written) return complain(written.error().message);
    }
    for (const import::ContentNote& note : content.notes) {
        for (const auto& [what, times] : note.changes) {
            std::fprintf(stderr, "%s: warning: %s%s\n", note.path.c_str(), what.c_str(),
                         times > 1 ? cat(" (", times, " times)").c_str() : "");
        }
    }
    if (!wxr->broken.empty())
        std::fprintf(stderr, "%s: error: the export breaks off: %s\n", options.file.c_str(),
                     wxr->broken.c_str());
    std::printf("%d posts and %d pages in %s. Not taken over: comments, menus, files.\n",
                content.posts, content.pages, options.target.c_str());
    return wxr->broken.empty() ? 0 : 1;
}

}  // namespace blatt::cli
