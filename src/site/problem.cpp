#include "site/problem.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "site/text.h"

namespace blatt::site {

void Problems::error(std::string_view kind, std::string_view file, int line, std::string message) {
    list.push_back(
        {Severity::error, std::string(kind), std::string(file), line, std::move(message)});
}

void Problems::warn(std::string_view kind, std::string_view file, int line, std::string message) {
    list.push_back(
        {Severity::warning, std::string(kind), std::string(file), line, std::move(message)});
}

void Problems::error(std::string_view kind, const base::Error& error) {
    const std::size_t colon = error.where.rfind(':');
    int line = 0;
    std::string_view file = error.where;
    if (colon != std::string::npos) {
        const char* end = error.where.data() + error.where.size();
        const auto [stop, code] = std::from_chars(error.where.data() + colon + 1, end, line);
        if (code == std::errc() && stop == end) file = file.substr(0, colon);
    }
    this->error(kind, file, line, error.message);
}

void Problems::notes(std::string_view file, const std::vector<FrontNote>& notes) {
    for (const FrontNote& note : notes) warn("front matter", file, note.line, note.message);
}

int Problems::errors() const {
    return static_cast<int>(std::count_if(list.begin(), list.end(), [](const Problem& problem) {
        return problem.severity == Severity::error;
    }));
}

int Problems::warnings() const { return static_cast<int>(list.size()) - errors(); }

void Problems::sort() {
    const auto key = [](const Problem& p) {
        return std::tie(p.file, p.line, p.severity, p.message);
    };
    std::stable_sort(list.begin(), list.end(),
                     [&](const Problem& a, const Problem& b) { return key(a) < key(b); });
    list.erase(std::unique(list.begin(), list.end(),
                           [&](const Problem& a, const Problem& b) { return key(a) == key(b); }),
               list.end());
}

std::string to_line(const Problem& problem, std::string_view folder) {
    std::string where(folder);
    if (!where.empty() && !where.ends_with('/')) where += '/';
    where += problem.file;
    if (problem.line > 0) where += cat(":", problem.line);
    return cat(where,
               problem.severity == Severity::error ? ": error: " : ": warning: ", problem.message);
}

std::string by_kind(const Problems& problems, Severity severity) {
    std::map<std::string, int> counts;
    for (const Problem& problem : problems.list)
        if (problem.severity == severity) ++counts[problem.kind];
    std::vector<std::pair<std::string, int>> order(counts.begin(), counts.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string out;
    for (const auto& [kind, count] : order) out += cat(out.empty() ? "" : ", ", count, " ", kind);
    return out;
}

}  // namespace blatt::site
