#include "site/code_mask.h"

#include <algorithm>

#include "site/text.h"

namespace blatt::site {

namespace {

bool is_list_item(std::string_view text) {
    if (text.size() >= 2 && (text[0] == '-' || text[0] == '*' || text[0] == '+'))
        return text[1] == ' ' || text[1] == '\t';
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    return digits > 0 && digits < 10 && digits + 1 < text.size() &&
           (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
}

// The line without the marks of quotes and list items that a fence may stand behind.
std::string_view content_of(std::string_view line) {
    while (true) {
        line = trim_start(line);
        if (line.starts_with('>'))
            line.remove_prefix(1);
        else if (is_list_item(line))
            line.remove_prefix(line.find(' ') == std::string_view::npos ? 2 : line.find(' ') + 1);
        else
            return line;
    }
}

int indent_of(std::string_view line) {
    int columns = 0;
    for (const char c : line) {
        if (c == ' ')
            ++columns;
        else if (c == '\t')
            columns += 4 - columns % 4;
        else
            break;
    }
    return columns;
}

// Marks the code spans of one paragraph.
void mark_spans(std::string_view text, std::size_t begin, std::size_t end,
                std::vector<bool>& mask) {
    std::size_t at = begin;
    while (at < end) {
        if (text[at] == '\\') {
            at += 2;
            continue;
        }
        if (text[at] != '`') {
            ++at;
            continue;
        }
        std::size_t run = at;
        while (run < end && text[run] == '`') ++run;
        const std::size_t width = run - at;
        std::size_t close = run;
        bool found = false;
        while (close < end) {
            if (text[close] != '`') {
                ++close;
                continue;
            }
            std::size_t stop = close;
            while (stop < end && text[stop] == '`') ++stop;
            if (stop - close == width) {
                std::fill(mask.begin() + static_cast<std::ptrdiff_t>(at),
                          mask.begin() + static_cast<std::ptrdiff_t>(stop), true);
                at = stop;
                found = true;
                break;
            }
            close = stop;
        }
        if (!found) at = run;
    }
}

}  // namespace

std::vector<bool> code_mask(std::string_view markdown) {
    std::vector<bool> mask(markdown.size(), false);
    char fence = 0;
    std::size_t fence_width = 0;
    bool blank_before = true, in_list = false, in_indented = false;
    std::size_t paragraph = 0;
    std::size_t at = 0;
    while (at < markdown.size()) {
        const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
        const std::size_t next = std::min(end + 1, markdown.size());
        const std::string_view line = markdown.substr(at, end - at);
        const std::string_view content = content_of(line);
        const auto mark_line = [&] {
            std::fill(mask.begin() + static_cast<std::ptrdiff_t>(at),
                      mask.begin() + static_cast<std::ptrdiff_t>(next), true);
        };
        const auto run_width = [&](char c) {
            return std::min(content.find_first_not_of(c), content.size());
        };
        if (fence != 0) {
            mark_line();
            if (content.starts_with(fence) && run_width(fence) >= fence_width &&
                trim(content.substr(run_width(fence))).empty())
                fence = 0;
            paragraph = next;
            at = next;
            blank_before = false;
            continue;
        }
        const char first = content.empty() ? '\0' : content.front();
        if ((first == '`' || first == '~') && run_width(first) >= 3 &&
            (first == '~' || content.find('`', run_width(first)) == std::string_view::npos)) {
            mark_spans(markdown, paragraph, at, mask);
            fence = first;
            fence_width = run_width(first);
            in_indented = false;
            mark_line();
            paragraph = next;
            at = next;
            continue;
        }
        const bool blank = trim(line).empty();
        if (blank) {
            mark_spans(markdown, paragraph, at, mask);
            paragraph = next;
        } else {
            const int indent = indent_of(line);
            if (indent < 4) {
                if (is_list_item(trim_start(line)))
                    in_list = true;
                else if (blank_before && indent == 0)
                    in_list = false;
                in_indented = false;
            } else if (!in_list && (blank_before || in_indented)) {
                in_indented = true;
            }
            if (in_indented) {
                mark_line();
                paragraph = next;
            }
        }
        blank_before = blank;
        at = next;
    }
    mark_spans(markdown, std::min(paragraph, markdown.size()), markdown.size(), mask);
    return mask;
}

}  // namespace blatt::site
