// Lists of texts with ids, as other programs keep them in fields of their own: WordPress's
// footnotes,
// [{"id": …, "content": …}]. What has another shape is left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace blatt::content {

struct IdAndText {
    std::string id;
    std::string text;
};

std::vector<IdAndText> read_id_texts(std::string_view json);

}  // namespace blatt::content
