#include "site/page_html.h"

#include <array>

#include "app/routes.h"
#include "app/screens.h"
#include "base/html_escape.h"
#include "semantics/tree.h"
#include "site/slug.h"
#include "site/text.h"

namespace blatt::site {

using base::ErrorCode;
using base::html_escaped;
using base::Result;
using content::Page;
using content::PageKind;

namespace {

constexpr std::array<std::string_view, 11> names = {"language", "title",  "meta",     "description",
                                                    "style",    "icon",   "preloads", "base",
                                                    "body",     "script", "url"};

struct Values {
    std::array<std::string_view, names.size()> texts;
    std::string_view& operator[](std::string_view name) {
        for (std::size_t i = 0; i < names.size(); ++i)
            if (names[i] == name) return texts[i];
        return texts[0];
    }
};

bool is_name(std::string_view name) {
    for (const std::string_view known : names)
        if (known == name) return true;
    return false;
}

std::string fill(std::string_view text, Values& values) {
    std::string out;
    std::size_t size = text.size();
    for (const std::string_view value : values.texts) size += value.size();
    out.reserve(size);
    while (true) {
        const std::size_t open = text.find("{{");
        const std::size_t close = open == std::string_view::npos ? open : text.find("}}", open);
        if (close == std::string_view::npos) break;
        out += text.substr(0, open);
        out += values[text.substr(open + 2, close - open - 2)];
        text.remove_prefix(close + 2);
    }
    return out.append(text);
}

std::string element(
    std::string_view tag,
    std::initializer_list<std::pair<std::string_view, std::string_view>> attributes) {
    std::string out = cat("<", tag);
    for (const auto& [name, value] : attributes) {
        out += cat(" ", name);
        if (!value.empty()) out += cat("=\"", html_escaped(value), "\"");
    }
    return out + ">\n";
}

std::string meta_of(const content::Site& site, const Page& page, std::string_view title) {
    std::string out;
    const bool found = page.kind != PageKind::not_found;
    if (!found) out += element("meta", {{"name", "robots"}, {"content", "noindex"}});
    if (!site.origin.empty() && found)
        out += element("link", {{"rel", "canonical"}, {"href", site.origin + page.url}});
    if (page.kind == PageKind::list) {
        if (page.page_number > 1)
            out += element("link",
                           {{"rel", "prev"},
                            {"href", app::list_page_url(page.list_url, page.page_number - 1)}});
        if (page.page_number < page.page_count)
            out += element("link",
                           {{"rel", "next"},
                            {"href", app::list_page_url(page.list_url, page.page_number + 1)}});
    }
    if (!page.previous.url.empty())
        out += element("link", {{"rel", "prev"}, {"href", page.previous.url}});
    if (!page.next.url.empty()) out += element("link", {{"rel", "next"}, {"href", page.next.url}});
    if (!found) return out;
    out += element(
        "meta", {{"property", "og:title"}, {"content", page.title.empty() ? title : page.title}});
    out += element("meta", {{"property", "og:site_name"}, {"content", site.title}});
    out += element("meta", {{"property", "og:type"},
                            {"content", page.kind == PageKind::post ? "article" : "website"}});
    if (!site.origin.empty()) {
        out += element("meta", {{"property", "og:url"}, {"content", site.origin + page.url}});
        if (!page.image.url.empty() && !page.image.missing && page.image.url.starts_with('/'))
            out += element("meta",
                           {{"property", "og:image"}, {"content", site.origin + page.image.url}});
    }
    if (page.kind == PageKind::post && !page.date.empty())
        out += element("meta", {{"property", "article:published_time"}, {"content", page.date}});
    return out;
}

}  // namespace

Result<Shell> make_shell(std::string text, std::string_view path, const content::Site& site,
                         const FrontEnd& front) {
    for (std::size_t at = 0; (at = text.find("{{", at)) != std::string::npos; at += 2) {
        const std::size_t close = text.find("}}", at);
        const std::string_view name =
            std::string_view(text).substr(at + 2, close == std::string::npos ? 0 : close - at - 2);
        if (!is_name(name))
            return base::fail(ErrorCode::invalid_value,
                              cat(path, ":", 1 + count_lines(std::string_view(text).substr(0, at))),
                              cat("the template names {{", name, "}}, which does not exist"));
    }
    Shell shell;
    shell.text = std::move(text);
    const std::string folder = cat(site.base, front.folder, "/");
    // Before the style sheet, for which a script would wait; without the front end nobody can
    // choose.
    if (front.has("theme.js"))
        shell.style = cat("<script src=\"", html_escaped(folder), "theme.js\"></script>\n");
    shell.style += element("link", {{"rel", "stylesheet"}, {"href", folder + "blatt.css"}});
    if (front.has("icon.svg"))
        shell.icon = element(
            "link", {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", folder + "icon.svg"}});
    if (!front.has("blatt.js")) return shell;
    for (const FrontEndFile& file : front.files)
        if (file.name.ends_with(".js") && file.name != "sw.js" && file.name != "theme.js")
            shell.preloads +=
                element("link", {{"rel", "modulepreload"}, {"href", folder + file.name}});
    shell.preloads += element("link", {{"rel", "preload"},
                                       {"as", "fetch"},
                                       {"crossorigin", ""},
                                       {"fetchpriority", "low"},
                                       {"href", folder + "blatt.wasm"}});
    shell.script =
        cat("<script type=\"module\" src=\"", html_escaped(folder), "blatt-blog.js\"></script>\n");
    return shell;
}

std::string page_html(const Shell& shell, const content::Site& site, const Page& page) {
    const std::string body = semantics::write_html(semantics::build(app::screen(site, page)));
    const std::string window_title = app::window_title(site, page);
    const std::string title = html_escaped(window_title);
    const std::string language =
        html_escaped(page.language.empty() ? site.language : page.language);
    const std::string meta = meta_of(site, page, window_title);
    const std::string words =
        shortened(page.description.empty() ? site.description : page.description, 300);
    const std::string description =
        words.empty() ? std::string()
                      : element("meta", {{"name", "description"}, {"content", words}});
    const std::string base = html_escaped(site.base);
    const std::string url = html_escaped(site.origin + page.url);
    Values values;
    values["language"] = language;
    values["title"] = title;
    values["meta"] = meta;
    values["description"] = description;
    values["style"] = shell.style;
    values["icon"] = shell.icon;
    values["preloads"] = shell.preloads;
    values["base"] = base;
    values["body"] = body;
    values["script"] = shell.script;
    values["url"] = url;
    return fill(shell.text, values);
}

std::string redirect_html(const content::Site& site, std::string_view to) {
    const std::string url = html_escaped(to);
    const std::string full = html_escaped(cat(site.origin, to));
    return cat("<!doctype html>\n<html lang=\"", html_escaped(site.language),
               "\">\n<meta charset=\"utf-8\">\n<title>", html_escaped(site.title),
               "</title>\n<meta name=\"robots\" content=\"noindex\">\n",
               "<link rel=\"canonical\" href=\"", full,
               "\">\n<meta http-equiv=\"refresh\" content=\"0; url=", url, "\">\n<p><a href=\"",
               url, "\">", full, "</a></p>\n");
}

}  // namespace blatt::site
