// Problem: what is wrong with the content, and where. Errors mean that something of the author's
// could not be used; warnings that it was used otherwise than written. Every reader of this folder
// adds to one Problems list; the tool prints it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "site/front_matter.h"

namespace blatt::site {

enum class Severity : unsigned char { error, warning };

struct Problem {
    Severity severity = Severity::warning;
    std::string kind;  // a few words, the same for all of a kind: "picture not found"
    std::string file;  // relative to the content folder
    int line = 0;      // 0: the whole file
    std::string message;
};

struct Problems {
    std::vector<Problem> list;

    void error(std::string_view kind, std::string_view file, int line, std::string message);
    void warn(std::string_view kind, std::string_view file, int line, std::string message);
    // An Error whose `where` is "path:line".
    void error(std::string_view kind, const base::Error& error);
    void notes(std::string_view file, const std::vector<FrontNote>& notes);

    int errors() const;
    int warnings() const;
    // By file, line, severity; the same problem once.
    void sort();
};

// "path:line: error: message", one line.
std::string to_line(const Problem& problem, std::string_view folder);

// "12 picture not found, 3 unknown shortcode", the most frequent first.
std::string by_kind(const Problems& problems, Severity severity);

}  // namespace blatt::site
