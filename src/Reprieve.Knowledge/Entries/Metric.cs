namespace Reprieve.Knowledge;

/// <summary>A customer metric: what it counts, over which days, and its target (<c>knowledge/metrics</c>).</summary>
public sealed record Metric : KnowledgeEntry
{
    /// <summary>Amazon's name of it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What is counted over what.</summary>
    public required LocalizedText Definition { get; init; }

    /// <summary>The programmes it is printed for.</summary>
    public required IReadOnlyList<Fulfilment> Programs { get; init; }

    /// <summary>Length of the window in calendar days of the marketplace's zone.</summary>
    public required int WindowDays { get; init; }

    /// <summary>Days between the end of the window and the day of the review.</summary>
    public required int LagDays { get; init; }

    /// <summary>The target as a fraction; null for a rate without one.</summary>
    public double? Target { get; init; }

    /// <summary>Whether the value must stay under the target or reach it.</summary>
    public TargetCondition? Condition { get; init; }

    /// <summary>What Amazon does not publish, or the data cannot show, and what we took.</summary>
    public IReadOnlyList<Assumption> Assumptions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Stores where window, lag or target differ; the first that holds is taken.</summary>
    public IReadOnlyList<MetricVariant> Variants
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The metric as it stands in a store.</summary>
    public Metric In(string? marketplace)
    {
        MetricVariant? variant = Variants.FirstOrDefault(v =>
            v.Marketplaces.Contains(marketplace, StringComparer.OrdinalIgnoreCase)
        );
        return variant is null
            ? this
            : this with
            {
                WindowDays = variant.WindowDays ?? WindowDays,
                LagDays = variant.LagDays ?? LagDays,
                Target = variant.Target ?? Target,
            };
    }
}

/// <summary>A metric's numbers where a store has its own.</summary>
public sealed record MetricVariant
{
    /// <summary>The stores, by domain.</summary>
    public required IReadOnlyList<string> Marketplaces { get; init; }

    /// <summary>Where this was read.</summary>
    public required string Source { get; init; }

    /// <inheritdoc cref="Metric.WindowDays"/>
    public int? WindowDays { get; init; }

    /// <inheritdoc cref="Metric.LagDays"/>
    public int? LagDays { get; init; }

    /// <inheritdoc cref="Metric.Target"/>
    public double? Target { get; init; }
}

/// <summary>Which side of the target is good.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(SnakeCaseEnumConverter<TargetCondition>))]
public enum TargetCondition
{
    /// <summary>Good below the target.</summary>
    LessThan,

    /// <summary>Good at the target or above.</summary>
    AtLeast,
}

/// <summary>Something taken where Amazon is silent, with a sentence that says so.</summary>
public sealed record Assumption
{
    /// <summary>The code printed in <c>assumptions</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The sentence.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Whether Amazon publishes nothing on it; else Amazon says it, and the files cannot show it.</summary>
    public bool Unpublished { get; init; }
}
