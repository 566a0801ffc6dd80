#include "document/embeds.h"

#include <array>

namespace blatt::document {

namespace {

using enum EmbedKind;

constexpr auto providers = std::to_array<EmbedProvider>({
    {"youtube.com", "YouTube", video},
    {"youtube-nocookie.com", "YouTube", video},
    {"youtu.be", "YouTube", video},
    {"vimeo.com", "Vimeo", video},
    {"dailymotion.com", "Dailymotion", video},
    {"dai.ly", "Dailymotion", video},
    {"wordpress.tv", "WordPress.tv", video},
    {"videopress.com", "VideoPress", video},
    {"ted.com", "TED", video},
    {"twitch.tv", "Twitch", video},
    {"media.ccc.de", "media.ccc.de", video},
    {"tiktok.com", "TikTok", video},
    {"soundcloud.com", "SoundCloud", audio},
    {"spotify.com", "Spotify", audio},
    {"mixcloud.com", "Mixcloud", audio},
    {"bandcamp.com", "Bandcamp", audio},
    {"podcasts.apple.com", "Apple Podcasts", audio},
    {"podigee.io", "Podigee", audio},
    {"libsyn.com", "Libsyn", audio},
    {"twitter.com", "X (Twitter)", post},
    {"x.com", "X (Twitter)", post},
    {"instagram.com", "Instagram", post},
    {"facebook.com", "Facebook", post},
    {"bsky.app", "Bluesky", post},
    {"mastodon.social", "Mastodon", post},
    {"reddit.com", "Reddit", post},
    {"tumblr.com", "Tumblr", post},
    {"google.com/maps", "Google Maps", map},
    {"maps.google.com", "Google Maps", map},
    {"openstreetmap.org", "OpenStreetMap", map},
    {"docs.google.com", "Google Docs", page},
    {"flickr.com", "Flickr", page},
    {"slideshare.net", "SlideShare", page},
    {"speakerdeck.com", "Speaker Deck", page},
    {"gist.github.com", "GitHub Gist", page},
    {"codepen.io", "CodePen", page},
});

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// "host/path…" without scheme, user name, port and "www."; empty for a relative URL.
std::string host_and_path(std::string_view url) {
    const auto slashes = url.find("//");
    if (slashes == std::string_view::npos || url.find_first_of("/?#") != slashes) return {};
    const std::string_view rest = url.substr(slashes + 2);
    const auto host_end = std::min(rest.find_first_of("/?#"), rest.size());
    std::string_view host = rest.substr(0, host_end);
    if (const auto at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
    host = host.substr(0, host.find(':'));
    std::string out;
    for (const char c : host) out.push_back(lower(c));
    if (out.starts_with("www.")) out.erase(0, 4);
    out.append(rest.substr(host_end));
    return out;
}

// What follows `prefix` in `text` up to the next '/', '?' or '#'; empty where it is no id.
std::string_view id_after(std::string_view text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return {};
    const std::string_view rest = text.substr(prefix.size());
    return rest.substr(0, rest.find_first_of("/?#&"));
}

struct Player {
    std::string_view player;
    std::string_view page;
};

// An id stands between the beginning of the one and of the other.
constexpr auto players = std::to_array<Player>({
    {"youtube.com/embed/", "https://www.youtube.com/watch?v="},
    {"youtube-nocookie.com/embed/", "https://www.youtube.com/watch?v="},
    {"youtube.com/v/", "https://www.youtube.com/watch?v="},
    {"youtu.be/", "https://www.youtube.com/watch?v="},
    {"player.vimeo.com/video/", "https://vimeo.com/"},
    {"dailymotion.com/embed/video/", "https://www.dailymotion.com/video/"},
    {"videopress.com/embed/", "https://videopress.com/v/"},
    {"open.spotify.com/embed/episode/", "https://open.spotify.com/episode/"},
    {"open.spotify.com/embed/track/", "https://open.spotify.com/track/"},
    {"open.spotify.com/embed/album/", "https://open.spotify.com/album/"},
    {"open.spotify.com/embed/playlist/", "https://open.spotify.com/playlist/"},
});

}  // namespace

std::string embed_host(std::string_view url) {
    const std::string all = host_and_path(url);
    return all.substr(0, all.find_first_of("/?#"));
}

const EmbedProvider* embed_provider(std::string_view url) {
    const std::string all = host_and_path(url);
    const auto host_end = std::min(all.find_first_of("/?#"), all.size());
    for (const EmbedProvider& provider : providers) {
        const auto slash = provider.host.find('/');
        const std::string_view host = provider.host.substr(0, slash);
        const std::string_view own = std::string_view(all).substr(0, host_end);
        const bool same = own == host || (own.size() > host.size() && own.ends_with(host) &&
                                          own[own.size() - host.size() - 1] == '.');
        if (!same) continue;
        if (slash == std::string_view::npos ||
            std::string_view(all).substr(host_end).starts_with(provider.host.substr(slash)))
            return &provider;
    }
    return nullptr;
}

std::string embed_page(std::string_view url) {
    const std::string all = host_and_path(url);
    for (const Player& player : players) {
        const std::string_view id = id_after(all, player.player);
        if (!id.empty() && id != "videoseries") return std::string(player.page).append(id);
    }
    // The player's address carries the one of the page.
    if (all.starts_with("w.soundcloud.com/player")) {
        constexpr std::string_view name = "url=";
        const auto at = url.find(name);
        if (at != std::string_view::npos) {
            const std::string_view value = url.substr(at + name.size());
            std::string page(value.substr(0, value.find('&')));
            for (const auto& [from, to] :
                 {std::pair<std::string_view, std::string_view>{"%3A", ":"}, {"%2F", "/"}}) {
                for (auto p = page.find(from); p != std::string::npos; p = page.find(from))
                    page.replace(p, from.size(), to);
            }
            if (page.starts_with("https://soundcloud.com/")) return page;
        }
    }
    if (url.starts_with("//")) return std::string("https:").append(url);
    return std::string(url);
}

}  // namespace blatt::document
