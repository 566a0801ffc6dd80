#include "document/html.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "base/utf8.h"
#include "document/anchors.h"
#include "document/builder.h"
#include "document/html_tags.h"
#include "document/html_tokens_view.h"
#include "document/sanitise.h"

namespace blatt::document {

namespace {

// What an open element is to the converter. A block is made for it or not; implicit ones have no tag.
struct Element {
    std::string_view name;
    bool block = false;      // it opened a container
    BlockKind kind = BlockKind::root;
    BlockId id = no_id;
    bool leaf = false;       // it opened a leaf that takes inlines only
    bool paragraph = false;
    bool span = false;
    bool quotation = false;
    bool implicit = false;
    bool saved_head = false;   // what in_head_ was outside
    bool section = false;      // thead, tbody, tfoot, table: restores in_head_
    bool footnote_section = false;
    bool heading = false;
    int cells = 0;             // rows
    bool all_header = true;
    bool has_body_row = false; // tables
};

struct Span {
    InlineKind kind = InlineKind::span;
    std::string url;
    std::string title;
    std::string language;
    bool back_reference = false;
    bool made = false;  // somewhere, perhaps in several leaves
};

bool is_block(TagUse use) {
    switch (use) {
        case TagUse::unknown:
        case TagUse::inert:
        case TagUse::span:
        case TagUse::link:
        case TagUse::superscript:
        case TagUse::quotation:
            return false;
        default:
            return true;
    }
}

enum class Leaf : std::uint8_t { none, paragraph, title, code };

class Converter {
public:
    Converter(const std::vector<Token>& tokens, const HtmlOptions& options)
        : tokens_(tokens), options_(options), anchors_(options.anchor_prefix) {
        elements_.push_back({.block = true, .kind = BlockKind::root});
        reserve_ids();
    }

    HtmlResult run() {
        for (at_ = 0; at_ < tokens_.size(); ++at_) {
            const Token& token = tokens_[at_];
            if (skipped_ > 0) {
                skip(token);
            } else if (token.kind == TokenKind::text) {
                text(token.text);
            } else if (token.kind == TokenKind::open) {
                open(token);
            } else {
                close(token.name);
            }
        }
        while (elements_.size() > 1) pop();
        close_leaf();
        return {builder_.finish(), std::move(dropped_)};
    }

private:
    // --- what is left out

    void count(std::string_view what, std::string_view name) {
        // Names come from outside; the report must not grow with them.
        constexpr std::size_t most_names = 200;
        std::string key(what);
        key.append(" ").append(name.substr(0, 40));
        if (dropped_.size() >= most_names && !dropped_.contains(key)) key = "others";
        ++dropped_[key];
    }

    void count_attributes(const Token& token) {
        for (const Attribute& attribute : token.attributes) {
            if (!attribute_is_read(token.name, attribute.name)) count("attribute", attribute.name);
        }
    }

    void drop_with_content(const Token& token) {
        count("tag", token.name);
        if (!is_void_tag(token.name)) skipped_ = 1;
    }

    void skip(const Token& token) {
        if (token.kind == TokenKind::open && !is_void_tag(token.name)) ++skipped_;
        if (token.kind == TokenKind::close && !is_void_tag(token.name)) --skipped_;
    }

    bool allowed(std::string_view url, UrlUse use) {
        if (url_allowed(url, use)) return true;
        count("url", url_scheme(url));
        return false;
    }

    // --- ids

    // Ids in the source come before those made from headings.
    void reserve_ids() {
        for (const Token& token : tokens_) {
            const std::string_view id = attribute(token, "id");
            if (is_id(id)) anchors_.reserve(std::string(options_.anchor_prefix).append(id));
        }
    }

    // An id is given to the first block that can carry it.
    void note_id(std::string_view id) {
        if (!is_id(id)) return;
        std::string anchor = std::string(options_.anchor_prefix).append(id);
        if (given_.emplace(anchor, 1).second) pending_id_ = std::move(anchor);
    }

    void give_id(BlockId id) {
        if (pending_id_.empty()) return;
        builder_.block(id).anchor = builder_.store(pending_id_);
        pending_id_.clear();
    }

    std::string prefixed(std::string_view url) const {
        std::string out(url);
        if (url.size() > 1 && url.front() == '#') out.insert(1, options_.anchor_prefix);
        return out;
    }

