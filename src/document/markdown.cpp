#include "document/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <strikethrough.h>
#include <table.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "document/anchors.h"
#include "document/builder.h"
#include "document/sanitise.h"

namespace blatt::document {

namespace {

constexpr std::size_t largest_markdown = 8u << 20;

struct NodeDeleter {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IteratorDeleter {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Tree = std::unique_ptr<cmark_node, NodeDeleter>;
using Iterator = std::unique_ptr<cmark_iter, IteratorDeleter>;

Tree parse(std::string_view markdown, const MarkdownOptions& options) {
    cmark_gfm_core_extensions_ensure_registered();
    int flags = CMARK_OPT_FOOTNOTES;
    if (options.smart_punctuation) flags |= CMARK_OPT_SMART;
    cmark_parser* parser = cmark_parser_new(flags);
    for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    }
    // cmark knows no encoding errors: what is not UTF-8 is mended before.
    if (base::utf8::is_valid(markdown)) {
        cmark_parser_feed(parser, markdown.data(), markdown.size());
    } else {
        const std::string valid = base::utf8::to_valid(markdown);
        cmark_parser_feed(parser, valid.data(), valid.size());
    }
    Tree tree(cmark_parser_finish(parser));
    cmark_parser_free(parser);
    return tree;
}

std::string_view literal(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text == nullptr ? std::string_view{} : std::string_view(text);
}

std::string_view or_empty(const char* text) {
    return text == nullptr ? std::string_view{} : std::string_view(text);
}

// Raw HTML without its comments and the white space around what is left.
std::string without_comments(std::string_view html) {
    std::string out;
    while (!html.empty()) {
        const auto begin = html.find("<!--");
        out.append(html.substr(0, begin));
        if (begin == std::string_view::npos) break;
        const auto end = html.find("-->", begin + 4);
        if (end == std::string_view::npos) break;
        html.remove_prefix(end + 3);
    }
    constexpr std::string_view space = " \t\r\n";
    const auto first = out.find_first_not_of(space);
    if (first == std::string::npos) return {};
    return out.substr(first, out.find_last_not_of(space) - first + 1);
}

class Walker {
  public:
    explicit Walker(const MarkdownOptions& options)
        : options_(options), anchors_(options.anchor_prefix) {}

