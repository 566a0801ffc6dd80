// Engine: makes a layout. prepare() resolves styles, makes the pieces of every block and measures
// all new runs in one batch; place() then places boxes top down, and may do so again for another
// width. Private to layout/.
#pragma once

#include <vector>

#include "layout/layout.h"
#include "layout/lines.h"

namespace blatt::layout {

class Engine {
  public:
    Engine(Layout& layout, const document::Document& document, text::RunTable& runs)
        : layout_(layout), document_(document), runs_(runs) {}

    void prepare(const ViewState& state, const text::Preferences& preferences);
    void place_all();

    // What the table layout needs.
    float place(document::BlockId block, float x, float y, float width);  // returns the height
    Intrinsic intrinsic(document::BlockId block);
    void translate(document::BlockId block, float dx, float dy);
    void stretch(document::BlockId block, float height);
    const document::Document& document() const { return document_; }
    Layout& layout() { return layout_; }

  private:
    void prepare(document::BlockId block, bool visible, const ViewState& state,
                 const text::Preferences& preferences);
    void prepare_markers(document::BlockId list);
    void place_once();
    bool takes_part(document::BlockId block) const;
    float place_children(document::BlockId block, const base::Rect& area);
    float place_flow(document::BlockId block, const base::Rect& area);
    float place_row(document::BlockId block, const base::Rect& area);
    float place_columns(document::BlockId block, const base::Rect& area);
    float place_grid(document::BlockId block, const base::Rect& area);
    void place_popup(document::BlockId block);
    void place_beside(document::BlockId block);

    Layout& layout_;
    const document::Document& document_;
    text::RunTable& runs_;
    Unmeasured unmeasured_;
    std::vector<document::BlockId> hanging_;  // placed last, when what they hang on stands
};

// Places a table's rows and cells inside `area`; returns the height and sets the table's
// scroll_width where its narrowest form is wider than the area.
float place_table(Engine& engine, document::BlockId table, const base::Rect& area);
Intrinsic table_intrinsic(Engine& engine, document::BlockId table);

}  // namespace blatt::layout