    // --- leaves

    void close_leaf() {
        if (leaf_ == Leaf::none) return;
        builder_.close();
        leaf_ = Leaf::none;
        open_spans_ = 0;
        breaks_ = 0;
        filled_ = false;
    }

    BlockId open_leaf(BlockKind kind, Leaf leaf) {
        const BlockId id = builder_.open(kind);
        leaf_ = leaf;
        filled_ = false;
        breaks_ = 0;
        give_id(id);
        return id;
    }

    // Something to show comes: there must be a leaf, and the spans around must be open in it.
    void prepare() {
        if (leaf_ == Leaf::none) open_paragraph();
        if (filled_) {
            for (; breaks_ > 0; --breaks_) builder_.line_break(InlineKind::hard_break);
        }
        breaks_ = 0;
        for (; open_spans_ < spans_.size(); ++open_spans_) open_span(spans_[open_spans_]);
        filled_ = true;
    }

    void open_paragraph() {
        make_room_for(BlockKind::paragraph);
        const BlockId id = open_leaf(BlockKind::paragraph, Leaf::paragraph);
        Block& block = builder_.block(id);
        if (paragraphs_ > 0) {
            block.align = align_;
            if (!language_.empty()) block.language = builder_.store(language_);
            return;
        }
        switch (container().kind) {
            case BlockKind::list_item:
            case BlockKind::table_cell:
            case BlockKind::definition:
            case BlockKind::footnote:
            case BlockKind::figure:
                block.tight = true;
                break;
            default:
                break;
        }
    }

    void open_span(Span& span) {
        span.made = true;
        InlineId id = no_id;
        if (span.kind == InlineKind::link) {
            id = builder_.open_link(span.url, span.title);
            if (id == no_id) return;
            builder_.target(id).back_reference = span.back_reference;
            builder_.target(id).untrusted = options_.untrusted;
        } else {
            id = builder_.open_span(span.kind);
            if (!span.url.empty()) builder_.target(id).url = builder_.store(url_encoded(span.url));
            if (!span.title.empty()) builder_.target(id).title = builder_.store(span.title);
        }
        if (!span.language.empty()) builder_.target(id).language = builder_.store(span.language);
    }

    void text(std::string_view text) {
        if (leaf_ == Leaf::code) {
            builder_.text(text);
            return;
        }
        if (heading_) heading_text_.append(text);
        if (text.find_first_not_of(" \t\n\r\f") == std::string_view::npos) {
            if (leaf_ != Leaf::none && breaks_ == 0) builder_.text(text);
            return;
        }
        prepare();
        builder_.text(text);
    }

    // --- containers

    Element& container() {
        for (std::size_t i = elements_.size(); i-- > 0;) {
            if (elements_[i].block) return elements_[i];
        }
        return elements_.front();
    }

    // Ends the leaf and puts what is missing between the open container and a block of this kind: an
    // item between a list and a paragraph, a list around a lonely item.
    void make_room_for(BlockKind kind) {
        close_leaf();
        while (elements_.back().implicit && !may_contain(elements_.back().kind, kind)) pop();
        for (;;) {
            const BlockKind parent = container().kind;
            if (may_contain(parent, kind)) return;
            BlockKind between = BlockKind::list;
            if (parent == BlockKind::list) between = BlockKind::list_item;
            if (parent == BlockKind::table) between = BlockKind::table_row;
            if (parent == BlockKind::table_row) between = BlockKind::table_cell;
            if (parent == BlockKind::footnotes) between = BlockKind::footnote;
            if (parent == BlockKind::definition_list) between = BlockKind::definition;
            push_container({.implicit = true}, between);
        }
    }

    BlockId push_container(Element element, BlockKind kind) {
        element.block = true;
        element.kind = kind;
        element.id = builder_.open(kind);
        give_id(element.id);
        elements_.push_back(element);
        return element.id;
    }

    void pop() {
        Element element = elements_.back();
        elements_.pop_back();
        if (element.quotation) {
            prepare();
            builder_.text("”");
        }
        if (element.span) pop_span();
        if (element.leaf) {
            close_leaf();
            if (element.heading) end_heading(element.id);
        }
        if (element.paragraph) {
            close_leaf();
            if (--paragraphs_ == 0) {
                align_ = Align::start;
                language_.clear();
                pending_id_.clear();
            }
        }
        if (element.section) in_head_ = element.saved_head;
        if (element.footnote_section) footnotes_next_ = false;
        if (!element.block) {
            // The end of any block ends an anonymous paragraph.
            if (is_block(tag_rule(element.name).use)) separate();
            return;
        }
        close_leaf();
        builder_.close();
        if (element.kind == BlockKind::table_row) end_row(element);
    }

