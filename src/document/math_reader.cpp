#include "document/math_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "document/html_tags.h"
#include "document/html_tokens_view.h"
#include "document/math.h"

namespace blatt::document {

namespace {

// Elements of older MathML, and of newer with fallbacks inside, as what they show.
MathTag tag_of(std::string_view name) {
    if (name == "semantics" || name == "maction" || name == "merror" || name == "none")
        return MathTag::mrow;
    if (name == "mlabeledtr") return MathTag::mtr;
    return math_tag_named(name);
}

// Attributes that say nothing to a reader.
bool is_silent(std::string_view name) {
    return name == "class" || name == "style" || name == "id" || name == "xmlns" ||
           name.starts_with("data-") || name == "encoding" || name == "alttext" ||
           name == "display";
}

// The value of a declaration in a style attribute, white space around it left out.
std::string_view declared(std::string_view style, std::string_view property) {
    while (!style.empty()) {
        std::string_view one = style.substr(0, style.find(';'));
        style.remove_prefix(std::min(one.size() + 1, style.size()));
        const std::size_t colon = one.find(':');
        if (colon == std::string_view::npos) continue;
        const auto trimmed = [](std::string_view text) {
            const std::size_t begin = text.find_first_not_of(' ');
            if (begin == std::string_view::npos) return std::string_view();
            return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
        };
        if (trimmed(one.substr(0, colon)) == property) return trimmed(one.substr(colon + 1));
    }
    return {};
}

class Reader {
  public:
    Reader(const std::vector<Token>& tokens, Builder& builder, const CountDropped& dropped)
        : tokens_(tokens), builder_(builder), dropped_(dropped) {}

    std::size_t read(std::size_t at) {
        const std::size_t end = end_of(at);
        const Token& root = tokens_[at];
        for (const Attribute& given : root.attributes)
            if (!is_silent(given.name)) dropped_("attribute", given.name);
        std::string tex(attribute(root, "alttext"));
        if (tex.empty()) tex = annotation(at, end);
        builder_.open_math(tex, attribute(root, "display") == "block");
        for (std::size_t i = at + 1; i < end; ++i) i = token(i, end);
        while (!open_.empty()) close();
        builder_.close_span();
        return std::min(end, tokens_.size() - 1);
    }

  private:
    // The index of the token that closes the element, or one past the last.
    std::size_t end_of(std::size_t at) const {
        std::size_t depth = 0;
        for (std::size_t i = at; i < tokens_.size(); ++i) {
            if (tokens_[i].name != tokens_[at].name) continue;
            if (tokens_[i].kind == TokenKind::open) ++depth;
            if (tokens_[i].kind == TokenKind::close && --depth == 0) return i;
        }
        return tokens_.size();
    }

    std::string annotation(std::size_t at, std::size_t end) const {
        for (std::size_t i = at; i + 1 < end; ++i) {
            if (tokens_[i].kind == TokenKind::open && tokens_[i].name == "annotation" &&
                attribute(tokens_[i], "encoding") == "application/x-tex" &&
                tokens_[i + 1].kind == TokenKind::text)
                return tokens_[i + 1].text;
        }
        return {};
    }

    // Returns the index of the last token that was used.
    std::size_t token(std::size_t at, std::size_t end) {
        const Token& token = tokens_[at];
        const bool in_text = !open_.empty() && math_holds_text(open_.back().tag);
        if (token.kind == TokenKind::text) {
            if (in_text) text(token.text);
            return at;
        }
        if (token.kind == TokenKind::close) {
            const auto same = [&](const Open& open) { return open.name == token.name; };
            if (std::ranges::none_of(open_, same)) return at;
            while (open_.back().name != token.name) close();
            close();
            return at;
        }
        if (token.name == "annotation" || token.name == "annotation-xml")
            return std::min(end_of(at), end - 1);
        const MathTag tag = in_text ? MathTag::none : tag_of(token.name);
        if (tag == MathTag::none) {
            dropped_("tag", token.name);
            // HTML inside a text keeps its words; anything else would take a place that counts.
            return in_text ? at : is_void_tag(token.name) ? at : std::min(end_of(at), end - 1);
        }
        open_.push_back({token.name, tag});
        builder_.open_math_element(tag, attributes(token, tag));
        return at;
    }

    void close() {
        open_.pop_back();
        builder_.close_span();
    }

    // White space as MathML has it: collapsed, none at the ends.
    void text(std::string_view given) {
        std::string out;
        bool waiting = false;
        for (const char c : given) {
            const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            if (!space && waiting && !out.empty()) out += ' ';
            waiting = space;
            if (!space) out += c;
        }
        if (!out.empty()) builder_.math_text(out);
    }

    std::string attributes(const Token& token, MathTag tag) const {
        std::vector<std::pair<std::string_view, std::string_view>> kept;
        const auto keep = [&](std::string_view name, std::string_view value) {
            const auto same = [&](const auto& other) { return other.first == name; };
            if (!math_attribute_allowed(tag, name, value) || std::ranges::any_of(kept, same))
                return false;
            kept.emplace_back(name, value);
            return true;
        };
        for (const Attribute& given : token.attributes) {
            if (!keep(given.name, attribute(token, given.name)) && !is_silent(given.name))
                dropped_("attribute", given.name);
        }
        const std::string_view style = attribute(token, "style");
        keep("mathcolor", declared(style, "color"));
        keep("mathbackground", declared(style, "background-color"));
        if (tag == MathTag::mtd) {
            for (const std::string_view side : {"left", "center", "right"})
                if (has_class(token, std::string("tml-").append(side))) keep("columnalign", side);
            keep("data-before", room(declared(style, "padding-left")));
            keep("data-after", room(declared(style, "padding-right")));
        }
        std::ranges::sort(kept);
        std::string out;
        for (const auto& [name, value] : kept)
            out.append(name).append("=").append(value).append("\n");
        return out;
    }

    static std::string_view room(std::string_view padding) {
        if (padding == "0" || padding == "0em") return "0";
        if (padding == "1em") return "1";
        return padding == "2em" ? "2" : "";
    }

    struct Open {
        std::string_view name;
        MathTag tag;
    };

    const std::vector<Token>& tokens_;
    Builder& builder_;
    const CountDropped& dropped_;
    std::vector<Open> open_;
};

}  // namespace

std::size_t read_math(const std::vector<Token>& tokens, std::size_t at, Builder& builder,
                      const CountDropped& dropped) {
    return Reader(tokens, builder, dropped).read(at);
}

}  // namespace blatt::document
