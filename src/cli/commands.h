// The commands of the tool. Each takes its options as plain values, prints for people (results on
// stdout, problems on stderr as `path:line: error: message`) and returns the exit status: 0 fine,
// 1 the content has errors, 2 the command was used wrongly or could not run.
#pragma once

#include <string>

namespace blatt::cli {

struct BuildOptions {
    std::string content;
    std::string target;
    std::string
        frontend;       // folder with blatt.js and blatt.wasm; "none" for pages without JavaScript
    std::string web;    // folder with the JavaScript modules
    std::string shell;  // the page template
    std::string strings;  // folder with de.json, en.json, …
    std::string icons;
    std::string now;  // a date; empty for today
    bool drafts = false;
    bool warnings = false;  // print each warning, not only their number
};

struct ServeOptions {
    std::string site;
    int port = 8000;  // 0: any free one
    bool quiet = false;
};

struct ImportOptions {
    std::string file;    // an export of WordPress
    std::string target;  // folder to make
};

int build(const BuildOptions& options);
int check(const BuildOptions& options);
int serve(const ServeOptions& options);
int import_wordpress(const ImportOptions& options);

// The folder that holds shell.html and assets/, found from the place of the program; empty where
// there is none. Makes the defaults of BuildOptions.
std::string resource_folder();

}  // namespace blatt::cli
