#include "site/shortcodes.h"

#include <doctest/doctest.h>

#include "golden.h"
#include "site/code_mask.h"
#include "site/text.h"

using namespace blatt;
using namespace blatt::site;

namespace {

struct Expanded {
    std::string text;
    Problems problems;
};

Expanded expand(std::string_view markdown, bool liquid) {
    ShortcodeContext context;
    context.file = "a.md";
    context.first_line = 10;
    context.liquid = liquid;
    context.base = "/blog/";
    context.variables["site.title"] = "Blatt";
    context.variables["page.title"] = "Titel";
    context.resolve = [](std::string_view reference) -> std::optional<std::string> {
        return reference == "post.md" ? std::optional<std::string>("/blog/post/") : std::nullopt;
    };
    Expanded out;
    out.text = expand_shortcodes(markdown, context, out.problems);
    return out;
}

std::string hugo(std::string_view markdown) { return expand(markdown, false).text; }
std::string liquid(std::string_view markdown) { return expand(markdown, true).text; }

std::string report(std::string_view markdown, bool is_liquid) {
    const Expanded expanded = expand(markdown, is_liquid);
    std::string out = expanded.text + "\n-- problems\n";
    for (const Problem& problem : expanded.problems.list) out += to_line(problem, "") + "\n";
    return out;
}

}  // namespace

TEST_CASE("shortcodes: references become URLs") {
    CHECK(hugo("[a]({{< ref \"post.md\" >}})") == "[a](/blog/post/)");
    CHECK(hugo("[a]({{<relref \"post.md#x\">}})") == "[a](/blog/post/#x)");
    CHECK(hugo("<a href=\"{{< ref \"post.md\" >}}\">a</a>") == "<a href=\"/blog/post/\">a</a>");
    CHECK(hugo("{{< ref path=\"post.md\" >}}") == "/blog/post/");
    CHECK(hugo("{{< ref \"#here\" >}}") == "#here");
    const Expanded missing = expand("x\n\n[a]({{< ref \"/none\" >}})", false);
    CHECK(missing.text == "x\n\n[a](/blog/none)");
    REQUIRE(missing.problems.list.size() == 1);
    CHECK(missing.problems.list[0].line == 12);
}

TEST_CASE("shortcodes: code is left alone, but for raw") {
    CHECK(hugo("`{{< ref \"x\" >}}`") == "`{{< ref \"x\" >}}`");
    CHECK(hugo("```\n{{< youtube x >}}\n```\n") == "```\n{{< youtube x >}}\n```\n");
    CHECK(hugo("a\n\n    {{< youtube x >}}\n") == "a\n\n    {{< youtube x >}}\n");
    CHECK(liquid("~~~\n{{ site.title }}\n~~~\n{{ site.title }}") ==
          "~~~\n{{ site.title }}\n~~~\nBlatt");
    CHECK(liquid("`{% raw %}{{{% endraw %} x }}`") == "`{{ x }}`");
    CHECK(liquid("{%raw%}{% for a in b %}{%endraw%}") == "{% for a in b %}");
    CHECK(hugo("{{</* youtube x */>}}") == "{{< youtube x >}}");
    // Braces in a Hugo text are text.
    CHECK(hugo("a {{ x }} b {% y %}") == "a {{ x }} b {% y %}");
}

TEST_CASE("shortcodes: Hugo's own and common ones") {
    check_golden("site/shortcodes_hugo.txt", report(R"(Before

{{< figure src="/a b.png" alt="An \"a\"" caption="With *stress*" attr="Ada" attrlink="https://ada.example" >}}

In a line {{< figure src="/b.png" alt="[b]" >}} goes on.

{{< youtube dQw4w9WgXcQ >}}
{{< vimeo_simple 12345 >}}
{{< tweet user="ada" id="1" >}}

{{< highlight go "linenos=table" >}}
x := "```" {{< ref "not.me" >}}
{{< /highlight >}}

{{< quote author="Nastja, Niederrhein">}}
First.

Second *line*.
{{</quote>}}

{{< headline-brackets-h1 color="blue"  >}}
Blog
{{< /headline-brackets-h1  >}}

{{% paragraph-center %}}
Kept **text**.
{{% /paragraph-center %}}

{{< details "More" >}}
Inside
{{< /details >}}

{{< unknown-box color="red" >}}
Text inside an unknown one.
{{< /unknown-box >}}

{{< button-center href="/join/" text="Join in" >}}
{{< gallery-item src="/c.jpg" alt="C" >}}
{{< css.inline >}}<style>x</style>{{< /css.inline >}}
)",
                                                    false));
}

