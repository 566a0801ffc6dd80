#include "import/wordpress_body.h"

#include <doctest/doctest.h>

#include "golden.h"
#include "import/autop.h"

using namespace blatt;
using import::autop;

namespace {

std::string shown(std::string_view stored, const import::WordpressOptions& options = {}) {
    const import::WordpressHtml html = import::wordpress_html(stored, options);
    const document::HtmlResult result = import::wordpress_body(stored, options);
    document::check_invariants(result.document);
    std::string out = html.html + "\n----\n" + document::dump(result.document);
    for (const auto& [name, count] : result.dropped)
        out += "dropped " + name + " " + std::to_string(count) + "\n";
    return out;
}

constexpr std::string_view classic = R"html(Erster Absatz
mit zweiter Zeile.

<h2>Titel</h2>
Direkt darunter <em>betont

über</em> den Absatz.
<ul>
	<li>eins</li>
	<li>zwei
mit Zeile</li>
</ul>
<pre>bleibt

wie es ist</pre>
<!--more-->
<blockquote>Zitat

Zweiter Absatz</blockquote>
https://www.youtube.com/watch?v=SQEQr7c0-dw

https://blog.example/eigener-beitrag/

Ein Link im Satz: https://youtu.be/abc bleibt.
<!--nextpage-->
Zweite Seite<br />
weiter
<div class="x">Kasten

mit Absatz</div>)html";

constexpr std::string_view shortcodes = R"html(Vor [sic] dem Bild

[caption id="attachment_906" align="alignright" width="580"]<a href="/gross"><img src="/b.jpg" alt="B" width="580" height="300" /></a> Eine <a href="/x">Unterschrift</a>.[/caption]

[gallery ids="7, 8,9" columns="2"]

[audio https://blog.example/ton.mp3]

[video width="640" mp4="/film.mp4"][/video]

[embed width="300"]https://vimeo.com/1[/embed]

[youtube=https://www.youtube.com/watch?v=x] und [vimeo 22439234]

[php]
echo "<b>[gallery]</b>";
[/php]

[[gallery ids="1"]] und <code>[gallery]</code>

[contact-form-7 id="12" title="Kontakt"]

[box]Inhalt <b>darin</b>[/box]

<img class="alignleft" src="/links.jpg" alt="L" width="150" height="150" /> Text um ein Bild herum, <a href="/y"><img class="alignright" src="/rechts.jpg" alt="R" /></a> das mitten im Satz steht.

<img class="aligncenter" src="/mitte.jpg" alt="M" />)html";

constexpr std::string_view blocks = R"html(<!-- wp:paragraph {"align":"center"} -->
<p class="has-text-align-center">Mitte</p>
<!-- /wp:paragraph -->

<!-- wp:gallery {"linkTo":"none"} -->
<figure class="wp-block-gallery has-nested-images columns-default"><!-- wp:image {"id":1} -->
<figure class="wp-block-image size-large"><img src="/1.jpg" alt="Eins"/><figcaption class="wp-element-caption">Eins</figcaption></figure>
<!-- /wp:image -->
<!-- wp:image {"id":2} -->
<figure class="wp-block-image"><img src="/2.jpg" alt="Zwei"/></figure>
<!-- /wp:image --><figcaption class="blocks-gallery-caption">Beide</figcaption></figure>
<!-- /wp:gallery -->

<!-- wp:gallery -->
<ul class="wp-block-gallery columns-2"><li class="blocks-gallery-item"><figure><img src="/3.jpg" alt=""/><figcaption>Drei</figcaption></figure></li></ul>
<!-- /wp:gallery -->

<!-- wp:embed {"url":"https://twitter.com/nacin/status/319508408669708289","type":"rich"} -->
<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">
https://twitter.com/nacin/status/319508408669708289
</div><figcaption class="wp-element-caption">Ein Beitrag</figcaption></figure>
<!-- /wp:embed -->

<!-- wp:pullquote -->
<figure class="wp-block-pullquote"><blockquote><p>Wichtig.</p><cite>Jemand</cite></blockquote></figure>
<!-- /wp:pullquote -->

<!-- wp:quote -->
<blockquote class="wp-block-quote"><p>Zitat</p><cite>Wer es sagte<br></cite></blockquote>
<!-- /wp:quote -->

<!-- wp:buttons -->
<div class="wp-block-buttons"><!-- wp:button -->
<div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="/a">Eins</a></div>
<!-- /wp:button -->
<!-- wp:button -->
<div class="wp-block-button is-style-outline"><a class="wp-block-button__link" href="/b">Zwei</a></div>
<!-- /wp:button --></div>
<!-- /wp:buttons -->

<!-- wp:cover {"url":"/c.jpg"} -->
<div class="wp-block-cover"><span aria-hidden="true" class="wp-block-cover__background has-background-dim"></span><img class="wp-block-cover__image-background" alt="Decke" src="/c.jpg"/><div class="wp-block-cover__inner-container"><!-- wp:paragraph -->
<p class="has-large-font-size">Darauf</p>
<!-- /wp:paragraph --></div></div>
<!-- /wp:cover -->

<!-- wp:cover -->
<div class="wp-block-cover has-background-dim" style="background-image:url(https://x.example/d.jpg)"><p class="wp-block-cover-text">Alt</p></div>
<!-- /wp:cover -->

<!-- wp:verse -->
<pre class="wp-block-verse">Zeile eins
  Zeile <em>zwei</em>

Strophe</pre>
<!-- /wp:verse -->

<!-- wp:code -->
<pre class="wp-block-code"><code>if (a &lt; b) [gallery]</code></pre>
<!-- /wp:code -->

<!-- wp:file -->
<div class="wp-block-file"><a href="/x.pdf">Datei</a><a href="/x.pdf" class="wp-block-file__button" download>Download</a></div>
<!-- /wp:file -->

<!-- wp:social-links --><ul class="wp-block-social-links"><!-- wp:social-link {"url":"https:\/\/wordpress.org","service":"wordpress"} /--><!-- wp:social-link {"url":"#","service":"x"} /--></ul><!-- /wp:social-links -->

<!-- wp:latest-posts {"postsToShow":3} /-->

<!-- wp:shortcode -->
[unbekannt a="b"]
<!-- /wp:shortcode -->

Loser Text

nach den Blöcken)html";

}  // namespace

