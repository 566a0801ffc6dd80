#include "app/frame.h"

namespace blatt::app {

using content::MenuItem;
using content::Site;
using content::Text;
using document::BlockKind;
using document::Builder;
using document::Role;
using document::StyleClass;

void add_link(Builder& builder, std::string_view title, std::string_view url,
              std::string_view current_url) {
    const document::InlineId link = builder.open_link(url);
    if (!current_url.empty() && url == current_url) builder.target(link).current = true;
    builder.text(title);
    builder.close_span();
}

void add_links(Builder& builder, const std::vector<content::Reference>& references) {
    bool first = true;
    for (const content::Reference& reference : references) {
        if (!first) builder.text(", ");
        first = false;
        if (reference.url.empty()) {
            builder.text(reference.title);
        } else {
            add_link(builder, reference.title, reference.url);
        }
    }
}

document::InlineId add_button(Builder& builder, document::Command command, std::string_view text,
                              std::string_view argument) {
    const document::InlineId button = builder.open_button(command, argument);
    builder.text(text);
    builder.close_span();
    return button;
}

namespace {

// Large and small: how text looks. The button's name is in the site's language.
constexpr std::string_view display_sign = "Aa";

void open_tight(Builder& builder) {
    const document::BlockId id = builder.open(BlockKind::paragraph);
    builder.block(id).tight = true;
}

void add_menu_link(Builder& builder, const MenuItem& item, std::string_view current_url) {
    open_tight(builder);
    if (item.url.empty()) {
        builder.text(item.title);
    } else {
        add_link(builder, item.title, item.url, current_url);
    }
    builder.close();
}

// An entry with children opens them; its own page is the first of them.
void add_submenu(Builder& builder, const MenuItem& item, std::string_view current_url) {
    const document::BlockId details = builder.open(BlockKind::details);
    const document::Slice group = builder.store("menu");
    builder.block(details).info = group;
    builder.leaf(BlockKind::summary, StyleClass::submenu_toggle, item.title);
    builder.open(BlockKind::list, StyleClass::submenu);
    if (!item.url.empty()) {
        builder.open(BlockKind::list_item, StyleClass::menu_entry);
        add_menu_link(builder, item, current_url);
        builder.close();
    }
    for (const MenuItem& child : item.children) {
        builder.open(BlockKind::list_item, StyleClass::menu_entry);
        add_menu_link(builder, child, current_url);
        builder.close();
        // Deeper levels stand in the same panel, after their parent.
        for (const MenuItem& grandchild : child.children) {
            builder.open(BlockKind::list_item, StyleClass::menu_entry);
            add_menu_link(builder, grandchild, current_url);
            builder.close();
        }
    }
    builder.close();
    builder.close();
}

}  // namespace

void add_masthead(Builder& builder, const Site& site, std::string_view current_url) {
    builder.open_group(Role::header, StyleClass::masthead);
    builder.open_group(Role::none, StyleClass::site_head);
    builder.open(BlockKind::paragraph, StyleClass::site_title);
    add_link(builder, site.title, site.base, current_url);
    builder.close();
    builder.open(BlockKind::paragraph, StyleClass::site_actions);
    const document::InlineId display =
        add_button(builder, document::Command::show_display, display_sign);
    const document::Slice name = builder.store(site.strings[Text::display_title]);
    builder.target(display).title = name;
    builder.close();
    builder.close();
    if (!site.tagline.empty())
        builder.leaf(BlockKind::paragraph, StyleClass::site_tagline, site.tagline);
    if (!site.menu.empty()) {
        builder.open_group(Role::nav, StyleClass::site_menu, site.strings[Text::main_menu]);
        builder.open(BlockKind::list, StyleClass::menu_list);
        for (const MenuItem& item : site.menu) {
            builder.open(BlockKind::list_item, StyleClass::menu_entry);
            if (item.children.empty()) {
                add_menu_link(builder, item, current_url);
            } else {
                add_submenu(builder, item, current_url);
            }
            builder.close();
        }
        builder.close();
        builder.close();
    }
    builder.close();
}

void add_sidebar(Builder& builder, const Site& site, std::string_view current_url) {
    if (site.widgets.empty()) return;
    builder.open_group(Role::aside, StyleClass::sidebar, site.strings[Text::sidebar]);
    for (const content::Widget& widget : site.widgets) {
        builder.open_group(Role::section, StyleClass::widget);
        if (!widget.title.empty()) {
            const document::BlockId title =
                builder.leaf(BlockKind::heading, StyleClass::widget_title, widget.title);
            builder.block(title).level = 2;
        }
        if (!widget.text.empty())
            builder.leaf(BlockKind::paragraph, StyleClass::widget_text, widget.text);
        if (!widget.entries.empty()) {
            builder.open(BlockKind::list, StyleClass::widget_list);
            for (const content::Reference& entry : widget.entries) {
                builder.open(BlockKind::list_item, StyleClass::widget_entry);
                open_tight(builder);
                add_link(builder, entry.title, entry.url, current_url);
                if (entry.count > 0) builder.text(" (" + std::to_string(entry.count) + ")");
                builder.close();
                builder.close();
            }
            builder.close();
        }
        builder.close();
    }
    builder.close();
}

void add_footer(Builder& builder, const Site& site, std::string_view current_url) {
    builder.open_group(Role::footer, StyleClass::page_footer);
    builder.open_group(Role::nav, StyleClass::footer_menu, site.strings[Text::footer_menu]);
    if (!site.footer_menu.empty()) {
        builder.open(BlockKind::list, StyleClass::menu_list);
        for (const MenuItem& item : site.footer_menu) {
            builder.open(BlockKind::list_item, StyleClass::footer_entry);
            add_menu_link(builder, item, current_url);
            builder.close();
        }
        builder.close();
    }
    builder.close();
    if (!site.footer_note.empty())
        builder.leaf(BlockKind::paragraph, StyleClass::footer_note, site.footer_note);
    builder.open(BlockKind::paragraph, StyleClass::footer_keys);
    builder.open_button(document::Command::show_shortcuts);
    builder.text(site.strings[Text::shortcuts]);
    builder.close_span();
    builder.close();
    builder.close();
}

}  // namespace blatt::app
