#include <cstdio>

#include "base/html_escape.h"
#include "document/math.h"
#include "semantics/tree.h"

namespace blatt::semantics {

std::string dump(const Tree& tree) {
    std::string out;
    std::vector<NodeIndex> ends;
    for (NodeIndex i = 0; i < tree.nodes.size(); ++i) {
        const Node& node = tree.nodes[i];
        while (!ends.empty() && i >= ends.back()) ends.pop_back();
        out.append(2 * ends.size(), ' ');
        ends.push_back(node.end);
        if (node.tag.empty()) {
            out += '"';
            for (const char c : node.text) c == '\n' ? void(out += "\\n") : void(out += c);
            out += "\"\n";
            continue;
        }
        out += node.formula.empty() ? std::string(node.tag) : document::math_markup(node.formula);
        for (const Attribute& a : node.attributes) {
            (out += ' ') += a.name;
            if (!a.value.empty()) out += "=\"" + a.value + "\"";
        }
        if (node.placed) {
            char rect[80];
            std::snprintf(rect, sizeof rect, " @ %.1f,%.1f %.1fx%.1f", double{node.rect.x},
                          double{node.rect.y}, double{node.rect.width}, double{node.rect.height});
            out += rect;
        }
        if (node.scrolls) out += " scrolls";
        out += '\n';
    }
    return out;
}

}  // namespace blatt::semantics
