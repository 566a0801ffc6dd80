#include "content/strings.h"

#include <cstddef>

namespace blatt::content {

namespace {

struct Entry {
    std::string_view key;
    std::string_view english;
};

constexpr auto entries = std::to_array<Entry>({
    {"skip_to_content", "Skip to content"},
    {"main_menu", "Main menu"},
    {"footer_menu", "Footer menu"},
    {"sidebar", "Sidebar"},
    {"submenu_of", "Submenu of {title}"},
    {"latest_posts", "Latest posts"},
    {"page_of", "Page {page} of {pages}"},
    {"newer_posts", "Newer posts"},
    {"older_posts", "Older posts"},
    {"previous_post", "Previous post"},
    {"next_post", "Next post"},
    {"post_navigation", "More posts"},
    {"pagination", "Pages"},
    {"by_author", "by {authors}"},
    {"and_word", "and"},
    {"updated_on", "updated {date}"},
    {"reading_minutes", "{count} min read"},
    {"reading_minute", "1 min read"},
    {"posted_in", "Posted in"},
    {"tags", "Tags"},
    {"categories", "Categories"},
    {"archive", "Archive"},
    {"posts_count", "{count} posts"},
    {"posts_count_one", "1 post"},
    {"footnotes", "Footnotes"},
    {"back_to_text", "Back to the text of footnote {number}"},
    {"image_missing", "Picture: {alt}"},
    {"third_party_image", "Picture on {host}: {alt}"},
    {"facade_page", "Open the content on {provider}"},
    {"facade_video", "Watch the video on {provider}"},
    {"facade_audio", "Listen on {provider}"},
    {"facade_post", "Read the post on {provider}"},
    {"facade_map", "Open the map on {provider}"},
    {"facade_note", "A click connects to {host}. Until then nothing is loaded from there."},
    {"empty_title", "Nothing here yet"},
    {"empty_text", "There are no posts here at the moment."},
    {"loading_title", "Loading …"},
    {"error_title", "Something went wrong"},
    {"not_found_title", "Page not found"},
    {"not_found_text", "There is nothing at this address. It may have moved or been removed."},
    {"network_error_text", "The page could not be loaded. Please check your connection."},
    {"bad_data_text", "The page’s data could not be read."},
    {"to_home", "To the home page"},
    {"try_again", "Try again"},
    {"task_open", "Open task"},
    {"task_done", "Task done"},
    {"date_format", "{month} {day}, {year}"},
    {"months",
     "January|February|March|April|May|June|July|August|September|October|November|December"},
    {"powered_by", "Made with Blatt"},
    {"copy", "Copy"},
    {"copied", "Copied"},
    {"close", "Close"},
    {"contents", "Contents"},
    {"link_to_section", "Link to section “{title}”"},
    {"time_left", "{count} min left"},
    {"time_left_one", "1 min left"},
    {"shortcuts", "Keyboard shortcuts"},
    {"shortcuts_on", "Use keyboard shortcuts"},
    {"shortcuts_note", "They do nothing while you type."},
    {"key_next_post", "Next post"},
    {"key_previous_post", "Previous post"},
    {"key_home", "Home page"},
    {"key_contents", "Contents, or the top of the page"},
    {"key_help", "This overview"},
    {"key_close", "Close"},
    {"picture_open", "Enlarge the picture: {alt}"},
    {"picture_enlarge", "Enlarge the picture"},
    {"picture_view", "Picture {number} of {count}"},
    {"picture_previous", "Previous picture"},
    {"picture_next", "Next picture"},
    {"picture_first", "First picture"},
    {"picture_last", "Last picture"},
    {"picture_zoom", "Original size"},
    {"callout_note", "Note"},
    {"callout_tip", "Tip"},
    {"callout_important", "Important"},
    {"callout_warning", "Warning"},
    {"callout_caution", "Caution"},
    {"display_title", "Display"},
    {"display_scheme", "Colours"},
    {"scheme_auto", "Auto"},
    {"scheme_light", "Light"},
    {"scheme_sepia", "Sepia"},
    {"scheme_dark", "Dark"},
    {"scheme_contrast", "Contrast"},
    {"display_size", "Text size"},
    {"size_small", "Small"},
    {"size_normal", "Medium"},
    {"size_large", "Large"},
    {"size_larger", "Larger"},
    {"size_largest", "Largest"},
    {"display_typeface", "Typeface"},
    {"typeface_serif", "Serif"},
    {"typeface_sans", "Sans"},
    {"typeface_legible", "Legible"},
    {"display_measure", "Text width"},
    {"measure_narrow", "Narrow"},
    {"measure_normal", "Medium"},
    {"measure_wide", "Wide"},
    {"display_leading", "Line spacing"},
    {"leading_tight", "Tight"},
    {"leading_normal", "Medium"},
    {"leading_loose", "Loose"},
    {"display_usual", "Reset"},
});

static_assert(entries.size() == static_cast<std::size_t>(Text::count));

// The number that two or four digits write, or -1.
int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return -1;
        value = 10 * value + (c - '0');
    }
    return value;
}

std::string_view part(std::string_view list, int index) {
    for (; index > 0; --index) {
        const auto bar = list.find('|');
        if (bar == std::string_view::npos) return {};
        list.remove_prefix(bar + 1);
    }
    return list.substr(0, list.find('|'));
}

}  // namespace

std::string_view key_name(Text key) { return entries[static_cast<std::size_t>(key)].key; }

Strings::Strings() {
    for (std::size_t i = 0; i < entries.size(); ++i) texts[i] = entries[i].english;
}

std::string format(std::string_view pattern, std::initializer_list<Replacement> replacements) {
    std::string out;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        out.append(pattern.substr(0, open));
        if (open == std::string_view::npos) break;
        pattern.remove_prefix(open);
        const auto close = pattern.find('}');
        const std::string_view name =
            close == std::string_view::npos ? std::string_view{} : pattern.substr(1, close - 1);
        bool known = false;
        for (const Replacement& replacement : replacements) {
            if (close == std::string_view::npos || replacement.name != name) continue;
            out.append(replacement.value);
            pattern.remove_prefix(close + 1);
            known = true;
            break;
        }
        if (known) continue;
        // A brace of nobody's is text.
        out.push_back('{');
        pattern.remove_prefix(1);
    }
    return out;
}

std::string format_date(const Strings& strings, std::string_view iso_date) {
    const bool shaped = iso_date.size() >= 10 && iso_date[4] == '-' && iso_date[7] == '-';
    if (!shaped) return std::string(iso_date);
    const std::string_view year = iso_date.substr(0, 4);
    const int month = number(iso_date.substr(5, 2));
    const int day = number(iso_date.substr(8, 2));
    if (number(year) < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::string(iso_date);
    }
    const std::string day_text = std::to_string(day);
    return format(
        strings[Text::date_format],
        {{"day", day_text}, {"month", part(strings[Text::months], month - 1)}, {"year", year}});
}

}  // namespace blatt::content
