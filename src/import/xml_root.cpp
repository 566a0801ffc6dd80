#include "import/xml_root.h"

#include <pugixml.hpp>

namespace blatt::import {

std::optional<XmlRoot> xml_root(std::string_view bytes) {
    pugi::xml_document document;
    document.load_buffer(bytes.data(), bytes.size(), pugi::parse_minimal);
    std::optional<XmlRoot> root;
    for (const pugi::xml_node node : document.children()) {
        if (node.type() != pugi::node_element) continue;
        root = XmlRoot{node.name(), {}};
        for (const pugi::xml_attribute attribute : node.attributes())
            root->attributes[attribute.name()] = attribute.value();
    }
    return root;
}

}  // namespace blatt::import