    void end_row(const Element& row) {
        Element& table = container();
        const bool heads = builder_.block(row.id).header || (row.cells > 0 && row.all_header);
        if (heads && !table.has_body_row) {
            builder_.block(row.id).header = true;
        } else {
            builder_.block(row.id).header = false;
            table.has_body_row = true;
        }
    }

    void end_heading(BlockId id) {
        heading_ = false;
        if (!options_.heading_anchors || id == no_id || !builder_.block(id).anchor.empty()) return;
        builder_.block(id).anchor = builder_.store(anchors_.of_text(heading_text_));
    }

    void pop_span() {
        Span& span = spans_.back();
        const bool is_open = open_spans_ == spans_.size();
        if (!is_open && !span.made && span.kind == InlineKind::link) {
            // An empty link is still a place that can be reached.
            prepare();
            builder_.close_span();
            --open_spans_;
        } else if (is_open) {
            builder_.close_span();
            --open_spans_;
        }
        spans_.pop_back();
    }

    void close(std::string_view name) {
        if (is_void_tag(name)) return;
        const auto found = counts_.find(name);
        if (found == counts_.end() || found->second == 0) return;
        for (;;) {
            const std::string_view closing = elements_.back().name;
            pop();
            if (!closing.empty()) --counts_[closing];
            if (closing == name) return;
        }
    }

    void push(Element element, const Token& token) {
        element.name = token.name;
        ++counts_[element.name];
        elements_.push_back(element);
    }

    // A block begins or ends where only inlines may stand: a line break says as much.
    void separate() {
        if (leaf_ == Leaf::title) {
            if (filled_) breaks_ = std::max(breaks_, 1);
            if (heading_) heading_text_.push_back(' ');
        } else if (leaf_ == Leaf::paragraph) {
            close_leaf();
        }
    }

    // --- open tags

    void open(const Token& token) {
        const TagRule rule = tag_rule(token.name);
        if (leaf_ == Leaf::code) {
            open_in_code(token, rule);
            return;
        }
        if (rule.use != TagUse::dropped) count_attributes(token);
        const bool inside_title = leaf_ == Leaf::title;
        switch (rule.use) {
            case TagUse::unknown:
                count("tag", token.name);
                if (!is_void_tag(token.name)) push({}, token);
                return;
            case TagUse::inert:
                push({}, token);
                return;
            case TagUse::dropped:
                drop_with_content(token);
                return;
            case TagUse::ignored_void:
                return;
            case TagUse::input:
                input(token);
                return;
            case TagUse::line_break:
                if (leaf_ != Leaf::none && filled_) breaks_ = std::min(breaks_ + 1, 2);
                if (heading_) heading_text_.push_back(' ');
                return;
            case TagUse::image:
                image(token);
                return;
            case TagUse::embed:
                embed(token);
                return;
            case TagUse::span:
            case TagUse::link:
            case TagUse::superscript:
            case TagUse::quotation:
                open_inline(token, rule);
                return;
            default:
                break;
        }
        note_id(attribute(token, "id"));
        if (inside_title) {
            separate();
            if (!is_void_tag(token.name)) push({}, token);
            return;
        }
        open_block(token, rule);
    }

    void open_in_code(const Token& token, const TagRule& rule) {
        if (rule.use == TagUse::dropped) {
            drop_with_content(token);
            return;
        }
        if (rule.use == TagUse::line_break) builder_.text("\n");
        if (rule.use == TagUse::link || rule.use == TagUse::image) count("tag", token.name);
        if (token.name == "code" && builder_.block(code_).info.empty()) {
            const std::string info = code_language(token);
            if (!info.empty()) builder_.block(code_).info = builder_.store(info);
        }
        if (!is_void_tag(token.name)) push({}, token);
    }

