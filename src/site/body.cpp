#include "site/body.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "document/html.h"
#include "document/hyphenate.h"
#include "document/markdown.h"
#include "document/sanitise.h"
#include "document/sources.h"
#include "import/html_tokens.h"
#include "site/callouts.h"
#include "site/code_mask.h"
#include "site/files.h"
#include "site/formulas.h"
#include "site/pictures.h"
#include "site/shortcodes.h"
#include "site/slug.h"
#include "site/text.h"
#include "site/typeset.h"

namespace blatt::site {

namespace {

using document::BlockKind;
using document::Document;
using document::InlineKind;

constexpr std::size_t excerpt_length = 200;
constexpr int words_a_minute = 200;

std::string plain_of(std::string_view markdown) {
    const auto parsed = document::from_markdown(markdown);
    return parsed ? collapse_space(document::plain_text(*parsed)) : std::string();
}

// Whether a reader would miss what was dropped: attributes that only change looks are not reported.
bool matters(std::string_view dropped) {
    constexpr std::string_view attribute = "attribute ";
    if (!dropped.starts_with(attribute)) return true;
    const std::string_view name = dropped.substr(attribute.size());
    for (const std::string_view prefix : {"data-", "allow", "aria-", "moz", "webkit", "on"})
        if (name.starts_with(prefix)) return prefix == "on";
    for (const std::string_view looks :
         {"class",       "style",          "align",    "valign",   "border",
          "frameborder", "scrolling",      "target",   "rel",      "dir",
          "role",        "color",          "face",     "size",     "bgcolor",
          "cellpadding", "cellspacing",    "width",    "height",   "loading",
          "type",        "referrerpolicy", "download", "itemprop", "name",
          "tabindex"})
        if (name == looks) return false;
    return true;
}

class Maker {
  public:
    Maker(Entry& entry, const Config& config, const std::string& folder, const PlaceIndex& places,
          ScriptEngine& engine, Hyphenator& hyphenator, Problems& problems)
        : entry_(entry),
          config_(config),
          folder_(folder),
          places_(places),
          engine_(engine),
          hyphenator_(hyphenator),
          problems_(problems) {}

    void make();

  private:
    std::string prepared();
    void cut_at_more(std::string& text);
    void drop_title(std::string& text) const;
    void drop_title(std::vector<document::Token>& tokens) const;
    Document blocks_of(std::string_view given, bool& from_html);
    void point_targets(Document& document);
    void point_picture(Document& document, document::Inline& image);
    std::string sources_of(const PlaceIndex::File& file, base::Size size) const;
    void point_link(Document& document, document::Target& link);
    void set_url(Document& document, document::Target& target, std::string_view url);
    void front_picture();
    void hyphenate(const Document& document);
    void count(const Document& document);
    int line_of(std::string_view what) const;
    void warn(std::string_view kind, int line, std::string message) {
        problems_.warn(kind, entry_.source, line, std::move(message));
    }

    Entry& entry_;
    const Config& config_;
    const std::string& folder_;
    const PlaceIndex& places_;
    ScriptEngine& engine_;
    Hyphenator& hyphenator_;
    Problems& problems_;
    FormulaRules rules_;
    bool moved_ = false;  // a URL is now another than in the text
    std::string before_more_;
    std::set<std::string> unresolved_;  // references that were reported
};

int Maker::line_of(std::string_view what) const {
    const std::size_t at = entry_.text.find(what);
    return at == std::string::npos
               ? entry_.body_line
               : entry_.body_line + count_lines(std::string_view(entry_.text).substr(0, at));
}

// <!--more-->: what stands before it is the author's own opening for lists.
void Maker::cut_at_more(std::string& text) {
    for (const std::string_view mark : {"<!--more-->", "<!-- more -->", "<!-- excerpt -->"}) {
        const std::size_t at = text.find(mark);
        if (at == std::string::npos || code_mask(text)[at]) continue;
        before_more_ = text.substr(0, at);
        text.erase(at, mark.size());
        return;
    }
}

std::string without_space(std::string_view text) {
    std::string out;
    for (const char c : replace_all(text, "\xC2\xA0", " "))
        if (std::string_view(" \t\r\n").find(c) == std::string_view::npos) out += c;
    return out;
}

// Many blogs repeat the title as the text's first heading; the page shows it already.
void Maker::drop_title(std::string& text) const {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos || entry_.title.empty()) return;
    std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(std::string_view(text).substr(begin, end - begin));
    if (!line.starts_with("# ") && !line.starts_with("## ") && !line.starts_with("### ")) {
        const std::string_view rest = std::string_view(text).substr(std::min(end + 1, text.size()));
        const std::size_t under_size = std::min(rest.find('\n'), rest.size());
        const std::string_view under = trim(rest.substr(0, under_size));
        if (under.size() < 3 || (under.find_first_not_of('=') != std::string_view::npos &&
                                 under.find_first_not_of('-') != std::string_view::npos))
            return;
        end += 1 + under_size;
    }
    if (without_space(plain_of(std::string_view(text).substr(begin, end - begin))) ==
        without_space(entry_.title))
        text.erase(0, end);
}

// The same for a heading written in HTML.
void Maker::drop_title(std::vector<document::Token>& tokens) const {
    std::size_t open = 0;
    while (open < tokens.size() && tokens[open].kind == document::TokenKind::text &&
           trim(tokens[open].text).empty())
        ++open;
    if (open == tokens.size() || tokens[open].kind != document::TokenKind::open) return;
    const std::string name = tokens[open].name;
    if (name != "h1" && name != "h2" && name != "h3") return;
    std::string text;
    for (std::size_t at = open; at < tokens.size(); ++at) {
        if (tokens[at].kind == document::TokenKind::text) text += tokens[at].text;
        if (tokens[at].kind == document::TokenKind::open && tokens[at].name == "img") return;
        if (tokens[at].kind != document::TokenKind::close || tokens[at].name != name) continue;
        if (without_space(text) == without_space(entry_.title))
            tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1);
        return;
    }
}

