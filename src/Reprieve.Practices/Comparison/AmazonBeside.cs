using Reprieve.Knowledge;
using Reprieve.Practices.Metrics;

namespace Reprieve.Practices.Comparison;

/// <summary>Puts Amazon's own figure beside ours: its report's, else the one the seller read off the page.</summary>
internal static class AmazonBeside
{
    /// <summary>Half of the last digit that Amazon's page shows (6.81 %): two figures nearer than that are the same.</summary>
    private const double Same = 0.00005;

    /// <summary>The results with Amazon's figure and what sets it apart from ours, where it is known.</summary>
    public static IReadOnlyList<MetricResult> Of(
        IReadOnlyList<MetricResult> results,
        IReadOnlyList<MetricRun> runs,
        IReadOnlyList<StatedFigure> stated,
        Differences differences
    )
    {
        Dictionary<(string, Fulfilment), StatedFigure> said = Said(results, stated);
        return
        [
            .. results.Zip(
                runs,
                (result, run) =>
                    (result.AmazonReported ?? Read(said.GetValueOrDefault((result.Code, result.Program)))) is { } figure
                        ? result with
                        {
                            AmazonReported = figure with { Difference = Apart(result, run, figure, differences) },
                        }
                        : result
            ),
        ];
    }

    /// <summary>
    /// The figure for each result. Where the seller did not say for which programme, it is for the one that a notice
    /// would speak of: a missed one before one that is met, one with orders before one without, the seller's own before
    /// Amazon's. The last figure said holds.
    /// </summary>
    private static Dictionary<(string, Fulfilment), StatedFigure> Said(
        IReadOnlyList<MetricResult> results,
        IReadOnlyList<StatedFigure> stated
    )
    {
        Dictionary<(string, Fulfilment), StatedFigure> said = [];
        foreach (StatedFigure figure in stated.OrderBy(figure => figure.Program is not null))
        {
            MetricResult? meant = results
                .Where(result => result.Code == figure.Metric)
                .OrderBy(result => result.Status == "missed" ? 0 : 1)
                .ThenBy(result => result.Denominator > 0 ? 0 : 1)
                .ThenBy(result => result.Program)
                .FirstOrDefault(result => figure.Program is null || result.Program == figure.Program);
            if (meant is not null)
            {
                said[(meant.Code, meant.Program)] = figure;
            }
        }

        return said;
    }

    private static ReportedFigure? Read(StatedFigure? figure) =>
        figure is null
            ? null
            : new ReportedFigure(figure.Value, null) { Source = FigureSource.Seller, Stated = figure };

    private static IReadOnlyList<DifferenceReason> Apart(
        MetricResult result,
        MetricRun run,
        ReportedFigure figure,
        Differences differences
    ) =>
        figure.Value is not { } theirs || (result.Value is { } ours && Math.Abs(ours - theirs) < Same)
            ? []
            : [.. differences.Of(result, run, figure)];
}
