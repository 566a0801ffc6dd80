#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "site/front_matter.h"
#include "site/text.h"

namespace blatt::site {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int max_nesting = 40;

std::string date_text(const toml::date& date) {
    return cat(padded(date.year, 4), "-", padded(date.month, 2), "-", padded(date.day, 2));
}

std::string time_text(const toml::time& time) {
    return cat(padded(time.hour, 2), ":", padded(time.minute, 2), ":", padded(time.second, 2));
}

std::string moment_text(const toml::date_time& moment) {
    std::string out = date_text(moment.date) + "T" + time_text(moment.time);
    if (!moment.offset) return out;
    const int minutes = moment.offset->minutes;
    if (minutes == 0) return out + "Z";
    const int size = minutes < 0 ? -minutes : minutes;
    return out + cat(minutes < 0 ? '-' : '+', padded(size / 60, 2), ":", padded(size % 60, 2));
}

FrontValue convert(const toml::node& node, int first_line, int depth) {
    FrontValue out;
    out.line = first_line - 1 + static_cast<int>(node.source().begin.line);
    if (depth > max_nesting) return out;
    if (const auto* table = node.as_table()) {
        out.kind = FrontValue::Kind::map;
        for (const auto& [key, item] : *table) {
            out.keys.emplace_back(key.str());
            out.items.push_back(convert(item, first_line, depth + 1));
        }
    } else if (const auto* array = node.as_array()) {
        out.kind = FrontValue::Kind::list;
        for (const auto& item : *array) out.items.push_back(convert(item, first_line, depth + 1));
    } else if (const auto* text = node.as_string()) {
        out.kind = FrontValue::Kind::string;
        out.text = text->get();
    } else if (const auto* flag = node.as_boolean()) {
        out.kind = FrontValue::Kind::boolean;
        out.boolean = flag->get();
        out.text = flag->get() ? "true" : "false";
    } else if (const auto* whole = node.as_integer()) {
        out.kind = FrontValue::Kind::number;
        out.number = static_cast<double>(whole->get());
        out.text = std::to_string(whole->get());
    } else if (const auto* real = node.as_floating_point()) {
        out.kind = FrontValue::Kind::number;
        out.number = real->get();
        std::ostringstream digits;
        digits << real->get();
        out.text = digits.str();
    } else {
        out.kind = FrontValue::Kind::string;
        if (const auto* date = node.as_date())
            out.text = date_text(date->get());
        else if (const auto* time = node.as_time())
            out.text = time_text(time->get());
        else if (const auto* moment = node.as_date_time())
            out.text = moment_text(moment->get());
    }
    return out;
}

// toml++ keeps tables sorted by name; the file's order is wanted, in dumps and for menus.
void sort_by_line(FrontValue& value) {
    for (FrontValue& item : value.items) sort_by_line(item);
    if (!value.is_map()) return;
    std::vector<std::size_t> order(value.items.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return value.items[a].line < value.items[b].line;
    });
    FrontValue sorted = value;
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted.keys[i] = std::move(value.keys[order[i]]);
        sorted.items[i] = std::move(value.items[order[i]]);
    }
    value = std::move(sorted);
}

}  // namespace

Result<FrontValue> read_toml(std::string_view text, std::string_view path, int first_line,
                             std::vector<FrontNote>&) {
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed) {
        const toml::parse_error& error = parsed.error();
        return base::fail(
            ErrorCode::invalid_value,
            cat(path, ":", first_line - 1 + static_cast<int>(error.source().begin.line)),
            std::string(error.description()));
    }
    FrontValue value = convert(parsed.table(), first_line, 0);
    value.line = first_line;
    sort_by_line(value);
    return value;
}

}  // namespace blatt::site
