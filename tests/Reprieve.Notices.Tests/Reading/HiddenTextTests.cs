using System.Net;

namespace Reprieve.Notices.Tests;

public sealed class HiddenTextTests
{
    [Theory]
    [InlineData("<div style='display:none'>X</div>")]
    [InlineData("<div style='DISPLAY : NONE !important'>X</div>")]
    [InlineData("<span style='visibility:hidden'>X</span>")]
    [InlineData("<span style='font-size:0'>X</span>")]
    [InlineData("<span style='font-size: 1px'>X</span>")]
    [InlineData("<span style='opacity:0'>X</span>")]
    [InlineData("<span style='color:#fff;background-color:#FFFFFF'>X</span>")]
    [InlineData("<table bgcolor='white'><tr><td><font color='#ffffff'>X</font></td></tr></table>")]
    [InlineData("<span style='color:rgb(255, 255, 255)'>X</span>")]
    [InlineData("<div style='position:absolute;left:-9999px'>X</div>")]
    [InlineData("<div style='text-indent:-5000px'>X</div>")]
    [InlineData("<div style='max-height:0;overflow:hidden'>X</div>")]
    [InlineData("<div style='mso-hide:all'>X</div>")]
    [InlineData("<div hidden>X</div>")]
    [InlineData("<p hidden=''>X<p>")]
    [InlineData("<div aria-hidden='true'>X</div>")]
    [InlineData("<style>.pre, .x { display:none !important }</style><div class='a pre'>X</div>")]
    [InlineData("<style>X</style>")]
    [InlineData("<script>X</script>")]
    [InlineData("<!-- X -->")]
    [InlineData("<!--[if mso]>X<![endif]-->")]
    [InlineData("<title>X</title>")]
    [InlineData("<textarea>X</textarea>")]
    public void What_nobody_sees_is_left_out(string html) =>
        HtmlText
            .Read($"<body><p>Your account</p>{html}<p>is active.</p></body>")
            .Text.ShouldBe("Your account\n\nis active.");

    [Theory]
    [InlineData("<td style='font-size:0px'><div style='font-size:14px'>X</div></td>")]
    [InlineData("<div style='visibility:hidden'><b style='visibility:visible'>X</b></div>")]
    [InlineData("<td style='background:#f90'><a style='color:#fff'>X</a></td>")]
    [InlineData("<div style='background-image:url(x.png)'><a style='color:#fff'>X</a></div>")]
    [InlineData("<style>.dark{background:#000}</style><div class='dark' style='color:#fff'>X</div>")]
    [InlineData("<style>@media (max-width:600px){.wide{display:none}}</style><div class='wide'>X</div>")]
    [InlineData("<div style='max-height:0'>X</div>")]
    [InlineData("<div style='opacity:0.9'>X</div>")]
    [InlineData("<div aria-hidden='false'>X</div>")]
    [InlineData("<table><tr><td hidden>no<td>X</table>")]
    [InlineData("<p hidden>no<p>X")]
    [InlineData("<ul><li hidden>no<li>X</ul>")]
    [InlineData("<a href='x' <b>X")]
    [InlineData("X <")]
    [InlineData("<br hidden>X")]
    public void What_is_seen_is_kept(string html) => HtmlText.Read(html).Text.ShouldContain("X");

    [Fact]
    public void What_was_left_out_is_said()
    {
        Message mail = Some.Mail(
            "From: a@b.example\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n<p>Your account is active.</p><div style='display:none'>Your account has been deactivated for good.</div>"
        );
        mail.Text.ShouldBe("Your account is active.");
        Diagnosis read = Some.Reader.Read(mail).Added(mail);
        read.Notes.ShouldHaveSingleItem().ShouldContain("36");
        DiagnosisJson.Serialize(read).ShouldContain("\"notes\":[");
    }

    [Fact]
    public void Cells_of_a_table_stay_parted_and_rows_are_lines() =>
        HtmlText
            .Read(
                "<table><tr><th>ASIN</th><th>Title</th></tr><tr><td>B0C4TQ7M2K</td><td>Cup</td></tr><tr><td>B0D8WR3L5N</td><td>Pan</td></tr></table>"
            )
            .Text.ShouldBe("ASIN Title\nB0C4TQ7M2K Cup\nB0D8WR3L5N Pan");

    [Theory]
    [InlineData("&amp;&lt;&#x4E00;&nbsp;&eacute;&bogus;", "&<一 é&bogus;")]
    [InlineData("a < b", "a < b")]
    [InlineData("a<!-->b", "ab")]
    [InlineData("a<!-- > -->b", "ab")]
    [InlineData("a<br/>b<hr>c", "a\nbc")]
    [InlineData("<A HREF=\"x\">a</A >b", "ab")]
    [InlineData("a</>b</ c>d", "a</>b</ c>d")]
    [InlineData("a<?xml b?>c", "ac")]
    [InlineData("<ul><li>a<li>b</ul>", "- a\n- b")]
    public void Broken_pages_are_read_as_browsers_show_them(string html, string text) =>
        HtmlText.Read(html).Text.ShouldBe(text);

