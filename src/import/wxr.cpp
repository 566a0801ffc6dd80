#include "import/wxr.h"

#include <pugixml.hpp>

#include "base/utf8.h"

namespace blatt::import {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white_space = " \t\r\n";
    const auto first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

// All text of an element: exporters write plain text, CDATA, or several CDATA sections where the
// text itself holds "]]>".
std::string raw_text(const pugi::xml_node& element) {
    std::string out;
    for (const pugi::xml_node& child : element.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            out += child.value();
    }
    return out;
}

std::string text_of(const pugi::xml_node& parent, const char* name) {
    return std::string(trimmed(raw_text(parent.child(name))));
}

std::string without_slash(std::string url) {
    while (url.ends_with('/')) url.pop_back();
    return url;
}

WxrItem read_item(const pugi::xml_node& node) {
    WxrItem item;
    item.type = text_of(node, "wp:post_type");
    item.status = text_of(node, "wp:status");
    item.id = text_of(node, "wp:post_id");
    item.parent = text_of(node, "wp:post_parent");
    item.title = text_of(node, "title");
    item.link = text_of(node, "link");
    item.slug = text_of(node, "wp:post_name");
    item.author = text_of(node, "dc:creator");
    item.date = text_of(node, "wp:post_date");
    item.modified = text_of(node, "wp:post_modified");
    item.content = raw_text(node.child("content:encoded"));
    item.excerpt = raw_text(node.child("excerpt:encoded"));
    item.password = text_of(node, "wp:post_password");
    item.attachment_url = text_of(node, "wp:attachment_url");
    item.sticky = text_of(node, "wp:is_sticky") == "1";
    for (const pugi::xml_node& term : node.children("category")) {
        item.terms.push_back({term.attribute("domain").value(), term.attribute("nicename").value(),
                              std::string(trimmed(raw_text(term)))});
    }
    for (const pugi::xml_node& meta : node.children("wp:postmeta")) {
        item.meta.push_back({text_of(meta, "wp:meta_key"), raw_text(meta.child("wp:meta_value"))});
    }
    return item;
}

}  // namespace

std::string_view WxrItem::meta_value(std::string_view key) const {
    for (const WxrMeta& entry : meta) {
        if (entry.key == key) return entry.value;
    }
    return {};
}

base::Result<Wxr> read_wxr(std::string_view xml) {
    const std::string valid = base::utf8::to_valid(xml);
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(valid.data(), valid.size(), pugi::parse_default, pugi::encoding_utf8);
    const pugi::xml_node channel = document.child("rss").child("channel");
    if (!channel) {
        return base::fail(
            base::ErrorCode::unreadable, "rss",
            parsed ? "there is no channel: this is no export of WordPress" : parsed.description());
    }
    Wxr wxr;
    if (!parsed) {
        const auto before =
            std::string_view(valid).substr(0, static_cast<std::size_t>(parsed.offset));
        std::size_t line = 1;
        for (const char c : before) line += c == '\n' ? 1 : 0;
        wxr.broken = "line " + std::to_string(line) + ": " + parsed.description();
    }
    wxr.title = text_of(channel, "title");
    wxr.description = text_of(channel, "description");
    wxr.language = text_of(channel, "language");
    wxr.link = without_slash(text_of(channel, "wp:base_blog_url"));
    if (wxr.link.empty()) wxr.link = without_slash(text_of(channel, "link"));
    for (const pugi::xml_node& item : channel.children("item"))
        wxr.items.push_back(read_item(item));
    return wxr;
}

}  // namespace blatt::import
