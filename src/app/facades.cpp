#include "app/facades.h"

#include "document/embeds.h"

namespace blatt::app {

namespace {

using content::Strings;
using content::Text;
using document::Block;
using document::BlockId;
using document::BlockKind;
using document::Builder;
using document::Document;
using document::EmbedKind;
using document::EmbedProvider;
using document::InlineId;
using document::InlineKind;
using document::Role;
using document::StyleClass;

bool is_facade(const Block& block) {
    return block.kind == BlockKind::paragraph && block.style == StyleClass::facade;
}

// The URL behind a facade, empty where it has no link.
std::string_view url_of(const Document& body, BlockId facade) {
    const Block& block = body.blocks[facade];
    for (InlineId id = block.inlines_begin; id < block.inlines_end; ++id) {
        const document::Inline& node = body.inlines[id];
        if (node.kind == InlineKind::link && node.target != document::no_id)
            return body.view(body.targets[node.target].url);
    }
    return {};
}

EmbedKind kind_of(const EmbedProvider* provider) {
    return provider == nullptr ? EmbedKind::page : provider->kind;
}

std::string name_of(const EmbedProvider* provider, std::string_view url) {
    return provider == nullptr ? document::embed_host(url) : std::string(provider->name);
}

Text words_for(EmbedKind kind) {
    switch (kind) {
        case EmbedKind::video: return Text::facade_video;
        case EmbedKind::audio: return Text::facade_audio;
        case EmbedKind::post: return Text::facade_post;
        case EmbedKind::map: return Text::facade_map;
        case EmbedKind::page: break;
    }
    return Text::facade_page;
}

}  // namespace

void name_facades(Document& body, const Strings& strings) {
    for (BlockId id = 0; id < body.blocks.size(); ++id) {
        if (!is_facade(body.blocks[id])) continue;
        const std::string url(url_of(body, id));
        const EmbedProvider* provider = document::embed_provider(url);
        const std::string name = name_of(provider, url);
        if (name.empty()) continue;
        for (InlineId i = body.blocks[id].inlines_begin; i < body.blocks[id].inlines_end; ++i) {
            document::Inline& node = body.inlines[i];
            if (node.kind != InlineKind::text || body.view(node.text) != name) continue;
            const std::string words =
                content::format(strings[words_for(kind_of(provider))], {{"provider", name}});
            node.text = {static_cast<std::uint32_t>(body.text.size()),
                         static_cast<std::uint32_t>(words.size())};
            body.text += words;
        }
    }
}

void open_facade(Builder& builder, const Document& body, BlockId facade) {
    if (!is_facade(body.blocks[facade])) return;
    const std::string_view url = url_of(body, facade);
    const EmbedProvider* provider = document::embed_provider(url);
    const EmbedKind kind = kind_of(provider);
    const bool plays = kind == EmbedKind::video || kind == EmbedKind::audio;
    builder.open_group(Role::none, plays ? StyleClass::facade_player : StyleClass::facade_card);
    const std::string name = name_of(provider, url);
    if (!name.empty()) builder.leaf(BlockKind::paragraph, StyleClass::facade_provider, name);
}

void close_facade(Builder& builder, const Document& body, BlockId facade, const Strings& strings) {
    if (!is_facade(body.blocks[facade])) return;
    const std::string host = document::embed_host(url_of(body, facade));
    if (!host.empty()) {
        builder.leaf(BlockKind::paragraph, StyleClass::facade_note,
                     content::format(strings[Text::facade_note], {{"host", host}}));
    }
    builder.close();
}

}  // namespace blatt::app
