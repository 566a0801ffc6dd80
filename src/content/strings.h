// Strings: the interface's texts in the site's language. They come from assets/strings/*.json by
// way of blog.json; a text that is missing there falls back to English.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace blatt::content {

enum class Text : std::uint8_t {
    skip_to_content,
    main_menu,  // accessible name
    footer_menu,
    sidebar,
    submenu_of,  // "{title}": accessible name of a submenu's toggle
    latest_posts,
    page_of,  // "Page {page} of {pages}"
    newer_posts,
    older_posts,
    previous_post,
    next_post,
    post_navigation,
    pagination,
    by_author,  // "by {authors}"
    and_word,
    updated_on,       // "updated {date}"
    reading_minutes,  // "{count} min read"
    reading_minute,   // the same for 1
    posted_in,
    tags,
    categories,
    archive,
    posts_count,  // "{count} posts"
    posts_count_one,
    footnotes,
    back_to_text,       // accessible name of a footnote's back link: "{number}"
    image_missing,      // "Picture: {alt}"
    third_party_image,  // "Picture on {host}: {alt}"
    facade_page,        // "Content on {provider}"
    facade_video,       // "Watch the video on {provider}"
    facade_audio,
    facade_post,
    facade_map,
    facade_note,  // "A click connects to {host}."
    empty_title,
    empty_text,
    loading_title,
    error_title,
    not_found_title,
    not_found_text,
    network_error_text,
    bad_data_text,
    to_home,
    try_again,
    task_open,
    task_done,
    date_format,  // "{day}. {month} {year}"
    months,       // twelve names, separated by '|'
    powered_by,
    copy,             // button
    copied,           // said after it
    close,            // button of a dialog
    contents,         // of an article
    link_to_section,  // accessible name of a heading's link: "{title}"
    time_left,        // "{count} min left"
    time_left_one,    // the same for 1
    shortcuts,        // keyboard shortcuts: name of their sheet and of what opens it
    shortcuts_on,     // switch: "Use keyboard shortcuts"
    shortcuts_note,
    key_next_post,
    key_previous_post,
    key_home,
    key_contents,
    key_help,
    key_close,
    picture_open,     // accessible name of a picture that opens large: "{alt}"
    picture_enlarge,  // the same for one without words
    picture_view,     // "Picture {number} of {count}"
    picture_previous,
    picture_next,
    picture_first,
    picture_last,
    picture_zoom,
    callout_note,  // titles of callouts without one of their own
    callout_tip,
    callout_important,
    callout_warning,
    callout_caution,
    display_title,  // the reader's preferences: button, dialog; what follows are its questions
    display_scheme,
    scheme_auto,
    scheme_light,
    scheme_sepia,
    scheme_dark,
    scheme_contrast,
    display_size,
    size_small,
    size_normal,
    size_large,
    size_larger,
    size_largest,
    display_typeface,
    typeface_serif,
    typeface_sans,
    typeface_legible,
    display_measure,
    measure_narrow,
    measure_normal,
    measure_wide,
    display_leading,
    leading_tight,
    leading_normal,
    leading_loose,
    display_usual,
    count
};

// The key in the JSON file: the enumerator's name.
std::string_view key_name(Text key);

struct Strings {
    std::array<std::string, static_cast<std::size_t>(Text::count)> texts;

    Strings();  // English
    const std::string& operator[](Text key) const { return texts[static_cast<std::size_t>(key)]; }
    std::string& operator[](Text key) { return texts[static_cast<std::size_t>(key)]; }
    bool operator==(const Strings&) const = default;
};

struct Replacement {
    std::string_view name;  // without braces
    std::string_view value;
};

// The text with each {name} replaced.
std::string format(std::string_view pattern, std::initializer_list<Replacement> replacements);

// An ISO 8601 date ("2026-11-24…") in the site's words; the input itself where it is no date.
std::string format_date(const Strings& strings, std::string_view iso_date);

}  // namespace blatt::content
