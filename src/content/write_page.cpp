#include "content/json.h"
#include "content/json_body.h"
#include "content/json_parts.h"
#include "content/page_kinds.h"

namespace blatt::content {

namespace {

std::string kind_name(PageKind kind) {
    for (const PageKindName& entry : page_kind_names) {
        if (entry.kind == kind) return std::string(entry.name);
    }
    return {};
}

Json write_teaser(const Teaser& teaser) {
    Json out = Json::object();
    out["url"] = teaser.url;
    put(out, "title", teaser.title);
    put(out, "date", teaser.date);
    put(out, "language", teaser.language);
    put(out, "excerpt", teaser.excerpt);
    put(out, "authors", write_list(teaser.authors, [](const std::string& name) { return name; }));
    put(out, "categories", write_list(teaser.categories, write_reference));
    put(out, "image", write_image(teaser.image));
    put(out, "reading_minutes", teaser.reading_minutes);
    return out;
}

Json write_body(const Body& body) {
    Json out = Json::object();
    if (!body.html.empty()) {
        out["html"] = body.html;
    } else if (!body.markdown.empty()) {
        out["markdown"] = body.markdown;
    } else if (!body.blocks.blocks.empty()) {
        out["blocks"] = write_blocks(body.blocks);
    }
    put(out, "images", write_list(body.images, write_image));
    return out;
}

}  // namespace

std::string write_page(const Page& page) {
    Json out = Json::object();
    out["version"] = schema_version;
    out["kind"] = kind_name(page.kind);
    put(out, "url", page.url);
    put(out, "title", page.title);
    put(out, "language", page.language);
    put(out, "description", page.description);
    put(out, "date", page.date);
    put(out, "modified", page.modified);
    put(out, "authors", write_list(page.authors, write_reference));
    put(out, "categories", write_list(page.categories, write_reference));
    put(out, "tags", write_list(page.tags, write_reference));
    put(out, "excerpt", page.excerpt);
    put(out, "image", write_image(page.image));
    put(out, "reading_minutes", page.reading_minutes);
    put(out, "hyphens", page.hyphens);
    put(out, "body", write_body(page.body));
    put(out, "previous", write_reference(page.previous));
    put(out, "next", write_reference(page.next));
    put(out, "page_number", page.page_number, 1);
    put(out, "page_count", page.page_count, 1);
    put(out, "list_url", page.list_url);
    put(out, "teasers", write_list(page.teasers, write_teaser));
    return write_file(out);
}

}  // namespace blatt::content
