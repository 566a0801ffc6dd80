// StyleClass: the part a block plays on a screen. It chooses a row of the style table
// (text/style.h) and is, by its name, the CSS class of the same element in the static page.
// `none` is prose: styled by its kind alone and written without a class.
#pragma once

#include <cstdint>
#include <string_view>

namespace blatt::document {

enum class StyleClass : std::uint8_t {
    none,
    screen,     // the whole page
    masthead,   // site header: title, tagline, menu
    site_head,  // title and what stands beside it
    site_title,
    site_actions,  // buttons beside the title
    site_tagline,
    site_menu,  // row of top-level menu entries
    menu_list,
    menu_entry,
    submenu_toggle,  // summary that opens a submenu
    submenu,
    columns,      // content beside sidebar
    reading,      // content alone, the sidebar below: an article with contents beside it
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
    anchor,        // the link to a heading, beside it
    toc_column,    // holds the contents beside the text
    toc,           // table of contents
    toc_fold,      // closed before the text, open beside it
    toc_toggle,
    toc_list,
    toc_entry,
    toc_link_1,  // by depth
    toc_link_2,
    toc_link_3,
    time_left,
    article_footer,
    tag_row,
    tag,
    post_nav,  // previous and next
    post_nav_card,
    post_nav_next,  // the card at the other side
    post_nav_label,
    post_nav_title,
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
    footer_keys,  // opens the sheet of keyboard shortcuts
    skip_link,
    notice,  // error, empty and loading states
    notice_title,
    notice_text,
    notice_detail,  // the technical line: where it happened
    code,           // a code block under a line with its language and what can be done with it
    code_head,
    code_language,
    code_actions,
    dialog,  // what a dialog shows
    dialog_title,
    dialog_actions,
    key_list,  // keys and what they do
    key_name,
    key_action,
    key_note,
    key_switch,
    choice,  // a question of a dialog
    choice_label,
    choice_values,  // its answers: buttons side by side
    formula,        // one that stands alone
    facade,         // stands for something of a third party: nothing is asked before a click
    gallery_two,    // pictures beside each other, by the most columns
    gallery_three,
    picture_wide,  // the picture in one of its places, by the shape it is cut to
    picture_square,
    picture_tall,
    lightbox,  // a picture shown large
    lightbox_picture,
    lightbox_caption,
    lightbox_previous,
    lightbox_next,
    lightbox_close,
    lightbox_first,  // for the keyboard alone
    lightbox_last,
    lightbox_neighbours,  // so that they are there when they are wanted
    callout_note,
    callout_tip,
    callout_important,
    callout_warning,
    callout_caution,
    callout_title,
    facade_card,    // what stands around it
    facade_player,  // the same for films and sound
    facade_provider,
    facade_note,
    button_row,
    button,  // a link that the author made stand out
    pullquote,
    attribution,  // who said it
    count
};

// The CSS class: the enumerator's name with '_' as '-'; empty for `none`.
std::string_view class_name(StyleClass style);

}  // namespace blatt::document
