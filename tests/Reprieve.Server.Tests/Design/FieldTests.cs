using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Reprieve.Server.Design;

namespace Reprieve.Server.Tests.Design;

public class FieldTests
{
    [Fact]
    public async Task An_error_is_tied_to_its_control_and_said_before_the_hint()
    {
        IDocument page = await Rendered.As<TextInput>(
            "en",
            ("Name", "answers[0].value"),
            ("Label", "L"),
            ("Hint", "h"),
            ("Error", "e")
        );

        IElement control = page.QuerySelector("input")!;
        control.GetAttribute("name").ShouldBe("answers[0].value");
        control.GetAttribute("aria-invalid").ShouldBe("true");
        string[] told =
        [
            .. control
                .GetAttribute("aria-describedby")!
                .Split(' ')
                .Select(id => page.GetElementById(id)!.TextContent.Trim()),
        ];
        told.ShouldBe(["e", "h"]);
    }

    [Fact]
    public async Task What_need_not_be_answered_says_so()
    {
        IDocument optional = await Rendered.As<TextInput>("zh-Hans", ("Name", "a"), ("Label", "店铺"));
        IDocument needed = await Rendered.As<TextInput>(
            "zh-Hans",
            ("Name", "a"),
            ("Label", "店铺"),
            ("Required", true)
        );

        optional.QuerySelector("label")!.TextContent.ShouldBe("店铺 选填");
        needed.QuerySelector("label")!.TextContent.ShouldBe("店铺");
        needed.QuerySelector("input")!.HasAttribute("required").ShouldBeTrue();
    }

    [Fact]
    public async Task A_text_keeps_the_line_break_it_begins_with()
    {
        IDocument page = await Rendered.As<TextArea>("en", ("Name", "a"), ("Label", "L"), ("Value", "\n\nsecond"));

        ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value.ShouldBe("\n\nsecond");
    }

    [Fact]
    public async Task A_choice_speaks_two_languages_and_posts_what_was_chosen()
    {
        IDocument page = await Rendered.As<Choice>(
            "en",
            ("Name", "cause"),
            ("Label", "Cause"),
            ("Options", new Option[] { new("a", "Stock", "库存", "zh-Hans"), new("b", "Holiday") }),
            ("Values", new[] { "a" })
        );

        page.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("a");
        page.QuerySelector(".other")!.GetAttribute("lang").ShouldBe("zh-Hans");
        page.QuerySelectorAll("input[type=radio][name=cause]").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Files_can_be_sent_without_script()
    {
        IDocument page = await Rendered.As<FileDrop>(
            "en",
            ("Action", "/cases"),
            ("Title", "Drop"),
            ("Token", Rendered.Text("token"))
        );

        IElement form = page.QuerySelector("form[data-upload]")!;
        form.GetAttribute("method").ShouldBe("post");
        form.GetAttribute("enctype").ShouldBe("multipart/form-data");
        form.TextContent.ShouldContain("token");
        form.QuerySelector("input[type=file]")!.GetAttribute("name").ShouldBe("files");
        form.QuerySelector("button")!.GetAttribute("type").ShouldBe("submit");
    }
}
