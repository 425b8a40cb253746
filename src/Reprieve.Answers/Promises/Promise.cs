using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Answers.Promises;

/// <summary>Something that an answer said the seller will do from then on.</summary>
/// <param name="Id">Id of its sentence in the ledger.</param>
/// <param name="Round">The round that said so last.</param>
/// <param name="Text">The sentence as it was sent.</param>
/// <param name="Owner">Who does it, as the answer says; null where the sentence names nobody.</param>
/// <param name="Cadence">How often, as the answer says; null where the sentence does not say.</param>
/// <param name="Threshold">From which count or rate on something is done, as the answer says; null for none.</param>
public sealed record Promise(string Id, int Round, string Text, string? Owner, string? Cadence, string? Threshold)
{
    /// <summary>The rate that the seller set for acting, as a share of 1; null where the sentence has none.</summary>
    [JsonIgnore]
    public double? Rate { get; init; }

    /// <summary>Codes of the metrics that the rate is about.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Metrics { get; init; } = [];
}

/// <summary>A promise held against the figures of the reports at hand.</summary>
/// <param name="Verdict">What the figures say.</param>
/// <param name="Metric">The metric that says so, the worst first; null where no figure can.</param>
/// <param name="Value">Its value as we compute it, an estimate of Amazon's.</param>
public sealed record PromiseState(Promise Promise, PromiseVerdict Verdict, string? Metric, double? Value);

/// <summary>What figures say of a promise.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PromiseVerdict>))]
public enum PromiseVerdict
{
    /// <summary>No figure tells: a person has to look.</summary>
    ForAPerson,

    /// <summary>The metric is within the seller's own limit.</summary>
    Within,

    /// <summary>The seller's own limit is reached: what was promised for that case is due, before Amazon's target is missed.</summary>
    Due,

    /// <summary>Amazon's target is missed.</summary>
    Broken,
}
