// The root element of an XML file: its name and attributes, for files of which nothing else is
// wanted, as the size of an SVG. What could be read before an error counts.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace blatt::import {

struct XmlRoot {
    std::string name;  // with its prefix
    std::map<std::string, std::string, std::less<>> attributes;

    // Empty where there is no such attribute.
    std::string_view attribute(std::string_view name_) const {
        const auto found = attributes.find(name_);
        return found == attributes.end() ? std::string_view{} : std::string_view(found->second);
    }
};

std::optional<XmlRoot> xml_root(std::string_view bytes);

}  // namespace blatt::import
