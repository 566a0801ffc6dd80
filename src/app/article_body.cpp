#include "app/article_body.h"

#include "app/callouts.h"
#include "app/contents.h"
#include "app/facades.h"
#include "app/pictures.h"

namespace blatt::app {

namespace {

using content::Strings;
using content::Text;
using document::BlockId;
using document::BlockKind;
using document::Builder;
using document::Command;
using document::Document;
using document::Role;
using document::StyleClass;

class Additions final : public document::AppendHooks {
  public:
    explicit Additions(const Strings& strings) : strings_(strings) {}

    void before(Builder& builder, const Document& body, BlockId id) override {
        open_facade(builder, body, id);
        const document::Block& block = body.blocks[id];
        if (block.kind != BlockKind::code_block) return;
        builder.open_group(Role::none, StyleClass::code);
        builder.open_group(Role::none, StyleClass::code_head);
        const std::string_view info = body.view(block.info);
        builder.leaf(BlockKind::paragraph, StyleClass::code_language,
                     info.substr(0, info.find_first_of(" \t")));
        builder.open(BlockKind::paragraph, StyleClass::code_actions);
        builder.open_button(Command::copy_code);
        builder.text(strings_[Text::copy]);
        builder.close_span();
        builder.close();
        builder.close();
    }

    bool replace(Builder& builder, const Document& body, BlockId id) override {
        return add_pictures(builder, body, id, strings_) ||
               add_callout(builder, body, id, strings_, *this);
    }

    void after(Builder& builder, const Document& body, BlockId id) override {
        close_facade(builder, body, id, strings_);
        if (body.blocks[id].kind == BlockKind::heading) return anchor(builder, body, id);
        if (body.blocks[id].kind == BlockKind::code_block) builder.close();
    }

  private:
    // A heading's link to itself stands behind it, so that it is no part of the heading's name.
    void anchor(Builder& builder, const Document& body, BlockId id) {
        if (!is_section_heading(body, id)) return;
        const std::string url = "#" + std::string(body.view(body.blocks[id].anchor));
        const std::string name =
            content::format(strings_[Text::link_to_section], {{"title", heading_text(body, id)}});
        builder.open(BlockKind::paragraph, StyleClass::anchor);
        builder.open_link(url, name);
        builder.close_span();
        builder.close();
    }

    const Strings& strings_;
};

}  // namespace

void append_body(Builder& builder, const Document& body, const Strings& strings) {
    Additions additions(strings);
    builder.append(body, &additions);
}

}  // namespace blatt::app
