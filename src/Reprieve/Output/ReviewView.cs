using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Responses.Interview;

namespace Reprieve.Cli.Output;

/// <summary>The review for people: metrics with their targets, what drives the missed ones, when they recover, listings.</summary>
internal static class ReviewView
{
    private const int MostFindings = 12;
    private const int MostVoices = 6;

    public static void Write(Screen screen, Review review, KnowledgeBase knowledge)
    {
        screen.Line(
            Say.Get(
                "Review_Title",
                Screen.Plain(review.Marketplace ?? Say.Get("Unknown_Store")),
                UserFigures.Day(review.AsOf)
            )
        );
        screen.Line($"[grey]{Say.Get("Review_Estimate")}[/]");
        screen.Table(MetricsTable.Of(review, knowledge));
        if (
            review.Metrics.FirstOrDefault(metric => metric.Status == "missed") is { } missed
            && review.Metrics.All(metric => metric.AmazonReported is null)
        )
        {
            screen.Line($"[grey]{Say.Get("Hint_AmazonRate", SaidOfPractice.RateOf(missed.Code))}[/]");
            screen.Line();
        }

        AmazonFiguresView.Write(screen, review, knowledge);
        Voices(screen, review, knowledge);
        Drivers(screen, review, knowledge);
        Forecast(screen, review, knowledge);
        RepairsView.Write(screen, review, knowledge);
        Listings(screen, review, knowledge);
        Files(screen, review);
    }

    private static void Voices(Screen screen, Review review, KnowledgeBase knowledge)
    {
        if (review.Voices.Count == 0)
        {
            return;
        }

        screen.Line($"[bold]{Say.Get("Review_Voices")}[/]");
        foreach (Voice voice in review.Voices.Take(MostVoices))
        {
            string name = knowledge.Voices.First(cause => cause.Code == voice.Cause).Name.In(UserTexts.Language);
            string quote = voice.Quotes.Count > 0 ? $" “{Screen.Plain(voice.Quotes[0].Quote)}”" : "";
            screen.Row(
                voice.Orders.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(5),
                $"{Screen.Plain(name)} [grey]· {PracticeTexts.Area(voice.Tag)}[/]{quote}",
                6
            );
        }

        if (review.Voices.Count > MostVoices)
        {
            screen.Row("", $"[grey]{Say.Get("Voice_More", review.Voices.Count - MostVoices)}[/]", 6);
        }
    }

    private static void Drivers(Screen screen, Review review, KnowledgeBase knowledge)
    {
        foreach (IGrouping<string, Driver> metric in review.Drivers.GroupBy(driver => driver.Metric))
        {
            string name = knowledge.Metric(metric.Key).Name.In(UserTexts.Language);
            screen.Line();
            screen.Line($"[bold]{Say.Get("Review_Drivers", Screen.Plain(name))}[/]");
            foreach (Driver driver in metric.Take(5))
            {
                screen.Row("  •", $"{DriverText(driver)} [grey]· {PracticeTexts.Area(driver.Tag)}[/]", 3);
            }
        }
    }

    /// <summary>One driver in a line.</summary>
    public static string DriverText(Driver driver) =>
        Say.Get(
            "Driver",
            PracticeTexts.Dimension(driver.Dimension),
            Screen.Plain(PracticeTexts.DriverValue(driver)),
            driver.Numerator,
            driver.Denominator,
            driver.Lift.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)
        );

    private static void Forecast(Screen screen, Review review, KnowledgeBase knowledge)
    {
        if (review.Forecast.Count == 0)
        {
            return;
        }

        screen.Line();
        screen.Line($"[bold]{Say.Get("Review_Forecast")}[/]");
        foreach (MetricForecast forecast in review.Forecast)
        {
            string name = Screen.Plain(knowledge.Metric(forecast.Metric).Name.In(UserTexts.Language));
            screen.Row(
                "  •",
                forecast.MetByAgeing is { } day
                    ? Say.Get("Forecast_Day", name, UserFigures.Day(day))
                    : Say.Get("Forecast_None", name),
                3
            );
            if (forecast.CleanOrdersNeeded is { } needed)
            {
                screen.Row("", Say.Get("Forecast_Orders", needed), 3);
            }

            if (forecast.IfReversed is { } reversed)
            {
                screen.Row("", Reversed(reversed), 3);
            }
        }
    }

    private static string Reversed(ReversedForecast reversed) =>
        Say.Get(
            "Forecast_Reversed",
            reversed.Orders.Count,
            UserFigures.Percent(reversed.Value),
            reversed.Status == "met" ? Say.Get("Forecast_ReversedMet")
                : reversed.MetByAgeing is { } day ? Say.Get("Forecast_ReversedDay", UserFigures.Day(day))
                : Say.Get("Forecast_ReversedNone")
        );

    private static void Listings(Screen screen, Review review, KnowledgeBase knowledge)
    {
        if (review.Listings.Count == 0)
        {
            return;
        }

        screen.Line();
        screen.Line(
            $"[bold]{Say.Get("Review_Listings", review.Listings.Select(finding => finding.Sku).Distinct().Count())}[/]"
        );
        foreach (ListingFinding finding in review.Listings.Take(MostFindings))
        {
            string policy = PracticeTexts.ListingRule(finding.Rule, knowledge);
            screen.Line(
                $"  {Say.Get("Severity_" + finding.Severity)}  {Screen.Plain(finding.Sku)}  {Screen.Plain(policy)}: “{Screen.Plain(finding.Evidence.Quote)}”{InNotice(finding)}"
            );
        }

        OwnBrandHint(screen, review, knowledge);
    }

    private static void OwnBrandHint(Screen screen, Review review, KnowledgeBase knowledge)
    {
        HashSet<string> ofBrands =
        [
            .. knowledge.Policies.Where(policy => policy.NotFirst).Select(policy => policy.Code),
        ];
        if (review.Listings.Any(finding => ofBrands.Contains(finding.Rule)))
        {
            screen.Line($"  [grey]{Say.Get("Hint_Brands", SaidOfPractice.Brands)}[/]");
        }
    }

    private static string InNotice(ListingFinding finding) =>
        finding.InNotice ? $"  [yellow]{Say.Get("Listing_InNotice")}[/]" : "";

    private static void Files(Screen screen, Review review)
    {
        screen.Line();
        int rejected = review.Files.Sum(file => file.RejectedRows ?? 0);
        if (rejected > 0)
        {
            screen.Line(Say.Get("Review_Rejected", rejected));
        }

        foreach (UnreadableFile file in review.Unreadable)
        {
            screen.Line($"[yellow]{Say.Get("File_NotRead", Screen.Plain(file.Source), Screen.Plain(file.Error))}[/]");
        }

        List<string> missing = [.. review.Metrics.SelectMany(metric => metric.Missing).Distinct()];
        if (missing.Count > 0)
        {
            screen.Line(Say.Get("Review_Missing", string.Join(", ", missing.Select(PracticeTexts.FileType))));
            screen.Line($"  {Say.Get("Review_HowToGet")}");
        }
    }
}
