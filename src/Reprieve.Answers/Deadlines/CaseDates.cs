namespace Reprieve.Answers.Deadlines;

/// <summary>The days of one answer, as a calendar has them.</summary>
public sealed record CaseDates
{
    /// <summary>Names the answer among all, the same at every import.</summary>
    public required string Key { get; init; }

    /// <summary>Set before each entry; null where a calendar holds one case only.</summary>
    public string? Title { get; init; }

    /// <summary>Domain of the store; null when not known.</summary>
    public string? Marketplace { get; init; }

    /// <summary>When the case was opened.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>Grows with every correction, so that a calendar takes the newer of two.</summary>
    public int Sequence { get; init; }

    /// <summary>Limits that have an end.</summary>
    public IReadOnlyList<DatedLimit> Limits
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Claims that can still be appealed.</summary>
    public IReadOnlyList<ClaimDay> Claims
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>A limit that has an end.</summary>
/// <param name="Key">Names the limit within its answer: the message, what it is for, and which of these it is.</param>
/// <param name="For">As in <c>deadlines[].for</c>.</param>
/// <param name="Due">When it ends, in the store's zone.</param>
/// <param name="Since">When its time began; null when not known.</param>
/// <param name="Quote">The message's words; null where they are not to be told.</param>
public sealed record DatedLimit(string Key, string For, DateTimeOffset Due, DateTimeOffset? Since, string? Quote = null)
{
    /// <summary>Those of the limits that have an end.</summary>
    public static IReadOnlyList<DatedLimit> Of(IEnumerable<DueDate> limits) =>
        [
            .. limits
                .GroupBy(limit => (limit.Message, limit.Limit.For))
                .SelectMany(same => same.Select((limit, number) => (limit, number)))
                .Where(one => one.limit.Due is not null)
                .Select(one => new DatedLimit(
                    $"{one.limit.Message}/{one.limit.Limit.For}/{one.number}",
                    one.limit.Limit.For,
                    one.limit.Due!.Value,
                    one.limit.Since,
                    one.limit.Limit.Quote.Length > 0 ? one.limit.Limit.Quote : null
                ))
                .OrderBy(limit => limit.Due),
        ];
}
