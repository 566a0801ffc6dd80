#include "app/screens.h"

#include <cmath>

#include "app/article_body.h"
#include "app/contents.h"
#include "app/directions.h"
#include "app/facades.h"
#include "app/frame.h"
#include "app/routes.h"
#include "document/builder.h"
#include "document/hyphenate.h"
#include "document/markdown.h"
#include "document/sanitise.h"
#include "document/sources.h"

namespace blatt::app {

namespace {

using base::Error;
using base::Result;
using content::Page;
using content::PageKind;
using content::Reference;
using content::Site;
using content::Strings;
using content::Teaser;
using content::Text;
using document::BlockId;
using document::BlockKind;
using document::Builder;
using document::Document;
using document::InlineKind;
using document::Role;
using document::StyleClass;

constexpr std::string_view separator = " · ";

void add_heading(Builder& builder, int level, StyleClass style, std::string_view text) {
    builder.block(builder.leaf(BlockKind::heading, style, text)).level =
        static_cast<std::uint8_t>(level);
}

void add_date(Builder& builder, const Strings& strings, std::string_view iso_date) {
    const document::InlineId time = builder.open_span(InlineKind::time);
    const document::Slice machine = builder.store(iso_date);
    builder.target(time).url = machine;
    builder.text(content::format_date(strings, iso_date));
    builder.close_span();
}

std::string reading_time(const Strings& strings, int minutes) {
    const Text key = minutes == 1 ? Text::reading_minute : Text::reading_minutes;
    return content::format(strings[key], {{"count", std::to_string(minutes)}});
}

std::string host_of(std::string_view url) {
    const std::size_t start = url.find("//");
    if (start == std::string_view::npos) return std::string(url);
    const std::string_view rest = url.substr(start + 2);
    return std::string(rest.substr(0, rest.find_first_of("/?#:")));
}

// Puts between the parts of a line what separates them.
class Meta {
  public:
    explicit Meta(Builder& builder) : builder_(builder) {}
    Builder& next() {
        if (!first_) builder_.text(separator);
        first_ = false;
        return builder_;
    }

