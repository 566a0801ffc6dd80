#include <algorithm>
#include <array>
#include <utility>

#include "document/embeds.h"
#include "document/html_converter.h"

namespace blatt::document {

namespace {

// Text flows around it, or it stands in the middle.
bool is_aligned(const Token& token) {
    return has_class(token, "alignleft") || has_class(token, "alignright") ||
           has_class(token, "aligncenter");
}

// Words that players put where a title should be.
constexpr auto empty_titles = std::to_array<std::string_view>({
    "YouTube video player",
    "YouTube",
    "vimeo-player",
    "Vimeo",
    "Spotify Embed",
    "embed",
    "iframe",
    "video",
});

std::string_view background_of(std::string_view style) {
    constexpr std::string_view property = "background-image:";
    const auto at = style.find(property);
    if (at == std::string_view::npos) return {};
    std::string_view value = style.substr(at + property.size());
    const auto open = value.find("url(");
    if (open == std::string_view::npos || open > value.find(';')) return {};
    value = value.substr(open + 4);
    value = value.substr(0, value.find(')'));
    while (!value.empty() && (value.front() == '\'' || value.front() == '"'))
        value.remove_prefix(1);
    while (!value.empty() && (value.back() == '\'' || value.back() == '"')) value.remove_suffix(1);
    return value;
}

}  // namespace

void HtmlConverter::image(const Token& token) {
    std::string_view url = attribute(token, "src");
    // Pictures that a script would load later.
    if (url.empty() || url_scheme(url) == "data") {
        for (const std::string_view later : {"data-src", "data-lazy-src"}) {
            if (const std::string_view other = attribute(token, later); !other.empty()) url = other;
        }
    }
    HtmlImage image;
    image.width = length(attribute(token, "width"));
    image.height = length(attribute(token, "height"));
    if (has_attribute(token, "width") && has_attribute(token, "height") && image.width <= 1 &&
        image.height <= 1) {
        count("tag", "img of one pixel");
        return;
    }
    image.alternative = attribute_text(token, "alt");
    if (options_.untrusted || !allowed(url, UrlUse::image)) {
        if (!image.alternative.empty()) text(image.alternative);
        return;
    }
    image.url = url;
    image.title = attribute_text(token, "title");
    note_id(attribute(token, "id"));
    const bool stands_alone = is_aligned(token) && leaf_ != HtmlLeaf::title &&
                              leaf_ != HtmlLeaf::code && container().kind != BlockKind::figure &&
                              may_contain(container().kind, BlockKind::figure);
    if (!stands_alone) {
        prepare();
        add_image(image);
        return;
    }
    for (HtmlSpan& span : spans_) {
        if (span.kind != InlineKind::link) continue;
        image.link = span.url;
        span.made = true;
    }
    floats_.push_back(std::move(image));
    if (!filled_) add_figures();
}

void HtmlConverter::add_image(const HtmlImage& image) {
    const InlineId id = builder_.image(image.url, image.alternative, image.title);
    builder_.target(id).width = image.width;
    builder_.target(id).height = image.height;
}

void HtmlConverter::add_figures() {
    close_leaf();
    for (const HtmlImage& image : std::exchange(floats_, {})) {
        make_room_for(BlockKind::figure);
        figure(image);
    }
}

void HtmlConverter::figure(const HtmlImage& image) {
    give_id(builder_.open(BlockKind::figure));
    Block& line = builder_.block(builder_.open(BlockKind::paragraph));
    line.tight = true;
    line.align = Align::center;
    if (!image.link.empty()) builder_.open_link(image.link);
    add_image(image);
    if (!image.link.empty()) builder_.close_span();
    builder_.close();
    builder_.close();
}

void HtmlConverter::background_image(const Token& token) {
    const std::string_view url = background_of(attribute(token, "style"));
    if (url.empty() || options_.untrusted || !allowed(url, UrlUse::image)) return;
    HtmlImage image;
    image.url = url;
    make_room_for(BlockKind::figure);
    figure(image);
}

void HtmlConverter::open_figure(const Token& token) {
    make_room_for(BlockKind::figure);
    push_named(token, BlockKind::figure);
    if (is_aligned(token)) elements_.back().align = Align::center;
}

// The picture of a gallery may be marked up as a list, a definition list or a row of boxes.
bool HtmlConverter::by_class(const Token& token) {
    if (!has_attribute(token, "class")) return false;
    const auto is = [&](std::string_view name) { return has_class(token, name); };
    if (is("wp-caption-text") || is("gallery-caption")) {
        title(token, BlockKind::caption);
    } else if (token.name == "figure" ? is("wp-block-pullquote")
                                      : is("blocks-gallery-grid") || is("gallery-icon")) {
        close_leaf();
        pullquote_next_ = is("wp-block-pullquote");
        push({}, token);
    } else if (is("wp-caption") || is("wp-block-gallery") || is("gallery-item") ||
               (is("gallery") && token.name == "div")) {
        open_figure(token);
    } else if (is("wp-block-footnotes")) {
        footnotes_next_ = true;
        return false;
    } else if (is("blocks-gallery-item") && container().kind == BlockKind::figure) {
        close_leaf();
        push({}, token);
    } else if (is("wp-block-buttons") ||
               (is("wp-block-button") &&
                builder_.block(container().id).style != StyleClass::button_row)) {
        make_room_for(BlockKind::group);
        builder_.block(push_named(token, BlockKind::group)).style = StyleClass::button_row;
    } else if (is("wp-block-verse")) {
        close_leaf();
        push({.paragraph = true, .verse = true}, token);
        ++paragraphs_;
        align_ = alignment(token);
        verse_ = true;
    } else if (is("wp-block-cover") || is("wp-block-cover-image") ||
               is("wp-block-cover__image-background")) {
        close_leaf();
        background_image(token);
        push({}, token);
    } else {
        return false;
    }
    return true;
}

void HtmlConverter::attribution(const Token& token) {
    make_room_for(BlockKind::paragraph);
    const BlockId id = open_leaf(BlockKind::paragraph, HtmlLeaf::title);
    builder_.block(id).style = StyleClass::attribution;
    push({.id = id, .leaf = true}, token);
}

void HtmlConverter::embed(const Token& token) {
    const Token* source = &token;
    std::string_view url = attribute(token, token.name == "object" ? "data" : "src");
    for (const std::string_view later : {"data-src", "data-lazy-src"}) {
        if (url.empty() || url == "about:blank") url = attribute(token, later);
    }
    for (std::size_t i = at_ + 1; url.empty() && i < tokens_.size(); ++i) {
        if (tokens_[i].kind == TokenKind::close && tokens_[i].name == token.name) break;
        const bool names_it = tokens_[i].name == "source" || tokens_[i].name == "embed";
        if (tokens_[i].kind != TokenKind::open || !names_it) continue;
        source = &tokens_[i];
        url = attribute(*source, "src");
    }
    drop_with_content(token);
    // The link to the post stands beside it.
    if (has_class(token, "wp-embedded-content")) return;
    const std::string scheme = url_scheme(url);
    if (url.empty() || url == "about:blank") return;
    if (!scheme.empty() && scheme != "http" && scheme != "https") {
        count("url", scheme);
        return;
    }
    std::string_view title = attribute_text(token, "title");
    if (std::ranges::find(empty_titles, title) != empty_titles.end()) title = {};
    facade(url, title);
}

void HtmlConverter::facade(std::string_view url, std::string_view title) {
    const std::string page = embed_page(url);
    const EmbedProvider* provider = embed_provider(page);
    const std::string host = embed_host(page);
    std::string_view shown = title;
    if (shown.empty() && provider != nullptr) shown = provider->name;
    if (shown.empty()) shown = host.empty() ? std::string_view(page) : std::string_view(host);
    const bool own_block = leaf_ != HtmlLeaf::title;
    if (own_block) {
        make_room_for(BlockKind::paragraph);
        builder_.block(open_leaf(BlockKind::paragraph, HtmlLeaf::paragraph)).style =
            StyleClass::facade;
    } else {
        separate();
        prepare();
    }
    const InlineId id = builder_.open_link(page);
    builder_.target(id).untrusted = options_.untrusted;
    builder_.text(shown);
    builder_.close_span();
    if (own_block) close_leaf();
}

}  // namespace blatt::document
