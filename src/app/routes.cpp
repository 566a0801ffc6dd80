#include "app/routes.h"

namespace blatt::app {

std::string data_url(std::string_view path) {
    constexpr std::string_view index = "index.html";
    if (path.ends_with(index)) path.remove_suffix(index.size());
    std::string out(path);
    if (!out.ends_with('/')) out += '/';
    return out + "index.json";
}

std::string list_page_url(std::string_view list_url, int page_number) {
    std::string out(list_url);
    if (page_number > 1) out += "page/" + std::to_string(page_number) + "/";
    return out;
}

}  // namespace blatt::app
