using System.Text.Json;

namespace Reprieve.Tests.Commands;

public sealed class ReviewTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void The_screen_is_eighty_columns_wide_and_needs_no_colour(string language)
    {
        using CaseCopy copy = CaseCopy.OfSample("late-shipment");
        string screen = CommandRun.Of("review", copy.Folder, "--ui-language", language).Out;
        screen.Split('\n').ShouldAllBe(line => Columns(line) <= 80);
        screen.ShouldNotContain('\u001b');
        screen.ShouldContain("✗ 6.8 % 41/603");
        screen.ShouldContain("✓ 0.47 % 4/860");
    }

    [Fact]
    public void It_goes_from_the_metrics_to_the_buyers_the_drivers_the_forecast_and_the_repairs()
    {
        using CaseCopy copy = CaseCopy.OfSample("late-shipment");
        string screen = CommandRun.Of("review", copy.Folder).Out;
        int[] places =
        [
            .. new[]
            {
                "Trend",
                "▁▁▁▁▂▄▆█",
                "What buyers said",
                "“Tracking did not move for two",
                "What drives Late shipment rate (30 days)",
                "times the usual rate · sales",
                "When it recovers",
                "What can still be undone before you appeal",
                "27 Nov 2026",
                "Ship an open order and confirm it",
            }.Select(text => screen.IndexOf(text, StringComparison.Ordinal)),
        ];
        places.ShouldAllBe(place => place >= 0);
        places.ShouldBeInOrder();
    }

    [Fact]
    public void Charts_are_written_into_the_folder_that_is_named_and_said()
    {
        using CaseCopy copy = CaseCopy.OfSample("late-shipment");
        string folder = Path.Combine(copy.Folder, "pictures");
        CommandRun run = CommandRun.Of("review", copy.Folder, "--charts", folder, "--json");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("Pictures written: 7");
        Directory
            .GetFiles(folder)
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .First()
            .ShouldBe("drivers-late_shipment_rate_10d-merchant.svg");
        using JsonDocument json = JsonDocument.Parse(run.Out);
        json.RootElement.GetProperty("trend").GetArrayLength().ShouldBe(2);
        json.RootElement.GetProperty("repairs").GetArrayLength().ShouldBe(19);
        json.RootElement.GetProperty("voices")[0].GetProperty("tag").GetString().ShouldBe("sales_process");
    }

    [Fact]
    public void What_it_wrote_into_the_folder_is_not_taken_for_the_sellers_the_next_time()
    {
        using CaseCopy copy = CaseCopy.OfSample("late-shipment");
        string before = CommandRun.Of("review", copy.Folder, "--json").Out;
        string rows = Path.Combine(copy.Folder, "rows.csv");
        string get = Path.Combine(copy.Folder, "get.md");
        string charts = Path.Combine(copy.Folder, "charts");
        CommandRun
            .Of("review", copy.Folder, "--rejected", rows, "--how-to-get", get, "--charts", charts)
            .ExitCode.ShouldBe(0);
        Directory.GetFiles(charts).ShouldNotBeEmpty();
        CommandRun.Of("review", copy.Folder, "--json").Out.ShouldBe(before);
    }

    [Theory]
    [InlineData("en", "Amazon 8.1 %, ours 8.2 % (read off the page", "not published by Amazon")]
    [InlineData("zh-Hans", "亚马逊 8.1 %，我们 8.2 %（从页面上读取", "亚马逊未公布")]
    public void What_the_seller_says_stands_beside_our_figures(string language, string beside, string unpublished)
    {
        using CaseCopy copy = CaseCopy.OfSample("late-shipment");
        string answers =
            copy.Read("answers.yaml")
            + """
                  - {id: late_shipment_rate_10d.amazon_rate, value: 8.1 %, by: Dana Reyes, date: 2026-10-01}
                  - {id: cancellation_rate.amazon_rate, value: few}
                  - {id: claims.reversed, value: [113-5893157-4220415]}
                """.ReplaceLineEndings("\n");
        copy.With("answers.yaml", answers);
        string screen = CommandRun.Of("review", copy.Folder, "--ui-language", language).Out;
        screen.Split('\n').ShouldAllBe(line => Columns(line) <= 80);
        screen.ShouldContain(beside);
        screen.ShouldContain(unpublished, Case.Insensitive);
        screen.ShouldContain("answers.yaml");
        screen.ShouldContain("cancellation_rate.amazon_rate");
        screen.ShouldNotContain("113-5893157-4220415");

        using JsonDocument json = JsonDocument.Parse(
            CommandRun.Of("review", copy.Folder, "--json", "--ui-language", language).Out
        );
        JsonElement figure = json
            .RootElement.GetProperty("metrics")
            .EnumerateArray()
            .Single(metric => metric.GetProperty("code").GetString() == "late_shipment_rate_10d")
            .GetProperty("amazonReported");
        figure.GetProperty("source").GetString().ShouldBe("seller");
        figure.GetProperty("stated").GetProperty("readOn").GetString().ShouldBe("2026-10-01");
        figure.GetProperty("difference").GetArrayLength().ShouldBeGreaterThan(1);
    }

    private static int Columns(string line) =>
        line.EnumerateRunes().Sum(rune => rune.Value is >= 0x2E80 and < 0xD7B0 or >= 0xFF01 and < 0xFF61 ? 2 : 1);
}