std::string Maker::prepared() {
    std::string text = entry_.text;
    ShortcodeContext context;
    context.file = entry_.source;
    context.first_line = entry_.body_line;
    context.liquid = entry_.liquid;
    context.base = config_.base;
    context.variables = config_.variables;
    context.variables["page.title"] = entry_.title;
    context.variables["title"] = entry_.title;
    context.variables["page.url"] = entry_.url;
    for (const auto& [name, value] : entry_.variables) {
        context.variables["page." + name] = value;
        context.variables[name] = value;
    }
    context.resolve = [this](std::string_view reference) {
        auto page = places_.page(reference, entry_);
        // Reported once, where it is written; not again as a link.
        if (!page) unresolved_.insert(normal_path(reference));
        return page;
    };
    rules_ = formula_rules(entry_, config_);
    text = plain_delimiters(std::move(text), rules_);
    text = callouts_as_quotes(expand_shortcodes(text, context, problems_));
    cut_at_more(text);
    drop_title(text);
    while (text.starts_with('\n') || text.starts_with("\r\n")) text.erase(0, 1);
    return text;
}

Document Maker::blocks_of(std::string_view given, bool& from_html) {
    const ReportUnset report = [this](std::string_view source, const std::string& message) {
        warn("formula not set", line_of(source.substr(0, source.find('\n'))), message);
    };
    Formulas formulas(engine_, report);
    const std::string text = entry_.html ? std::string(given) : formulas.take_out(given, rules_);
    from_html = entry_.html || formulas.any() || document::has_raw_html(text);
    if (!from_html) {
        auto parsed = document::from_markdown(text);
        if (parsed) return std::move(*parsed);
        problems_.error("text", entry_.source, entry_.body_line, parsed.error().message);
        return {};
    }
    const std::string html = entry_.html ? text : document::markdown_to_raw_html(text);
    std::vector<document::Token> tokens = import::html_tokens(html);
    if (entry_.html) {
        formulas.set(tokens, rules_);
    } else if (formulas.any()) {
        formulas.put_back(tokens);
    }
    drop_title(tokens);
    document::HtmlResult result = document::from_html(tokens);
    std::string dropped;
    int frames = 0;
    for (const auto& [name, times] : result.dropped) {
        if (name == "tag iframe" || name == "tag embed" || name == "tag object" ||
            name == "tag audio" || name == "tag video")
            frames += times;
        else if (matters(name)) {
            dropped += cat(dropped.empty() ? "" : ", ", name);
            if (times > 1) dropped += cat(" (", times, " times)");
        }
    }
    if (!dropped.empty())
        warn("HTML left out", entry_.body_line,
             cat("HTML that a post may not carry is left out: ", dropped));
    if (frames > 0)
        warn("embed shown as a link", entry_.body_line,
             cat(frames,
                 frames == 1 ? " embedded page becomes a link" : " embedded pages become links"));
    return std::move(result.document);
}

void Maker::set_url(Document& document, document::Target& target, std::string_view url) {
    target.url = {static_cast<std::uint32_t>(document.text.size()),
                  static_cast<std::uint32_t>(url.size())};
    document.text += url;
    moved_ = true;
}