TEST_CASE("stored bodies of WordPress") {
    check_golden("import/wordpress_classic.txt", shown(classic));
    import::WordpressOptions options;
    import::WordpressFile file;
    file.url = "/sieben.jpg";
    file.caption = "Bild <em>sieben</em>";
    file.alternative = "7 \"Bild\"";
    file.width = 300;
    file.height = 200;
    options.file = [&](std::string_view id) { return id == "7" ? &file : nullptr; };
    check_golden("import/wordpress_shortcodes.txt", shown(shortcodes, options));
    check_golden("import/wordpress_blocks.txt", shown(blocks));
}

TEST_CASE("footnotes stand beside the body") {
    import::WordpressOptions options;
    options.notes = {{"a-1", "Eine <em>Note</em>."}};
    check_golden("import/wordpress_footnotes.txt",
                 shown("<!-- wp:paragraph --><p>Text<sup data-fn=\"a-1\" class=\"fn\"><a "
                       "href=\"#a-1\" id=\"a-1-link\">1</a></sup></p><!-- /wp:paragraph -->"
                       "<!-- wp:footnotes /-->",
                       options));
}

TEST_CASE("paragraphs of plain text") {
    CHECK(autop("") == "");
    CHECK(autop("a") == "<p>a</p>\n");
    CHECK(autop("a\nb\n\nc\n \n\nd") == "<p>a<br>\nb</p>\n<p>c</p>\n<p>d</p>\n");
    CHECK(autop("a<br>\nb") == "<p>a<br>b</p>\n");
    CHECK(autop("<p>a\n\nb</p>") == "<p>a</p>\n<p>b</p>\n");
    CHECK(autop("<div>a</div>") == "<div>a</div>\n");
    CHECK(autop("<div>a\n\nb</div>c") == "<div>a<p>b</p>\n</div><p>c</p>\n");
    CHECK(autop("<ul>\n<li>a\nb</li>\n</ul>") == "<ul>\n<li>a<br>\nb</li>\n</ul>\n");
    CHECK(autop("<pre>a\n\nb</pre>") == "<pre>a\n\nb</pre>\n");
    CHECK(autop("<script>a\n\nb</script>") == "<p><script>a\n\nb</script></p>\n");
    CHECK(autop("a <!-- b\n\nc --> d") == "<p>a <!-- b\n\nc --> d</p>\n");
    CHECK(autop("a < b\n\n1 <3") == "<p>a < b</p>\n<p>1 <3</p>\n");
    CHECK(autop("<a title=\"x > y\n\nz\">t</a>") == "<p><a title=\"x > y\n\nz\">t</a></p>\n");
}

TEST_CASE("hostile and broken bodies cost no more than their length") {
    std::string all;
    for (const std::string_view part : {"[code]", "[caption]", "[[gallery", "<a ", "<!--",
                                        "<!-- wp:x -->", "<pre>", "[a b=\"", "<a x='", "\n\n"}) {
        std::string repeated;
        for (int i = 0; i < 20'000; ++i) repeated += part;
        document::check_invariants(import::wordpress_body(repeated).document);
        all += repeated.substr(0, 1000);
    }
    document::check_invariants(import::wordpress_body(all).document);
}
