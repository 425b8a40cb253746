using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Responses.Evidence;

/// <summary>A file that facts come from.</summary>
public sealed record SourceFile(string Path, string Sha256);

/// <summary>Something known, with where it is known from. No fact, no sentence.</summary>
/// <param name="Id">For instance <c>late_shipment.orders</c> or the id of an answer.</param>
/// <param name="Value">As it stands in a sentence of the answer's language.</param>
/// <param name="Code">What conditions compare with: the code of a pick, an ISO date, a plain number; else the value.</param>
public sealed record Fact(string Id, string Value, string Code, FactSource Source);

/// <summary>Where a fact is known from.</summary>
public sealed record FactSource
{
    public required FactOrigin Origin { get; init; }

    /// <summary>File, for notice, report and document.</summary>
    public string? File { get; init; }

    /// <summary>SHA-256 of that file, lower-case hex.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Row, page or passage within the file.</summary>
    public string? Where { get; init; }

    /// <summary>For a statement: who made it.</summary>
    public string? Person { get; init; }

    /// <summary>For a statement: on which day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>For a statement that was translated: the person's own words.</summary>
    public string? Original { get; init; }
}

/// <summary>The kinds of source, from strongest to weakest.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<FactOrigin>))]
public enum FactOrigin
{
    Notice,
    Report,
    Document,

    /// <summary>A named person's word; weaker than a file, and shown so.</summary>
    Statement,
}

/// <summary>A sentence of the answer and what it rests on.</summary>
/// <param name="Id">Playbook code and sentence id, or "own" for a person's own words.</param>
/// <param name="Facts">Ids of facts; empty only for headings and formalities.</param>
/// <param name="Cause">The reason it belongs to; null for opening and closing.</param>
public sealed record LedgerSentence(
    string Id,
    string Text,
    IReadOnlyList<string> Facts,
    string? Cause,
    PlanSection? Section,
    int Start,
    int Length
)
{
    /// <summary>Our own sentence, where a language model worded the one that is printed; else null.</summary>
    public string? Ours { get; init; }
}