void Maker::point_picture(Document& document, document::Inline& image) {
    document::Target& target = document.targets[image.target];
    std::string url(document.view(target.url));
    if (url.empty() || url.starts_with("data:")) return;
    content::Image fact;
    if (!config_.origin.empty() && url.starts_with(config_.origin + "/")) {
        // The blog's own address written out: the file may be here.
        const std::string own = url.substr(config_.origin.size());
        if (!places_.file(own, entry_)) return;
        url = own;
        set_url(document, target, url);
    } else if (document::is_third_party(url, config_.origin)) {
        target.third_party = true;
        return;
    }
    const auto file = places_.file(url, entry_);
    fact.alternative = document.view(image.text);
    if (!file) {
        target.missing = true;
        fact.missing = true;
        warn("picture not found", line_of(url), cat("there is no picture ", url));
    } else {
        const std::string absolute = join_url(entry_.url, url);
        if (file->url != encode_path(url) && normal_path(absolute) != normal_path(file->url)) {
            set_url(document, target, file->url);
            url = file->url;
        }
        if (const auto size = picture_size(cat(folder_, "/", file->source))) {
            // The author says how large it is; the file keeps its shape, as browsers show it.
            if (target.width > 0)
                target.height = target.width * size->height / size->width;
            else if (target.height > 0)
                target.width = target.height * size->width / size->height;
            else {
                target.width = size->width;
                target.height = size->height;
            }
            fact.width = target.width;
            fact.height = target.height;
            fact.sources = sources_of(*file, *size);
        } else {
            warn("picture not readable", line_of(url), cat("the size of ", url, " cannot be read"));
        }
    }
    fact.url = url;
    const auto same = [&](const content::Image& other) { return other.url == fact.url; };
    if (std::none_of(entry_.body.images.begin(), entry_.body.images.end(), same))
        entry_.body.images.push_back(std::move(fact));
}

// The picture in the sizes that are there; what is cut differently is another picture.
std::string Maker::sources_of(const PlaceIndex::File& file, base::Size size) const {
    std::vector<document::PictureSource> sources;
    for (const PlaceIndex::File& other : places_.other_sizes(file)) {
        const auto own = picture_size(cat(folder_, "/", other.source));
        constexpr float tolerance = 0.02f;
        if (!own || std::abs(own->width * size.height / (own->height * size.width) - 1) > tolerance)
            continue;
        sources.push_back({other.url, static_cast<int>(own->width)});
    }
    if (sources.empty()) return {};
    sources.push_back({file.url, static_cast<int>(size.width)});
    return document::write_sources(std::move(sources));
}

void Maker::point_link(Document& document, document::Target& link) {
    const std::string url(document.view(link.url));
    if (url.empty() || url.starts_with('#') || url.starts_with("//") || link.back_reference) return;
    const std::size_t colon = url.find(':');
    if (colon != std::string::npos && colon < url.find_first_of("/?#")) return;  // has a scheme
    const std::size_t path_end = std::min(url.find_first_of("?#"), url.size());
    const std::string path = url.substr(0, path_end);
    if (path.empty()) return;
    const std::string extension = extension_of(path);
    if (extension == "md" || extension == "markdown") {
        if (const auto page = places_.page(path, entry_)) {
            set_url(document, link, *page + url.substr(path_end));
            return;
        }
    }
    // Relative addresses mean the file's folder in a folder of Markdown, the page's URL in HTML.
    if (!path.starts_with('/')) {
        if (places_.leads_somewhere(join_url(entry_.url, path))) return;
        if (const auto file = places_.file(path, entry_)) {
            set_url(document, link, file->url + url.substr(path_end));
            return;
        }
        if (const auto page = places_.page(path, entry_)) {
            set_url(document, link, *page + url.substr(path_end));
            return;
        }
    } else {
        if (places_.leads_somewhere(path)) return;
        if (config_.base != "/" && places_.leads_somewhere(join_url(config_.base, path))) {
            set_url(document, link, join_url(config_.base, url));
            return;
        }
    }
    if (path.starts_with('/')) {
        // The same but for upper case, as older generators wrote it.
        if (const auto page = places_.page_at(path)) {
            set_url(document, link, *page + url.substr(path_end));
            return;
        }
    }
    if (unresolved_.contains(normal_path(path))) return;
    const std::string_view first = std::string_view(path).substr(0, path.find('/'));
    const bool looks_like_host =
        first.find('.') != std::string_view::npos && first.find('.') > 0 && first != "..";
    warn("link to nowhere", line_of(path),
         cat("there is nothing at ", url, looks_like_host ? ": is https:// missing?" : ""));
}

void Maker::point_targets(Document& document) {
    std::set<std::uint32_t> seen;
    for (document::Inline& node : document.inlines) {
        if (node.target == document::no_id || !seen.insert(node.target).second) continue;
        if (node.kind == InlineKind::image)
            point_picture(document, node);
        else if (node.kind == InlineKind::link)
            point_link(document, document.targets[node.target]);
    }
}

