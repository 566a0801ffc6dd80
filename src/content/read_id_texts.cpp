#include <nlohmann/json.hpp>

#include "content/id_texts.h"

namespace blatt::content {

std::vector<IdAndText> read_id_texts(std::string_view json) {
    std::vector<IdAndText> out;
    const auto list = nlohmann::json::parse(json, nullptr, false);
    if (!list.is_array()) return out;
    for (const auto& entry : list) {
        if (!entry.is_object()) continue;
        const auto id = entry.find("id");
        const auto text = entry.find("content");
        if (id == entry.end() || text == entry.end() || !id->is_string() || !text->is_string())
            continue;
        out.push_back({*id->get_ptr<const std::string*>(), *text->get_ptr<const std::string*>()});
    }
    return out;
}

}  // namespace blatt::content
