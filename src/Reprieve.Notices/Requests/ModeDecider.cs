using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>What Amazon wants first, and how sure that is.</summary>
internal sealed record ModeReading(ResponseMode Mode, double Confidence);

/// <summary>Decides what Amazon wants first. Where the mail does not tell, it is unknown, not a plan.</summary>
internal static class ModeDecider
{
    /// <summary>What comes before everything else when it is asked at all.</summary>
    private static readonly ResponseMode[] First =
    [
        ResponseMode.OtherAccountFirst,
        ResponseMode.ClaimsFirst,
        ResponseMode.Call,
        ResponseMode.Questionnaire,
        ResponseMode.Acknowledge,
    ];

    /// <summary>Of these the one asked for first decides.</summary>
    private static readonly ResponseMode[] InOrder =
    [
        ResponseMode.Plan,
        ResponseMode.Documents,
        ResponseMode.FixListing,
        ResponseMode.Dispute,
    ];

    /// <summary>Root cause, actions taken, prevention.</summary>
    private const int AllParts = 3;

    private const int NotAsked = int.MaxValue;

    private static readonly int Modes = Enum.GetValues<ResponseMode>().Length;

    public static ModeReading Decide(
        Reading reading,
        NoticeKind kind,
        Decision? decision,
        Ground? ground,
        IReadOnlyList<StatedReason> reasons,
        IReadOnlyList<Ask> asks
    )
    {
        bool partly = decision == Decision.PartiallyReinstated;
        if (kind is NoticeKind.Phishing or NoticeKind.NotAmazon or NoticeKind.OtherAmazonMail)
        {
            return new(ResponseMode.None, 0.95);
        }

        if (kind == NoticeKind.Reinstated && !partly)
        {
            return new(ResponseMode.None, 0.95);
        }

        int[] asked = Asked(reading, asks, out bool disputes);
        Rule(
            asked,
            ResponseMode.OtherAccountFirst,
            reasons.Any(r => r.Code is "related_account" or "multiple_accounts")
        );
        Rule(asked, ResponseMode.ClaimsFirst, ground is null or Ground.Performance);
        int kinds = asked.Count(at => at != NotAsked);
        foreach (ResponseMode mode in First)
        {
            if (asked[(int)mode] != NotAsked)
            {
                return new(mode, kinds == 1 ? 0.92 : 0.85);
            }
        }

        if (Earliest(asked) is { } earliest)
        {
            // Where nothing was done yet an explanation informs; there is nothing to dispute.
            bool informs =
                earliest.Mode == ResponseMode.Dispute
                && kind is NoticeKind.InfoRequest or NoticeKind.VerificationRequest;
            return informs ? earliest with { Mode = ResponseMode.Documents } : earliest;
        }

        if (asked[(int)ResponseMode.Wait] != NotAsked)
        {
            return Ends(reading, kind, ground) ? new(ResponseMode.Wait, 0.85) : new(ResponseMode.None, 0.8);
        }

        // A number, a picture, a confirmation: what has no name of its own is sent as papers are.
        if (!disputes && asks.Any(ask => ask.What == "other"))
        {
            return new(ResponseMode.Documents, 0.7);
        }

        // Only the owner of the right can take a report back: the seller is to come to terms with him.
        if (disputes || ErrorSectionInvites(reading) || asks.Any(ask => ask.What == "retraction"))
        {
            return new(ResponseMode.Dispute, 0.7);
        }

        // "Should you have new information, you may send it. Otherwise we may not answer": the door is still open.
        if (decision == Decision.Denied && asked[(int)ResponseMode.Unknown] != NotAsked)
        {
            return new(ResponseMode.Unknown, 0.7);
        }

        if (asked[(int)ResponseMode.None] != NotAsked)
        {
            return new(ResponseMode.None, 0.8);
        }

        return asked[(int)ResponseMode.Unknown] != NotAsked
            ? new(ResponseMode.Unknown, 0.7)
            : NothingAsked(kind, decision, ground);
    }

    /// <summary>A mode that follows from the kind alone is no surer than the kind; no mode is much surer.</summary>
    public static double Sure(ModeReading mode, KindReading kind) =>
        mode.Mode is ResponseMode.None or ResponseMode.Wait or ResponseMode.Unknown
            ? Math.Min(mode.Confidence, kind.Confidence)
            : Math.Min(mode.Confidence, kind.Confidence + 0.05);

    /// <summary>A mode is read only where the mail's reasons allow it.</summary>
    private static void Rule(int[] asked, ResponseMode mode, bool allowed)
    {
        if (!allowed)
        {
            asked[(int)mode] = NotAsked;
        }
    }

    /// <summary>Whether there is something to wait for: a review that ends, a figure that recovers. A mere complaint leaves nothing to do.</summary>
    private static bool Ends(Reading reading, NoticeKind kind, Ground? ground) =>
        ground == Ground.Performance
        || kind is not (NoticeKind.PolicyWarning or NoticeKind.ListingRemoval)
        || reading.Did(Deed.Reviewed, Deed.Account);

