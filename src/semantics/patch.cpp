#include "semantics/patch.h"

#include <algorithm>
#include <bit>
#include <cstdio>

#include "base/check.h"
#include "document/math.h"

namespace blatt::semantics {

namespace {

enum class Operation : std::uint8_t {
    create_element = 1,
    create_text,
    set_text,
    set_attribute,
    remove_attribute,
    place,
    insert,
    remove,
    create_formula,
};

// UTF-16 code units that begin with this byte of UTF-8.
unsigned units_of(char c) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) return 0;
    return byte >= 0xF0 ? 2 : 1;
}

class Writer {
  public:
    std::string finish() const {
        if (records_.empty()) return {};
        std::string out;
        out.reserve(sizeof(std::uint32_t) + texts_.size() + records_.size());
        append(out, static_cast<std::uint32_t>(texts_.size()));
        out += texts_;
        out += records_;
        return out;
    }

    void begin(Operation operation, ElementId id) {
        records_ += static_cast<char>(operation);
        u32(id);
    }
    void u32(std::uint32_t value) { append(records_, value); }
    void f32(float value) { u32(std::bit_cast<std::uint32_t>(value)); }
    void str(std::string_view text) {
        std::uint32_t units = 0;
        for (const char c : text) units += units_of(c);
        u32(units);
        texts_ += text;
    }
    // Bytes that are no text stand among the records.
    void bytes(std::string_view value) {
        u32(static_cast<std::uint32_t>(value.size()));
        records_ += value;
    }

  private:
    static void append(std::string& to, std::uint32_t value) {
        for (unsigned shift = 0; shift < 32; shift += 8)
            to += static_cast<char>((value >> shift) & 0xFF);
    }

    std::string records_, texts_;
};

std::string_view value_of(const Node& node, std::string_view name) {
    for (const Attribute& a : node.attributes) {
        if (a.name == name) return a.value;
    }
    return {};
}

// Whether an element that shows `old` may go on to show `next`.
bool same_thing(const Node& old, const Node& next) {
    return old.tag == next.tag && old.placed == next.placed && old.formula == next.formula &&
           value_of(old, "class") == value_of(next, "class") &&
           value_of(old, "id") == value_of(next, "id") &&
           value_of(old, "href") == value_of(next, "href") &&
           value_of(old, "src") == value_of(next, "src");
}

class Differ {
  public:
    Differ(MountedTree& mounted, const Tree& next)
        : old_(mounted.tree), old_ids_(mounted.ids), next_(next), next_id_(mounted.next_id) {
        ids_.resize(next.nodes.size());
    }

    void run() {
        if (old_.nodes.empty()) {
            ids_[0] = next_id_++;
            place(0);
            create_children(0);
        } else {
            update_node(0, 0);
        }
    }

    Writer out;
    std::vector<ElementId> take_ids() { return std::move(ids_); }
    ElementId next_id() const { return next_id_; }

  private:
    std::vector<NodeIndex> children(const Tree& tree, NodeIndex node) const {
        std::vector<NodeIndex> result;
        for (NodeIndex c = node + 1; c < tree.nodes[node].end; c = tree.nodes[c].end)
            result.push_back(c);
        return result;
    }

    void place(NodeIndex index) {
        const Node& node = next_.nodes[index];
        if (!node.placed) return;
        out.begin(Operation::place, ids_[index]);
        out.f32(node.rect.x);
        out.f32(node.rect.y);
        out.f32(node.rect.width);
        out.f32(node.rect.height);
    }

    void create(NodeIndex index) {
        const Node& node = next_.nodes[index];
        ids_[index] = next_id_++;
        if (node.tag.empty()) {
            out.begin(Operation::create_text, ids_[index]);
            out.str(node.text);
            return;
        }
        const bool formula = !node.formula.empty();
        out.begin(formula ? Operation::create_formula : Operation::create_element, ids_[index]);
        formula ? out.bytes(node.formula) : out.str(node.tag);
        for (const Attribute& a : node.attributes) set_attribute(index, a);
        place(index);
        create_children(index);
    }

    void create_children(NodeIndex index) {
        for (const NodeIndex child : children(next_, index)) {
            create(child);
            insert(index, child, 0);
        }
    }

    void insert(NodeIndex parent, NodeIndex child, ElementId before) {
        out.begin(Operation::insert, ids_[parent]);
        out.u32(ids_[child]);
        out.u32(before);
    }

    void set_attribute(NodeIndex index, const Attribute& a) {
        out.begin(Operation::set_attribute, ids_[index]);
        out.str(a.name);
        out.str(a.value);
    }

    void update_node(NodeIndex old_index, NodeIndex index) {
        const Node& old = old_.nodes[old_index];
        const Node& node = next_.nodes[index];
        ids_[index] = old_ids_[old_index];
        if (node.tag.empty()) {
            if (old.text != node.text) {
                out.begin(Operation::set_text, ids_[index]);
                out.str(node.text);
            }
            return;
        }
        for (const Attribute& a : old.attributes) {
            bool kept = false;
            for (const Attribute& b : node.attributes) kept = kept || b.name == a.name;
            if (kept) continue;
            out.begin(Operation::remove_attribute, ids_[index]);
            out.str(a.name);
        }
        for (const Attribute& b : node.attributes) {
            bool same = false;
            for (const Attribute& a : old.attributes) same = same || a == b;
            if (!same) set_attribute(index, b);
        }
        if (old.rect != node.rect) place(index);
        update_children(old_index, index);
    }

