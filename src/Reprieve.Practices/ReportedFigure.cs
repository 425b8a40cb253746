using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Practices;

/// <summary>A figure as Amazon itself states it.</summary>
/// <param name="Value">The rate as a fraction.</param>
/// <param name="Status">Amazon's word for it (GOOD, BAD …); null where the seller read the figure off the page.</param>
/// <param name="Days">Length of the window it is for, where it differs from ours.</param>
public sealed record ReportedFigure(
    double? Value,
    string? Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Days = null
)
{
    public FigureSource Source { get; init; } = FigureSource.PerformanceReport;

    /// <summary>First day of the period that Amazon gives with it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period that Amazon gives with it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? To { get; init; }

    /// <summary>Orders, shipments or units that Amazon counted, where it says so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Counted { get; init; }

    /// <summary>What the seller said; null for a figure of Amazon's own report.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StatedFigure? Stated { get; init; }

    /// <summary>Why it may differ from ours, the surest first; empty where both say the same.</summary>
    public IReadOnlyList<DifferenceReason> Difference { get; init; } = [];
}

/// <summary>Where a figure of Amazon's is from.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<FigureSource>))]
public enum FigureSource
{
    PerformanceReport,

    /// <summary>Read off the Account Health page by a person.</summary>
    Seller,
}

/// <summary>A figure that a person read off the Account Health page.</summary>
/// <param name="Program">The programme it is for; null where the seller did not say.</param>
/// <param name="Value">The rate as a fraction.</param>
/// <param name="By">Who read it.</param>
/// <param name="ReadOn">The day on which it stood there.</param>
/// <param name="Line">Line of <c>answers.yaml</c>, from 1.</param>
public sealed record StatedFigure(
    [property: JsonIgnore] string Metric,
    [property: JsonIgnore] Fulfilment? Program,
    [property: JsonIgnore] double Value,
    string? By,
    DateOnly? ReadOn,
    int Line
);

/// <summary>A reason why Amazon's figure and ours may differ.</summary>
/// <param name="Code">other_window, claims_left_out …; of a definition the code of the metric's assumption.</param>
/// <param name="Ground">How sure it is.</param>
/// <param name="Text">The sentence, in the screen's language.</param>
public sealed record DifferenceReason(string Code, DifferenceGround Ground, string Text);

/// <summary>What a reason for a difference rests on.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<DifferenceGround>))]
public enum DifferenceGround
{
    /// <summary>What is in the folder shows it.</summary>
    Shown,

    /// <summary>It may be so; the files cannot show it.</summary>
    Possible,

    /// <summary>Amazon does not publish how it counts here.</summary>
    NotPublished,
}
