#include <cstdio>
#include <string_view>

#include "layout/layout.h"

namespace blatt::layout {

namespace {

using document::BlockKind;

std::string_view name(BlockKind kind) {
    switch (kind) {
        case BlockKind::root: return "root";
        case BlockKind::group: return "group";
        case BlockKind::list: return "list";
        case BlockKind::list_item: return "list_item";
        case BlockKind::quote: return "quote";
        case BlockKind::table: return "table";
        case BlockKind::table_row: return "table_row";
        case BlockKind::table_cell: return "table_cell";
        case BlockKind::footnotes: return "footnotes";
        case BlockKind::footnote: return "footnote";
        case BlockKind::figure: return "figure";
        case BlockKind::details: return "details";
        case BlockKind::definition_list: return "definition_list";
        case BlockKind::definition: return "definition";
        case BlockKind::paragraph: return "paragraph";
        case BlockKind::heading: return "heading";
        case BlockKind::code_block: return "code_block";
        case BlockKind::rule: return "rule";
        case BlockKind::caption: return "caption";
        case BlockKind::summary: return "summary";
        case BlockKind::term: return "term";
    }
    return "?";
}

std::string rect(const base::Rect& r) {
    char out[80];
    std::snprintf(out, sizeof out, "%.1f,%.1f %.1fx%.1f", double{r.x}, double{r.y}, double{r.width},
                  double{r.height});
    return out;
}

}  // namespace

std::string dump(const Layout& layout, const document::Document& document,
                 const text::RunTable& runs) {
    std::string out;
    unsigned depth = 0;
    std::vector<document::BlockId> ends;
    for (document::BlockId b = 0; b < document.blocks.size(); ++b) {
        while (!ends.empty() && b >= ends.back()) ends.pop_back();
        depth = static_cast<unsigned>(ends.size());
        ends.push_back(document.blocks[b].end);
        const Box& box = layout.boxes[b];
        if (!box.visible) continue;
        out.append(2 * depth, ' ');
        out += name(document.blocks[b].kind);
        if (const auto style = document::class_name(document.blocks[b].style); !style.empty()) {
            (out += '.') += style;
        }
        (out += ' ') += rect(box.border);
        if (box.scroll_width > 0)
            out += " scrolls " + std::to_string(static_cast<int>(box.scroll_width));
        out += '\n';
        if (!document::is_leaf(document.blocks[b].kind)) continue;
        for (std::uint32_t i = box.lines_begin; i < box.lines_end; ++i) {
            const LineBox& line = layout.lines[i];
            out.append(2 * depth + 2, ' ');
            out += "| " + rect(line.rect) + " \"";
            bool first = true;
            for (const Fragment& fragment : fragments(layout, line)) {
                if (!first) out += '|';
                first = false;
                out += runs.run(fragment.run).text;
            }
            const bool hyphen = ends_with_hyphen(layout, line);
            if (hyphen) out.pop_back();
            out += hyphen ? "\"-\n" : "\"\n";
        }
    }
    for (const ImageBox& image : layout.images) {
        const bool formula = document.inlines[image.inline_id].kind == document::InlineKind::math;
        out += (formula ? "formula " : "image ") + rect(image.rect) + "\n";
    }
    return out;
}

}  // namespace blatt::layout