    Document run(cmark_node* root) {
        count_footnotes(root);
        const Iterator iterator(cmark_iter_new(root));
        for (cmark_event_type event;
             (event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE;) {
            visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
        }
        return builder_.finish();
    }

  private:
    struct Footnote {
        int number = 0;
        int references = 0;  // in all
        int seen = 0;        // up to here
        bool linked_back = false;
    };

    // cmark puts the footnotes that are referred to at the end, in the order of their numbers.
    // References are counted beforehand: a footnote's way back names all of them.
    void count_footnotes(cmark_node* root) {
        for (cmark_node* node = cmark_node_last_child(root);
             node != nullptr && cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION;
             node = cmark_node_previous(node)) {
            footnotes_[node] = {};
            first_footnote_ = node;
        }
        if (first_footnote_ == nullptr) return;
        int number = 0;
        for (cmark_node* node = first_footnote_; node != nullptr; node = cmark_node_next(node)) {
            footnotes_[node].number = ++number;
            anchors_.reserve(footnote_anchor("fn-", node, 1));
        }
        const Iterator iterator(cmark_iter_new(root));
        int images = 0;  // a reference in an image's alternative text is not shown
        for (cmark_event_type event;
             (event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE;) {
            cmark_node* node = cmark_iter_get_node(iterator.get());
            const cmark_node_type type = cmark_node_get_type(node);
            if (type == CMARK_NODE_IMAGE) images += event == CMARK_EVENT_ENTER ? 1 : -1;
            if (type != CMARK_NODE_FOOTNOTE_REFERENCE || event != CMARK_EVENT_ENTER || images > 0)
                continue;
            const auto found = footnotes_.find(cmark_node_parent_footnote_def(node));
            if (found == footnotes_.end()) continue;
            ++found->second.references;
            anchors_.reserve(footnote_anchor("fnref-", found->first, found->second.references));
        }
    }

    std::string footnote_anchor(std::string_view kind, cmark_node* definition,
                                int reference) const {
        std::string anchor(options_.anchor_prefix);
        anchor.append(kind).append(url_encoded(literal(definition)));
        if (reference > 1) anchor.append("-").append(std::to_string(reference));
        return anchor;
    }

    void visit(cmark_node* node, bool entering) {
        if (image_ != nullptr) {
            alternative(node, entering);
            return;
        }
        const cmark_node_type type = cmark_node_get_type(node);
        if ((type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK) {
            block(node, type, entering);
        } else {
            inline_node(node, type, entering);
        }
    }

    void block(cmark_node* node, cmark_node_type type, bool entering) {
        if (type == CMARK_NODE_TABLE || type == CMARK_NODE_TABLE_ROW ||
            type == CMARK_NODE_TABLE_CELL) {
            table(node, type, entering);
            return;
        }
        switch (type) {
            case CMARK_NODE_BLOCK_QUOTE: open_or_close(BlockKind::quote, entering); break;
            case CMARK_NODE_LIST: {
                const BlockId id = open_or_close(BlockKind::list, entering);
                if (!entering) break;
                Block& list = builder_.block(id);
                list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
                list.number = list.ordered ? cmark_node_get_list_start(node) : 0;
                break;
            }
            case CMARK_NODE_ITEM: {
                const BlockId id = open_or_close(BlockKind::list_item, entering);
                if (!entering) break;
                if (std::strcmp(cmark_node_get_type_string(node), "tasklist") == 0) {
                    builder_.block(id).task = cmark_gfm_extensions_get_tasklist_item_checked(node)
                                                  ? Task::done
                                                  : Task::open;
                }
                break;
            }
            case CMARK_NODE_PARAGRAPH: paragraph(node, entering); break;
            case CMARK_NODE_HEADING: heading(node, entering); break;
            case CMARK_NODE_CODE_BLOCK: {
                const BlockId id = builder_.open(BlockKind::code_block);
                const std::string_view info = or_empty(cmark_node_get_fence_info(node));
                if (!info.empty()) builder_.block(id).info = builder_.store(info);
                builder_.text(literal(node));
                builder_.close();
                break;
            }
            case CMARK_NODE_HTML_BLOCK: {
                const std::string left = without_comments(literal(node));
                if (left.empty()) break;
                const BlockId id = builder_.leaf(BlockKind::paragraph, StyleClass::none, left);
                builder_.block(id).tight = in_tight_list(node);
                break;
            }
            case CMARK_NODE_THEMATIC_BREAK:
                builder_.open(BlockKind::rule);
                builder_.close();
                break;
            case CMARK_NODE_FOOTNOTE_DEFINITION: footnote(node, entering); break;
            default: break;
        }
    }

    BlockId open_or_close(BlockKind kind, bool entering) {
        if (entering) return builder_.open(kind);
        builder_.close();
        return no_id;
    }

    static bool in_tight_list(cmark_node* node) {
        cmark_node* parent = cmark_node_parent(node);
        cmark_node* above = parent == nullptr ? nullptr : cmark_node_parent(parent);
        return above != nullptr && cmark_node_get_type(above) == CMARK_NODE_LIST &&
               cmark_node_get_list_tight(above) != 0;
    }

    void paragraph(cmark_node* node, bool entering) {
        if (entering) {
            const BlockId id = builder_.open(BlockKind::paragraph);
            builder_.block(id).tight = in_tight_list(node);
            return;
        }
        if (cmark_node_next(node) == nullptr) {
            const auto found = footnotes_.find(cmark_node_parent(node));
            if (found != footnotes_.end() && found->second.references > 0) {
                builder_.text(" ");
                link_back(found->first, found->second);
            }
        }
        builder_.close();
    }

    void heading(cmark_node* node, bool entering) {
        // A visitor's heading must not enter the page's outline.
        if (options_.untrusted) {
            if (entering) {
                builder_.open(BlockKind::paragraph);
                builder_.open_span(InlineKind::strong);
            } else {
                builder_.close();
            }
            return;
        }
        if (entering) {
            heading_ = builder_.open(BlockKind::heading);
            builder_.block(heading_).level =
                static_cast<std::uint8_t>(cmark_node_get_heading_level(node));
            in_heading_ = true;
            heading_text_.clear();
            return;
        }
        builder_.close();
        in_heading_ = false;
        if (options_.heading_anchors) {
            builder_.block(heading_).anchor = builder_.store(anchors_.of_text(heading_text_));
        }
    }

    void footnote(cmark_node* node, bool entering) {
        const auto found = footnotes_.find(node);
        if (found == footnotes_.end()) return;
        Footnote& state = found->second;
        if (entering) {
            if (node == first_footnote_) builder_.open(BlockKind::footnotes);
            const BlockId id = builder_.open(BlockKind::footnote);
            builder_.block(id).number = state.number;
            builder_.block(id).anchor = builder_.store(footnote_anchor("fn-", node, 1));
            return;
        }
        if (!state.linked_back && state.references > 0) {
            const BlockId id = builder_.open(BlockKind::paragraph);
            builder_.block(id).tight = true;
            link_back(node, state);
            builder_.close();
        }
        builder_.close();
        if (cmark_node_next(node) == nullptr) builder_.close();
    }

    void link_back(cmark_node* definition, Footnote& state) {
        state.linked_back = true;
        for (int reference = 1; reference <= state.references; ++reference) {
            if (reference > 1) builder_.text(" ");
            const InlineId id =
                builder_.open_link("#" + footnote_anchor("fnref-", definition, reference));
            builder_.target(id).back_reference = true;
            builder_.text("↩");
            if (reference > 1) {
                builder_.open_span(InlineKind::superscript);
                builder_.text(std::to_string(reference));
                builder_.close_span();
            }
            builder_.close_span();
        }
    }

    void table(cmark_node* node, cmark_node_type type, bool entering) {
        if (type == CMARK_NODE_TABLE) {
            open_or_close(BlockKind::table, entering);
            if (!entering) return;
            const std::uint16_t count = cmark_gfm_extensions_get_table_columns(node);
            const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
            columns_.assign(alignments, alignments + count);
            return;
        }
        if (type == CMARK_NODE_TABLE_ROW) {
            const BlockId id = open_or_close(BlockKind::table_row, entering);
            if (!entering) return;
            header_row_ = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
            builder_.block(id).header = header_row_;
            column_ = 0;
            return;
        }
        const bool filled = cmark_node_first_child(node) != nullptr;
        if (!entering) {
            if (filled) builder_.close();
            builder_.close();
            return;
        }
        const BlockId id = builder_.open(BlockKind::table_cell);
        Block& cell = builder_.block(id);
        cell.header = header_row_;
        const std::uint8_t align = column_ < columns_.size() ? columns_[column_] : 0;
        cell.align = align == 'l'   ? Align::left
                     : align == 'c' ? Align::center
                     : align == 'r' ? Align::right
                                    : Align::start;
        ++column_;
        if (filled) {
            const BlockId paragraph_id = builder_.open(BlockKind::paragraph);
            builder_.block(paragraph_id).tight = true;
        }
    }

    void inline_node(cmark_node* node, cmark_node_type type, bool entering) {
        if (type == CMARK_NODE_STRIKETHROUGH) {
            span(InlineKind::strikethrough, entering);
            return;
        }
        switch (type) {
            case CMARK_NODE_TEXT: text(literal(node)); break;
            case CMARK_NODE_SOFTBREAK:
            case CMARK_NODE_LINEBREAK:
                builder_.line_break(type == CMARK_NODE_SOFTBREAK ? InlineKind::soft_break
                                                                 : InlineKind::hard_break);
                if (in_heading_) heading_text_.push_back(' ');
                break;
            case CMARK_NODE_CODE:
                builder_.open_span(InlineKind::code);
                text(literal(node));
                builder_.close_span();
                break;
            case CMARK_NODE_HTML_INLINE: text(without_comments(literal(node))); break;
            case CMARK_NODE_EMPH: span(InlineKind::emphasis, entering); break;
            case CMARK_NODE_STRONG:
                // Strong directly inside strong says nothing more; cmark's own HTML joins them too.
                if (cmark_node_get_type(cmark_node_parent(node)) != CMARK_NODE_STRONG) {
                    span(InlineKind::strong, entering);
                }
                break;
            case CMARK_NODE_LINK:
                if (entering) {
                    const InlineId id =
                        builder_.open_link(prefixed(or_empty(cmark_node_get_url(node))),
                                           or_empty(cmark_node_get_title(node)));
                    builder_.target(id).untrusted = options_.untrusted;
                } else {
                    builder_.close_span();
                }
                break;
            case CMARK_NODE_IMAGE:
                if (entering) {
                    image_ = node;
                    alternative_.clear();
                }
                break;
            case CMARK_NODE_FOOTNOTE_REFERENCE: {
                if (!entering) break;
                cmark_node* definition = cmark_node_parent_footnote_def(node);
                const auto found = footnotes_.find(definition);
                if (found == footnotes_.end()) break;
                Footnote& state = found->second;
                builder_.footnote_reference(state.number,
                                            "#" + footnote_anchor("fn-", definition, 1),
                                            footnote_anchor("fnref-", definition, ++state.seen));
                break;
            }
            default: break;
        }
    }

    void span(InlineKind kind, bool entering) {
        if (entering) {
            builder_.open_span(kind);
        } else {
            builder_.close_span();
        }
    }

    void text(std::string_view text) {
        builder_.text(text);
        if (in_heading_) heading_text_.append(text);
    }

    // Links to places on the same page go where the ids went.
    std::string prefixed(std::string_view url) const {
        std::string out(url);
        if (url.size() > 1 && url.front() == '#') out.insert(1, options_.anchor_prefix);
        return out;
    }

    // Inside an image everything is its alternative text.
    void alternative(cmark_node* node, bool entering) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_TEXT:
            case CMARK_NODE_CODE:
            case CMARK_NODE_HTML_INLINE: alternative_.append(literal(node)); break;
            case CMARK_NODE_LINEBREAK:
            case CMARK_NODE_SOFTBREAK: alternative_.push_back(' '); break;
            default: break;
        }
        if (entering || node != image_) return;
        image_ = nullptr;
        if (options_.untrusted) {
            text(alternative_);
        } else {
            builder_.image(or_empty(cmark_node_get_url(node)), alternative_,
                           or_empty(cmark_node_get_title(node)));
        }
    }

    const MarkdownOptions& options_;
    Builder builder_;
    Anchors anchors_;
    std::unordered_map<cmark_node*, Footnote> footnotes_;
    cmark_node* first_footnote_ = nullptr;
    cmark_node* image_ = nullptr;  // the image whose alternative text is being read
    std::string alternative_;
    BlockId heading_ = no_id;
    bool in_heading_ = false;
    std::string heading_text_;
    std::vector<std::uint8_t> columns_;
    std::size_t column_ = 0;
    bool header_row_ = false;
};

}  // namespace

base::Result<Document> from_markdown(std::string_view markdown, const MarkdownOptions& options) {
    if (markdown.size() > largest_markdown) {
        return base::fail(base::ErrorCode::too_large, "", "Markdown of more than 8 MiB");
    }
    const Tree tree = parse(markdown, options);
    return Walker(options).run(tree.get());
}

bool has_raw_html(std::string_view markdown) {
    if (markdown.find('<') == std::string_view::npos) return false;
    const Tree tree = parse(markdown, {});
    const Iterator iterator(cmark_iter_new(tree.get()));
    for (cmark_event_type event; (event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE;) {
        cmark_node* node = cmark_iter_get_node(iterator.get());
        const cmark_node_type type = cmark_node_get_type(node);
        if (type != CMARK_NODE_HTML_BLOCK && type != CMARK_NODE_HTML_INLINE) continue;
        if (!without_comments(literal(node)).empty()) return true;
    }
    return false;
}

std::string markdown_to_raw_html(std::string_view markdown, const MarkdownOptions& options) {
    const Tree tree = parse(markdown, options);
    char* html = cmark_render_html(tree.get(), CMARK_OPT_UNSAFE, nullptr);
    std::string out(html);
    cmark_get_default_mem_allocator()->free(html);
    return out;
}

}  // namespace blatt::document
