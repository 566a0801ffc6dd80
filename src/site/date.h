// Dates as bloggers write them. A Date holds the ISO 8601 text for the page ("2015-12-08" or
// "2015-12-08T10:00:00-05:00") and the same moment as seconds since 1970 in UTC, for order. A day
// that no calendar has (31 September) is no date.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace blatt::site {

struct Date {
    std::string iso;
    long long seconds = 0;
    int year = 0, month = 0, day = 0;
};

// "2026-11-24", "2026-11-24 9:00", "2026-11-24T09:00:00.5+01:00", "2026-11-24 09:00:00 -5",
// "2026/11/24"; nothing else.
std::optional<Date> parse_date(std::string_view text);

// A file name "2026-11-24-slug": its date and the rest, where it begins with a real date.
struct DatedName {
    Date date;
    std::string_view rest;
};
std::optional<DatedName> split_dated_name(std::string_view stem);

// This moment.
Date today();

}  // namespace blatt::site