TEST_CASE("shortcodes: Liquid of Jekyll and Eleventy") {
    check_golden("site/shortcodes_liquid.txt", report(R"({% image "assets/a.png" "An [a]" %}

[{% image "assets/a.png" "Linked" %}](/x/)

<div>
	{{ "maya" | team_photo }}
	<blockquote>{% image "assets/b.png" "In HTML" %}</blockquote>
</div>

{% image_with_class "assets/c.png" "width-80px" "C" %}

{% include "linked-figure.html",
     image: "/assets/d.jpg",
     alt: "D, with a comma",
     caption: "The caption" %}

[a]({{ "/2014/01/02/x/" | url }}) and {{site.baseurl}}/y/ and {{ page.title }} and {{ nobody }}
{{ "maya" | team_link }}
{{ "https://www.youtube-nocookie.com/embed/x" | embed: "A talk" }}

{% comment %}gone{% endcomment %}
{% set photo = "assets/e.png" %}{% image photo "E" %}
{% highlight ruby %}
puts {{ x }}
{% endhighlight %}

A paragraph.
{: .lead #top }

# Heading {#anchor .class}

* TOC
{:toc}

{% if x %}kept{% endif %}
)",
                                                      true));
}

TEST_CASE("shortcodes: nothing that is no tag is lost") {
    for (const std::string_view text : {"{", "{{", "{{<", "{{< ", "{%", "{% raw %}", "a {{ b",
                                        "{{< x", "{:", "{: .x", "{{%", "{{< \" >}}", "}} >}} %}"}) {
        CAPTURE(text);
        CHECK(hugo(text).find_first_not_of("{") == std::string_view(text).find_first_not_of("{"));
        liquid(text);
    }
}

TEST_CASE("arguments of a tag") {
    const TagArguments named = read_arguments(R"(src="a b" width=3 alt='it''s' title=`raw "x"`)");
    CHECK(named.named({"src"}) == "a b");
    CHECK(named.named({"width"}) == "3");
    CHECK(named.named({"title"}) == "raw \"x\"");
    const TagArguments liquid_style =
        read_arguments(R"("file.html", image: "/a.png", alt: "x: y")");
    CHECK(liquid_style.at(0) == "file.html");
    CHECK(liquid_style.named({"image"}) == "/a.png");
    CHECK(liquid_style.named({"alt"}) == "x: y");
    CHECK(read_arguments("https://a.example/x?a=b").at(0).starts_with("https://a.example/"));
}

TEST_CASE("the code mask") {
    const auto masked = [](std::string_view text) {
        std::string out;
        const auto mask = code_mask(text);
        for (std::size_t i = 0; i < text.size(); ++i)
            out += text[i] == '\n' ? '\n' : mask[i] ? '#' : '.';
        return out;
    };
    CHECK(masked("a `b` c") == "..###..");
    CHECK(masked("a ``b`c`` d") == "..#######..");
    CHECK(masked("a `b\n\nc` d") == "....\n\n....");
    CHECK(masked("- ```\n  x\n  ```\ny") == "#####\n###\n#####\n.");
    CHECK(masked("> ~~~\n> x\n> ~~~\ny") == "#####\n###\n#####\n.");
    CHECK(masked("- a\n\n      b") == "...\n\n.......");
    CHECK(masked("a\n    b") == ".\n.....");
    CHECK(masked("a\n\n    b\nc") == ".\n\n#####\n.");
}
