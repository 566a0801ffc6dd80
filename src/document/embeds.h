// Embeds: what is known about the hosts whose players, posts and maps stand in blogs: their names
// and what they show. The one table of them. Nothing here asks for anything; it turns the address
// of a frame into the address of the page that a reader would open.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace blatt::document {

enum class EmbedKind : std::uint8_t { page, video, audio, post, map };

struct EmbedProvider {
    std::string_view host;  // and every host below it
    std::string_view name;
    EmbedKind kind = EmbedKind::page;
};

// The provider behind an absolute URL, or nullptr.
const EmbedProvider* embed_provider(std::string_view url);

// The page for readers behind the URL of a player: "…youtube.com/embed/ID" -> "…/watch?v=ID". Other
// URLs come back as they are, with https for "//host".
std::string embed_page(std::string_view url);

// "player.example.org" of "https://player.example.org:8000/x", in lower case, without "www.";
// empty for a relative URL.
std::string embed_host(std::string_view url);

}  // namespace blatt::document
