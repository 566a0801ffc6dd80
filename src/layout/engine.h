// Engine: one run of layout. Resolves styles and makes pieces for every block first, measures all
// new runs in one batch, then places boxes top down. Private to layout/.
#pragma once

#include <vector>

#include "layout/layout.h"
#include "layout/pieces.h"

namespace blatt::layout {

class Engine {
  public:
    Engine(const document::Document& document, float width, text::RunTable& runs,
           const ViewState& state);

    Layout run();

    // What the table layout needs.
    float place(document::BlockId block, float x, float y, float width);  // returns the height
    Intrinsic intrinsic(document::BlockId block);
    void translate(document::BlockId block, float dx, float dy);
    void stretch(document::BlockId block, float height);
    const document::Document& document() const { return document_; }
    Layout& layout() { return layout_; }

  private:
    void prepare(document::BlockId block, const text::BlockStyle& parent, bool visible);
    void prepare_markers(document::BlockId list);
    bool is_open(document::BlockId block) const;
    bool takes_part(document::BlockId block) const;
    float place_children(document::BlockId block, const base::Rect& area);
    float place_flow(document::BlockId block, const base::Rect& area);
    float place_row(document::BlockId block, const base::Rect& area);
    float place_columns(document::BlockId block, const base::Rect& area);
    float place_grid(document::BlockId block, const base::Rect& area);
    void place_popup(document::BlockId block);
    void place_beside(document::BlockId block);
    void place_corner(document::BlockId block, const base::Rect& sibling);

    const document::Document& document_;
    float width_;
    text::RunTable& runs_;
    const ViewState& state_;
    Layout layout_;
    std::vector<std::vector<Piece>> pieces_;  // by leaf BlockId
    std::vector<document::BlockId> hanging_;  // placed last, when what they hang on stands
};

// Places a table's rows and cells inside `area`; returns the height and sets the table's
// scroll_width where its narrowest form is wider than the area.
float place_table(Engine& engine, document::BlockId table, const base::Rect& area);
Intrinsic table_intrinsic(Engine& engine, document::BlockId table);

}  // namespace blatt::layout