    void open_block(const Token& token, const TagRule& rule) {
        switch (rule.use) {
            case TagUse::transparent:
                transparent(token);
                break;
            case TagUse::container:
                open_container(token, rule.block);
                break;
            case TagUse::list_item:
                list_item(token);
                break;
            case TagUse::table:
                make_room_for(BlockKind::table);
                push_table_part(token, BlockKind::table);
                in_head_ = false;
                break;
            case TagUse::table_section: {
                close_leaf();
                push({.section = true}, token);
                elements_.back().saved_head = in_head_;
                in_head_ = token.name == "thead";
                break;
            }
            case TagUse::table_row:
            case TagUse::table_cell:
                table_part(token, rule.block);
                break;
            case TagUse::paragraph:
                open_paragraph_element(token);
                break;
            case TagUse::heading:
                heading(token);
                break;
            case TagUse::title:
                title(token, rule.block);
                break;
            case TagUse::definition:
                pop_implicit_for(BlockKind::definition);
                if (container().kind == BlockKind::definition_list) {
                    push_named(token, BlockKind::definition);
                } else {
                    transparent(token);
                }
                break;
            case TagUse::details:
                details(token);
                break;
            case TagUse::code_block: {
                make_room_for(BlockKind::code_block);
                code_ = open_leaf(BlockKind::code_block, Leaf::code);
                const std::string_view language = attribute(token, "lang");
                if (is_id(language)) builder_.block(code_).info = builder_.store(language);
                push({.leaf = true}, token);
                break;
            }
            case TagUse::rule:
                // The line that writers put over their footnotes is part of how ours look.
                if (footnotes_next_) break;
                make_room_for(BlockKind::rule);
                give_id(builder_.open(BlockKind::rule));
                builder_.close();
                break;
            default:
                break;
        }
    }

    void pop_implicit_for(BlockKind kind) {
        close_leaf();
        while (elements_.back().implicit && !may_contain(elements_.back().kind, kind)) pop();
    }

    BlockId push_named(const Token& token, BlockKind kind) {
        ++counts_[token.name];
        const BlockId id = push_container({.name = token.name}, kind);
        set_language(token, id);
        return id;
    }

    void set_language(const Token& token, BlockId id) {
        const std::string_view language = attribute(token, "lang");
        if (is_language(language)) builder_.block(id).language = builder_.store(language);
    }

    void transparent(const Token& token) {
        close_leaf();
        if (has_class(token, "footnotes") || has_attribute(token, "data-footnotes")) {
            footnotes_next_ = true;
            push({.footnote_section = true}, token);
            return;
        }
        if (has_class(token, "wp-caption")) {
            open_container(token, BlockKind::figure);
            return;
        }
        if (is_language(attribute(token, "lang"))) {
            make_room_for(BlockKind::group);
            push_named(token, BlockKind::group);
            return;
        }
        push({}, token);
    }

    void open_container(const Token& token, BlockKind kind) {
        if (kind == BlockKind::list && footnotes_next_) {
            footnotes_next_ = false;
            footnote_number_ = 0;
            make_room_for(BlockKind::footnotes);
            push_named(token, BlockKind::footnotes);
            return;
        }
        make_room_for(kind);
        const BlockId id = push_named(token, kind);
        if (kind != BlockKind::list || token.name != "ol") return;
        Block& list = builder_.block(id);
        list.ordered = true;
        list.number = std::max(0, integer(attribute(token, "start")).value_or(1));
    }

    void list_item(const Token& token) {
        pop_implicit_for(BlockKind::list_item);
        const BlockKind parent = container().kind;
        if (parent == BlockKind::footnotes) {
            const BlockId id = push_named(token, BlockKind::footnote);
            builder_.block(id).number = ++footnote_number_;
            return;
        }
        make_room_for(BlockKind::list_item);
        push_named(token, BlockKind::list_item);
    }

    void push_table_part(const Token& token, BlockKind kind) {
        push_named(token, kind);
        elements_.back().section = kind == BlockKind::table;
        elements_.back().saved_head = in_head_;
    }

    void table_part(const Token& token, BlockKind kind) {
        pop_implicit_for(kind);
        const BlockKind parent = container().kind;
        const bool in_place = parent == BlockKind::table ||
                              (parent == BlockKind::table_row && kind == BlockKind::table_cell);
        if (!in_place) {
            transparent(token);
            return;
        }
        make_room_for(kind);
        if (kind == BlockKind::table_row) {
            const BlockId id = push_named(token, kind);
            builder_.block(id).header = in_head_;
            return;
        }
        Element& row = container();
        ++row.cells;
        if (token.name == "td") row.all_header = false;
        const BlockId id = push_named(token, kind);
        Block& cell = builder_.block(id);
        cell.header = token.name == "th";
        cell.align = alignment(token);
        constexpr int widest = 1000;
        const auto span_of = [&](std::string_view name) {
            return static_cast<std::uint16_t>(std::clamp(integer(attribute(token, name)).value_or(1), 1, widest));
        };
        cell.column_span = span_of("colspan");
        cell.row_span = span_of("rowspan");
    }

