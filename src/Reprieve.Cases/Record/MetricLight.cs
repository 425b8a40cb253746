using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;

namespace Reprieve.Cases;

/// <summary>How a metric stood in a review: what a page of many cases shows without opening any.</summary>
/// <param name="Status">met, missed or no_data; null for a rate without a target.</param>
/// <param name="Value">The rate as a fraction, as it was computed; Amazon's own where it could not be; null when unknown.</param>
/// <param name="AsOf">The day the review looked back from.</param>
public sealed record MetricLight(string Code, Fulfilment Program, string? Status, double? Value, DateOnly AsOf)
{
    /// <summary>The metrics with a target that the review has a figure for, in its order.</summary>
    public static IReadOnlyList<MetricLight> Of(CaseWork work) =>
        work.Review is { } review
            ?
            [
                .. review
                    .Metrics.Where(metric =>
                        metric.Target is not null && (metric.Denominator > 0 || metric.AmazonReported is not null)
                    )
                    .Select(metric => new MetricLight(
                        metric.Code,
                        metric.Program,
                        metric.Status,
                        metric.Value ?? metric.AmazonReported?.Value,
                        review.AsOf
                    )),
            ]
            : [];
}
