// Shortcodes: the template pieces that bloggers put into Markdown (Hugo's {{< … >}}, Liquid's
// {% … %} and {{ … }}, kramdown's {: … }) rewritten as Markdown or HTML that says the same. Code is
// not touched, except for {% raw %}. What is unknown loses its tag, never its text, and is reported
// with its line.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/problem.h"

namespace blatt::site {

// Finds the URL of a page that a post names: a content path, a file name, or a URL path.
using Resolve = std::function<std::optional<std::string>(std::string_view reference)>;

struct ShortcodeContext {
    std::string_view file;  // for problems
    int first_line = 1;     // of the text in its file
    bool liquid = false;    // {{ … }}, {% … %} and {: … } are templates here
    std::string_view base = "/";
    std::map<std::string, std::string> variables;  // "site.title", "page.title"
    Resolve resolve;
};

std::string expand_shortcodes(std::string_view markdown, const ShortcodeContext& context,
                              Problems& problems);

// The arguments of one tag: `name` is empty for those given by position.
struct TagArgument {
    std::string name;
    std::string value;
};

struct TagArguments {
    std::vector<TagArgument> list;

    std::string named(std::initializer_list<std::string_view> names) const;
    std::string at(std::size_t position) const;  // empty where there are fewer
};

// `src="a b" width=3`, `"a" "b"`, `path: "x", alt: 'y'`, and Hugo's raw strings in backticks.
TagArguments read_arguments(std::string_view text);

// Pieces of Markdown and HTML that shortcodes become. `block`: alone on its line; `html`: inside
// an HTML block, where Markdown would not be read.
std::string picture(std::string_view url, std::string_view alternative, std::string_view caption,
                    std::string_view link, bool block, bool html);
std::string frame(std::string_view url, std::string_view title);
std::string fenced(std::string_view code, std::string_view language);
std::string quoted(std::string_view markdown, std::string_view author);

}  // namespace blatt::site
