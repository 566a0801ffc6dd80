#include "document/html.h"

#include <utility>

#include "document/html_converter.h"

namespace blatt::document {

namespace {

bool is_block(TagUse use) {
    switch (use) {
        case TagUse::unknown:
        case TagUse::inert:
        case TagUse::span:
        case TagUse::link:
        case TagUse::superscript:
        case TagUse::quotation: return false;
        default: return true;
    }
}

}  // namespace

HtmlConverter::HtmlConverter(const std::vector<Token>& tokens, const HtmlOptions& options)
    : tokens_(tokens), options_(options), anchors_(options.anchor_prefix) {
    elements_.push_back({.block = true, .kind = BlockKind::root});
    containers_.push_back(0);
    reserve_ids();
}

HtmlResult HtmlConverter::run() {
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
    if (!floats_.empty()) add_figures();
    close_leaf();
    return {builder_.finish(), std::move(dropped_)};
}

void HtmlConverter::count(std::string_view what, std::string_view name) {
    // Names come from outside; the report must not grow with them.
    constexpr std::size_t most_names = 200;
    std::string key(what);
    key.append(" ").append(name.substr(0, 40));
    if (dropped_.size() >= most_names && !dropped_.contains(key)) key = "others";
    ++dropped_[key];
}

void HtmlConverter::count_attributes(const Token& token) {
    for (const Attribute& attribute : token.attributes) {
        if (!attribute_is_read(token.name, attribute.name)) count("attribute", attribute.name);
    }
}

void HtmlConverter::drop_with_content(const Token& token) {
    count("tag", token.name);
    if (!is_void_tag(token.name)) skipped_ = 1;
}

void HtmlConverter::skip(const Token& token) {
    if (token.kind == TokenKind::open && !is_void_tag(token.name)) ++skipped_;
    if (token.kind == TokenKind::close && !is_void_tag(token.name)) --skipped_;
}

bool HtmlConverter::allowed(std::string_view url, UrlUse use) {
    if (url_allowed(url, use)) return true;
    count("url", url_scheme(url));
    return false;
}

void HtmlConverter::reserve_ids() {
    for (const Token& token : tokens_) {
        const std::string_view id = attribute(token, "id");
        if (is_id(id)) anchors_.reserve(std::string(options_.anchor_prefix).append(id));
    }
}

void HtmlConverter::note_id(std::string_view id) {
    if (!is_id(id)) return;
    std::string anchor = std::string(options_.anchor_prefix).append(id);
    if (given_.emplace(anchor, 1).second) pending_id_ = std::move(anchor);
}

void HtmlConverter::give_id(BlockId id) {
    if (pending_id_.empty()) return;
    builder_.block(id).anchor = builder_.store(pending_id_);
    pending_id_.clear();
}

std::string HtmlConverter::prefixed(std::string_view url) const {
    std::string out(url);
    if (url.size() > 1 && url.front() == '#') out.insert(1, options_.anchor_prefix);
    return out;
}

void HtmlConverter::close_leaf() {
    if (leaf_ == HtmlLeaf::none) return;
    builder_.close();
    // Kept until now, so that it does not stand between two pieces of one text.
    if (leaf_ == HtmlLeaf::code && !code_info_.empty()) {
        builder_.block(code_).info = builder_.store(code_info_);
    }
    leaf_ = HtmlLeaf::none;
    open_spans_ = 0;
    breaks_ = 0;
    filled_ = false;
}

BlockId HtmlConverter::open_leaf(BlockKind kind, HtmlLeaf leaf) {
    const BlockId id = builder_.open(kind);
    leaf_ = leaf;
    filled_ = false;
    breaks_ = 0;
    give_id(id);
    return id;
}

void HtmlConverter::prepare() {
    if (leaf_ == HtmlLeaf::none) open_paragraph();
    if (filled_) {
        for (; breaks_ > 0; --breaks_) builder_.line_break(InlineKind::hard_break);
    }
    breaks_ = 0;
    for (; open_spans_ < spans_.size(); ++open_spans_) open_span(spans_[open_spans_]);
    filled_ = true;
}

void HtmlConverter::open_paragraph() {
    make_room_for(BlockKind::paragraph);
    const BlockId id = open_leaf(BlockKind::paragraph, HtmlLeaf::paragraph);
    Block& block = builder_.block(id);
    if (paragraphs_ > 0) {
        block.align = align_;
        if (!language_.empty()) block.language = builder_.store(language_);
        return;
    }
    if (container().kind == BlockKind::group &&
        builder_.block(container().id).style == StyleClass::button_row) {
        block.style = StyleClass::button;
        return;
    }
    if (container().kind == BlockKind::figure) block.align = container().align;
    switch (container().kind) {
        case BlockKind::list_item:
        case BlockKind::table_cell:
        case BlockKind::definition:
        case BlockKind::footnote:
        case BlockKind::figure: block.tight = true; break;
        default: break;
    }
}

void HtmlConverter::open_span(HtmlSpan& span) {
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

void HtmlConverter::text(std::string_view text) {
    if (leaf_ == HtmlLeaf::code) {
        builder_.text(text);
        return;
    }
    if (heading_) heading_text_.append(text);
    if (verse_) {
        for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
            verse_ = false;
            this->text(text.substr(0, end));
            verse_ = true;
            if (filled_) breaks_ = std::min(breaks_ + 1, 2);
            text.remove_prefix(end + 1);
        }
    }
    const bool shows = code_spans_ > 0 && !text.empty();
    if (!shows && text.find_first_not_of(" \t\n\r\f") == std::string_view::npos) {
        if (leaf_ != HtmlLeaf::none && breaks_ == 0) builder_.text(text);
        return;
    }
    prepare();
    builder_.text(text);
}

HtmlElement& HtmlConverter::container() { return elements_[containers_.back()]; }

void HtmlConverter::make_room_for(BlockKind kind) {
    close_leaf();
    if (!floats_.empty()) add_figures();
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

BlockId HtmlConverter::push_container(HtmlElement element, BlockKind kind) {
    element.block = true;
    element.kind = kind;
    element.id = builder_.open(kind);
    give_id(element.id);
    containers_.push_back(elements_.size());
    elements_.push_back(element);
    return element.id;
}

void HtmlConverter::pop() {
    HtmlElement element = elements_.back();
    elements_.pop_back();
    if (element.block) containers_.pop_back();
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
        if (element.verse) verse_ = false;
        if (!floats_.empty()) add_figures();
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
    if (!floats_.empty() && may_contain(element.kind, BlockKind::figure)) {
        for (const HtmlImage& image : std::exchange(floats_, {})) figure(image);
    }
    builder_.close();
    if (element.kind == BlockKind::table_row) end_row(element);
}

void HtmlConverter::end_row(const HtmlElement& row) {
    HtmlElement& table = container();
    const bool heads = builder_.block(row.id).header || (row.cells > 0 && row.all_header);
    if (heads && !table.has_body_row) {
        builder_.block(row.id).header = true;
    } else {
        builder_.block(row.id).header = false;
        table.has_body_row = true;
    }
}

void HtmlConverter::end_heading(BlockId id) {
    heading_ = false;
    if (!options_.heading_anchors || id == no_id || !builder_.block(id).anchor.empty()) return;
    builder_.block(id).anchor = builder_.store(anchors_.of_text(heading_text_));
}

void HtmlConverter::pop_span() {
    HtmlSpan& span = spans_.back();
    const bool is_open = open_spans_ == spans_.size();
    if (span.kind == InlineKind::code) --code_spans_;
    const bool in_paragraph = leaf_ != HtmlLeaf::none || paragraphs_ > 0;
    if (!is_open && !span.made && span.kind == InlineKind::link && in_paragraph) {
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

void HtmlConverter::close(std::string_view name) {
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

void HtmlConverter::push(HtmlElement element, const Token& token) {
    element.name = token.name;
    ++counts_[element.name];
    elements_.push_back(element);
}

void HtmlConverter::separate() {
    if (leaf_ == HtmlLeaf::title) {
        if (filled_) breaks_ = std::max(breaks_, 1);
        if (heading_) heading_text_.push_back(' ');
    } else if (leaf_ == HtmlLeaf::paragraph) {
        close_leaf();
    }
}

HtmlResult from_html(const std::vector<Token>& tokens, const HtmlOptions& options) {
    return HtmlConverter(tokens, options).run();
}

}  // namespace blatt::document
