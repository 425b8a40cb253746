using Reprieve.Cases;

namespace Reprieve.Server.Desk;

/// <summary>
/// A second person's approval of exactly this text, as the timeline tells. It holds for the text it was given to: who
/// changes a word has to ask again. Who wrote last cannot approve.
/// </summary>
/// <param name="IsWanted">Whether nothing is to be sent without it.</param>
/// <param name="Author">Who last answered or edited the text; null when nobody did here.</param>
/// <param name="Given">The approval of this text; null when there is none.</param>
public sealed record Approval(bool IsWanted, string? Author, TimelineEntry? Given)
{
    public const string Wanted = "approval_wanted";
    public const string Waived = "approval_waived";
    public const string Approved = "answer_approved";

    /// <summary>Where the approval of a text stands.</summary>
    /// <param name="textHash">SHA-256 of the text that is to be sent.</param>
    public static Approval Of(IReadOnlyList<TimelineEntry> timeline, string textHash)
    {
        string? author = timeline.LastOrDefault(entry => entry.What is "text_edited" or "answers_given")?.Who;
        return new Approval(
            timeline.LastOrDefault(entry => entry.What is Wanted or Waived)?.What == Wanted,
            author,
            timeline.LastOrDefault(entry =>
                entry.What == Approved
                && entry.Details.GetValueOrDefault("text") == textHash
                && !IsSame(entry.Who, author)
            )
        );
    }

    /// <summary>Whether a person may approve: somebody else than who wrote.</summary>
    public bool MayApprove(string who) => who.Length > 0 && !IsSame(who, Author);

    /// <summary>Whether a person may send: no approval is wanted, or there is one by another than the only one at work.</summary>
    public bool MaySend(string who) =>
        !IsWanted || (Given is not null && (Author is not null || !IsSame(Given.Who, who)));

    private static bool IsSame(string one, string? other) =>
        string.Equals(one.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
