using Reprieve.Answers.Rounds;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Answers.Matching;

/// <summary>
/// Tells whether a later message answers a case. Ids decide; the same store, reason and subject together nearly do;
/// anything less is for a person to judge. A forged or suspicious message never answers anything.
/// </summary>
public static class AnswerMatcher
{
    // Subjects shorter than this ("Amazon") tie nothing together.
    private const int ShortestSubject = 12;

    /// <summary>Holds a message against a case.</summary>
    public static Match Match(Diagnosis later, MatchContext known) =>
        Exclusion(later, known) is { } excluded
            ? new Match(MatchVerdict.No, [Say.Texts.Get(excluded)])
            : Weigh(later, known);

    /// <summary>
    /// How a message relates to a case whenever it came: earlier notices and answers belong to its history. For a person to judge.
    /// </summary>
    public static Match Relation(Diagnosis message, MatchContext known) =>
        IsRefused(message) ? new Match(MatchVerdict.No, [Say.Texts.Get("Match_Forged")])
        : IsOfOtherStore(message, known) ? new Match(MatchVerdict.No, [Say.Texts.Get("Match_OtherStore")])
        : Weigh(message, known);

    /// <summary>Whether a message is one that is warned of: forged, suspicious, or a trap.</summary>
    internal static bool IsRefused(Diagnosis message) =>
        message.Authenticity.Verdict is AuthenticityVerdict.Forged or AuthenticityVerdict.Suspicious
        || message.Kind == NoticeKind.Phishing;

    /// <summary>What rules the message out at once; null when nothing does.</summary>
    private static string? Exclusion(Diagnosis later, MatchContext known)
    {
        if (IsRefused(later))
        {
            return "Match_Forged";
        }

        if (later.Kind is NoticeKind.NotAmazon or NoticeKind.OtherAmazonMail)
        {
            return "Match_NotAboutAccount";
        }

        if (known.Messages.Any(message => message.Sha256 == later.Sha256))
        {
            return "Match_AlreadyKnown";
        }

        if (IsOfOtherStore(later, known))
        {
            return "Match_OtherStore";
        }

        return later.Date is { } date && date < Since(known) ? "Match_Before" : null;
    }

    private static bool IsOfOtherStore(Diagnosis message, MatchContext known) =>
        message.Marketplace is { } store
        && known.Marketplace is { } own
        && !store.Equals(own, StringComparison.OrdinalIgnoreCase);

    private static Match Weigh(Diagnosis later, MatchContext known)
    {
        List<string> why = [];
        bool complaint = Shares(known, later, message => message.ComplaintIds);
        bool orders = Shares(known, later, message => message.OrderIds);
        bool asins = Shares(known, later, message => message.Asins);
        bool reasons = Shares(known, later, Codes);
        bool thread =
            Thread(later.Subject) is { } subject && known.Messages.Any(message => Thread(message.Subject) == subject);
        bool contradicted =
            (!complaint && Parts(known, later, message => message.ComplaintIds))
            || (!asins && !complaint && Parts(known, later, message => message.Asins))
            || (!reasons && Parts(known, later, Codes));
        Add(complaint, "Match_Complaint");
        Add(orders, "Match_Orders");
        Add(asins, "Match_Asins");
        Add(reasons, "Match_Reasons");
        Add(thread, "Match_Thread");
        AnswerOutcome outcome = OutcomeReader.Read(later, known.Messages);
        bool answers = outcome.Answers() && (later.Decision is not null || known.SentAt is not null);
        Add(answers && known.SentAt is not null, "Match_Awaited");
        Add(contradicted, "Match_Contradicted");
        bool sameStore = later.Marketplace is not null && known.Marketplace is not null;
        bool certain = complaint || ((asins || orders) && !contradicted);
        bool likely = answers && (thread || (reasons && sameStore)) && !contradicted;
        if (certain || likely)
        {
            return new Match(MatchVerdict.Yes, why);
        }

        bool possible = !contradicted && (why.Count > 0 || answers);
        if (why.Count == 0)
        {
            why.Add(Say.Texts.Get("Match_Nothing"));
        }

        return new Match(possible || thread ? MatchVerdict.Unsure : MatchVerdict.No, why);

        void Add(bool holds, string key)
        {
            if (holds)
            {
                why.Add(Say.Texts.Get(key));
            }
        }
    }

    /// <summary>The subject without the marks of replies and forwards, folded; null when it ties nothing together.</summary>
    internal static string? Thread(string? subject)
    {
        string rest = subject?.Trim() ?? "";
        while (ReplyMark(rest) is > 0 and int mark)
        {
            rest = rest[mark..].TrimStart();
        }

        string folded = string.Join(' ', rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return folded.Length < ShortestSubject ? null : folded.ToUpperInvariant();
    }

    /// <summary>The length of a leading "Re:", "AW:", "回复：" and the like, whatever the language; 0 when there is none.</summary>
    private static int ReplyMark(string subject)
    {
        int colon = subject.IndexOfAny([':', '：']);
        return colon is > 0 and <= 4 && subject[..colon].All(char.IsLetter) ? colon + 1 : 0;
    }

    private static DateTimeOffset Since(MatchContext known) =>
        known.SentAt
        ?? (
            known.Messages.Count == 0
                ? DateTimeOffset.MinValue
                : known.Messages.Max(m => m.Date) ?? DateTimeOffset.MinValue
        );

    private static bool Shares(MatchContext known, Diagnosis later, Func<Diagnosis, IEnumerable<string>> ids) =>
        known.Messages.SelectMany(ids).Intersect(ids(later), StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>Whether both name such ids and none is the same.</summary>
    private static bool Parts(MatchContext known, Diagnosis later, Func<Diagnosis, IEnumerable<string>> ids) =>
        ids(later).Any() && known.Messages.SelectMany(ids).Any() && !Shares(known, later, ids);

    private static IEnumerable<string> Codes(Diagnosis message) => message.Reasons.Select(reason => reason.Code);
}
