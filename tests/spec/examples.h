// The examples of a specification in CommonMark's own form, and HTML in a form in which only what
// matters differs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace blatt::spec {

struct Example {
    int number = 0;  // from 1, within its file
    std::string markdown;
    std::string html;
};

// All examples but those that are marked as disabled.
std::vector<Example> read_examples(const std::string& path);

// Parsed and written again: attributes sorted, entities decoded, white space collapsed outside pre
// and left out beside block tags and line breaks, as no browser shows it there.
std::string normalised(std::string_view html);

struct Difference {
    std::string suite;  // "markdown" or "html"
    std::string file;
    int number = 0;
    std::string reason;
};
// differences.txt
std::vector<Difference> read_differences();

}  // namespace blatt::spec
