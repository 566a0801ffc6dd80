#include "app/app.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "app/display_dialog.h"
#include "app/lightbox.h"
#include "app/routes.h"
#include "app/screens.h"
#include "content/json.h"
#include "document/html_wire.h"

namespace blatt::app {

using base::Error;
using base::ErrorCode;
using base::Result;
using content::Page;
using document::no_id;

namespace {

constexpr int http_ok = 200;
constexpr int http_not_found = 404;

Result<Page> read_answer(int status, std::string_view bytes, std::string_view url) {
    if (status == 0) return base::fail(ErrorCode::unreadable, std::string(url), "no answer");
    if (status == http_not_found)
        return base::fail(ErrorCode::not_found, std::string(url), "not found");
    if (status != http_ok) {
        return base::fail(ErrorCode::unreadable, std::string(url),
                          "HTTP " + std::to_string(status));
    }
    Result<Page> page = content::read_page(bytes);
    if (page) return page;
    Error error = page.error();
    error.where = std::string(url) + " " + error.where;
    return std::unexpected(std::move(error));
}

// The code that a button stands over.
std::string code_below(const document::Document& document, document::InlineId button) {
    for (const document::Block& block : document.blocks) {
        const bool is_code = block.kind == document::BlockKind::code_block;
        if (is_code && block.inlines_begin > button) {
            const auto id = static_cast<document::BlockId>(&block - document.blocks.data());
            return document::plain_text(document, id);
        }
    }
    return {};
}

}  // namespace

App::App(text::FontEngine& fonts) : runs_(fonts) {}

Effects App::update(const Event& event) {
    Effects effects;
    if (const auto* opened = std::get_if<Opened>(&event)) {
        open(*opened, effects);
    } else if (const auto* resized = std::get_if<Resized>(&event)) {
        if (resized->width != width_ || resized->density != runs_.density()) {
            width_ = resized->width;
            const bool same_density = resized->density == runs_.density();
            runs_.set_density(resized->density);
            if (same_density && layout::reflow(layout_, document_, width_, runs_))
                show_layout(effects);
            else
                lay_out(effects);
        }
    } else if (const auto* display = std::get_if<DisplayChanged>(&event)) {
        palette_ = display->palette;
        effects.emplace_back(Repaint{});
        prefer(text::Preferences(display->preferences), effects);
    } else if (std::holds_alternative<FontsChanged>(event)) {
        runs_.remeasure();
        lay_out(effects);
    } else if (const auto* navigated = std::get_if<Navigated>(&event)) {
        navigate(*navigated, effects);
    } else if (const auto* answered = std::get_if<Answered>(&event)) {
        answer(*answered, effects);
    } else if (const auto* parsed_html = std::get_if<HtmlParsed>(&event)) {
        parsed(*parsed_html, effects);
    } else if (const auto* acted = std::get_if<Acted>(&event)) {
        act(*acted, effects);
    } else if (const auto* at = std::get_if<Scrolled>(&event)) {
        scrolled(*at, effects);
    } else if (const auto* keys = std::get_if<KeysKept>(&event)) {
        shortcuts_on_ = keys->on;
    } else if (const auto* pressed = std::get_if<KeyPressed>(&event)) {
        press(shortcut_of(pressed->key), effects);
    }
    return effects;
}

void App::open(const Opened& event, Effects& effects) {
    width_ = event.width;
    runs_.set_density(event.density);
    preferences_ = text::Preferences(event.preferences);
    palette_ = event.palette;
    path_ = event.path;
    Result<Page> page = read_opened(event);
    if (must_parse(page, effects)) return;
    if (page) return show(screen(site_, *page), effects);
    if (page.error().code == ErrorCode::not_found)
        return show(error_screen(site_, page.error(), path_), effects);
    effects.emplace_back(GiveUp{page.error()});
}

// The site, which stays, and the page that is shown first.
Result<Page> App::read_opened(const Opened& event) {
    if (event.site_status != http_ok) {
        return base::fail(ErrorCode::unreadable, "blog.json",
                          "HTTP " + std::to_string(event.site_status));
    }
    Result<content::Site> site = content::read_site(event.site_json);
    if (!site) {
        site.error().where = "blog.json " + site.error().where;
        return std::unexpected(std::move(site.error()));
    }
    site_ = std::move(*site);
    return read_answer(event.page_status, event.page_json, data_url(path_));
}

void App::navigate(const Navigated& event, Effects& effects) {
    if (waiting_for_ != 0) {
        effects.emplace_back(Cancel{waiting_for_});
        effects.emplace_back(Busy{});
        waiting_for_ = 0;
        pending_.reset();
        unparsed_.reset();
    }
    if (event.path == path_) {
        effects.emplace_back(ScrollTo{event.scroll_y, event.fragment});
        return;
    }
    pending_ = event;
    waiting_for_ = next_request_++;
    effects.emplace_back(Request{waiting_for_, data_url(event.path)});
    effects.emplace_back(Busy{site_.strings[content::Text::loading_title]});
}

// What was shown stays until the answer is there: no blank page in between.
void App::answer(const Answered& event, Effects& effects) {
    if (event.request != waiting_for_ || !pending_ || unparsed_) return;
    Result<Page> page = read_answer(event.status, event.bytes, data_url(pending_->path));
    if (!must_parse(page, effects)) arrived(page, effects);
}

bool App::must_parse(Result<Page>& page, Effects& effects) {
    if (!page || page->body.html.empty()) return false;
    waiting_for_ = next_request_++;
    effects.emplace_back(ParseHtml{waiting_for_, std::move(page->body.html)});
    page->body.html.clear();
    unparsed_ = std::move(*page);
    return true;
}

void App::parsed(const HtmlParsed& event, Effects& effects) {
    if (event.request != waiting_for_ || !unparsed_) return;
    Result<Page> page = std::move(*unparsed_);
    unparsed_.reset();
    const auto tokens = document::read_tokens(event.tokens);
    if (tokens) {
        page->body.blocks = document::from_html(*tokens).document;
    } else {
        page = std::unexpected(tokens.error());
    }
    if (pending_) return arrived(page, effects);
    // The page that opened: its static form stays where this one cannot be shown.
    waiting_for_ = 0;
    if (page) return show(screen(site_, *page), effects);
    effects.emplace_back(GiveUp{page.error()});
}

void App::arrived(const Result<Page>& page, Effects& effects) {
    waiting_for_ = 0;
    effects.emplace_back(Busy{});
    const std::string title = page ? window_title(site_, *page) : site_.title;
    const std::string language = page && !page->language.empty() ? page->language : site_.language;
    path_ = pending_->path;
    finish_navigation(title, language, effects);
    show(page ? screen(site_, *page) : error_screen(site_, page.error(), path_), effects);
    effects.emplace_back(
        ScrollTo{pending_->from_history ? pending_->scroll_y : 0, pending_->fragment});
    pending_.reset();
}

void App::finish_navigation(std::string_view title, std::string_view language, Effects& effects) {
    std::string url = pending_->path;
    if (!pending_->fragment.empty()) url += "#" + pending_->fragment;
    effects.emplace_back(ShowUrl{std::move(url), std::string(title), std::string(language),
                                 !pending_->from_history});
}

void App::show(document::Document document, Effects& effects) {
    if (!mounted_dialog_.tree.nodes.empty()) close_dialog(effects);
    document_ = std::move(document);
    view_ = {};
    interaction_ = {};
    focused_ = no_id;
    reading_ = find_reading(document_);
    place_ = {.minutes_left = reading_.minutes};
    lay_out(effects);
}

void App::lay_out(Effects& effects) {
    if (document_.blocks.empty()) return;
    layout_ = layout::lay_out(document_, width_, runs_, view_, preferences_);
    show_layout(effects);
}

void App::show_layout(Effects& effects) {
    update_page(effects);
    // Where the reader is after that, only the browser knows.
    if (reading_.text == no_id) {
        effects.emplace_back(WatchScroll{place_.from, place_.to});
    } else {
        effects.emplace_back(WatchScroll{});
    }
    effects.emplace_back(Repaint{});
}

void App::update_page(Effects& effects) {
    effects.emplace_back(ApplyPatch{
        semantics::update(mounted_, semantics::build(document_, &layout_)), layout_.height});
}

// Nothing moves: the contents say another section, and another time that is left.
void App::scrolled(const Scrolled& event, Effects& effects) {
    const ReadingPlace place = place_at(reading_, layout_, event.top, event.view_height);
    const bool changed =
        place.section != place_.section || place.minutes_left != place_.minutes_left;
    place_ = place;
    effects.emplace_back(WatchScroll{place.from, place.to});
    if (!changed) return;
    show_place(document_, reading_, place, site_.strings);
    update_page(effects);
}

bool App::hover(document::InlineId link, document::BlockId block) {
    if (interaction_.hovered_link == link && interaction_.hovered_block == block) return false;
    interaction_.hovered_link = link;
    interaction_.hovered_block = block;
    ++hover_count_;
    return true;
}

// The page is laid out anew under the dialog that shows the choices.
void App::prefer(const text::Preferences& preferences, Effects& effects) {
    if (preferences == preferences_) return;
    preferences_ = preferences;
    lay_out(effects);
    if (shows_display_) show_dialog(display_dialog(site_, preferences_), effects);
}

void App::show_dialog(document::Document document, Effects& effects) {
    dialog_ = std::move(document);
    if (mounted_dialog_.tree.nodes.empty()) mounted_dialog_.next_id = dialog_root;
    effects.emplace_back(ShowDialog{semantics::update(mounted_dialog_, semantics::build(dialog_))});
}

void App::close_dialog(Effects& effects) {
    dialog_ = {};
    mounted_dialog_ = {};
    shows_shortcuts_ = false;
    shows_display_ = false;
    effects.emplace_back(ShowDialog{});
}

void App::show_picture(std::size_t at, bool zoomed, Effects& effects) {
    const auto links = large_pictures(document_);
    if (at >= links.size()) return;
    shown_picture_ = at;
    show_dialog(lightbox(document_, links, at, zoomed, site_.strings), effects);
}

void App::activate(semantics::ElementId element, Effects& effects) {
    const bool in_dialog = element >= dialog_root;
    const document::Document& document = in_dialog ? dialog_ : document_;
    const semantics::Node* node = semantics::find(in_dialog ? mounted_dialog_ : mounted_, element);
    if (!node || node->inline_id == no_id) return;
    const document::Inline& button = document.inlines[node->inline_id];
    if (button.target == no_id) return;
    const document::Target& target = document.targets[button.target];
    switch (target.command) {
        case document::Command::copy_code:
            effects.emplace_back(
                Copy{code_below(document, node->inline_id), site_.strings[content::Text::copied]});
            return;
        case document::Command::close_dialog: close_dialog(effects); return;
        case document::Command::show_picture: {
            if (in_dialog) {
                const std::string_view argument = document.view(target.url);
                std::size_t at = 0;
                std::from_chars(argument.data(), argument.data() + argument.size(), at);
                return show_picture(at, false, effects);
            }
            const auto links = large_pictures(document_);
            const auto found = std::ranges::find(links, node->inline_id);
            return show_picture(static_cast<std::size_t>(found - links.begin()), false, effects);
        }
        case document::Command::zoom_picture:
            return show_picture(shown_picture_, target.pressed != document::Pressed::on, effects);
        case document::Command::show_shortcuts: show_shortcuts(effects); return;
        case document::Command::toggle_shortcuts: toggle_shortcuts(effects); return;
        case document::Command::show_display:
            shows_display_ = true;
            return show_dialog(display_dialog(site_, preferences_), effects);
        case document::Command::prefer: {
            text::Preferences chosen = preferences_;
            const std::string_view word = document.view(target.url);
            if (word.empty())
                chosen = {};
            else if (!chosen.choose(word))
                return;
            effects.emplace_back(StorePreferences{chosen.words()});
            return prefer(chosen, effects);
        }
        case document::Command::none:
        case document::Command::count: return;
    }
}

void App::act(const Acted& event, Effects& effects) {
    if (event.kind == ActionKind::activate) return activate(event.element, effects);
    if (event.kind == ActionKind::dismiss) {
        if (!mounted_dialog_.tree.nodes.empty()) close_dialog(effects);
        return;
    }

    const semantics::Node* node = semantics::find(mounted_, event.element);
    const document::InlineId link = node ? node->inline_id : no_id;
    const document::BlockId block = node ? node->block : no_id;
    bool changed = false;
    const auto set = [&](auto& field, auto value) {
        changed = changed || field != value;
        field = value;
    };
    switch (event.kind) {
        case ActionKind::hover: changed = hover(link, block); break;
        case ActionKind::leave: changed = hover(no_id, no_id); break;
        case ActionKind::press: set(interaction_.pressed_link, link); break;
        case ActionKind::release: set(interaction_.pressed_link, no_id); break;
        case ActionKind::focus:
            focused_ = link;
            // Focus that came by pointer shows no ring, as in a plain page.
            set(interaction_.focused_link, event.value != 0 ? link : no_id);
            set(interaction_.focused_block, event.value != 0 ? block : no_id);
            break;
        case ActionKind::blur:
            focused_ = no_id;
            set(interaction_.focused_link, no_id);
            set(interaction_.focused_block, no_id);
            break;
        case ActionKind::toggle: {
            if (block == no_id || document_.blocks[block].kind != document::BlockKind::details ||
                layout_.boxes[block].style.unfold) {
                return;
            }
            const auto known = view_.open.find(block);
            const bool was =
                known == view_.open.end() ? document_.blocks[block].open : known->second;
            if (was == (event.value != 0)) return;
            view_.open[block] = event.value != 0;
            lay_out(effects);
            return;
        }
        case ActionKind::scroll_x:
            if (block == no_id) return;
            set(interaction_.scroll_x[block], event.value);
            break;
        case ActionKind::activate:
        case ActionKind::dismiss: break;
    }
    if (changed) effects.emplace_back(Repaint{});
}

paint::DisplayList App::paint(base::Rect visible, float hover_progress) const {
    if (document_.blocks.empty()) return {};
    paint::Interaction interaction = interaction_;
    interaction.hover_progress = hover_progress;
    return paint::paint(document_, layout_, runs_, visible, palette_, interaction);
}

text::Color App::paper() const {
    return palette_[static_cast<std::size_t>(text::ColorToken::paper)];
}

float App::page_height() const { return layout_.height; }

std::string App::dump(std::string_view stage) const {
    if (stage == "document") return document::dump(document_);
    if (stage == "layout") return layout::dump(layout_, document_, runs_);
    if (stage == "semantics") return semantics::dump(mounted_.tree);
    if (stage == "paint") return paint::dump(paint({0, 0, layout_.width, layout_.height}), runs_);
    return "stages: document, layout, semantics, paint\n";
}

}  // namespace blatt::app
