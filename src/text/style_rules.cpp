#include "text/style_rules.h"

#include <cmath>

namespace blatt::text {

namespace {

using document::BlockKind;
using document::StyleClass;
using Declarations = std::vector<Declaration>;

Part kind(BlockKind k, std::uint8_t level = 0) {
    return {.any_kind = false, .kind = k, .level = level};
}
Part cls(StyleClass style) { return {.style = style}; }

Declaration size(float v) { return {Property::size, v}; }
Declaration line(float v) { return {Property::line_height, v}; }
Declaration weight(float v) { return {Property::weight, v}; }
Declaration family(Family v) { return {Property::family, static_cast<float>(v)}; }
Declaration color(ColorToken v) { return {Property::color, static_cast<float>(v)}; }
Declaration links(ColorToken v) { return {Property::link_color, static_cast<float>(v)}; }
Declaration background(ColorToken v) { return {Property::background, static_cast<float>(v)}; }
Declaration arrange(Arrange v) { return {Property::arrange, static_cast<float>(v)}; }
Declaration marker(Marker v) { return {Property::marker, static_cast<float>(v)}; }
Declaration top(float v) { return {Property::margin_top, v}; }
Declaration gap(float v) { return {Property::gap, v}; }
Declaration row_gap(float v) { return {Property::row_gap, v}; }
Declaration radius(float v) { return {Property::radius, v}; }
Declaration max_width(float v) { return {Property::max_width, v}; }
Declaration tracks(float v) { return {Property::tracks, v}; }
Declaration margin_left(float v) { return {Property::margin_left, v}; }
Declaration border_top(float v) { return {Property::border_top, v}; }
Declaration border_bottom(float v) { return {Property::border_bottom, v}; }
Declaration border_left(float v) { return {Property::border_left, v}; }
Declaration border_color(ColorToken v) { return {Property::border_color, static_cast<float>(v)}; }
Declaration pad_top(float v) { return {Property::padding_top, v}; }
Declaration pad_bottom(float v) { return {Property::padding_bottom, v}; }
Declaration pad_left(float v) { return {Property::padding_left, v}; }
Declaration pad_right(float v) { return {Property::padding_right, v}; }
constexpr Declaration centered{Property::centered, 1};
constexpr Declaration spread{Property::spread, 1};
constexpr Declaration scrolls{Property::scroll_x, 1};
constexpr Declaration hidden{Property::hidden, 1};
constexpr Declaration shown{Property::hidden, 0};
constexpr Declaration plain_links{Property::underline_links, 0};
constexpr Declaration island{Property::island, 1};

struct Table {
    std::vector<Rule> rules;
    bool follows_reader = false;  // the rules added now

