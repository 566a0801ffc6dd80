#include "site/date.h"

#include <chrono>

#include "site/text.h"

namespace blatt::site {

namespace {

// Reads `min` to `max` digits; -1 and nothing consumed where there are fewer.
int digits(std::string_view& text, std::size_t min, std::size_t max) {
    int value = 0;
    std::size_t count = 0;
    while (count < max && count < text.size() && text[count] >= '0' && text[count] <= '9')
        value = value * 10 + (text[count++] - '0');
    if (count < min) return -1;
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> read_day(std::string_view& text) {
    Date date;
    date.year = digits(text, 4, 4);
    const bool slash = text.starts_with('/');
    if (date.year < 0 || !(take(text, '-') || take(text, '/'))) return std::nullopt;
    date.month = digits(text, 1, 2);
    if (date.month < 0 || !take(text, slash ? '/' : '-')) return std::nullopt;
    date.day = digits(text, 1, 2);
    if (date.day < 0) return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year{date.year},
                                          std::chrono::month{static_cast<unsigned>(date.month)},
                                          std::chrono::day{static_cast<unsigned>(date.day)}};
    if (!day.ok()) return std::nullopt;
    date.seconds =
        static_cast<long long>(std::chrono::sys_days{day}.time_since_epoch().count()) * 86400;
    date.iso = cat(padded(date.year, 4), "-", padded(date.month, 2), "-", padded(date.day, 2));
    return date;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    text = trim(text);
    auto date = read_day(text);
    if (!date || text.empty()) return date;
    if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return std::nullopt;
    text = trim_start(text);
    const int hour = digits(text, 1, 2);
    if (hour < 0 || hour > 24 || !take(text, ':')) return std::nullopt;
    const int minute = digits(text, 2, 2);
    int second = 0;
    if (minute < 0 || minute > 59) return std::nullopt;
    if (take(text, ':')) {
        second = digits(text, 2, 2);
        if (second < 0 || second > 60) return std::nullopt;
        if (take(text, '.') && digits(text, 1, 9) < 0) return std::nullopt;
    }
    text = trim_start(text);
    int offset = 0;  // minutes
    std::string zone;
    if (text == "Z" || text == "z" || text == "UTC" || text == "GMT") {
        zone = "Z";
    } else if (text.starts_with('+') || text.starts_with('-')) {
        const bool west = text.front() == '-';
        text.remove_prefix(1);
        const int hours = digits(text, 1, 2);
        take(text, ':');
        const int minutes = text.empty() ? 0 : digits(text, 2, 2);
        if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || !text.empty())
            return std::nullopt;
        offset = (hours * 60 + minutes) * (west ? -1 : 1);
        zone = cat(west ? '-' : '+', padded(hours, 2), ":", padded(minutes, 2));
    } else if (!text.empty()) {
        return std::nullopt;
    }
    date->seconds += hour * 3600 + minute * 60 + second - offset * 60;
    date->iso += cat("T", padded(hour, 2), ":", padded(minute, 2), ":", padded(second, 2), zone);
    return date;
}

std::optional<DatedName> split_dated_name(std::string_view stem) {
    if (stem.size() < 10 || stem[4] != '-') return std::nullopt;
    auto date = read_day(stem);
    if (!date) return std::nullopt;
    if (!stem.empty() && !take(stem, '-') && !take(stem, '_') && !take(stem, ' '))
        return std::nullopt;
    return DatedName{std::move(*date), stem};
}

Date today() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(now)};
    Date date;
    date.seconds = now.time_since_epoch().count();
    date.year = static_cast<int>(day.year());
    date.month = static_cast<int>(static_cast<unsigned>(day.month()));
    date.day = static_cast<int>(static_cast<unsigned>(day.day()));
    date.iso = cat(padded(date.year, 4), "-", padded(date.month, 2), "-", padded(date.day, 2));
    return date;
}

}  // namespace blatt::site