  private:
    Builder& builder_;
    bool first_ = true;
};

document::Slice append_text(Document& body, std::string_view text) {
    const document::Slice slice{static_cast<std::uint32_t>(body.text.size()),
                                static_cast<std::uint32_t>(text.size())};
    body.text += text;
    return slice;
}

// Those that ask nobody else.
std::string own_sources(std::string_view srcset, const Site& site) {
    if (srcset.empty()) return {};
    std::vector<document::PictureSource> sources = document::read_sources(srcset);
    std::erase_if(sources, [&](const document::PictureSource& source) {
        return document::is_third_party(source.url, site.origin);
    });
    return document::write_sources(std::move(sources));
}

// One glance should take in an upright picture; what is much longer than wide is meant to be
// scrolled through.
void keep_in_view(document::Target& target) {
    constexpr float highest = 720, widest = 680, most_upright = 0.4f;
    if (target.height <= highest) return;
    const float shape = target.width / target.height;
    if (shape < most_upright || shape > widest / highest) return;
    target.width = std::round(shape * highest);
    target.height = highest;
}

// The facts that the tool knows about a body's pictures; what may not be loaded becomes its text.
void resolve_images(Document& body, const Site& site, const Page& page) {
    for (document::Inline& node : body.inlines) {
        if (node.kind != InlineKind::image || node.target == document::no_id) continue;
        document::Target& target = body.targets[node.target];
        const std::string url(body.view(target.url));
        std::string sources = own_sources(body.view(target.sources), site);
        target.sources = {};
        for (const content::Image& image : page.body.images) {
            if (image.url != url) continue;
            if (target.width <= 0 || target.height <= 0) {
                target.width = image.width;
                target.height = image.height;
            }
            target.missing = target.missing || image.missing;
            if (sources.empty()) sources = own_sources(image.sources, site);
        }
        if (!sources.empty()) target.sources = append_text(body, sources);
        keep_in_view(target);
        target.third_party = document::is_third_party(url, site.origin);
        if (!target.missing && !target.third_party) continue;
        const std::string alt(body.view(node.text));
        const std::string shown =
            target.third_party ? content::format(site.strings[Text::third_party_image],
                                                 {{"host", host_of(url)}, {"alt", alt}})
                               : content::format(site.strings[Text::image_missing], {{"alt", alt}});
        node.text = append_text(body, shown);
    }
}

bool has_picture(const Site& site, const content::Image& image) {
    return !image.url.empty() && !image.missing &&
           !document::is_third_party(image.url, site.origin);
}

// A footnote's arrow back is a link without words; its name says where it leads.
void name_back_links(Document& body, const Site& site) {
    for (BlockId note = 0; note < body.blocks.size(); ++note) {
        if (body.blocks[note].kind != BlockKind::footnote) continue;
        const std::string name =
            content::format(site.strings[Text::back_to_text],
                            {{"number", std::to_string(body.blocks[note].number)}});
        const document::Slice title = append_text(body, name);
        for (BlockId leaf = note + 1; leaf < body.blocks[note].end; ++leaf) {
            for (document::InlineId i = body.blocks[leaf].inlines_begin;
                 i < body.blocks[leaf].inlines_end; ++i) {
                const std::uint32_t target = body.inlines[i].target;
                if (target != document::no_id && body.targets[target].back_reference)
                    body.targets[target].title = title;
            }
        }
    }
}

void add_picture(Builder& builder, const Site& site, const content::Image& image,
                 StyleClass style) {
    if (!has_picture(site, image)) return;
    builder.open(BlockKind::paragraph, style);
    const document::InlineId id = builder.image(image.url, image.alternative);
    document::Target& target = builder.target(id);
    target.width = image.width;
    target.height = image.height;
    builder.close();
}

void add_teaser(Builder& builder, const Site& site, const Teaser& teaser, StyleClass style) {
    const bool lead = style == StyleClass::teaser_lead;
    const BlockId card = builder.open_group(Role::article, style);
    if (!teaser.language.empty() && teaser.language != site.language) {
        const document::Slice language = builder.store(teaser.language);
        builder.block(card).language = language;
    }
    if (lead) add_picture(builder, site, teaser.image, StyleClass::teaser_image);
    builder.open_group(Role::none, StyleClass::teaser_body);
    builder.open(BlockKind::paragraph, StyleClass::teaser_meta);
    Meta meta(builder);
    if (!teaser.date.empty()) add_date(meta.next(), site.strings, teaser.date);
    if (!teaser.categories.empty()) add_links(meta.next(), teaser.categories);
    if (teaser.reading_minutes > 0)
        meta.next().text(reading_time(site.strings, teaser.reading_minutes));
    builder.close();
    const BlockId title = builder.open(BlockKind::heading, StyleClass::teaser_title);
    builder.block(title).level = 2;
    add_link(builder, teaser.title, teaser.url);
    builder.close();
    if (!teaser.excerpt.empty())
        builder.leaf(BlockKind::paragraph, StyleClass::teaser_text, teaser.excerpt);
    builder.close();
    if (!lead) add_picture(builder, site, teaser.image, StyleClass::teaser_image);
    builder.close();
}

void add_pager(Builder& builder, const Site& site, const Page& page) {
    if (page.page_count < 2) return;
    const Strings& strings = site.strings;
    builder.open_group(Role::nav, StyleClass::pager, strings[Text::pagination]);
    const auto link = [&](int number, Text key) {
        builder.open(BlockKind::paragraph, StyleClass::pager_link);
        add_link(builder, strings[key], list_page_url(page.list_url, number));
        builder.close();
    };
    if (page.page_number > 1) link(page.page_number - 1, Text::newer_posts);
    builder.leaf(
        BlockKind::paragraph, StyleClass::pager_link,
        content::format(strings[Text::page_of], {{"page", std::to_string(page.page_number)},
                                                 {"pages", std::to_string(page.page_count)}}));
    if (page.page_number < page.page_count) link(page.page_number + 1, Text::older_posts);
    builder.close();
}

void add_list(Builder& builder, const Site& site, const Page& page) {
    builder.open_group(Role::none, StyleClass::list_header);
    add_heading(builder, 1, StyleClass::list_title, page.title);
    if (!page.description.empty())
        builder.leaf(BlockKind::paragraph, StyleClass::list_note, page.description);
    builder.close();
    if (page.teasers.empty()) {
        builder.open_group(Role::none, StyleClass::notice);
        builder.leaf(BlockKind::paragraph, StyleClass::notice_text, site.strings[Text::empty_text]);
        builder.close();
        return;
    }
    builder.open_group(Role::none, StyleClass::teasers);
    bool any_picture = false;
    for (const Teaser& teaser : page.teasers)
        any_picture = any_picture || has_picture(site, teaser.image);
    const StyleClass usual = any_picture ? StyleClass::teaser : StyleClass::teaser_plain;
    bool first = page.page_number == 1 && page.list_url == site.base;
    for (const Teaser& teaser : page.teasers) {
        const bool lead = first && has_picture(site, teaser.image);
        add_teaser(builder, site, teaser, lead ? StyleClass::teaser_lead : usual);
        first = false;
    }
    builder.close();
    add_pager(builder, site, page);
}

void add_archive(Builder& builder, const Site& site, const Page& page) {
    builder.open_group(Role::none, StyleClass::list_header);
    add_heading(builder, 1, StyleClass::article_title, page.title);
    builder.close();
    std::string year;
    for (const Teaser& teaser : page.teasers) {
        const std::string own = teaser.date.substr(0, 4);
        if (own != year || year.empty()) {
            if (!year.empty()) builder.close();
            year = own.empty() ? "–" : own;
            add_heading(builder, 2, StyleClass::archive_year, year);
            builder.open(BlockKind::list, StyleClass::archive_list);
        }
        builder.open(BlockKind::list_item, StyleClass::archive_entry);
        const BlockId line = builder.open(BlockKind::paragraph);
        builder.block(line).tight = true;
        add_link(builder, teaser.title, teaser.url);
        if (!teaser.date.empty()) {
            builder.text(separator);
            add_date(builder, site.strings, teaser.date);
        }
        builder.close();
        builder.close();
    }
    if (!year.empty()) builder.close();
}

void add_article_header(Builder& builder, const Site& site, const Page& page) {
    builder.open_group(Role::header, StyleClass::article_header);
    if (!page.categories.empty()) {
        builder.open(BlockKind::paragraph, StyleClass::article_kicker);
        add_links(builder, page.categories);
        builder.close();
    }
    add_heading(builder, 1, StyleClass::article_title, page.title);
    if (!page.excerpt.empty())
        builder.leaf(BlockKind::paragraph, StyleClass::article_lead, page.excerpt);
    if (page.kind == PageKind::post) {
        builder.open(BlockKind::paragraph, StyleClass::article_meta);
        Meta meta(builder);
        if (!page.authors.empty()) add_links(meta.next(), page.authors);
        if (!page.date.empty()) add_date(meta.next(), site.strings, page.date);
        if (!page.modified.empty() && page.modified.substr(0, 10) != page.date.substr(0, 10)) {
            meta.next().text(
                content::format(site.strings[Text::updated_on],
                                {{"date", content::format_date(site.strings, page.modified)}}));
        }
        if (page.reading_minutes > 0)
            meta.next().text(reading_time(site.strings, page.reading_minutes));
        builder.close();
    }
    builder.close();
}

void add_post_link(Builder& builder, Text key, const Strings& strings, const Reference& post,
                   StyleClass style) {
    if (post.url.empty()) return;
    const bool is_next = key == Text::next_post;
    builder.open_group(Role::none, style);
    builder.leaf(BlockKind::paragraph, StyleClass::post_nav_label,
                 is_next ? strings[key] + " →" : "← " + strings[key]);
    builder.open(BlockKind::paragraph, StyleClass::post_nav_title);
    const document::InlineId link = builder.open_link(post.url);
    builder.target(link).relation =
        is_next ? document::Relation::next : document::Relation::previous;
    builder.text(post.title);
    builder.close_span();
    builder.close();
    builder.close();
}

void add_article_footer(Builder& builder, const Site& site, const Page& page) {
    const bool has_neighbours = !page.previous.url.empty() || !page.next.url.empty();
    if (page.tags.empty() && !has_neighbours) return;
    builder.open_group(Role::footer, StyleClass::article_footer);
    if (!page.tags.empty()) {
        builder.open(BlockKind::list, StyleClass::tag_row);
        for (const Reference& tag : page.tags) {
            builder.open(BlockKind::list_item, StyleClass::tag);
            const BlockId line = builder.open(BlockKind::paragraph);
            builder.block(line).tight = true;
            add_link(builder, tag.title, tag.url);
            builder.close();
            builder.close();
        }
        builder.close();
    }
    if (has_neighbours) {
        builder.open_group(Role::nav, StyleClass::post_nav, site.strings[Text::post_navigation]);
        add_post_link(builder, Text::previous_post, site.strings, page.previous,
                      StyleClass::post_nav_card);
        add_post_link(
            builder, Text::next_post, site.strings, page.next,
            page.previous.url.empty() ? StyleClass::post_nav_card : StyleClass::post_nav_next);
        builder.close();
    }
    builder.close();
}

void add_notice(Builder& builder, const Site& site, std::string_view title, std::string_view text,
                std::string_view detail, std::string_view retry_url) {
    builder.open_group(Role::section, StyleClass::notice);
    add_heading(builder, 1, StyleClass::notice_title, title);
    builder.leaf(BlockKind::paragraph, StyleClass::notice_text, text);
    builder.open(BlockKind::paragraph, StyleClass::notice_text);
    if (!retry_url.empty()) {
        add_link(builder, site.strings[Text::try_again], retry_url);
        builder.text(separator);
    }
    add_link(builder, site.strings[Text::to_home], site.base);
    builder.close();
    if (!detail.empty()) builder.leaf(BlockKind::paragraph, StyleClass::notice_detail, detail);
    builder.close();
}

// A picture that the body shows itself is not put over it once more.
bool shows_picture(const Document& body, std::string_view url) {
    for (const document::Inline& node : body.inlines) {
        if (node.kind == InlineKind::image && node.target != document::no_id &&
            body.view(body.targets[node.target].url) == url) {
            return true;
        }
    }
    return false;
}

// Returns whether contents stand beside it.
bool add_article(Builder& builder, const Site& site, const Page& page) {
    const BlockId article = builder.open_group(Role::article, StyleClass::article);
    if (!page.language.empty() && page.language != site.language) {
        const document::Slice language = builder.store(page.language);
        builder.block(article).language = language;
    }
    add_article_header(builder, site, page);
    const Result<Document> body = body_document(site, page);
    const bool repeated = body && shows_picture(*body, page.image.url);
    if (!repeated) add_picture(builder, site, page.image, StyleClass::article_image);
    const bool has_contents =
        body && add_contents(builder, *body, page.reading_minutes, site.strings);
    builder.open_group(Role::none, StyleClass::prose);
    if (body) {
        if (!body->blocks.empty()) append_body(builder, *body, site.strings);
    } else {
        add_notice(builder, site, site.strings[Text::error_title],
                   site.strings[Text::bad_data_text],
                   body.error().where + ": " + body.error().message, page.url);
    }
    builder.close();
    add_article_footer(builder, site, page);
    builder.close();
    return has_contents;
}

// Where the skip link leads.
constexpr std::string_view content_anchor = "blatt-content";

template <class AddContent>
Document whole_page(const Site& site, std::string_view url, AddContent add_content) {
    Builder builder;
    builder.open(BlockKind::paragraph, StyleClass::skip_link);
    add_link(builder, site.strings[Text::skip_to_content], "#" + std::string(content_anchor));
    builder.close();
    add_masthead(builder, site, url);
    const BlockId columns = builder.open_group(Role::none, StyleClass::columns);
    const BlockId content = builder.open_group(Role::main, StyleClass::content);
    const document::Slice anchor = builder.store(content_anchor);
    builder.block(content).anchor = anchor;
    if (add_content(builder)) builder.block(columns).style = StyleClass::reading;
    builder.close();
    add_sidebar(builder, site, url);
    builder.close();
    add_footer(builder, site, url);
    Document document = builder.finish();
    set_directions(document);
    return document;
}

}  // namespace

Result<Document> body_document(const Site& site, const Page& page) {
    Result<Document> body = page.body.markdown.empty()
                                ? Result<Document>(page.body.blocks)
                                : document::from_markdown(page.body.markdown);
    if (!body) {
        body.error().where = page.url + " " + body.error().where;
        return body;
    }
    resolve_images(*body, site, page);
    name_facades(*body, site.strings);
    name_back_links(*body, site);
    return body;
}

Document screen(const Site& site, const Page& page) {
    Document document = whole_page(site, page.url, [&](Builder& builder) {
        switch (page.kind) {
            case PageKind::post:
            case PageKind::page: return add_article(builder, site, page);
            case PageKind::list: add_list(builder, site, page); break;
            case PageKind::archive: add_archive(builder, site, page); break;
            case PageKind::not_found:
                add_notice(builder, site, site.strings[Text::not_found_title],
                           site.strings[Text::not_found_text], {}, {});
                break;
        }
        return false;
    });
    for (BlockId id = 0; id < document.blocks.size() && !page.hyphens.empty(); ++id) {
        if (document.blocks[id].style == StyleClass::article)
            document::hyphenate(document, id, page.hyphens);
    }
    return document;
}

Document error_screen(const Site& site, const Error& error, std::string_view path) {
    return whole_page(site, path, [&](Builder& builder) {
        const Strings& strings = site.strings;
        if (error.code == base::ErrorCode::not_found) {
            add_notice(builder, site, strings[Text::not_found_title], strings[Text::not_found_text],
                       error.where, {});
            return false;
        }
        const bool network = error.code == base::ErrorCode::unreadable;
        add_notice(builder, site, strings[Text::error_title],
                   strings[network ? Text::network_error_text : Text::bad_data_text],
                   error.where + ": " + error.message, path);
        return false;
    });
}

std::string window_title(const Site& site, const Page& page) {
    const bool home = page.kind == PageKind::list && page.list_url == site.base;
    if (page.kind == PageKind::not_found)
        return site.strings[Text::not_found_title] + " – " + site.title;
    if (home && page.page_number == 1) return site.title;
    if (page.title.empty()) return site.title;
    std::string title = page.title;
    if (page.page_number > 1) {
        title += " – " + content::format(site.strings[Text::page_of],
                                         {{"page", std::to_string(page.page_number)},
                                          {"pages", std::to_string(page.page_count)}});
    }
    return title + " – " + site.title;
}

}  // namespace blatt::app
