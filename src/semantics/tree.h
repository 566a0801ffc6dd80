// Tree: the elements that stand for a document: real tags in reading order. The static page is this
// tree written as HTML; the live page is the same tree placed over the painted text.
// Always holds: nodes are in pre-order, a subtree is [id, end); a node is an element or a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "document/document.h"
#include "layout/layout.h"

namespace blatt::semantics {

using NodeIndex = std::uint32_t;

struct Attribute {
    std::string name;
    std::string value;
    bool operator==(const Attribute&) const = default;
};

struct Node {
    std::string_view tag;  // static storage; empty: a text node
    std::string text;      // text nodes
    std::string formula;   // of a `math` element: all of it, as document::math_records
    std::vector<Attribute> attributes;
    NodeIndex end = 0;
    document::BlockId block = document::no_id;       // the block it stands for
    document::InlineId inline_id = document::no_id;  // or the inline
    bool placed = false;   // has a rect of its own; otherwise it flows in its parent
    base::Rect rect;       // relative to the nearest placed ancestor, CSS px
    bool scrolls = false;  // scrolls sideways inside its rect
};

struct Tree {
    std::vector<Node> nodes;
};

// With a layout: placed blocks, and <wbr> where the layout breaks lines. Without: for the static
// page.
Tree build(const document::Document& document, const layout::Layout* layout = nullptr);

// HTML of the tree's children, block elements on lines of their own.
std::string write_html(const Tree& tree);

std::string dump(const Tree& tree);

}  // namespace blatt::semantics
