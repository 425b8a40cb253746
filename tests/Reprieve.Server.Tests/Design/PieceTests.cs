using AngleSharp.Dom;
using CsCheck;
using Reprieve.Server.Design;

namespace Reprieve.Server.Tests.Design;

public class PieceTests
{
    [Fact]
    public async Task A_step_that_cannot_be_opened_is_no_link_and_the_current_one_is_said()
    {
        Step[] steps =
        [
            new("Why", StepState.Done, "/why"),
            new("Answer", StepState.Open, "/answer", Current: true),
            new("Decision", StepState.Waiting, null),
        ];
        IDocument page = await Rendered.As<StepBar>("en", ("Steps", steps));

        page.QuerySelector("[aria-current=step]")!.TextContent.ShouldContain("Answer");
        page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldBe(["/why", "/answer"]);
        page.QuerySelectorAll(".state").Select(e => e.TextContent).ShouldBe(["done", "to do", "waiting"]);
    }

    [Fact]
    public async Task A_link_that_may_not_be_followed_is_a_button_that_cannot_be_pressed()
    {
        IDocument page = await Rendered.As<Button>("en", ("Text", "Send"), ("Href", "/send"), ("Disabled", true));

        page.QuerySelector("a").ShouldBeNull();
        page.QuerySelector("button")!.HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public async Task A_table_tells_how_it_is_sorted_and_shows_what_stands_for_no_rows()
    {
        Column<string>[] columns =
        [
            Column.Figure<string>("Days", row => row) with
            {
                SortHref = "?sort=days",
                Sorted = Sorted.Descending,
            },
        ];
        IDocument page = await Rendered.As<DataTable<string>>(
            "en",
            ("Caption", "Late"),
            ("Columns", columns),
            ("Rows", Array.Empty<string>()),
            ("Empty", Rendered.Text("None late."))
        );

        page.QuerySelector("th")!.GetAttribute("aria-sort").ShouldBe("descending");
        page.QuerySelector("th a")!.GetAttribute("href").ShouldBe("?sort=days");
        page.QuerySelector("tbody")!.TextContent.Trim().ShouldBe("None late.");
    }

    [Fact]
    public void A_pager_shows_first_last_and_neighbours_in_order_and_skips_no_single_page() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[1, 60])
            .Where((pages, page) => page <= pages)
            .Sample(
                (pages, page) =>
                {
                    IDocument made = Rendered
                        .As<Pager>("en", ("Page", page), ("Pages", pages))
                        .GetAwaiter()
                        .GetResult();
                    int[] shown =
                    [
                        .. made.QuerySelectorAll("li > a:not([rel])").Select(a => int.Parse(a.TextContent, null)),
                    ];
                    shown.ShouldBe(shown.Distinct().Order());
                    shown.ShouldBe(shown.Union([1, pages, page, Math.Max(1, page - 1), Math.Min(pages, page + 1)]));
                    int[] steps = [.. shown.Zip(shown.Skip(1), (a, b) => b - a)];
                    steps.ShouldNotContain(2);
                    steps.Count(step => step > 1).ShouldBe(made.QuerySelectorAll(".gap").Length);
                },
                iter: 200
            );

    [Theory]
    [InlineData(double.NaN, 1, "0")]
    [InlineData(0.5, 0, "0")]
    [InlineData(7, 1, "100")]
    [InlineData(-1, 1, "0")]
    [InlineData(0.125, 1, "12.5")]
    public async Task A_bar_never_leaves_its_track(double value, double max, string width)
    {
        IDocument page = await Rendered.As<Bar>("en", ("Value", value), ("Max", max), ("Text", "x"));

        page.QuerySelectorAll("rect")[1].GetAttribute("width").ShouldBe(width);
    }

    [Fact]
    public async Task A_line_leaves_gaps_where_nothing_is_known()
    {
        IDocument page = await Rendered.As<Spark>(
            "en",
            ("Values", new double?[] { 1, 2, null, double.NaN, 3, 4 }),
            ("Text", "x")
        );

        page.QuerySelector("path")!.GetAttribute("d")!.Count(c => c == 'M').ShouldBe(2);
        page.QuerySelector("svg")!.GetAttribute("aria-label").ShouldBe("x");
    }

    [Fact]
    public async Task Waiting_works_without_script_and_serious_messages_are_said_at_once()
    {
        string waiting = await Rendered.Html<Progress>("en", ("Text", "Reading"), ("Again", 1500));
        IDocument bad = await Rendered.As<Flash>("en", ("Text", "Not saved."), ("Tone", Tone.Bad));

        waiting.ShouldContain("<noscript><meta http-equiv=\"refresh\" content=\"5\"");
        waiting.ShouldContain("data-again=\"1500\"");
        bad.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Serious: Not saved.");
    }
}
