using Reprieve.Knowledge;
using Reprieve.Practices;
using Spectre.Console;

namespace Reprieve.Cli.Output;

/// <summary>The metrics of a review: a row each, a column for each programme, with lights and, where missed, a small trend.</summary>
internal static class MetricsTable
{
    public static Table Of(Review review, KnowledgeBase knowledge)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Say.Get("Col_Metric"));
        table.AddColumn(new TableColumn(Say.Get("Col_Target")).NoWrap());
        table.AddColumn(new TableColumn(Say.Get("Col_Merchant")).NoWrap());
        bool both = review.Metrics.Any(metric => metric is { Program: Fulfilment.Amazon, Denominator: > 0 });
        if (both)
        {
            table.AddColumn(new TableColumn(Say.Get("Col_ByAmazon")).NoWrap());
        }

        table.AddColumn(new TableColumn(Say.Get("Col_Trend")).NoWrap());
        foreach (IGrouping<string, MetricResult> metric in review.Metrics.GroupBy(metric => metric.Code))
        {
            MetricResult first = metric.First();
            List<string> cells =
            [
                Screen.Plain(knowledge.Metric(metric.Key).Name.In(UserTexts.Language)),
                Figures.Target(first.Target, first.Condition),
                Cell(metric.FirstOrDefault(m => m.Program is Fulfilment.Merchant)),
            ];
            if (both)
            {
                cells.Add(Cell(metric.FirstOrDefault(m => m.Program is Fulfilment.Amazon)));
            }

            cells.Add(string.Join("\n", review.Trend.Where(trend => trend.Metric == metric.Key).Select(Sparkline.Of)));
            table.AddRow([.. cells]);
        }

        return table;
    }

    /// <summary>Light, figure and counts; below them Amazon's own figure.</summary>
    private static string Cell(MetricResult? metric)
    {
        if (metric is null)
        {
            return "";
        }

        string counts = metric.Denominator == 0 ? "" : $" [grey]{metric.Numerator}/{metric.Denominator}[/]";
        string reported = metric.AmazonReported?.Value is { } value
            ? "\n  " + Say.Get("Cell_Amazon", UserFigures.Percent(value))
            : "";
        return Light(metric) + UserFigures.Percent(metric.Value) + counts + reported;
    }

    /// <summary>A colour, and a sign beside it for those who see none.</summary>
    private static string Light(MetricResult metric) =>
        metric.Status switch
        {
            "missed" => "[red]✗[/] ",
            "met" => "[green]✓[/] ",
            "no_data" => "[grey]?[/] ",
            _ => "  ",
        };
}
