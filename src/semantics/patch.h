// Patch: the difference between two trees as bytes that semantics.js applies to the DOM. Elements
// have ids (1 is the root) that stay while an element stands for the same thing, so focus and
// selection survive an update.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "semantics/tree.h"

namespace blatt::semantics {

// A patch is empty or: u32 size, that many bytes of UTF-8, the texts of all records one after
// another; then the records. u8 is the operation; u32, f32 are little endian; str is a u32, how
// many UTF-16 code units of the texts come next: one decoder call serves a whole page.
//   1 create_element   u32 id, str tag
//   2 create_text      u32 id, str text
//   3 set_text         u32 id, str text
//   4 set_attribute    u32 id, str name, str value
//   5 remove_attribute u32 id, str name
//   6 place            u32 id, f32 x, f32 y, f32 width, f32 height   relative to the parent
//   7 insert           u32 parent, u32 id, u32 before (0: at the end)
//   8 remove           u32 id        with its subtree

using ElementId = std::uint32_t;

// A tree together with the ids of the elements that show it.
struct MountedTree {
    Tree tree;
    std::vector<ElementId> ids;  // by NodeIndex
    ElementId next_id = 1;       // of an empty one: the root's
};

// Makes `mounted` show `next` and returns the bytes that do the same to the DOM. The first call, on
// an empty MountedTree, creates everything but its root element, which exists already and gets the
// first id.
std::string update(MountedTree& mounted, Tree next);

// The node that an element shows, or nullptr.
const Node* find(const MountedTree& mounted, ElementId id);

std::string dump_patch(const std::string& patch);

}  // namespace blatt::semantics
