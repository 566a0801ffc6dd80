// Writing a site: every page as JSON and HTML, redirects, copied files and the front end, into a
// new folder beside the target that takes its place in one step. The same input gives the same
// bytes.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "site/blog.h"
#include "site/front_end.h"
#include "site/pages.h"

namespace blatt::site {

struct Written {
    int files = 0;
    std::uint64_t bytes = 0;
};

struct WriteOptions {
    std::string target;      // a new or empty folder, or a site written before
    std::string shell;       // text of the template
    std::string shell_path;  // for errors
};

// Problems with single files are added to `problems`; an Error means that nothing was written.
base::Result<Written> write(const Pages& pages, const Blog& blog, const FrontEnd& front,
                            const WriteOptions& options, Problems& problems);

}  // namespace blatt::site
