using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>A figure for which an account may have a limit of its own.</summary>
/// <param name="Code">A code of <c>knowledge/warnings</c>.</param>
/// <param name="Name">In the screen's language.</param>
/// <param name="Amazon">Amazon's first limit as people read it.</param>
/// <param name="IsScore">Whether it is a score from 0 to 1000; otherwise a rate.</param>
public sealed record LimitChoice(string Code, string Name, string Amazon, bool IsScore)
{
    private const double MostScore = 1_000;

    /// <summary>The figures of a store that have a limit, in the order of <c>knowledge/warnings</c>.</summary>
    public static IReadOnlyList<LimitChoice> Of(string store, KnowledgeBase knowledge) =>
        [
            .. GaugeBook
                .Of(store, knowledge)
                .Where(gauge => gauge.Limits.Count > 0)
                .DistinctBy(gauge => gauge.Code)
                .Select(gauge => new LimitChoice(
                    gauge.Code,
                    (gauge.Rule.Name ?? knowledge.Metrics.First(metric => metric.Code == gauge.Code).Name).In(
                        UserTexts.Language
                    ),
                    gauge.Show(gauge.Limits[0].Value),
                    gauge.Code == WarningRule.Rating
                )),
        ];

    /// <summary>Whether a limit can be one of this figure: a score, or a rate as a fraction.</summary>
    public bool Takes(double limit) => limit >= 0 && limit <= (IsScore ? MostScore : 1);
}