    private static ModeReading NothingAsked(NoticeKind kind, Decision? decision, Ground? ground) =>
        kind switch
        {
            NoticeKind.Reinstated => new(ResponseMode.None, 0.8),
            NoticeKind.AppealDenied => new(ResponseMode.None, decision == Decision.DeniedFinal ? 0.9 : 0.75),
            NoticeKind.FundsHold => new(ResponseMode.Wait, 0.8),
            NoticeKind.AtRiskWarning or NoticeKind.PolicyWarning when ground == Ground.Performance => new(
                ResponseMode.Wait,
                0.75
            ),
            _ => new(ResponseMode.Unknown, 0.7),
        };

    /// <summary>Of a plan, documents and a change of listings, what the text asks for first.</summary>
    private static ModeReading? Earliest(int[] asked)
    {
        ResponseMode? first = null;
        int count = 0;
        foreach (ResponseMode mode in InOrder)
        {
            if (asked[(int)mode] != NotAsked)
            {
                first = first is { } other && asked[(int)other] <= asked[(int)mode] ? other : mode;
                count++;
            }
        }

        double sure =
            count > 1 ? 0.75
            : first == ResponseMode.Plan ? 0.92
            : first == ResponseMode.Documents ? 0.88
            : 0.8;
        return first is { } earliest ? new(earliest, sure) : null;
    }

    /// <summary>For each mode the place in the text where the mail asks for it first, or <see cref="NotAsked"/>.</summary>
    private static int[] Asked(Reading reading, IReadOnlyList<Ask> asks, out bool disputes)
    {
        var asked = new int[Modes];
        Array.Fill(asked, NotAsked);

        // "Please provide the following information" stands above every list: what is in the list decides.
        bool named = asks.Any(ask => OfAsk(ask.What) is ResponseMode.Plan or ResponseMode.Documents);
        foreach (CueHit hit in reading.Hits(CueField.Mode))
        {
            if (
                hit.Pattern.Means(out ResponseMode mode)
                && !(named && mode == ResponseMode.Documents)
                && (mode == ResponseMode.Wait ? !hit.Sentence.IsHistory : MayAsk(hit))
            )
            {
                Note(mode, reading.Body.Tokens.Length == 0 ? 0 : hit.Sentence.Part.Tokens[hit.First].Start);
            }
        }

        // That one may dispute is the last resort; an explanation that is asked for has its place in the order.
        disputes = asked[(int)ResponseMode.Dispute] != NotAsked;
        asked[(int)ResponseMode.Dispute] = NotAsked;
        foreach (Ask ask in asks)
        {
            if (OfAsk(ask.What) is { } mode)
            {
                Note(mode, ask.Evidence.Start);
            }
        }

        if (PlanByParts(reading) is { } parts)
        {
            // "Please send us the information below": the three parts are that information, unless papers are named.
            bool papers = asks.Any(ask => OfAsk(ask.What) == ResponseMode.Documents);
            asked[(int)ResponseMode.Documents] = papers ? asked[(int)ResponseMode.Documents] : NotAsked;
            Note(ResponseMode.Plan, parts);
        }

        if (asked[(int)ResponseMode.Plan] != NotAsked)
        {
            // "An explanation of what was done, and a plan": the explanation is a part of the plan.
            asked[(int)ResponseMode.Dispute] = NotAsked;
        }

        return asked;

        void Note(ResponseMode mode, int at)
        {
            asked[(int)mode] = Math.Min(asked[(int)mode], at);
        }
    }

    /// <summary>Where root cause, actions and prevention are asked for together: a plan, whatever it is called.</summary>
    private static int? PlanByParts(Reading reading)
    {
        List<string> parts = [];
        int? first = null;
        foreach (CueHit hit in reading.Hits(CueField.Section))
        {
            if (hit.Sentence.IsListItem && MayAsk(hit) && RequestPlaces.IsAsked(hit))
            {
                first ??= hit.Sentence.Part.Tokens[hit.First].Start;
                if (!parts.Contains(hit.Code))
                {
                    parts.Add(hit.Code);
                }
            }
        }

        return parts.Count == AllParts ? first : null;
    }

    private static bool MayAsk(CueHit hit) => RequestPlaces.MayAsk(hit.Sentence) && !RequestPlaces.IsDenied(hit);

    private static ResponseMode? OfAsk(string what) =>
        what switch
        {
            "plan_of_action" => ResponseMode.Plan,
            "video_call" => ResponseMode.Call,
            "listing_cleanup" => ResponseMode.FixListing,
            "explanation" => ResponseMode.Dispute,
            "other" or "retraction" => null,
            _ => ResponseMode.Documents,
        };

    private static bool ErrorSectionInvites(Reading reading) =>
        InvitesOnError(reading.Hits(CueField.Ask)) || InvitesOnError(reading.Hits(CueField.Mode));

    private static bool InvitesOnError(CountedHits hits)
    {
        foreach (CueHit hit in hits)
        {
            if (hit.Sentence is { Role: SectionRoles.Error, IsHeading: false })
            {
                return true;
            }
        }

        return false;
    }
}