    // The paragraph itself is made when there is something in it.
    void open_paragraph_element(const Token& token) {
        if (has_class(token, "wp-caption-text")) {
            title(token, BlockKind::caption);
            return;
        }
        close_leaf();
        push({.paragraph = true}, token);
        ++paragraphs_;
        align_ = alignment(token);
        const std::string_view language = attribute(token, "lang");
        language_ = is_language(language) ? language : std::string_view{};
    }

    void heading(const Token& token) {
        if (options_.untrusted) {
            open_paragraph_element(token);
            elements_.back().span = true;
            spans_.push_back({.kind = InlineKind::strong});
            return;
        }
        make_room_for(BlockKind::heading);
        const BlockId id = open_leaf(BlockKind::heading, Leaf::title);
        Block& block = builder_.block(id);
        block.level = static_cast<std::uint8_t>(token.name[1] - '0');
        block.align = alignment(token);
        set_language(token, id);
        push({.id = id, .leaf = true, .heading = true}, token);
        heading_ = true;
        heading_text_.clear();
    }

    // Captions, summaries and terms; where one does not belong it is a paragraph.
    void title(const Token& token, BlockKind kind) {
        pop_implicit_for(kind);
        const bool late_summary = kind == BlockKind::summary && !summary_next_;
        if (!may_contain(container().kind, kind) || late_summary) {
            push({.paragraph = true}, token);
            ++paragraphs_;
            return;
        }
        summary_next_ = false;
        const BlockId id = open_leaf(kind, Leaf::title);
        set_language(token, id);
        push({.id = id, .leaf = true}, token);
    }

    void details(const Token& token) {
        make_room_for(BlockKind::details);
        const BlockId id = push_named(token, BlockKind::details);
        builder_.block(id).open = has_attribute(token, "open");
        std::size_t next = at_ + 1;
        while (next < tokens_.size() && is_blank(tokens_[next])) ++next;
        summary_next_ = next < tokens_.size() && tokens_[next].kind == TokenKind::open &&
                        tokens_[next].name == "summary";
        if (!summary_next_) builder_.leaf(BlockKind::summary, StyleClass::none, "Details");
    }

    // --- inlines

    void open_inline(const Token& token, const TagRule& rule) {
        if (rule.use == TagUse::superscript) {
            if (const auto reference = match_footnote_reference(tokens_, at_)) {
                footnote_reference(*reference);
                return;
            }
        }
        Span span;
        span.kind = rule.span;
        const std::string_view language = attribute(token, "lang");
        if (is_language(language)) span.language = language;
        if (rule.use == TagUse::link) {
            if (!link(token, span)) return;
        } else if (rule.use == TagUse::quotation) {
            push({.quotation = true}, token);
            prepare();
            builder_.text("“");
            return;
        } else {
            note_id(attribute(token, "id"));
        }
        if (span.kind == InlineKind::abbreviation) span.title = attribute(token, "title");
        if (span.kind == InlineKind::time) span.url = date_in(attribute(token, "datetime"));
        if (span.kind == InlineKind::span && span.language.empty()) {
            push({}, token);
            return;
        }
        push({.span = true}, token);
        spans_.push_back(std::move(span));
    }

    // False where the element is only a place, or leads nowhere: its content stays.
    bool link(const Token& token, Span& span) {
        note_id(attribute(token, "id"));
        note_id(attribute(token, "name"));
        const std::string_view url = attribute(token, "href");
        if (!has_attribute(token, "href") || !allowed(url, UrlUse::link)) {
            push({}, token);
            return false;
        }
        span.kind = InlineKind::link;
        span.url = prefixed(url);
        span.title = attribute(token, "title");
        span.back_reference = is_back_reference(token);
        return true;
    }

