using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Reprieve.Server.Design;
using Reprieve.Testing;

namespace Reprieve.Server.Tests.Design;

/// <summary>The page that shows every piece, inside the frame of every page: what holds here holds everywhere.</summary>
public class DesignPageTests
{
    public static TheoryData<string> Languages => [.. Screen.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Nothing_needs_a_laxer_content_policy(string language)
    {
        IDocument page = await Page(language);

        page.QuerySelectorAll("script, style, [style], iframe, object, embed, base").ShouldBeEmpty();
        IAttr[] attributes = [.. page.All.SelectMany(element => element.Attributes)];
        attributes.Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        attributes.Where(a => a.Value.Contains("javascript:", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        attributes.Where(a => a.Name is "href" or "src" or "action" && a.Value.Contains("//")).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_control_has_a_name_that_can_be_heard(string language)
    {
        IDocument page = await Page(language);
        string[] controls = ["input:not([type=hidden])", "select", "textarea"];

        IElement[] found = [.. page.QuerySelectorAll(string.Join(',', controls))];
        found.Length.ShouldBeGreaterThan(20);
        found.Where(control => LabelOf(page, control).Length == 0).Select(e => e.OuterHtml).ShouldBeEmpty();
        page.QuerySelectorAll("button, a").Where(e => NameOf(e).Length == 0).Select(e => e.OuterHtml).ShouldBeEmpty();
        page.QuerySelectorAll("progress, nav, form.switch").Where(e => !e.HasAttribute("aria-label")).ShouldBeEmpty();
        page.QuerySelectorAll("fieldset").Where(e => e.FirstElementChild?.LocalName != "legend").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Ids_are_there_once_and_what_points_to_them_finds_them(string language)
    {
        IDocument page = await Page(language);
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];

        ids.ShouldBeUnique();
        IEnumerable<string> pointed = page.QuerySelectorAll("[for], [aria-describedby], [data-copy]")
            .SelectMany(e => new[] { "for", "aria-describedby", "data-copy" }.Select(e.GetAttribute))
            .SelectMany(value => value?.Split(' ') ?? [])
            .Select(id => id.TrimStart('#'));
        pointed.Except(ids).ShouldBeEmpty();
        page.QuerySelectorAll(".notice a").Select(a => a.GetAttribute("href")![1..]).Except(ids).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Pictures_have_words_or_stay_silent_and_tables_are_told(string language)
    {
        IDocument page = await Page(language);

        page.QuerySelectorAll("svg")
            .Where(svg =>
                svg.GetAttribute("aria-hidden") != "true" && string.IsNullOrEmpty(svg.GetAttribute("aria-label"))
            )
            .ShouldBeEmpty();
        page.QuerySelectorAll("table").ShouldNotBeEmpty();
        page.QuerySelectorAll("table")
            .Where(t => t.QuerySelector("caption")?.TextContent.Length is null or 0)
            .ShouldBeEmpty();
        page.QuerySelectorAll("th:not([scope])").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_state_is_never_told_by_colour_alone(string language)
    {
        IDocument page = await Page(language);

        IElement[] toned = [.. page.QuerySelectorAll(".light, .callout, .findings > li")];
        toned.Length.ShouldBeGreaterThan(20);
        toned.Where(e => e.QuerySelector("svg") is null || e.TextContent.Trim().Length == 0).ShouldBeEmpty();
        string[] shapes =
        [
            .. page.QuerySelectorAll(".light").Select(e => e.QuerySelector("svg")!.InnerHtml).Distinct(),
        ];
        string[] tones = [.. page.QuerySelectorAll(".light").Select(e => e.ClassName!).Distinct()];
        shapes.Length.ShouldBe(tones.Length);
    }

    [Fact]
    public async Task The_frame_has_its_landmarks_and_a_way_past_them()
    {
        IDocument page = await Page("en");

        page.QuerySelectorAll("main").Length.ShouldBe(1);
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelector("a.skip")!.GetAttribute("href").ShouldBe("#main");
        page.QuerySelector(".masthead [aria-current=page]")!.TextContent.ShouldBe("Cases");
        page.QuerySelector(".switch [aria-pressed=true]")!.TextContent.ShouldBe("English");
        page.QuerySelector("footer.colophon")!.TextContent.ShouldContain("Nothing here promises success");
    }

    [Fact]
    public void Every_piece_is_shown()
    {
        string folder = Path.Combine(Repository.Root, "src", "Reprieve.Server", "Design");
        Dictionary<string, string> sources = Directory
            .EnumerateFiles(folder, "*.razor", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, File.ReadAllText);
        string[] frame = ["_Imports", "Shell", "DesignPage"];

        sources
            .Keys.Except(frame)
            .Where(name =>
                !sources.Any(other =>
                    other.Key != name && Regex.IsMatch(other.Value, $@"<{name}[\s>/]", RegexOptions.NonBacktracking)
                )
            )
            .ShouldBeEmpty();
    }

    private static Task<IDocument> Page(string language) =>
        Rendered.As<Shell>(
            language,
            ("Navigation", new NavEntry[] { new("Cases", "/cases", Current: true), new("Settings", "/settings") }),
            ("LanguageAction", "/language"),
            ("ThemeAction", "/theme"),
            ("Here", "/design"),
            (
                "ChildContent",
                (RenderFragment)(
                    builder =>
                    {
                        builder.OpenComponent<DesignPage>(0);
                        builder.CloseComponent();
                    }
                )
            )
        );

    private static string LabelOf(IDocument page, IElement control) =>
        (
            control.GetAttribute("aria-label") ?? page.QuerySelector($"label[for='{control.Id}']")?.TextContent ?? ""
        ).Trim();

    private static string NameOf(IElement element) =>
        (element.GetAttribute("aria-label") ?? element.TextContent).Trim();
}
