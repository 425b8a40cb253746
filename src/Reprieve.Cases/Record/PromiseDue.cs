using Reprieve.Answers.Promises;
using Reprieve.Cases.Aftercare;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;

namespace Reprieve.Cases;

/// <summary>A promise of which the figures say that something is due; without its words, which name people.</summary>
/// <param name="Promise">Id of its sentence.</param>
/// <param name="Verdict">Whether the seller's own limit is reached, or Amazon's target missed.</param>
/// <param name="Metric">Code of the metric that says so.</param>
/// <param name="Value">Its value, as a share of 1.</param>
/// <param name="Limit">The seller's own limit, as the answer says it.</param>
public sealed record PromiseDue(string Promise, PromiseVerdict Verdict, string Metric, double Value, string? Limit)
{
    /// <summary>Those of a case; none before Amazon has reinstated.</summary>
    public static IReadOnlyList<PromiseDue> Of(CaseWork work, KnowledgeBase knowledge) =>
        [
            .. (CaseAftercare.Of(work, knowledge)?.Alerts ?? [])
                .Where(state => state is { Metric: not null, Value: not null })
                .Select(state => new PromiseDue(
                    state.Promise.Id,
                    state.Verdict,
                    state.Metric!,
                    state.Value!.Value,
                    state.Promise.Threshold
                )),
        ];
}
