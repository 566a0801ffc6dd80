// The converter behind from_html: an automaton over the tokens. elements_ mirrors the open tags; a
// leaf is opened when there is something to show in it, and the spans around are opened anew in
// each leaf, so that inline elements around blocks end up inside them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/anchors.h"
#include "document/builder.h"
#include "document/html.h"
#include "document/html_tags.h"
#include "document/html_tokens_view.h"
#include "document/sanitise.h"

namespace blatt::document {

// What an open element is to the converter. A block is made for it or not; implicit ones have no
// tag.
struct HtmlElement {
    std::string_view name;
    bool block = false;  // it opened a container
    BlockKind kind = BlockKind::root;
    BlockId id = no_id;
    bool leaf = false;  // it opened a leaf that takes inlines only
    bool paragraph = false;
    bool span = false;
    bool quotation = false;
    bool implicit = false;
    bool saved_head = false;  // what in_head_ was outside
    bool section = false;     // thead, tbody, tfoot, table: restores in_head_
    bool footnote_section = false;
    bool heading = false;
    bool verse = false;
    Align align = Align::start;  // figures: of what stands in them
    int cells = 0;               // rows
    bool all_header = true;
    bool has_body_row = false;  // tables
};

struct HtmlSpan {
    InlineKind kind = InlineKind::span;
    std::string url;
    std::string title;
    std::string language;
    bool back_reference = false;
    bool made = false;  // somewhere, perhaps in several leaves
};

struct HtmlImage {
    std::string url;
    std::string alternative;
    std::string title;
    std::string link;  // around it
    float width = 0, height = 0;
};

enum class HtmlLeaf : std::uint8_t { none, paragraph, title, code };

class HtmlConverter {
  public:
    HtmlConverter(const std::vector<Token>& tokens, const HtmlOptions& options);

    HtmlResult run();

  private:
    // What is left out.
    void count(std::string_view what, std::string_view name);
    void count_attributes(const Token& token);
    void drop_with_content(const Token& token);
    void skip(const Token& token);
    bool allowed(std::string_view url, UrlUse use);
    // Ids in the source come before those made from headings.
    void reserve_ids();
    // An id is given to the first block that can carry it.
    void note_id(std::string_view id);
    void give_id(BlockId id);
    std::string prefixed(std::string_view url) const;

    // Leaves.
    void close_leaf();
    BlockId open_leaf(BlockKind kind, HtmlLeaf leaf);
    // Something to show comes: there must be a leaf, and the spans around must be open in it.
    void prepare();
    void open_paragraph();
    void open_span(HtmlSpan& span);
    void text(std::string_view text);

    // Open elements.
    HtmlElement& container();
    // Ends the leaf and puts what is missing between the open container and a block of this kind:
    // an item between a list and a paragraph, a list around a lonely item.
    void make_room_for(BlockKind kind);
    BlockId push_container(HtmlElement element, BlockKind kind);
    void pop();
    void end_row(const HtmlElement& row);
    void end_heading(BlockId id);
    void pop_span();
    void close(std::string_view name);
    void push(HtmlElement element, const Token& token);
    // A block begins or ends where only inlines may stand: a line break says as much.
    void separate();

    // Open tags of blocks.
    void open(const Token& token);
    void open_in_code(const Token& token, const TagRule& rule);
    void open_block(const Token& token, const TagRule& rule);
    void pop_implicit_for(BlockKind kind);
    BlockId push_named(const Token& token, BlockKind kind);
    void set_language(const Token& token, BlockId id);
    void transparent(const Token& token);
    // What the classes of WordPress say a div, figure, list or the like is. False where they say
    // nothing.
    bool by_class(const Token& token);
    void open_figure(const Token& token);
    void attribution(const Token& token);
    void open_container(const Token& token, BlockKind kind);
    void list_item(const Token& token);
    void push_table_part(const Token& token, BlockKind kind);
    void table_part(const Token& token, BlockKind kind);
    // The paragraph itself is made when there is something in it.
    void open_paragraph_element(const Token& token);
    void heading(const Token& token);
    // Captions, summaries and terms; where one does not belong it is a paragraph.
    void title(const Token& token, BlockKind kind);
    void details(const Token& token);

    // Open tags of inlines.
    void open_inline(const Token& token, const TagRule& rule);
    // False where the element is only a place, or leads nowhere: its content stays.
    bool link(const Token& token, HtmlSpan& span);
    void footnote_reference(const FootnoteReference& reference);
    void input(const Token& token);
    void image(const Token& token);
    void add_image(const HtmlImage& image);
    // A picture that the text flowed around stands by itself, before or behind its paragraph.
    void add_figures();
    void figure(const HtmlImage& image);  // under the open container, which may hold it
    // A picture that a style sheet would show behind something.
    void background_image(const Token& token);
    // Nothing of a third party is loaded: a link says what would be there.
    void embed(const Token& token);
    void math(const Token& token);
    void facade(std::string_view url, std::string_view title);

    const std::vector<Token>& tokens_;
    const HtmlOptions& options_;
    Builder builder_;
    Anchors anchors_;
    std::map<std::string, int> dropped_;
    std::size_t at_ = 0;
    std::size_t skipped_ = 0;  // depth inside an element that is dropped with its content

    std::vector<HtmlElement> elements_;
    std::vector<std::size_t> containers_;  // which of them are blocks that hold blocks
    std::unordered_map<std::string_view, std::size_t> counts_;  // open elements by name
    std::vector<HtmlSpan> spans_;
    std::size_t open_spans_ = 0;  // how many of them are open in the leaf
    int code_spans_ = 0;

    HtmlLeaf leaf_ = HtmlLeaf::none;
    bool filled_ = false;  // the leaf shows something
    int breaks_ = 0;       // line breaks that wait for something to separate
    int paragraphs_ = 0;   // p elements that are open
    Align align_ = Align::start;
    std::string language_;
    BlockId code_ = no_id;
    std::string code_info_;

    bool heading_ = false;
    std::string heading_text_;
    std::string pending_id_;
    std::unordered_map<std::string, int> given_;

    std::vector<HtmlImage> floats_;  // wait for the end of their paragraph
    bool verse_ = false;             // line ends are line breaks

    bool in_head_ = false;
    bool pullquote_next_ = false;
    bool summary_next_ = false;
    bool footnotes_next_ = false;
    int footnote_number_ = 0;
};

}  // namespace blatt::document
