using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// Lowers the confidence in a kind where the mail also speaks for others: a decision beside a deactivation, a review
/// beside a removal, another service's words. What nothing speaks against keeps what it had.
/// </summary>
internal static class KindDoubt
{
    private static readonly NoticeKind[] Kinds = Enum.GetValues<NoticeKind>();
    private const double EachRival = 0.07;
    private const double Late = 0.08;
    private const double Least = 0.4;

    /// <summary>The last sentence in which a mail that acts says what it did.</summary>
    private const int SaidBy = 6;

    public static KindReading Weigh(Reading reading, KindReading kind, ReplyReading? reply)
    {
        KindWeights weights = reading.Kinds;
        int rivals = 0;
        foreach (NoticeKind other in Kinds)
        {
            rivals += other != kind.Kind && weights[other] >= Floor(kind.Kind, other) ? 1 : 0;
        }

        bool decides = kind.Kind is NoticeKind.Reinstated or NoticeKind.AppealDenied or NoticeKind.AppealMoreInfo;
        if (!decides && reply is not null)
        {
            rivals++;
        }

        if (kind.Kind == NoticeKind.Reinstated && reading.Did(Deed.Removed, Deed.Account))
        {
            rivals++;
        }

        if (kind.Kind == NoticeKind.Deactivation && reading.Did(Deed.Endangered, Deed.Account))
        {
            rivals++;
        }

        if (kind.Kind == NoticeKind.ListingRemoval && reading.Did(Deed.Reviewed, Deed.Account))
        {
            rivals++;
        }

        double sure = kind.Confidence - (EachRival * rivals) - (IsSaidLate(reading, kind.Kind) ? Late : 0);
        return kind with { Confidence = Math.Max(Least, sure) };
    }

    /// <summary>Kinds that go together doubt each other only when they are strong.</summary>
    private static double Floor(NoticeKind kind, NoticeKind other) =>
        (kind, other) switch
        {
            (NoticeKind.Deactivation, NoticeKind.ListingRemoval or NoticeKind.AtRiskWarning) => 1,
            (NoticeKind.ListingRemoval, NoticeKind.Deactivation or NoticeKind.PolicyWarning) => 0.7,
            (NoticeKind.Phishing, _) => 1,
            (_, NoticeKind.InfoRequest or NoticeKind.PolicyWarning) => 0.7,
            _ => 0.5,
        };

    /// <summary>A deactivation told only far below, perhaps of another account or as an example.</summary>
    private static bool IsSaidLate(Reading reading, NoticeKind kind)
    {
        if (kind is not (NoticeKind.Deactivation or NoticeKind.ListingRemoval))
        {
            return false;
        }

        foreach (Deed deed in reading.Deeds)
        {
            bool early = deed.Hit.Sentence.Number <= SaidBy || deed.Hit.Sentence.Part.IsSubject;
            if (early && deed is { Action: Deed.Removed, Modality: Modality.Fact or Modality.Planned })
            {
                return false;
            }
        }

        return true;
    }
}
