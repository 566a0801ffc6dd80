// Automatic table layout: columns get at least their narrowest content and share what is left in
// proportion to what they still want (CSS 2.1, 17.5.2.2, in the form that browsers agree on).
#include <algorithm>
#include <cstddef>

#include "layout/engine.h"

namespace blatt::layout {

namespace {

using base::Rect;
using document::BlockId;
using document::BlockKind;
using document::first_child;
using document::next_sibling;
using document::no_id;

struct Cell {
    BlockId block;
    std::size_t row, column, columns, rows;
};

struct Grid {
    std::vector<BlockId> rows;
    std::vector<Cell> cells;
    std::size_t columns = 0;
};

// A hostile span must not make the grid larger than its cells.
constexpr std::size_t max_columns = 1000;

Grid make_grid(const document::Document& d, const Layout& layout, BlockId table) {
    Grid grid;
    std::vector<std::size_t> occupied;  // by column: rows still covered by a cell from above
    for (BlockId row = first_child(d, table); row != no_id; row = next_sibling(d, row)) {
        if (d.blocks[row].kind != BlockKind::table_row || !layout.boxes[row].visible) continue;
        std::size_t column = 0;
        const std::size_t row_index = grid.rows.size();
        grid.rows.push_back(row);
        for (std::size_t& left : occupied) left -= left > 0 ? 1 : 0;
        for (BlockId cell = first_child(d, row); cell != no_id; cell = next_sibling(d, cell)) {
            while (column < occupied.size() && occupied[column] > 0) ++column;
            if (column >= max_columns) break;
            const std::size_t span =
                std::clamp<std::size_t>(d.blocks[cell].column_span, 1, max_columns - column);
            const std::size_t rows = std::max<std::size_t>(1, d.blocks[cell].row_span);
            if (occupied.size() < column + span) occupied.resize(column + span, 0);
            for (std::size_t c = column; c < column + span; ++c) occupied[c] = rows;
            grid.cells.push_back({cell, row_index, column, span, rows});
            column += span;
        }
    }
    grid.columns = occupied.size();
    return grid;
}

std::vector<Intrinsic> column_widths(Engine& engine, const Grid& grid) {
    std::vector<Intrinsic> columns(grid.columns);
    for (const Cell& cell : grid.cells) {
        if (cell.columns != 1) continue;
        const Intrinsic want = engine.intrinsic(cell.block);
        columns[cell.column].min = std::max(columns[cell.column].min, want.min);
        columns[cell.column].max = std::max(columns[cell.column].max, want.max);
    }
    for (const Cell& cell : grid.cells) {
        if (cell.columns == 1) continue;
        const Intrinsic want = engine.intrinsic(cell.block);
        Intrinsic have;
        for (std::size_t c = cell.column; c < cell.column + cell.columns; ++c) {
            have.min += columns[c].min;
            have.max += columns[c].max;
        }
        const auto share = static_cast<float>(cell.columns);
        for (std::size_t c = cell.column; c < cell.column + cell.columns; ++c) {
            columns[c].min += std::max(0.0f, want.min - have.min) / share;
            columns[c].max += std::max(0.0f, want.max - have.max) / share;
        }
    }
    for (Intrinsic& column : columns) column.max = std::max(column.max, column.min);
    return columns;
}

Intrinsic sum(const std::vector<Intrinsic>& columns) {
    Intrinsic total;
    for (const Intrinsic& column : columns) {
        total.min += column.min;
        total.max += column.max;
    }
    return total;
}

std::vector<float> distribute(const std::vector<Intrinsic>& columns, float available) {
    const Intrinsic total = sum(columns);
    std::vector<float> widths(columns.size());
    const float spare = std::clamp(available - total.min, 0.0f, total.max - total.min);
    const float wanted = total.max - total.min;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const float wish = columns[c].max - columns[c].min;
        widths[c] = columns[c].min + (wanted > 0 ? spare * wish / wanted : 0);
    }
    return widths;
}

}  // namespace

Intrinsic table_intrinsic(Engine& engine, BlockId table) {
    const Grid grid = make_grid(engine.document(), engine.layout(), table);
    Intrinsic total = sum(column_widths(engine, grid));
    // A table that is too wide scrolls inside its box.
    total.min = std::min(total.min, 120.0f);
    return total;
}

float place_table(Engine& engine, BlockId table, const Rect& area) {
    const document::Document& d = engine.document();
    std::vector<Box>& boxes = engine.layout().boxes;
    float y = area.y;
    for (BlockId child = first_child(d, table); child != no_id; child = next_sibling(d, child)) {
        if (d.blocks[child].kind != BlockKind::caption || !boxes[child].visible) continue;
        y += engine.place(child, area.x, y, area.width);
    }
    const Grid grid = make_grid(d, engine.layout(), table);
    const std::vector<float> widths = distribute(column_widths(engine, grid), area.width);
    std::vector<float> lefts(widths.size() + 1, area.x);
    for (std::size_t c = 0; c < widths.size(); ++c) lefts[c + 1] = lefts[c] + widths[c];
    const float table_width = lefts.back() - area.x;
    // From right to left the first column is the one at the right.
    const bool mirrored = boxes[table].style.right_to_left;
    const auto left_of = [&](const Cell& cell) {
        if (!mirrored) return lefts[cell.column];
        return area.x + table_width - (lefts[cell.column + cell.columns] - area.x);
    };
    boxes[table].scroll_width = table_width > area.width + 0.5f ? table_width : 0;

    std::vector<float> tops(grid.rows.size() + 1, y);
    std::size_t next = 0;
    for (std::size_t r = 0; r < grid.rows.size(); ++r) {
        float height = 0;
        for (; next < grid.cells.size() && grid.cells[next].row == r; ++next) {
            const Cell& cell = grid.cells[next];
            const float width = lefts[cell.column + cell.columns] - lefts[cell.column];
            const float own = engine.place(cell.block, left_of(cell), tops[r], width);
            if (cell.rows == 1) height = std::max(height, own);
        }
        // A cell that spans rows may make the last one it covers higher.
        for (const Cell& cell : grid.cells) {
            if (cell.rows == 1 || std::min(cell.row + cell.rows, grid.rows.size()) != r + 1)
                continue;
            height = std::max(height, boxes[cell.block].border.height - (tops[r] - tops[cell.row]));
        }
        tops[r + 1] = tops[r] + height;
        boxes[grid.rows[r]].border = {area.x, tops[r], table_width, height};
        boxes[grid.rows[r]].content = boxes[grid.rows[r]].border;
    }
    for (const Cell& cell : grid.cells) {
        const std::size_t last = std::min(cell.row + cell.rows, grid.rows.size());
        engine.stretch(cell.block, tops[last] - tops[cell.row]);
    }
    return tops.back() - area.y;
}

}  // namespace blatt::layout
