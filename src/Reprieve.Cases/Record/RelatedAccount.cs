using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cases;

/// <summary>Another account that Amazon ties a case's store to.</summary>
/// <param name="Store">Its name as the seller says it; null while that is not said.</param>
/// <param name="Passage">Where the letter speaks of it, which may hold its name; null where it is not found.</param>
/// <param name="ComesFirst">Whether that account has to be reinstated before this one.</param>
public sealed record RelatedAccount(string? Store, string? Passage, bool ComesFirst)
{
    private const string Reason = "related_account";
    private const int LongestPassage = 300;
    private const int ShortestName = 3;

    /// <summary>What a case says of it; null when it is about no other account.</summary>
    public static RelatedAccount? Of(CaseWork work)
    {
        StatedReason? reason = work.Notice.Reasons.FirstOrDefault(one => one.Code is Reason or "multiple_accounts");
        ResponseMode mode = work.Response?.Mode ?? work.Notice.ResponseMode;
        return reason is null || work.IsRefused
            ? null
            : new RelatedAccount(
                work.Answers.Given("related.store")?.Value?.Trim(),
                PassageOf(work.Notice, reason),
                mode == ResponseMode.OtherAccountFirst || reason.Code == Reason
            );
    }

    /// <summary>Whether it is the store of this name. What the seller said decides; else the letter's own words.</summary>
    public bool Names(string store) =>
        Store is { Length: > 0 } said
            ? said.Equals(store.Trim(), StringComparison.OrdinalIgnoreCase)
            : Passage is { } passage && store.Trim() is { Length: >= ShortestName } name && Holds(passage, name);

    private static string? PassageOf(Diagnosis notice, StatedReason reason)
    {
        if (
            reason.Evidence.FirstOrDefault(one => one.In is null) is not { } evidence
            || notice.Text is not { } text
            || evidence.Start >= text.Length
        )
        {
            return null;
        }

        int end = text.IndexOf("\n\n", evidence.Start, StringComparison.Ordinal);
        int length = Math.Min((end < 0 ? text.Length : end) - evidence.Start, LongestPassage);
        return text.Substring(evidence.Start, length).Trim();
    }

    /// <summary>Whether a name stands there whole: part of a longer word is another name.</summary>
    private static bool Holds(string passage, string name)
    {
        for (
            int at = passage.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = passage.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            int end = at + name.Length;
            bool whole =
                (at == 0 || !GoesOn(passage[at - 1], passage[at]))
                && (end == passage.Length || !GoesOn(passage[end - 1], passage[end]));
            if (whole)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two letters belong to one word; scripts without spaces do not tell.</summary>
    private static bool GoesOn(char one, char next) => IsOfWord(one) && IsOfWord(next);

    private static bool IsOfWord(char one) => char.IsLetterOrDigit(one) && one < '\u2E80';
}
