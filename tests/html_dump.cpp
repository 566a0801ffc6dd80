// For the browser tests: reads texts from stdin, each as {u32 size, bytes}, and writes the Document
// made of each in the same form. "html" takes HTML and the tool's parser, "tokens" takes what the
// browser's parser found (document/html_wire.h).
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <string>

#include "base/utf8.h"
#include "document/html_wire.h"
#include "import/html_tokens.h"

namespace {

std::string shown(std::string_view input, bool is_html) {
    using namespace blatt;
    std::vector<document::Token> tokens;
    if (is_html) {
        tokens = import::html_tokens(base::utf8::to_valid(input));
    } else {
        auto read = document::read_tokens(input);
        if (!read) return read.error().message;
        tokens = std::move(*read);
    }
    const document::HtmlResult result = document::from_html(tokens);
    document::check_invariants(result.document);
    std::string out = document::dump(result.document);
    for (const auto& [name, times] : result.dropped)
        out += "dropped " + name + " " + std::to_string(times) + "\n";
    return out;
}

bool read_size(std::uint32_t& size) { return std::fread(&size, sizeof size, 1, stdin) == 1; }

}  // namespace

int main(int count, char** words) {
    const bool is_html = count > 1 && std::string_view(words[1]) == "html";
    std::uint32_t size = 0;
    while (read_size(size)) {
        std::string input(size, '\0');
        if (std::fread(input.data(), 1, size, stdin) != size) return 1;
        const std::string out = shown(input, is_html);
        const auto written = static_cast<std::uint32_t>(out.size());
        std::fwrite(&written, sizeof written, 1, stdout);
        std::fwrite(out.data(), 1, out.size(), stdout);
    }
    return 0;
}
