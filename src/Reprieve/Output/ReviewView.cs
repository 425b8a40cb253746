using Reprieve.Knowledge;
using Reprieve.Practices;
using Spectre.Console;

namespace Reprieve.Cli.Output;

/// <summary>The review for people: metrics with their targets, what drives the missed ones, when they recover, listings.</summary>
internal static class ReviewView
{
    private const int MostFindings = 12;

    public static void Write(Screen screen, Review review, KnowledgeBase knowledge)
    {
        screen.Line(
            Say.Get(
                "Review_Title",
                Screen.Plain(review.Marketplace ?? Say.Get("Unknown_Store")),
                Figures.Day(review.AsOf)
            )
        );
        screen.Line($"[grey]{Say.Get("Review_Estimate")}[/]");
        screen.Table(Metrics(review, knowledge));
        Drivers(screen, review, knowledge);
        Forecast(screen, review, knowledge);
        Listings(screen, review, knowledge);
        Files(screen, review);
    }

    private static Table Metrics(Review review, KnowledgeBase knowledge)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Say.Get("Col_Metric"));
        table.AddColumn(new TableColumn(Say.Get("Col_Program")).NoWrap());
        table.AddColumn(new TableColumn(Say.Get("Col_Value")).RightAligned().NoWrap());
        table.AddColumn(new TableColumn(Say.Get("Col_Target")).NoWrap());
        table.AddColumn(new TableColumn(Say.Get("Col_Orders")).RightAligned().NoWrap());
        bool reportedToo = review.Metrics.Any(metric => metric.AmazonReported is not null);
        if (reportedToo)
        {
            table.AddColumn(new TableColumn(Say.Get("Col_Amazon")).RightAligned());
        }

        foreach (MetricResult metric in review.Metrics)
        {
            List<string> cells =
            [
                Screen.Plain(knowledge.Metric(metric.Code).Name.In(UserTexts.Language)),
                Say.Get("Program_" + metric.Program),
                Light(metric) + Figures.Percent(metric.Value),
                Figures.Target(metric.Target, metric.Condition),
                metric.Denominator == 0 ? "" : $"{metric.Numerator}/{metric.Denominator}",
            ];
            if (reportedToo)
            {
                cells.Add(metric.AmazonReported is { } reported ? Figures.Percent(reported.Value) : "");
            }

            table.AddRow([.. cells]);
        }

        return table;
    }

    /// <summary>A colour, and a sign beside it for those who see none.</summary>
    private static string Light(MetricResult metric) =>
        metric.Status switch
        {
            "missed" => "[red]✗[/] ",
            "met" => "[green]✓[/] ",
            "no_data" => "[grey]?[/] ",
            _ => "",
        };

    private static void Drivers(Screen screen, Review review, KnowledgeBase knowledge)
    {
        foreach (IGrouping<string, Driver> metric in review.Drivers.GroupBy(driver => driver.Metric))
        {
            string name = knowledge.Metric(metric.Key).Name.In(UserTexts.Language);
            screen.Line($"[bold]{Say.Get("Review_Drivers", Screen.Plain(name))}[/]");
            foreach (Driver driver in metric.Take(5))
            {
                screen.Line("  " + DriverText(driver));
            }
        }
    }

    /// <summary>One driver in a line.</summary>
    public static string DriverText(Driver driver) =>
        Say.Get(
            "Driver",
            Say.Get("Dimension_" + driver.Dimension),
            Screen.Plain(driver.Dimension == "weekday" ? Figures.Weekday(driver.Value) : driver.Value),
            driver.Numerator,
            driver.Denominator,
            driver.Lift.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)
        );

    private static void Forecast(Screen screen, Review review, KnowledgeBase knowledge)
    {
        foreach (MetricForecast forecast in review.Forecast)
        {
            string name = Screen.Plain(knowledge.Metric(forecast.Metric).Name.In(UserTexts.Language));
            screen.Line(
                forecast.MetByAgeing is { } day
                    ? Say.Get("Forecast_Day", name, Figures.Day(day))
                    : Say.Get("Forecast_None", name)
            );
            if (forecast.CleanOrdersNeeded is { } needed)
            {
                screen.Line("  " + Say.Get("Forecast_Orders", needed));
            }
        }
    }

    private static void Listings(Screen screen, Review review, KnowledgeBase knowledge)
    {
        if (review.Listings.Count == 0)
        {
            return;
        }

        screen.Line(
            $"[bold]{Say.Get("Review_Listings", review.Listings.Select(finding => finding.Sku).Distinct().Count())}[/]"
        );
        foreach (ListingFinding finding in review.Listings.Take(MostFindings))
        {
            string policy =
                knowledge.Policies.FirstOrDefault(p => p.Code == finding.Rule)?.Name.In(UserTexts.Language)
                ?? finding.Rule;
            screen.Line(
                $"  {Say.Get("Severity_" + finding.Severity)}  {Screen.Plain(finding.Sku)}  {Screen.Plain(policy)}: “{Screen.Plain(finding.Evidence.Quote)}”{InNotice(finding)}"
            );
        }
    }

    private static string InNotice(ListingFinding finding) =>
        finding.InNotice ? $"  [yellow]{Say.Get("Listing_InNotice")}[/]" : "";

    private static void Files(Screen screen, Review review)
    {
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
        }
    }
}
