using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Practices;

/// <summary>Something that can still be undone before an appeal.</summary>
public sealed record Repair
{
    /// <summary>Code of the entry in <c>knowledge/repairs</c>, which says what to do and where it was read.</summary>
    public required string Rule { get; init; }

    /// <summary>The order it is about; null for a listing.</summary>
    public string? Order { get; init; }

    /// <summary>The listing it is about; null for an order.</summary>
    public string? Sku { get; init; }

    public string? Asin { get; init; }

    public Fulfilment? Program { get; init; }

    /// <summary>Last day on which it can be done, in the store's zone; null where Amazon names none or the files do not tell.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Whether the time may run longer than <see cref="Due"/>: it runs from a day that the files do not hold.</summary>
    public bool AtLeast { get; init; }

    /// <summary>Metrics that it mends.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>The words of the feedback or the listing that it rests on, what may point to a person masked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Quote { get; init; }

    /// <summary>The policy that a listing speaks against.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Policy { get; init; }
}
