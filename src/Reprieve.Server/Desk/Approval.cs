using Reprieve.Cases;
using Reprieve.Responses;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Desk;

/// <summary>
/// A second person's approval of exactly this text with these papers, as the timeline tells. It holds for the version it was
/// given to: who changes a word or a paper has to ask again. Who wrote last cannot approve.
/// </summary>
/// <param name="IsWanted">Whether nothing is to be sent without it.</param>
/// <param name="Author">Who last answered or edited the text; null when nobody did here.</param>
/// <param name="Given">The approval of this version; null when there is none.</param>
public sealed record Approval(bool IsWanted, string? Author, TimelineEntry? Given)
{
    public const string Wanted = "approval_wanted";
    public const string Waived = "approval_waived";
    public const string Approved = "answer_approved";

    /// <summary>What tells one version of an answer from another: its text, and the papers that go with it.</summary>
    public static string VersionOf(WrittenResponse written) =>
        TextHash.Of(
            string.Join(
                '\n',
                written.Attachments.Select(paper => $"{paper.Sha256} {paper.SendAs}").Prepend(written.Text)
            )
        );

    /// <summary>Where the approval of a version stands.</summary>
    /// <param name="version">What <see cref="VersionOf"/> says of the answer that is to be sent.</param>
    public static Approval Of(IReadOnlyList<TimelineEntry> timeline, string version)
    {
        string? author = timeline.LastOrDefault(entry => entry.What is "text_edited" or "answers_given")?.Who;
        return new Approval(
            timeline.LastOrDefault(entry => entry.What is Wanted or Waived)?.What == Wanted,
            author,
            timeline.LastOrDefault(entry =>
                entry.What == Approved
                && entry.Details.GetValueOrDefault("text") == version
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