    [Theory]
    [InlineData("<p> one two </p>", "one two")]
    [InlineData("<p>one  two\n three\u00A0four</p>", "one two three four")]
    [InlineData("<b>one </b>two", "one two")]
    [InlineData("one<b> two</b>", "one two")]
    [InlineData("one <b> two </b> three", "one two three")]
    [InlineData("one<b> </b>two<i>\n</i>three", "one two three")]
    [InlineData("one<b>two</b>", "onetwo")]
    public void Words_are_parted_by_one_space_however_they_stand(string html, string text) =>
        HtmlText.Read(html).Text.ShouldBe(text);

    [Fact]
    public void Links_are_kept_with_what_they_show()
    {
        HtmlText page = HtmlText.Read("<a href='https://x.example/?a=1&amp;b=2'>See <b>here</b></a> <a href=y>there");
        page.Links.ShouldBe([new Link("See here", "https://x.example/?a=1&b=2"), new Link("there", "y")]);
    }

    [Fact]
    public void A_style_that_comes_again_counts_where_it_stands()
    {
        HtmlText page = HtmlText.Read(
            "<p style='color:#ffffff'>hidden</p><table style='background-color:#000000'><tr><td style='color:#ffffff'>seen"
                + "</td></tr></table><p style='color:#ffffff'>hidden</p><p style='color:#ff0000'>red</p>"
        );
        page.Text.ReplaceLineEndings(" ").Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["seen", "red"]);
        page.Hidden.ShouldBe(12);
    }

    [Fact]
    public void What_a_style_did_on_another_page_does_not_matter_under_another_look()
    {
        const string Words = "<p style='color:#fefefe;margin:0'>words</p>";
        foreach (string _ in new[] { "first", "again" })
        {
            HtmlText.Read(Words).Hidden.ShouldBe(5);
            HtmlText.Read($"<body bgcolor=#000000>{Words}").Text.ShouldBe("words");
            HtmlText.Read($"<style>p{{margin:0}}</style>{Words}").Text.ShouldBe("words");
        }
    }

    [Fact]
    public void Styles_are_read_alike_by_many_threads_at_once()
    {
        string[] pages =
        [
            .. Enumerable
                .Range(0, 2000)
                .Select(n =>
                    $"<p style='opacity:{n % 2};width:{n}px'>a</p><b style='opacity:{n % 3};width:{n}px'>b</b>"
                ),
        ];
        Parallel.For(
            0,
            4 * pages.Length,
            i =>
            {
                int n = i % pages.Length;
                HtmlText.Read(pages[n]).Hidden.ShouldBe((n % 2 == 0 ? 1 : 0) + (n % 3 == 0 ? 1 : 0));
            }
        );
    }

    [Theory]
    [InlineData("&#39;&quot;&amp;&lt;&gt;|&nbsp;|")]
    [InlineData("&amp;amp; &amp;#39; &amp")]
    [InlineData("&#228;&#26085;&#8203;&#55295;")]
    [InlineData("&#0; &#55296; &#99999; &#128512; &#x41; &#+65; &#; &#65")]
    [InlineData("&#39;&AMP;&QUOT;&zwnj;&eacute;&bogus;&;&&#65;")]
    public void Entities_are_resolved_as_the_framework_does(string text)
    {
        string resolved = WebUtility.HtmlDecode(text);
        HtmlText.Read($"<a href=\"x{text}\">y</a>").Links.ShouldHaveSingleItem().Target.ShouldBe($"x{resolved}");
        HtmlText.Read($"<p>x{text}").Text.ShouldBe($"x{resolved}".Replace('\u00A0', ' '));
    }

    [Fact]
    public void Only_so_many_attributes_are_looked_at()
    {
        string many = string.Concat(Enumerable.Range(0, 63).Select(n => $" a{n}=x"));
        HtmlText.Read($"<p{many} hidden>X").Text.ShouldBeEmpty();
        HtmlText.Read($"<p a=x{many} hidden>X").Text.ShouldBe("X");
    }

    [Fact]
    public void Elements_nested_deeper_than_usual_keep_their_look()
    {
        string deep = string.Concat(Enumerable.Repeat("<b style='color:#406080'>", 100));
        string closed = string.Concat(Enumerable.Repeat("</b>", 100));
        HtmlText.Read($"<i hidden>{deep}x{closed}y</i>z").Text.ShouldBe("z");
        HtmlText.Read($"<table bgcolor=#406080><tr><td>{deep}x{closed}y").Text.ShouldBe("y");
    }
}