    // Children that agree from the front and from the back stay; what is between is replaced.
    void update_children(NodeIndex old_index, NodeIndex index) {
        const std::vector<NodeIndex> before = children(old_, old_index);
        const std::vector<NodeIndex> after = children(next_, index);
        const auto same = [&](std::size_t b, std::size_t a) {
            return same_thing(old_.nodes[before[b]], next_.nodes[after[a]]);
        };
        const std::size_t shorter = std::min(before.size(), after.size());
        std::size_t front = 0;
        while (front < shorter && same(front, front)) ++front;
        std::size_t back = 0;
        while (back < shorter - front && same(before.size() - 1 - back, after.size() - 1 - back))
            ++back;

        for (std::size_t i = front; i < before.size() - back; ++i)
            out.begin(Operation::remove, old_ids_[before[i]]);
        for (std::size_t i = 0; i < front; ++i) update_node(before[i], after[i]);
        for (std::size_t i = 0; i < back; ++i) {
            update_node(before[before.size() - back + i], after[after.size() - back + i]);
        }
        const ElementId anchor = back == 0 ? 0 : ids_[after[after.size() - back]];
        for (std::size_t i = front; i < after.size() - back; ++i) {
            create(after[i]);
            insert(index, after[i], anchor);
        }
    }

    const Tree& old_;
    const std::vector<ElementId>& old_ids_;
    const Tree& next_;
    ElementId next_id_;
    std::vector<ElementId> ids_;
};

class Reader {
  public:
    explicit Reader(const std::string& bytes) : bytes_(bytes) {
        if (bytes.empty()) return;
        const std::uint32_t size = u32();
        text_at_ = at_;
        at_ += size;
        CHECK(at_ <= bytes_.size());
    }
    bool done() const { return at_ >= bytes_.size(); }
    std::uint8_t u8() { return static_cast<std::uint8_t>(bytes_[at_++]); }
    std::uint32_t u32() {
        CHECK(at_ + 4 <= bytes_.size());
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 32; shift += 8) value |= std::uint32_t{u8()} << shift;
        return value;
    }
    float f32() { return std::bit_cast<float>(u32()); }
    std::string str() {
        const std::uint32_t units = u32();
        const std::size_t begin = text_at_;
        for (std::uint32_t seen = 0; seen < units;) {
            seen += units_of(bytes_[text_at_++]);
            while (units_of(bytes_[text_at_]) == 0) ++text_at_;
        }
        return bytes_.substr(begin, text_at_ - begin);
    }

    std::string bytes() {
        const std::uint32_t size = u32();
        CHECK(at_ + size <= bytes_.size());
        at_ += size;
        return bytes_.substr(at_ - size, size);
    }

  private:
    const std::string& bytes_;
    std::size_t at_ = 0, text_at_ = 0;
};

}  // namespace

std::string update(MountedTree& mounted, Tree next) {
    Differ differ(mounted, next);
    differ.run();
    mounted.next_id = differ.next_id();
    mounted.ids = differ.take_ids();
    mounted.tree = std::move(next);
    return differ.out.finish();
}

const Node* find(const MountedTree& mounted, ElementId id) {
    for (std::size_t i = 0; i < mounted.ids.size(); ++i) {
        if (mounted.ids[i] == id) return &mounted.tree.nodes[i];
    }
    return nullptr;
}

std::string dump_patch(const std::string& patch) {
    static constexpr const char* names[] = {"?",
                                            "create_element",
                                            "create_text",
                                            "set_text",
                                            "set_attribute",
                                            "remove_attribute",
                                            "place",
                                            "insert",
                                            "remove",
                                            "create_formula"};
    std::string out;
    for (Reader in(patch); !in.done();) {
        const std::uint8_t operation = in.u8();
        CHECK(operation >= 1 && operation <= 9);
        (out += names[operation]) += " " + std::to_string(in.u32());
        switch (static_cast<Operation>(operation)) {
            case Operation::create_element:
            case Operation::create_text:
            case Operation::set_text:
            case Operation::remove_attribute: out += " \"" + in.str() + "\""; break;
            case Operation::set_attribute:
                out += " " + in.str();
                out += "=\"" + in.str() + "\"";
                break;
            case Operation::place:
                for (int i = 0; i < 4; ++i) {
                    char value[24];
                    std::snprintf(value, sizeof value, " %.1f", double{in.f32()});
                    out += value;
                }
                break;
            case Operation::insert:
                out += " " + std::to_string(in.u32());
                out += " before " + std::to_string(in.u32());
                break;
            case Operation::remove: break;
            case Operation::create_formula: out += " " + document::math_markup(in.bytes()); break;
        }
        out += '\n';
    }
    return out;
}

}  // namespace blatt::semantics
