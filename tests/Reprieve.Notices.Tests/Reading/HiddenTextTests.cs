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
}
