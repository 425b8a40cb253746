namespace Reprieve.Knowledge;

/// <summary>
/// How the Account Health page is worded in one language (<c>knowledge/health-words</c>; the code is a BCP 47 tag): by it figures are
/// found in a page that somebody pasted. One more language is one more file.
/// </summary>
public sealed record HealthWords : KnowledgeEntry
{
    /// <summary>The label of the account's own status.</summary>
    public const string Status = "account_status";

    /// <summary>The menu path to the page.</summary>
    public required string Menu { get; init; }

    /// <summary>
    /// Labels by what they stand before: a code of <c>knowledge/warnings</c> or <c>knowledge/metrics</c>, Amazon's name of a counter, or
    /// <see cref="Status"/>.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Labels { get; init; }

    /// <summary>Labels of what is not taken; what follows them belongs to none of the others.</summary>
    public required IReadOnlyList<string> Others { get; init; }

    /// <summary>What the page calls orders that the seller ships.</summary>
    public required IReadOnlyList<string> Merchant { get; init; }

    /// <summary>What it calls orders that Amazon ships.</summary>
    public required IReadOnlyList<string> Amazon { get; init; }

    /// <summary>Words and signs before a figure that is a target and no value.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>What stands where there is no value.</summary>
    public required IReadOnlyList<string> None { get; init; }

    /// <summary>Units of time: a number before them counts no violations.</summary>
    public required IReadOnlyList<string> Days { get; init; }

    /// <summary>Words that show that a late shipment rate is the one of ten days.</summary>
    public required IReadOnlyList<string> Window10 { get; init; }

    /// <summary>Phrases about the account as a whole, by Amazon's word for its status.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Statuses { get; init; }

    /// <summary>What stands behind the label of the status, by Amazon's word for it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> StatusWords { get; init; }

    /// <summary>Words in the line of such a phrase that make it no statement.</summary>
    public required IReadOnlyList<string> Unless { get; init; }
}
