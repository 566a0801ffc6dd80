// StyleClass: the part a block plays on a screen. It chooses a row of the style table
// (text/style.h) and is, by its name, the CSS class of the same element in the static page.
// `none` is prose: styled by its kind alone and written without a class.
#pragma once

#include <cstdint>
#include <string_view>

namespace blatt::document {

enum class StyleClass : std::uint8_t {
    none,
    screen,    // the whole page
    masthead,  // site header: title, tagline, menu
    site_title,
    site_tagline,
    site_menu,  // row of top-level menu entries
    menu_list,
    menu_entry,
    submenu_toggle,  // summary that opens a submenu
    submenu,
    columns,      // content beside sidebar
    content,      // main
    list_header,  // heading over a list screen, and its description
    list_title,
    list_note,
    teasers,  // list of posts
    teaser,
    teaser_plain,  // where no post of the list has a picture
    teaser_lead,   // the newest post, larger
    teaser_body,
    teaser_image,
    teaser_title,
    teaser_meta,
    teaser_text,
    pager,
    pager_link,
    article,
    article_header,
    article_image,
    article_kicker,  // categories over the title
    article_title,
    article_meta,  // author, date
    article_lead,  // the excerpt as an opening paragraph
    prose,         // the body
    article_footer,
    tag_row,
    tag,
    post_nav,  // previous and next
    post_nav_link,
    archive_year,
    archive_list,
    archive_entry,
    sidebar,
    widget,
    widget_title,
    widget_list,
    widget_entry,
    widget_text,
    page_footer,
    footer_menu,
    footer_entry,
    footer_note,
    notice,  // error, empty and loading states
    notice_title,
    notice_text,
    notice_detail,  // the technical line: where it happened
    code,           // a code block and its actions
    code_actions,
    dialog,  // what a dialog shows
    dialog_title,
    dialog_actions,
    facade,  // stands for something of a third party: nothing is asked before a click
    count
};

// The CSS class: the enumerator's name with '_' as '-'; empty for `none`.
std::string_view class_name(StyleClass style);

}  // namespace blatt::document