void Maker::front_picture() {
    for (const std::string& name : entry_.pictures) {
        if (document::is_third_party(name, config_.origin)) {
            warn("picture elsewhere", entry_.picture_line,
                 cat("the picture ", name, " is on another host and is not shown in lists"));
            continue;
        }
        std::string own = name;
        if (!config_.origin.empty() && own.starts_with(config_.origin + "/"))
            own.erase(0, config_.origin.size());
        const auto file = places_.named_picture(own, entry_);
        if (!file) continue;
        entry_.image.url = file->url;
        entry_.image.alternative = entry_.picture_alternative;
        entry_.image.caption = entry_.picture_caption;
        if (const auto size = picture_size(cat(folder_, "/", file->source))) {
            entry_.image.width = size->width;
            entry_.image.height = size->height;
        }
        return;
    }
    if (!entry_.pictures.empty() &&
        !document::is_third_party(entry_.pictures.front(), config_.origin))
        warn("picture not found", entry_.picture_line,
             cat("there is no picture ", entry_.pictures.front()));
}

// Words of the whole text, and the beginning of its paragraphs for lists.
void Maker::count(const Document& document) {
    const std::string all = collapse_space(document::plain_text(document));
    entry_.words = all.empty() ? 0 : static_cast<int>(std::count(all.begin(), all.end(), ' ')) + 1;
    entry_.reading_minutes =
        entry_.words == 0 ? 0 : std::max(1, (entry_.words + words_a_minute - 1) / words_a_minute);
    entry_.teaser_text = entry_.excerpt;
    if (entry_.teaser_text.empty() && !before_more_.empty()) {
        std::string opening = plain_of(before_more_);
        if (!opening.empty()) entry_.teaser_text = shortened(opening, 2 * excerpt_length);
    }
    if (!entry_.teaser_text.empty()) return;
    std::string opening;
    for (document::BlockId id = 0; id < document.blocks.size();) {
        const document::Block& block = document.blocks[id];
        if (block.kind == BlockKind::table || block.kind == BlockKind::footnotes ||
            block.kind == BlockKind::figure || block.style == document::StyleClass::formula) {
            id = block.end;
            continue;
        }
        if (block.kind == BlockKind::paragraph) {
            // Pictures have words of their own, but no place in an opening.
            std::string text;
            for (document::InlineId at = block.inlines_begin; at < block.inlines_end; ++at) {
                const document::Inline& node = document.inlines[at];
                if (node.kind == InlineKind::text)
                    text += document.view(node.text);
                else if (node.kind == InlineKind::math && !node.text.empty()) {
                    text += document.view(node.text);
                    at = node.end - 1;
                } else if (node.kind == InlineKind::soft_break ||
                           node.kind == InlineKind::hard_break)
                    text += ' ';
            }
            text = collapse_space(text);
            if (!text.empty()) opening += cat(opening.empty() ? "" : " ", text);
            if (opening.size() > 8 * excerpt_length) break;
        }
        ++id;
    }
    entry_.teaser_text = shortened(opening, excerpt_length);
}

void Maker::hyphenate(const Document& document) {
    std::vector<std::string_view> words = document::long_words(document);
    for (const std::string_view head :
         {std::string_view(entry_.title), std::string_view(entry_.excerpt)})
        for (const std::string_view word : document::long_words(head))
            if (std::ranges::find(words, word) == words.end()) words.push_back(word);
    const std::string& language = entry_.language.empty() ? config_.language : entry_.language;
    entry_.hyphens = hyphenator_.parts(words, language);
}

void Maker::make() {
    front_picture();
    std::string text = prepared();
    bool from_html = false;
    Document document = blocks_of(text, from_html);
    if (entry_.title.empty()) {
        for (document::BlockId id = 0; id < document.blocks.size() && entry_.title.empty(); ++id)
            if (document.blocks[id].kind == BlockKind::heading)
                entry_.title = collapse_space(document::plain_text(document, id));
        if (!entry_.title.empty()) {
            drop_title(text);
            text.erase(0, std::min(text.find_first_not_of('\n'), text.size()));
            document = blocks_of(text, from_html);
        }
    }
    point_targets(document);
    count(document);
    hyphenate(document);
    const auto report = [this](std::string_view source, const std::string& message) {
        warn("code not highlighted", line_of(source.substr(0, source.find('\n'))), message);
    };
    const bool typeset = typeset_code(document, engine_, report);
    if (from_html || moved_ || typeset)
        entry_.body.blocks = std::move(document);
    else
        entry_.body.markdown = std::move(text);
    entry_.text.clear();
}

}  // namespace

void make_body(Entry& entry, const Config& config, const std::string& folder,
               const PlaceIndex& places, ScriptEngine& engine, Hyphenator& hyphenator,
               Problems& problems) {
    Maker(entry, config, folder, places, engine, hyphenator, problems).make();
}

}  // namespace blatt::site