    Rule& add(Part subject, Declarations d, Breadth from) {
        rules.push_back({.subject = subject,
                         .from = from,
                         .follows_reader = follows_reader,
                         .declarations = std::move(d)});
        return rules.back();
    }
    void on(Part subject, Declarations d, Breadth from = Breadth::narrow) {
        add(subject, std::move(d), from);
    }
    void within(Part ancestor, Part subject, Declarations d, Breadth from = Breadth::narrow) {
        Rule& rule = add(subject, std::move(d), from);
        rule.within = ancestor;
        rule.has_within = true;
    }
    void following(Part subject, Declarations d) {
        add(subject, std::move(d), Breadth::narrow).after_first = true;
    }
    template <class Value>
    void chosen(Preference preference, Value value, Part subject, Declarations d,
                Breadth from = Breadth::narrow) {
        Rule& rule = add(subject, std::move(d), from);
        rule.conditional = true;
        rule.preference = preference;
        rule.value = static_cast<std::uint8_t>(value);
    }
};

// First in the table, because lengths after them count these steps.
void reader_steps(Table& t) {
    using enum StyleClass;
    for (const StyleClass part : {article_lead, StyleClass::prose}) {
        for (const Preference preference : {Preference::size, Preference::leading}) {
            const auto property =
                preference == Preference::size ? Property::size_step : Property::leading_step;
            const int usual = default_value(preference);
            const int count = static_cast<int>(preference_values(preference).size());
            for (int value = 0; value < count; ++value) {
                if (value == usual) continue;
                t.chosen(preference, value, cls(part),
                         {{property, static_cast<float>(value - usual)}});
            }
        }
    }
}

// The last, because they change what the table says for everybody.
void reader_choices(Table& t) {
    using enum StyleClass;
    t.chosen(Preference::typeface, TypefaceChoice::sans, cls(article), {family(Family::sans)});
    t.chosen(Preference::typeface, TypefaceChoice::legible, cls(article),
             {family(Family::legible)});
    t.chosen(Preference::measure, MeasureChoice::narrow, cls(article), {max_width(560)});
    for (const StyleClass part : {masthead, columns, page_footer})
        t.chosen(Preference::measure, MeasureChoice::wide, cls(part), {max_width(1236)});
    for (const StyleClass part : {content, sidebar})
        t.chosen(Preference::measure, MeasureChoice::wide, cls(part), {max_width(820)});
}

void frame(Table& t) {
    using enum StyleClass;
    const Declarations gutters_narrow = {pad_left(20), pad_right(20), centered, max_width(1096)};
    const Declarations gutters_medium = {pad_left(40), pad_right(40)};
    for (const StyleClass part : {masthead, columns, reading, page_footer}) {
        t.on(cls(part), gutters_narrow);
        t.on(cls(part), gutters_medium, Breadth::medium);
    }

    t.on(cls(masthead), {pad_top(28), links(ColorToken::ink), plain_links});
    t.on(cls(masthead), {pad_top(52)}, Breadth::medium);
    t.on(cls(site_head), {arrange(Arrange::row), spread, gap(16), row_gap(8)});
    t.on(cls(site_actions), {family(Family::sans),
                             size(16),
                             line(22),
                             weight(600),
                             links(ColorToken::ink_soft),
                             radius(8),
                             top(0),
                             pad_top(6),
                             pad_bottom(6),
                             pad_left(12),
                             pad_right(12),
                             border_top(1),
                             border_bottom(1),
                             border_left(1),
                             {Property::border_right, 1}});
    t.on(cls(site_title), {size(30), line(36), weight(700)});
    t.on(cls(site_title), {size(42), line(48)}, Breadth::medium);
    t.on(cls(site_tagline),
         {family(Family::sans), size(15), line(22), color(ColorToken::ink_soft), top(4)});
    t.on(cls(site_tagline), {size(16), line(24), top(6)}, Breadth::medium);
    t.on(cls(site_menu), {top(20), border_top(1), border_bottom(1)});
    t.on(cls(site_menu), {top(32)}, Breadth::medium);
    t.on(cls(menu_list), {arrange(Arrange::row), gap(24), pad_left(0), marker(Marker::none),
                          family(Family::sans), size(15), line(24), weight(500)});
    t.on(cls(menu_list), {gap(32)}, Breadth::medium);
    t.on(cls(menu_entry), {pad_top(10), pad_bottom(10), top(0)});
    t.on(cls(submenu_toggle),
         {size(15), line(24), weight(500), {Property::chevron, 1}, pad_right(18)});
    t.on(cls(submenu), {arrange(Arrange::popup),
                        background(ColorToken::surface),
                        radius(8),
                        pad_top(8),
                        pad_bottom(8),
                        pad_left(0),
                        marker(Marker::none),
                        top(8),
                        {Property::margin_left, -19},
                        border_top(1),
                        border_bottom(1),
                        border_left(1),
                        {Property::border_right, 1}});
    t.within(cls(submenu), cls(menu_entry),
             {pad_left(18), pad_right(28), pad_top(7), pad_bottom(7), weight(400), top(0)});

    for (const StyleClass part : {columns, reading}) {
        t.on(cls(part), {pad_top(32), pad_bottom(56)});
        t.on(cls(part), {pad_top(48), pad_bottom(80)}, Breadth::medium);
    }
    t.on(cls(reading), {pad_top(56)}, Breadth::wide);
    t.on(cls(columns),
         {arrange(Arrange::columns), gap(72), {Property::side_width, 264}, pad_top(56)},
         Breadth::wide);
    t.on(cls(content), {max_width(680)});

    t.on(cls(sidebar), {family(Family::sans), size(15), line(23), color(ColorToken::ink_soft),
                        links(ColorToken::ink), plain_links, top(64), pad_top(40), border_top(1),
                        max_width(680)});
    t.within(cls(columns), cls(sidebar), {top(0), pad_top(4), border_top(0)}, Breadth::wide);
    t.within(cls(reading), cls(sidebar), {arrange(Arrange::grid), tracks(2), gap(40), row_gap(40)},
             Breadth::medium);
    t.within(cls(reading), cls(sidebar), {tracks(3), gap(56), max_width(1156)}, Breadth::wide);
    t.on(cls(widget), {top(36)});
    t.within(cls(reading), cls(widget), {top(0)}, Breadth::medium);
    t.on(cls(widget_title),
         {family(Family::sans), size(13), line(20), weight(700), color(ColorToken::ink_faint)});
    t.on(cls(widget_text), {top(10)});
    t.on(cls(widget_list), {marker(Marker::none), pad_left(0), top(10)});
    t.on(cls(widget_entry), {top(8)});

    t.on(cls(page_footer), {family(Family::sans), size(14), line(22), color(ColorToken::ink_soft),
                            links(ColorToken::ink_soft), plain_links, pad_bottom(40)});
    t.on(cls(footer_menu), {border_top(1), pad_top(24)});
    t.within(cls(footer_menu), cls(menu_list),
             {size(14), line(22), weight(400), gap(24), row_gap(4)});
    t.on(cls(footer_entry), {top(0)});
    t.on(cls(footer_note), {size(14), line(22), color(ColorToken::ink_faint), top(14)});
}

void prose(Table& t) {
    using enum StyleClass;
    using enum BlockKind;
    t.on(kind(paragraph), {top(20)});
    t.on(kind(heading), {weight(700), size(19), line(28), top(32)});
    t.on(kind(heading, 1), {size(30), line(38), top(48)});
    t.on(kind(heading, 2), {size(26), line(34), top(46)});
    t.on(kind(heading, 3), {size(22), line(30), top(38)});
    t.on(kind(heading, 4), {size(19), line(28), top(34)});
    t.on(kind(heading), {{Property::hyphenate, 0}}, Breadth::medium);
    t.on(kind(heading, 5), {size(17), line(26), family(Family::sans)});
    t.on(kind(heading, 6), {size(15), line(24), family(Family::sans), color(ColorToken::ink_soft)});
    t.on(kind(list), {top(20), pad_left(28), marker(Marker::bullet)});
    t.on(Part{.any_kind = false, .kind = list, .ordered = true}, {marker(Marker::number)});
    t.on(kind(list_item), {top(8)});
    t.within(kind(list_item), kind(list), {top(8)});
    t.within(kind(list_item), kind(paragraph), {top(12)});
    t.on(kind(quote), {top(28), pad_left(24), border_left(3), border_color(ColorToken::accent),
                       color(ColorToken::ink_soft)});
    t.within(kind(quote), kind(quote), {top(16)});
    t.on(kind(code_block), {family(Family::mono),
                            size(14.5f),
                            line(23),
                            color(ColorToken::code_ink),
                            background(ColorToken::code_paper),
                            radius(8),
                            pad_top(16),
                            pad_bottom(16),
                            pad_left(20),
                            pad_right(20),
                            top(26),
                            scrolls,
                            {Property::preserve_space, 1},
                            {Property::italic, 0}});
    t.on(cls(code), {top(26), background(ColorToken::code_paper), radius(8)});
    t.on(cls(code_head), {arrange(Arrange::row), spread, gap(16), family(Family::sans), size(13),
                          line(20), color(ColorToken::ink_faint), links(ColorToken::ink_soft),
                          pad_top(10), pad_left(20), pad_right(20)});
    t.on(cls(code_language), {top(0)});
    t.on(cls(code_actions), {top(0)});
    t.within(cls(code), kind(code_block), {top(0), pad_top(6), background(ColorToken::none)});
    t.on(kind(rule), {top(44), pad_top(1), background(ColorToken::line)});
    t.on(kind(table), {top(28), family(Family::sans), size(15), line(23), scrolls});
    t.on(kind(table_cell),
         {pad_top(10), pad_bottom(10), pad_left(0), pad_right(24), border_bottom(1)});
    t.on(Part{.any_kind = false, .kind = table_cell, .header = true},
         {weight(700), border_bottom(2), border_color(ColorToken::ink_faint)});
    t.within(kind(table_cell), kind(paragraph), {top(8)});
    t.on(kind(figure), {top(32), pad_bottom(10)});
    t.on(kind(caption),
         {family(Family::sans), size(14), line(21), color(ColorToken::ink_soft), top(10)});
    const auto callout = [&](StyleClass style, ColorToken ink) {
        t.on(cls(style), {top(28), background(ColorToken::surface), radius(10), pad_top(16),
                          pad_bottom(18), pad_left(20), pad_right(20), size(17), line(28)});
        t.on(cls(style), {top(32), pad_left(24), pad_right(24)}, Breadth::medium);
        t.within(cls(style), kind(paragraph), {top(12)});
        t.within(cls(style), cls(callout_title), {color(ink), links(ink)});
    };
    callout(callout_note, ColorToken::code_function);
    callout(callout_tip, ColorToken::code_addition);
    callout(callout_important, ColorToken::code_variable);
    callout(callout_warning, ColorToken::code_number);
    callout(callout_caution, ColorToken::code_deletion);
    t.on(cls(callout_title), {family(Family::sans), size(15), line(22), weight(700), pad_left(28)});
    for (const StyleClass gallery : {gallery_two, gallery_three}) {
        t.on(cls(gallery),
             {arrange(Arrange::grid), tracks(2), gap(12), row_gap(16), top(32), pad_bottom(10)});
        t.within(cls(gallery), kind(figure), {top(0), pad_bottom(0)});
        t.within(cls(gallery), kind(caption), {size(13), line(19), top(8)});
    }
    t.on(cls(gallery_three), {tracks(3)}, Breadth::medium);
    t.on(cls(picture_wide), {{Property::image_aspect, 1.5f}, radius(6)});
    t.on(cls(picture_square), {{Property::image_aspect, 1}, radius(6)});
    t.on(cls(picture_tall), {{Property::image_aspect, 0.75f}, radius(6)});
    t.on(kind(details), {top(24)});
    t.on(kind(summary), {weight(600),
                         family(Family::sans),
                         size(16),
                         line(26),
                         {Property::chevron, 1},
                         pad_right(18)});
    t.on(kind(definition_list), {top(24)});
    t.on(kind(term), {weight(700), top(14)});
    t.on(kind(definition), {top(4), pad_left(28)});
    t.within(kind(definition), kind(paragraph), {top(8)});
    t.on(kind(footnotes),
         {top(56), pad_top(24), border_top(1), family(Family::sans), size(15), line(24),
          color(ColorToken::ink_soft), pad_left(28), marker(Marker::number)});
    t.on(kind(footnote), {top(10)});
    t.within(kind(footnotes), kind(paragraph), {top(8)});
    t.on(cls(formula), {{Property::align, static_cast<float>(document::Align::center)},
                        top(24),
                        pad_top(4),
                        pad_bottom(4),
                        scrolls});
    for (const StyleClass card : {facade_card, facade_player}) {
        const auto sign = card == facade_player ? Sign::play : Sign::leave;
        t.on(cls(card), {top(28),
                         family(Family::sans),
                         background(ColorToken::surface),
                         radius(12),
                         pad_top(18),
                         pad_bottom(18),
                         pad_left(76),
                         pad_right(20),
                         {Property::sign, static_cast<float>(sign)}});
        t.on(cls(card), {top(32), pad_top(22), pad_bottom(22), pad_left(92), pad_right(28)},
             Breadth::medium);
    }
    t.on(cls(facade_provider),
         {size(13), line(18), weight(700), color(ColorToken::ink_faint), top(0)});
    t.on(cls(facade), {family(Family::sans), size(17), line(25), weight(600), top(2)});
    t.on(cls(facade_note), {size(14), line(20), color(ColorToken::ink_soft), top(6)});
    t.on(cls(button_row), {top(26), arrange(Arrange::row), gap(12), row_gap(12)});
    t.on(cls(button), {top(0),
                       family(Family::sans),
                       size(16),
                       line(24),
                       weight(600),
                       plain_links,
                       pad_top(9),
                       pad_bottom(9),
                       pad_left(20),
                       pad_right(20),
                       radius(8),
                       border_top(1),
                       border_bottom(1),
                       border_left(1),
                       {Property::border_right, 1},
                       border_color(ColorToken::accent)});
    t.on(cls(pullquote), {top(40),
                          pad_top(24),
                          pad_bottom(24),
                          pad_left(0),
                          border_left(0),
                          border_top(2),
                          border_bottom(2),
                          color(ColorToken::ink),
                          size(23),
                          line(34),
                          {Property::align, static_cast<float>(document::Align::center)}});
    t.on(cls(attribution),
         {family(Family::sans), size(15), line(23), color(ColorToken::ink_faint), top(10)});
}

void article_text(Table& t) {
    using enum StyleClass;
    t.on(cls(article_lead), {size(20), line(31), color(ColorToken::ink_soft), top(16)});
    t.on(cls(article_lead), {size(22), line(34), top(18)}, Breadth::medium);
    t.on(cls(StyleClass::prose), {top(32), size(18), line(30)});
    t.on(cls(StyleClass::prose), {top(40), size(20), line(33)}, Breadth::medium);
}

void screens(Table& t) {
    using enum StyleClass;
    t.on(cls(list_header), {pad_bottom(4)});
    t.on(cls(list_title), {family(Family::sans), size(13), line(20), weight(700),
                           color(ColorToken::ink_faint), top(0)});
    t.on(cls(list_note), {color(ColorToken::ink_soft), top(8)});
    t.on(cls(teasers), {top(20), links(ColorToken::ink), plain_links});
    for (const StyleClass card : {teaser, teaser_plain, teaser_lead}) {
        t.on(cls(card), {pad_bottom(36)});
        t.following(cls(card), {top(0), pad_top(36), border_top(1)});
    }
    t.on(cls(teaser), {arrange(Arrange::columns), gap(32), {Property::side_width, 176}},
         Breadth::medium);
    t.on(cls(teaser_meta), {family(Family::sans), size(14), line(20), color(ColorToken::ink_faint),
                            links(ColorToken::accent), top(0)});
    t.on(cls(teaser_title), {size(24), line(30), weight(700), top(8)});
    t.on(cls(teaser_title), {size(26), line(33)}, Breadth::medium);
    t.within(cls(teaser_lead), cls(teaser_title), {size(30), line(37)});
    t.within(cls(teaser_lead), cls(teaser_title), {size(38), line(45), top(10)}, Breadth::medium);
    t.on(cls(teaser_text), {size(17), line(27), color(ColorToken::ink_soft), top(10)});
    t.within(cls(teaser_lead), cls(teaser_text), {size(19), line(31), top(14)}, Breadth::medium);
    t.on(cls(teaser_image), {hidden, {Property::image_aspect, 4.0f / 3}, radius(6), top(0)});
    t.on(cls(teaser_image), {shown}, Breadth::medium);
    t.within(cls(teaser_lead), cls(teaser_image), {shown, {Property::image_aspect, 16.0f / 9}});
    t.within(cls(teaser_lead), cls(teaser_body), {top(24)});

    t.on(cls(pager), {arrange(Arrange::row), spread, gap(24), row_gap(8), family(Family::sans),
                      size(15), line(24), color(ColorToken::ink_faint), top(0), pad_top(24),
                      border_top(1), plain_links, weight(500)});
    t.on(cls(pager_link), {top(0)});

    t.on(cls(article_kicker),
         {family(Family::sans), size(13), line(20), weight(700), plain_links, top(0)});
    t.on(cls(article_title), {size(32), line(39), weight(700), top(10)});
    t.on(cls(article_title), {size(46), line(54)}, Breadth::medium);
    t.on(cls(article_meta), {family(Family::sans), size(15), line(22), color(ColorToken::ink_faint),
                             links(ColorToken::ink_soft), plain_links, top(18)});
    t.on(cls(article_image), {top(32), {Property::image_aspect, 16.0f / 9}, radius(8)});
    t.on(cls(article_footer), {top(56), family(Family::sans), size(15), line(24), plain_links});
    t.on(cls(tag_row),
         {arrange(Arrange::row), gap(8), row_gap(8), marker(Marker::none), pad_left(0), top(0)});
    t.on(cls(tag),
         {pad_left(12), pad_right(12), pad_top(4), pad_bottom(4), radius(16), top(0), size(14),
          line(22), background(ColorToken::surface), links(ColorToken::ink_soft)});
    t.on(cls(archive_year), {size(26), line(34), top(44)});
    t.on(cls(archive_list),
         {marker(Marker::none), pad_left(0), top(16), plain_links, links(ColorToken::ink)});
    t.on(cls(archive_entry), {top(10), color(ColorToken::ink_faint), size(18), line(28)});

    t.on(cls(dialog), {family(Family::sans), size(16), line(25), links(ColorToken::accent)});
    t.on(cls(dialog_title), {family(Family::sans), size(20), line(28), weight(700)});
    t.on(cls(dialog_actions), {top(28), size(15), line(22)});
    t.on(cls(choice), {top(18)});
    t.on(cls(choice_label), {size(13), line(18), weight(600), color(ColorToken::ink_faint)});
    t.on(cls(choice_values), {top(8), size(14), line(20), weight(500)});

    t.on(cls(notice), {pad_top(24), pad_bottom(48)});
    t.on(cls(notice_title), {size(32), line(40), top(0)});
    t.on(cls(notice_text), {top(16), size(19), line(31), color(ColorToken::ink_soft)});
    t.on(cls(notice_detail),
         {top(24), family(Family::mono), size(13), line(20), color(ColorToken::ink_faint)});
}

// What helps to read and to find the way.
void comforts(Table& t) {
    using enum StyleClass;
    t.on(cls(skip_link), {arrange(Arrange::free), island, family(Family::sans), size(15), line(24),
                          weight(600), links(ColorToken::paper), plain_links});

    // In the gutter, at the height of the heading's last line.
    t.on(cls(anchor),
         {arrange(Arrange::overlaid), island, family(Family::sans), size(17), line(30), top(-30),
          pad_top(30), margin_left(-20), max_width(20), links(ColorToken::ink_faint), plain_links});
    t.on(cls(anchor), {margin_left(-28), max_width(28)}, Breadth::medium);

    t.on(cls(toc_column), {top(28)});
    t.on(cls(toc_column), {arrange(Arrange::beside), top(0), margin_left(72), max_width(264)},
         Breadth::wide);
    t.on(cls(toc), {family(Family::sans), size(15), line(22), links(ColorToken::ink), plain_links,
                    border_top(1), border_bottom(1), pad_top(12), pad_bottom(12)});
    t.on(cls(toc),
         {island, size(14), line(20), links(ColorToken::ink_soft), border_top(0), border_bottom(0),
          pad_top(36), pad_bottom(4)},
         Breadth::wide);
    t.on(cls(toc_fold), {top(0)});
    t.on(cls(toc_fold), {{Property::unfold, 1}}, Breadth::wide);
    t.on(cls(toc_toggle), {size(15), line(24)});
    t.on(cls(toc_toggle), {hidden}, Breadth::wide);
    t.on(cls(toc_list), {top(8), pad_left(0), marker(Marker::none)});
    t.within(cls(toc_list), cls(toc_list), {top(0)});
    t.on(cls(toc_list), {top(0)}, Breadth::wide);
    t.on(cls(toc_entry), {top(0)});
    float indent = 0;
    for (const StyleClass link : {toc_link_1, toc_link_2, toc_link_3}) {
        t.on(cls(link), {top(0), pad_top(6), pad_bottom(6), pad_left(indent)});
        t.on(cls(link), {pad_top(5), pad_bottom(5), pad_left(16 + indent)}, Breadth::wide);
        indent += 16;
    }
    t.on(cls(time_left), {hidden});
    t.on(cls(time_left),
         {shown, size(13), line(20), color(ColorToken::ink_faint), top(14), pad_left(16)},
         Breadth::wide);

    t.on(cls(post_nav), {top(40), border_top(1)});
    t.on(cls(post_nav), {arrange(Arrange::grid), tracks(2)}, Breadth::medium);
    for (const StyleClass card : {post_nav_card, post_nav_next}) {
        t.on(cls(card), {top(0), pad_top(20), pad_bottom(20)});
        t.on(cls(card), {pad_top(24), pad_bottom(8), pad_right(28)}, Breadth::medium);
    }
    t.on(cls(post_nav_next), {border_top(1)});
    t.on(cls(post_nav_next),
         {border_top(0), border_left(1), pad_left(28), pad_right(0), {Property::align, 3}},
         Breadth::medium);
    t.on(cls(post_nav_label), {size(13), line(20), color(ColorToken::ink_faint)});
    t.on(cls(post_nav_title),
         {family(Family::serif), size(20), line(27), weight(700), top(6), links(ColorToken::ink)});

    t.on(cls(footer_keys), {size(14), line(22), top(10)});
    t.on(cls(key_list), {top(20)});
    t.on(cls(key_name), {top(0), weight(400)});
    t.on(cls(key_action), {top(0), pad_left(0)});
    t.on(cls(key_note), {top(20), size(14), line(22), color(ColorToken::ink_faint)});
    t.on(cls(key_switch), {top(12)});
}

}  // namespace

LengthSteps length_steps(const Declaration& d) {
    switch (d.property) {
        case Property::size: return {std::round(d.value / 5) / 2, 0};
        case Property::line_height: return {std::round(d.value / 10), std::round(d.value / 10)};
        case Property::margin_top: return {std::round(d.value / 10), 0};
        case Property::padding_left: return {std::round(d.value / 10), 0};
        default: return {};
    }
}

float reader_length(const Declaration& d, int size_step, int leading_step) {
    if (size_step == 0 && leading_step == 0) return d.value;
    const LengthSteps steps = length_steps(d);
    return d.value + static_cast<float>(size_step) * steps.size +
           static_cast<float>(leading_step) * steps.leading;
}

std::span<const Rule> style_rules() {
    static const std::vector<Rule> rules = [] {
        Table table;
        reader_steps(table);
        table.follows_reader = true;
        prose(table);
        article_text(table);
        table.follows_reader = false;
        frame(table);
        screens(table);
        comforts(table);
        reader_choices(table);
        return std::move(table.rules);
    }();
    return rules;
}

}  // namespace blatt::text
