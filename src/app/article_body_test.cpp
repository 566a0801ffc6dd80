#include "app/article_body.h"

#include <doctest/doctest.h>

#include "app/lightbox.h"
#include "base/geometry.h"
#include "document/markdown.h"
#include "golden.h"

using namespace blatt;
using document::Document;
using document::InlineKind;

namespace {

// The pictures have the sizes that the tool found.
Document shown(std::string_view markdown, base::Size size = {1200, 800}) {
    auto body = document::from_markdown(markdown);
    REQUIRE(body.has_value());
    for (const document::Inline& node : body->inlines) {
        if (node.kind != InlineKind::image) continue;
        document::Target& target = body->targets[node.target];
        const bool sign = body->view(target.url).find("sign") != std::string_view::npos;
        target.width = sign ? 20 : size.width;
        target.height = sign ? 20 : size.height;
    }
    document::Builder builder;
    app::append_body(builder, *body, content::Strings());
    Document made = builder.finish();
    document::check_invariants(made);
    return made;
}

}  // namespace

TEST_CASE("pictures: captions, galleries, links to the large view") {
    check_golden("app/pictures.txt", document::dump(shown(R"(![alone](/a.jpg)

![titled](/a.jpg "A title")

![emphasised](/a.jpg)
*A caption with a [link](/x/)*

text ![in it](/a.jpg) and a ![sign](/sign.png)

![one](/1.jpg) ![two](/2.jpg "Two")

![one](/1.jpg)
![two](/2.jpg)
[![three](/3-300x200.jpg)](/3.JPG)

[![elsewhere](/a.jpg)](/page/)

[![its file on another host](/a.jpg)](https://other.example/a.jpg)

- ![in a list](/a.jpg "Titled in a list")
)")));
}

TEST_CASE("pictures: small ones are not enlarged, upright ones are cut upright") {
    CHECK(app::large_pictures(shown("![small](/a.png)", {120, 120})).empty());
    CHECK(app::large_pictures(shown("![sign](/sign.png)")).empty());
    const std::string two = document::dump(shown("![a](/a.png)\n![b](/b.png)", {600, 900}));
    CHECK(two.find("picture-tall") != std::string::npos);
}

TEST_CASE("lightbox: the picture, where it stands, its neighbours") {
    const Document screen = shown("![a](/a.jpg \"A\")\n\n![b](/b.jpg)\n![c](/c.jpg \"C\")");
    const auto links = app::large_pictures(screen);
    REQUIRE(links.size() == 3);
    Document large = app::lightbox(screen, links, 2, false, content::Strings());
    document::check_invariants(large);
    check_golden("app/lightbox.txt", document::dump(large));
}

TEST_CASE("callouts: quotes with a marker, with titles of their own, with blocks in them") {
    check_golden("app/callouts.txt", document::dump(shown(R"(> [!NOTE]
> Only a text.

> [!tip] A title with *emphasis*
>
> - a list
>
> ![a picture](/a.jpg "Its caption")

> [!WARNING]-

> [!CAUTION]
> > [!IMPORTANT]
> > nested

> [!OTHER]
> stays a quote

> [a link](/x/) stays a quote
)")));
}
