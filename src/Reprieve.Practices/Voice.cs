using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Practices;

/// <summary>A cause that buyers name in feedback and returns of the year before the review; every order counts once.</summary>
public sealed record Voice
{
    /// <summary>Code of the entry in <c>knowledge/voices</c>; those of buyer causes are the contract's.</summary>
    public required string Cause { get; init; }

    /// <summary>The part of the seller's practice that it points to.</summary>
    public required PracticeArea Tag { get; init; }

    /// <summary>Orders whose buyers name it.</summary>
    public required int Orders { get; init; }

    /// <summary>Those that name it in feedback of one to three stars.</summary>
    public required int Feedback { get; init; }

    /// <summary>Those that name it in a return, by its reason or its comment.</summary>
    public required int Returns { get; init; }

    /// <summary>How many of them stand behind each metric's numerator, most first.</summary>
    public required IReadOnlyList<VoiceMetric> Metrics { get; init; }

    /// <summary>How many of them bought each ASIN, most first.</summary>
    public required IReadOnlyList<VoiceAsin> Asins { get; init; }

    /// <summary>Sentences that say so, those behind a missed metric first, then the newest.</summary>
    public required IReadOnlyList<VoiceQuote> Quotes { get; init; }
}

/// <summary>Orders of a metric's numerator whose buyers name a cause.</summary>
public sealed record VoiceMetric(string Metric, Fulfilment Program, int Orders);

/// <summary>Orders of an ASIN whose buyers name a cause.</summary>
public sealed record VoiceAsin(string Asin, int Orders);

/// <summary>A sentence of a buyer, with what may point to a person masked.</summary>
/// <param name="Source">feedback or return.</param>
/// <param name="File">Relative to the folder.</param>
/// <param name="Day">In the store's zone; null where the row has no date.</param>
public sealed record VoiceQuote(
    string Source,
    string File,
    string Order,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Asin,
    DateOnly? Day,
    string Quote
);
