#include "import/html_tokens.h"

#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/html/html.h>

#include <memory>
#include <string>

#include "base/utf8.h"

namespace blatt::import {

namespace {

using document::Token;
using document::TokenKind;

struct ParserDeleter {
    void operator()(lxb_html_parser_t* parser) const { lxb_html_parser_destroy(parser); }
};
struct DocumentDeleter {
    void operator()(lxb_html_document_t* document) const { lxb_html_document_destroy(document); }
};

std::string_view as_view(const lxb_char_t* bytes, std::size_t size) {
    return bytes == nullptr
               ? std::string_view{}
               : std::string_view(static_cast<const char*>(static_cast<const void*>(bytes)), size);
}

// SVG's mixed-case names in lower case like all others.
std::string lower_case(std::string_view name) {
    std::string out(name);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string name_of(lxb_dom_node_t* node) {
    std::size_t size = 0;
    const lxb_char_t* name = lxb_dom_element_local_name(lxb_dom_interface_element(node), &size);
    return lower_case(as_view(name, size));
}

void append_attributes(lxb_dom_node_t* node, std::vector<document::Attribute>& out) {
    for (lxb_dom_attr_t* attribute =
             lxb_dom_element_first_attribute(lxb_dom_interface_element(node));
         attribute != nullptr; attribute = lxb_dom_element_next_attribute(attribute)) {
        std::size_t name_size = 0;
        std::size_t value_size = 0;
        const lxb_char_t* name = lxb_dom_attr_qualified_name(attribute, &name_size);
        const lxb_char_t* value = lxb_dom_attr_value(attribute, &value_size);
        out.push_back(
            {lower_case(as_view(name, name_size)), std::string(as_view(value, value_size))});
    }
}

// HTML's own list of elements that are never closed.
bool is_void(lxb_dom_node_t* node) {
    return node->ns == LXB_NS_HTML && lxb_html_node_is_void(node);
}

void append_open(lxb_dom_node_t* node, std::vector<Token>& tokens) {
    if (node->type == LXB_DOM_NODE_TYPE_TEXT) {
        const lexbor_str_t& data = lxb_dom_interface_character_data(node)->data;
        Token token;
        token.text = as_view(data.data, data.length);
        tokens.push_back(std::move(token));
    } else if (node->type == LXB_DOM_NODE_TYPE_ELEMENT) {
        Token token;
        token.kind = TokenKind::open;
        token.name = name_of(node);
        append_attributes(node, token.attributes);
        tokens.push_back(std::move(token));
    }
}

void append_close(lxb_dom_node_t* node, std::vector<Token>& tokens) {
    if (node->type != LXB_DOM_NODE_TYPE_ELEMENT || is_void(node)) return;
    Token token;
    token.kind = TokenKind::close;
    token.name = name_of(node);
    tokens.push_back(std::move(token));
}

// Every open tag makes the parser look through all open elements, so that nesting without end costs
// the square of its length. Beyond this depth, where a Document has long been flat, further ones
// are left out; what stands in them stays. Elements that change how text is read are not: their
// text would become another.
constexpr std::size_t deepest = 512;

bool changes_text(lxb_tag_id_t tag) {
    switch (tag) {
        case LXB_TAG_IFRAME:
        case LXB_TAG_NOEMBED:
        case LXB_TAG_NOFRAMES:
        case LXB_TAG_PLAINTEXT:
        case LXB_TAG_SCRIPT:
        case LXB_TAG_STYLE:
        case LXB_TAG_SVG:
        case LXB_TAG_MATH:
        case LXB_TAG_TEMPLATE:
        case LXB_TAG_TEXTAREA:
        case LXB_TAG_TITLE:
        case LXB_TAG_XMP: return true;
        default: return false;
    }
}

struct DepthGuard {
    lxb_html_tree_t* tree = nullptr;
    lxb_html_tokenizer_token_f next = nullptr;
    void* next_context = nullptr;

    static lxb_html_token_t* on_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token,
                                      void* context) {
        const auto* guard = static_cast<DepthGuard*>(context);
        const bool opens =
            (token->type & LXB_HTML_TOKEN_TYPE_CLOSE) == 0 && token->tag_id > LXB_TAG__EM_DOCTYPE;
        if (opens && !changes_text(token->tag_id) &&
            lexbor_array_length(guard->tree->open_elements) > deepest)
            return token;
        return guard->next(tokenizer, token, guard->next_context);
    }
};

}  // namespace

std::vector<Token> html_tokens(std::string_view html) {
    const std::string valid = base::utf8::to_valid(html);
    std::vector<Token> tokens;
    const std::unique_ptr<lxb_html_parser_t, ParserDeleter> parser(lxb_html_parser_create());
    if (!parser || lxb_html_parser_init(parser.get()) != LXB_STATUS_OK) return tokens;
    lxb_html_tokenizer_t* tokenizer = lxb_html_parser_tokenizer(parser.get());
    DepthGuard guard{lxb_html_parser_tree(parser.get()), tokenizer->callback_token_done,
                     tokenizer->callback_token_ctx};
    lxb_html_tokenizer_callback_token_done_set(tokenizer, DepthGuard::on_token, &guard);
    const auto* bytes = static_cast<const lxb_char_t*>(static_cast<const void*>(valid.data()));
    lxb_dom_node_t* root = lxb_html_parse_fragment_by_tag_id(parser.get(), nullptr, LXB_TAG_BODY,
                                                             LXB_NS_HTML, bytes, valid.size());
    if (root == nullptr) return tokens;
    const std::unique_ptr<lxb_html_document_t, DocumentDeleter> document(
        lxb_html_interface_document(root->owner_document));
    // Walked without recursion: the input chooses the depth.
    lxb_dom_node_t* node = root->first_child;
    while (node != nullptr) {
        append_open(node, tokens);
        if (node->first_child != nullptr) {
            node = node->first_child;
            continue;
        }
        append_close(node, tokens);
        while (node->next == nullptr && node->parent != root) {
            node = node->parent;
            append_close(node, tokens);
        }
        node = node->next;
    }
    return tokens;
}

}  // namespace blatt::import
