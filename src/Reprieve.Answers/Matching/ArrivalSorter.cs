using Reprieve.Answers.Rounds;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Answers.Matching;

/// <summary>
/// Says where a mail belongs that nobody brought. By itself it goes into a case, or begins one, only where its signature proves
/// that it is Amazon's and one place alone is right; whatever leaves a doubt is asked.
/// </summary>
public static class ArrivalSorter
{
    /// <summary>How old a notice may be that begins a case by itself: older ones are most often settled. Our own caution.</summary>
    public static TimeSpan Fresh { get; } = TimeSpan.FromDays(60);

    /// <summary>A reading as "Amazon, but not about the account" that is less sure than this is not relied on.</summary>
    private const double SureOfOther = 0.75;

    /// <summary>Holds a mail against the cases there are.</summary>
    /// <param name="known">All cases that it may belong to; a case with linked stores may be there once for each.</param>
    /// <param name="now">The moment.</param>
    public static Placed<TKey> Place<TKey>(Diagnosis mail, IReadOnlyList<KnownCase<TKey>> known, DateTimeOffset now)
        where TKey : notnull
    {
        if (AnswerMatcher.IsRefused(mail))
        {
            return new Placed<TKey>(ArrivalPlace.Flagged, []);
        }

        if (known.FirstOrDefault(one => one.Context.Messages.Any(other => IsSame(other, mail))) is { } has)
        {
            return new Placed<TKey>(ArrivalPlace.Known, [new(has.Key, AnswerMatcher.Match(mail, has.Context))]);
        }

        if (mail.Kind is NoticeKind.NotAmazon or NoticeKind.OtherAmazonMail)
        {
            return Doubtful(mail, known);
        }

        List<PossibleCase<TKey>> possible = Best(known, one => AnswerMatcher.Match(mail, one));
        bool genuine = mail.Authenticity.Verdict == AuthenticityVerdict.Genuine;
        int sure = possible.Count(one => one.Match.Verdict == MatchVerdict.Yes);
        bool another = sure == 1 && known.Any(one => one.Key.Equals(possible[0].Key) && IsAnother(mail, one.Context));
        bool begins = possible.Count == 0 || (another && possible.Count == 1);
        return genuine && sure == 1 && !another ? new Placed<TKey>(ArrivalPlace.Case, [possible[0]])
            : genuine && begins && MayBegin(mail, now) ? new Placed<TKey>(ArrivalPlace.NewCase, [])
            : new Placed<TKey>(
                ArrivalPlace.Ask,
                possible.Count > 0 ? possible : Best(known, one => AnswerMatcher.Relation(mail, one))
            );
    }

    /// <summary>A mail that is surely about something else goes nowhere; one that is not so sure is asked about where it touches a case.</summary>
    private static Placed<TKey> Doubtful<TKey>(Diagnosis mail, IReadOnlyList<KnownCase<TKey>> known)
        where TKey : notnull
    {
        List<PossibleCase<TKey>> touched = !IsDoubtful(mail)
            ? []
            :
            [
                .. Best(known, one => AnswerMatcher.Relation(mail, one))
                    .Where(one => one.Match.Verdict == MatchVerdict.Yes),
            ];
        return touched.Count == 0
            ? new Placed<TKey>(ArrivalPlace.Nowhere, [])
            : new Placed<TKey>(ArrivalPlace.Ask, touched);
    }

    private static List<PossibleCase<TKey>> Best<TKey>(
        IReadOnlyList<KnownCase<TKey>> known,
        Func<MatchContext, Match> match
    )
        where TKey : notnull =>
        [
            .. known
                .Select(one => new PossibleCase<TKey>(one.Key, match(one.Context)))
                .Where(one => one.Match.Verdict != MatchVerdict.No)
                .OrderByDescending(one => one.Match.Verdict)
                .ThenByDescending(one => one.Match.Why.Count)
                .DistinctBy(one => one.Key),
        ];

    /// <summary>The same file, or the same mail saved by another program.</summary>
    private static bool IsSame(Diagnosis one, Diagnosis other) =>
        one.Sha256 == other.Sha256
        || (
            one.Thread?.MessageId is { Length: > 0 } id
            && id == other.Thread?.MessageId
            && one.Date == other.Date
            && one.Subject == other.Subject
        );

    /// <summary>A notice about something else that names an ASIN or an order of a case whose answer is out already.</summary>
    private static bool IsAnother(Diagnosis mail, MatchContext known) =>
        known.SentAt is not null
        && OutcomeReader.Read(mail, known.Messages) == AnswerOutcome.NewNotice
        && !known.Messages.Any(one =>
            one.ComplaintIds.Intersect(mail.ComplaintIds, StringComparer.OrdinalIgnoreCase).Any()
        );

    /// <summary>Whether a mail that reads as Amazon's, but not about the account, is not surely so.</summary>
    public static bool IsDoubtful(Diagnosis mail) =>
        mail.Kind == NoticeKind.OtherAmazonMail && mail.Confidence.Kind < SureOfOther;

    /// <summary>Whether a message of a kind can be the first of a case.</summary>
    public static bool Begins(NoticeKind kind) =>
        kind
            is NoticeKind.Deactivation
                or NoticeKind.AtRiskWarning
                or NoticeKind.PolicyWarning
                or NoticeKind.ListingRemoval
                or NoticeKind.VerificationRequest
                or NoticeKind.InfoRequest
                or NoticeKind.FundsHold;

    private static bool MayBegin(Diagnosis mail, DateTimeOffset now) =>
        Begins(mail.Kind) && mail.Decision is null && mail.Date > now - Fresh;
}
