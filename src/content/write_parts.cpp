#include "content/json_parts.h"

namespace blatt::content {

Json write_reference(const Reference& reference) {
    Json out = Json::object();
    put(out, "title", reference.title);
    put(out, "url", reference.url);
    put(out, "count", reference.count);
    return out;
}

Json write_image(const Image& image) {
    Json out = Json::object();
    if (image == Image{}) return out;
    out["url"] = image.url;
    put(out, "alt", image.alternative);
    put(out, "caption", image.caption);
    put_length(out, "width", image.width);
    put_length(out, "height", image.height);
    put(out, "sources", image.sources);
    if (image.missing) out["missing"] = true;
    return out;
}

std::string write_file(const Json& object) {
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace blatt::content