    void footnote_reference(const FootnoteReference& reference) {
        prepare();
        std::string anchor(options_.anchor_prefix);
        anchor.append(reference.anchor);
        builder_.footnote_reference(reference.number, prefixed(reference.url), anchor);
        at_ += reference.size - 1;
    }

    void input(const Token& token) {
        const bool box = attribute(token, "type") == "checkbox";
        if (!box || container().kind != BlockKind::list_item || filled_) {
            count("tag", token.name);
            return;
        }
        builder_.block(container().id).task = has_attribute(token, "checked") ? Task::done : Task::open;
    }

    void image(const Token& token) {
        std::string_view url = attribute(token, "src");
        // Pictures that a script would load later.
        if (url.empty() || url_scheme(url) == "data") {
            for (const std::string_view later : {"data-src", "data-lazy-src"}) {
                if (const std::string_view other = attribute(token, later); !other.empty()) url = other;
            }
        }
        const float width = length(attribute(token, "width"));
        const float height = length(attribute(token, "height"));
        if (has_attribute(token, "width") && has_attribute(token, "height") && width <= 1 && height <= 1) {
            count("tag", "img of one pixel");
            return;
        }
        const std::string alternative(attribute(token, "alt"));
        if (options_.untrusted || !allowed(url, UrlUse::image)) {
            if (!alternative.empty()) text(alternative);
            return;
        }
        note_id(attribute(token, "id"));
        prepare();
        const InlineId id = builder_.image(url, alternative, attribute(token, "title"));
        builder_.target(id).width = width;
        builder_.target(id).height = height;
    }

    // Nothing of a third party is loaded: a link says what would be there.
    void embed(const Token& token) {
        const Token* source = &token;
        std::string_view url = attribute(token, token.name == "object" ? "data" : "src");
        if (url.empty()) url = attribute(token, "data-src");
        for (std::size_t i = at_ + 1; url.empty() && i < tokens_.size(); ++i) {
            if (tokens_[i].kind == TokenKind::close && tokens_[i].name == token.name) break;
            const bool names_it = tokens_[i].name == "source" || tokens_[i].name == "embed";
            if (tokens_[i].kind != TokenKind::open || !names_it) continue;
            source = &tokens_[i];
            url = attribute(*source, "src");
        }
        drop_with_content(token);
        const std::string scheme = url_scheme(url);
        if (url.empty() || url == "about:blank") return;
        if (!scheme.empty() && scheme != "http" && scheme != "https") {
            count("url", scheme);
            return;
        }
        std::string_view shown = attribute(token, "title");
        const std::string host = host_of(url);
        if (shown.empty()) shown = host.empty() ? url : std::string_view(host);
        const bool own_block = leaf_ != Leaf::title;
        if (own_block) {
            make_room_for(BlockKind::paragraph);
            builder_.block(open_leaf(BlockKind::paragraph, Leaf::paragraph)).style = StyleClass::facade;
        } else {
            separate();
            prepare();
        }
        const InlineId id = builder_.open_link(url);
        builder_.target(id).untrusted = options_.untrusted;
        builder_.text(shown);
        builder_.close_span();
        if (own_block) close_leaf();
    }

    const std::vector<Token>& tokens_;
    const HtmlOptions& options_;
    Builder builder_;
    Anchors anchors_;
    std::map<std::string, int> dropped_;
    std::size_t at_ = 0;
    std::size_t skipped_ = 0;  // depth inside an element that is dropped with its content

    std::vector<Element> elements_;
    std::unordered_map<std::string_view, std::size_t> counts_;  // open elements by name
    std::vector<Span> spans_;
    std::size_t open_spans_ = 0;  // how many of them are open in the leaf

    Leaf leaf_ = Leaf::none;
    bool filled_ = false;  // the leaf shows something
    int breaks_ = 0;       // line breaks that wait for something to separate
    int paragraphs_ = 0;   // p elements that are open
    Align align_ = Align::start;
    std::string language_;
    BlockId code_ = no_id;

    bool heading_ = false;
    std::string heading_text_;
    std::string pending_id_;
    std::unordered_map<std::string, int> given_;

    bool in_head_ = false;
    bool summary_next_ = false;
    bool footnotes_next_ = false;
    int footnote_number_ = 0;
};

}  // namespace

HtmlResult from_html(const std::vector<Token>& tokens, const HtmlOptions& options) {
    return Converter(tokens, options).run();
}

}  // namespace blatt::document
