#include "document/style_class.h"

#include <array>
#include <cstddef>

namespace blatt::document {

namespace {

constexpr auto names = std::to_array<std::string_view>({
    "",
    "screen",
    "masthead",
    "site-title",
    "site-tagline",
    "site-menu",
    "menu-list",
    "menu-entry",
    "submenu-toggle",
    "submenu",
    "columns",
    "content",
    "list-header",
    "list-title",
    "list-note",
    "teasers",
    "teaser",
    "teaser-plain",
    "teaser-lead",
    "teaser-body",
    "teaser-image",
    "teaser-title",
    "teaser-meta",
    "teaser-text",
    "pager",
    "pager-link",
    "article",
    "article-header",
    "article-image",
    "article-kicker",
    "article-title",
    "article-meta",
    "article-lead",
    "prose",
    "article-footer",
    "tag-row",
    "tag",
    "post-nav",
    "post-nav-link",
    "archive-year",
    "archive-list",
    "archive-entry",
    "sidebar",
    "widget",
    "widget-title",
    "widget-list",
    "widget-entry",
    "widget-text",
    "page-footer",
    "footer-menu",
    "footer-entry",
    "footer-note",
    "notice",
    "notice-title",
    "notice-text",
    "notice-detail",
    "code",
    "code-actions",
    "dialog",
    "dialog-title",
    "dialog-actions",
    "facade",
});

static_assert(names.size() == static_cast<std::size_t>(StyleClass::count));

}  // namespace

std::string_view class_name(StyleClass style) { return names[static_cast<std::size_t>(style)]; }

}  // namespace blatt::document
