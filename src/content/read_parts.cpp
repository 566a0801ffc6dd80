#include "content/json_parts.h"
#include "document/sources.h"

namespace blatt::content {

namespace {

// Far above any post, far below what a browser tab can hold.
constexpr std::size_t largest_file = 32u << 20;

}  // namespace

base::Result<Json> parse_file(std::string_view bytes) {
    using base::ErrorCode;
    if (bytes.size() > largest_file) {
        return base::fail(ErrorCode::too_large, "", "a file of more than 32 MiB");
    }
    // nlohmann takes a NUL for the end; JSON has it nowhere.
    const bool has_nul = bytes.find('\0') != std::string_view::npos;
    Json value = has_nul ? Json(Json::value_t::discarded) : Json::parse(bytes, nullptr, false);
    if (value.is_discarded()) return base::fail(ErrorCode::invalid_json, "", "this is not JSON");
    Errors errors;
    const Place root;
    const Fields fields(value, root, errors);
    fields.require("version");
    fields.with("version", [&](const Json& field, const Place& place) {
        const auto version = integer_in(field);
        if (!version || *version < 1) {
            errors.wrong(place, "expected a whole number from 1");
        } else if (*version > schema_version) {
            errors.add(ErrorCode::wrong_version, place,
                       "written by a newer version: this build reads up to " +
                           std::to_string(schema_version));
        }
    });
    if (errors.any()) return std::unexpected(*errors.first());
    return value;
}

void read_reference(const Json& value, const Place& place, Errors& errors, Reference& out) {
    const Fields fields(value, place, errors);
    fields.read("title", out.title);
    fields.read("url", out.url);
    fields.read_integer("count", out.count, 0, std::numeric_limits<std::int32_t>::max());
}

void read_image(const Json& value, const Place& place, Errors& errors, Image& out) {
    const Fields fields(value, place, errors);
    fields.require("url");
    fields.read("url", out.url);
    fields.read("alt", out.alternative);
    fields.read("caption", out.caption);
    fields.read_length("width", out.width);
    fields.read_length("height", out.height);
    fields.read("missing", out.missing);
    fields.read("sources", out.sources);
    out.sources = document::write_sources(document::read_sources(out.sources));
}

void read_texts(const Json& value, const Place& place, Errors& errors, Strings& out) {
    const Fields fields(value, place, errors);
    for (std::size_t i = 0; i < out.texts.size(); ++i) {
        // The names come from literals, so they end with a NUL.
        fields.read(key_name(static_cast<Text>(i)).data(), out.texts[i]);
    }
}

}  // namespace blatt::content
