// WXR: WordPress's export as plain values, item by item, in the order of the file. The only place
// that knows pugixml and the export's element names. What the file does not say is empty; a file
// that breaks off is read up to there, and `broken` says where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace blatt::import {

struct WxrTerm {
    std::string domain;  // "category", "post_tag", "post_format"
    std::string slug;
    std::string name;
};

struct WxrMeta {
    std::string key;
    std::string value;
};

// A post, a page, an attachment, an entry of a menu: whatever WordPress keeps as a post.
struct WxrItem {
    std::string type;    // "post", "page", "attachment", "nav_menu_item"
    std::string status;  // "publish", "draft", "future", "private"
    std::string id;
    std::string parent;  // id
    std::string title;   // HTML
    std::string link;
    std::string slug;
    std::string author;  // login
    std::string date;    // "2012-01-08 10:00:20", the blog's own time; empty for none
    std::string modified;
    std::string content;  // as the editor stored it
    std::string excerpt;
    std::string password;
    std::string attachment_url;
    bool sticky = false;
    std::vector<WxrTerm> terms;
    std::vector<WxrMeta> meta;

    // The first value of a key, or empty.
    std::string_view meta_value(std::string_view key) const;
};

struct Wxr {
    std::string title;
    std::string description;
    std::string language;
    std::string link;  // the blog's address, without a slash at the end
    std::vector<WxrItem> items;
    std::string broken;  // where and why the XML ends too early; empty where it does not
};

// Fails where there is no channel at all.
base::Result<Wxr> read_wxr(std::string_view xml);

}  // namespace blatt::import
