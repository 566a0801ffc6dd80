#include <cstdio>

#include "base/html_escape.h"
#include "document/math.h"
#include "semantics/tree.h"

namespace blatt::semantics {

namespace {

bool is_void(std::string_view tag) {
    return tag == "br" || tag == "hr" || tag == "img" || tag == "input" || tag == "wbr";
}

bool is_phrasing(std::string_view tag) {
    for (const std::string_view t :
         {"em", "strong", "del", "code", "a", "mark", "sup", "sub", "kbd", "small", "abbr", "time",
          "span", "br", "img", "input", "wbr", "button", "math"}) {
        if (t == tag) return true;
    }
    return tag.empty();
}

void write(const Tree& tree, NodeIndex index, std::string& out) {
    const Node& node = tree.nodes[index];
    if (node.tag.empty()) {
        base::append_html_escaped(out, node.text);
        return;
    }
    if (!node.formula.empty()) {
        out += document::math_markup(node.formula);
        return;
    }
    const bool on_own_line = !is_phrasing(node.tag);
    if (on_own_line && !out.empty() && out.back() != '\n') out += '\n';
    (out += '<') += node.tag;
    for (const Attribute& a : node.attributes) {
        (out += ' ') += a.name;
        out += "=\"";
        base::append_html_escaped(out, a.value);
        out += '"';
    }
    out += '>';
    if (!is_void(node.tag)) {
        for (NodeIndex c = index + 1; c < node.end; c = tree.nodes[c].end) write(tree, c, out);
        out += "</";
        out += node.tag;
        out += '>';
    }
    if (on_own_line) out += '\n';
}

}  // namespace

std::string write_html(const Tree& tree) {
    std::string out;
    if (tree.nodes.empty()) return out;
    for (NodeIndex c = 1; c < tree.nodes[0].end; c = tree.nodes[c].end) write(tree, c, out);
    return out;
}

}  // namespace blatt::semantics
