#include "content/json.h"
#include "content/json_parts.h"

namespace blatt::content {

base::Result<Strings> read_strings(std::string_view json) {
    const base::Result<Json> file = parse_file(json);
    if (!file) return std::unexpected(file.error());
    Errors errors;
    Strings strings;
    const Place root;
    const Fields fields(*file, root, errors);
    fields.require("strings");
    fields.with("strings", [&](const Json& value, const Place& place) {
        read_texts(value, place, errors, strings);
    });
    if (errors.any()) return std::unexpected(*errors.first());
    return strings;
}

}  // namespace blatt::content
