#include <getopt.h>

#include <charconv>
#include <cstdio>
#include <string>
#include <string_view>

#include "cli/commands.h"

namespace {

constexpr const char* usage =
    "blatt makes a static blog from a folder of Markdown.\n"
    "\n"
    "  blatt build CONTENT -o SITE    write the site\n"
    "  blatt check CONTENT            list every problem with file and line, write nothing\n"
    "  blatt serve SITE [--port N]    serve a written site on this machine\n"
    "  blatt import wordpress FILE -o CONTENT\n"
    "                                 make a folder of content from an export: posts and pages\n"
    "\n"
    "build and check:\n"
    "  -o, --output SITE     folder to write; replaced in one step if it is a site already\n"
    "      --now DATE        take this as today (2026-11-24): later posts are not shown\n"
    "      --drafts          show drafts, future and expired posts too\n"
    "      --warnings        print each warning, not only how many there are\n"
    "      --frontend DIR    folder with blatt.js and blatt.wasm, or `none`\n"
    "      --web DIR         folder with the JavaScript modules\n"
    "      --shell FILE      page template\n"
    "      --strings DIR     texts of the interface by language (de.json)\n"
    "      --icons DIR       folder with icon.svg\n"
    "serve:\n"
    "      --port N          8000 if not given; 0 takes any free port\n"
    "      --quiet           print no line for each request\n";

enum Option { frontend = 256, web, shell, strings, icons, now, drafts, warnings, port, quiet };

const option long_options[] = {{"output", required_argument, nullptr, 'o'},
                               {"frontend", required_argument, nullptr, frontend},
                               {"web", required_argument, nullptr, web},
                               {"shell", required_argument, nullptr, shell},
                               {"strings", required_argument, nullptr, strings},
                               {"icons", required_argument, nullptr, icons},
                               {"now", required_argument, nullptr, now},
                               {"drafts", no_argument, nullptr, drafts},
                               {"warnings", no_argument, nullptr, warnings},
                               {"port", required_argument, nullptr, port},
                               {"quiet", no_argument, nullptr, quiet},
                               {"help", no_argument, nullptr, 'h'},
                               {nullptr, 0, nullptr, 0}};

int wrong(const std::string& message, std::string_view what = {}) {
    std::fprintf(stderr, "blatt: %s\n`blatt --help` lists the commands.\n",
                 (message + std::string(what)).c_str());
    return 2;
}

}  // namespace

int main(int argument_count, char** arguments) {
    blatt::cli::BuildOptions build;
    blatt::cli::ServeOptions serve;
    for (int code = 0;
         (code = getopt_long(argument_count, arguments, "o:h", long_options, nullptr)) != -1;) {
        const std::string_view value = optarg != nullptr ? optarg : "";
        switch (code) {
            case 'o': build.target = value; break;
            case frontend: build.frontend = value; break;
            case web: build.web = value; break;
            case shell: build.shell = value; break;
            case strings: build.strings = value; break;
            case icons: build.icons = value; break;
            case now: build.now = value; break;
            case drafts: build.drafts = true; break;
            case warnings: build.warnings = true; break;
            case quiet: serve.quiet = true; break;
            case port: {
                const auto [end, error] =
                    std::from_chars(value.data(), value.data() + value.size(), serve.port);
                if (error != std::errc() || end != value.data() + value.size() || serve.port < 0 ||
                    serve.port > 65535)
                    return wrong("--port wants a number from 0 to 65535, not ", value);
                break;
            }
            case 'h': std::fputs(usage, stdout); return 0;
            default: return wrong("see above.");
        }
    }
    const int left = argument_count - optind;
    if (left == 0) {
        std::fputs(usage, stderr);
        return 2;
    }
    const std::string_view command = arguments[optind];
    if (command == "help") {
        std::fputs(usage, stdout);
        return 0;
    }
    if (command == "import") {
        if (left != 3 || std::string_view(arguments[optind + 1]) != "wordpress")
            return wrong("write: blatt import wordpress FILE -o CONTENT");
        if (build.target.empty()) return wrong("import needs a folder to make: -o CONTENT");
        return blatt::cli::import_wordpress({arguments[optind + 2], build.target});
    }
    if (command != "build" && command != "check" && command != "serve")
        return wrong("there is no command ", command);
    if (left < 2) return wrong("a folder is missing after ", command);
    if (left > 2) return wrong("one folder is enough; what is ", arguments[optind + 2]);
    build.content = arguments[optind + 1];
    serve.site = arguments[optind + 1];
    if (command == "serve") return blatt::cli::serve(serve);
    if (command == "check") return blatt::cli::check(build);
    if (build.target.empty()) return wrong("build needs a folder to write: -o SITE");
    return blatt::cli::build(build);
}
