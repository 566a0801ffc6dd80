#include "import/wordpress_content.h"

#include <set>

#include "content/id_texts.h"
#include "import/wordpress_body.h"

namespace blatt::import {

namespace {

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

void add_terms(std::string& out, const WxrItem& item, std::string_view domain,
               std::string_view key) {
    std::string list;
    for (const WxrTerm& term : item.terms) {
        if (term.domain == domain && !term.name.empty()) list += "\n  - " + quoted(term.name);
    }
    if (!list.empty()) out += std::string(key) + ":" + list + "\n";
}

// A name that every file system takes.
std::string file_name(const WxrItem& item, std::set<std::string>& taken) {
    std::string name;
    for (const char c : item.slug) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (plain) name += c;
    }
    if (name.empty()) name = "post-" + item.id;
    if (!taken.insert(name).second) {
        name += "-" + item.id;
        for (int n = 2; !taken.insert(name).second; ++n) name += "-" + std::to_string(n);
    }
    return name;
}

// The path of the old address, where it is one.
std::string own_path(const WxrItem& item, const Wxr& wxr) {
    if (wxr.link.empty() || !item.link.starts_with(wxr.link)) return {};
    std::string path = item.link.substr(wxr.link.size());
    // A path with two slashes would be that of another host.
    for (std::size_t at = 0; (at = path.find("//", at)) != std::string::npos;) path.erase(at, 1);
    if (!path.starts_with('/') || path.size() < 2 ||
        path.find_first_of("?#\"\n ") != std::string::npos)
        return {};
    return path;
}

std::string front_matter(const WxrItem& item, const Wxr& wxr) {
    std::string out = "---\ntitle: " + quoted(item.title.empty() ? item.slug : item.title) + "\n";
    if (item.date.size() >= 10 && !item.date.starts_with("0000")) {
        std::string date = item.date;
        if (date.size() > 10) date[10] = 'T';
        out += "date: " + date + "\n";
    }
    if (const std::string path = own_path(item, wxr); !path.empty())
        out += "url: " + quoted(path) + "\n";
    if (item.status != "publish" && item.status != "future") out += "draft: true\n";
    if (!item.author.empty()) out += "author: " + quoted(item.author) + "\n";
    add_terms(out, item, "category", "categories");
    add_terms(out, item, "post_tag", "tags");
    if (!item.excerpt.empty()) out += "excerpt: " + quoted(item.excerpt) + "\n";
    return out + "---\n";
}

}  // namespace

WordpressMedia::WordpressMedia(const Wxr& wxr) {
    for (const WxrItem& item : wxr.items) {
        if (item.type != "attachment") continue;
        WordpressFile file;
        file.url = item.attachment_url;
        file.caption = item.excerpt;
        file.alternative = item.meta_value("_wp_attachment_image_alt");
        files_[item.id] = file;
        if (!item.parent.empty() && item.parent != "0") children_[item.parent].push_back(item.id);
    }
}

WordpressOptions WordpressMedia::options_for(const WxrItem& item) const {
    WordpressOptions options;
    options.file = [this](std::string_view id) -> const WordpressFile* {
        const auto found = files_.find(id);
        return found == files_.end() ? nullptr : &found->second;
    };
    if (const auto found = children_.find(item.id); found != children_.end())
        options.attached = found->second;
    // The editor's own form: [{"id": …, "content": HTML}].
    for (content::IdAndText& note : content::read_id_texts(item.meta_value("footnotes"))) {
        if (note.id.find_first_of("\"<>& ") == std::string::npos)
            options.notes.push_back({std::move(note.id), std::move(note.text)});
    }
    return options;
}

WordpressContent wordpress_content(const Wxr& wxr) {
    WordpressContent content;
    const WordpressMedia media(wxr);
    std::set<std::string> taken;
    for (const WxrItem& item : wxr.items) {
        const bool page = item.type == "page";
        if (!page && item.type != "post") continue;
        if (!item.password.empty() || item.status == "private" || item.status == "trash" ||
            item.status == "auto-draft") {
            // A site of files cannot keep anything from anyone.
            content.notes.push_back({item.title,
                                     {{item.password.empty() ? item.status + " post not imported"
                                                             : "post with a password not imported",
                                       1}}});
            continue;
        }
        const std::string path =
            std::string(page ? "content/" : "content/posts/") + file_name(item, taken) + ".html";
        WordpressHtml body = wordpress_html(item.content, media.options_for(item));
        content.files.push_back({path, front_matter(item, wxr) + body.html});
        if (!body.changes.empty()) content.notes.push_back({path, std::move(body.changes)});
        ++(page ? content.pages : content.posts);
    }
    std::string config = "title: " + quoted(wxr.title.empty() ? "Blog" : wxr.title) + "\n";
    if (!wxr.link.empty()) config += "baseURL: " + quoted(wxr.link + "/") + "\n";
    if (!wxr.language.empty()) config += "languageCode: " + quoted(wxr.language) + "\n";
    if (!wxr.description.empty())
        config += "params:\n  description: " + quoted(wxr.description) + "\n";
    content.files.push_back({"config.yaml", std::move(config)});
    return content;
}

}  // namespace blatt::import
