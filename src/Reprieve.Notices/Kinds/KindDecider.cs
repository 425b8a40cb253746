using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// Decides the kind of a message: first whether it is about a seller account at all, then whether it answers an
/// appeal, then what was done, then what is threatened, and last what is asked.
/// </summary>
internal static class KindDecider
{
    private const double Strong = 0.8;
    private const double Weak = 0.4;

    /// <summary>Another company that says who it is may name Amazon too, and Amazon's other services may close accounts.</summary>
    private const double OwnName = 0.975;

    public static KindReading Decide(
        Reading reading,
        ReplyReading? reply,
        IReadOnlyList<StatedReason> reasons,
        IReadOnlyList<Ask> asks,
        OriginReading origin
    )
    {
        KindWeights weights = reading.Kinds;
        return Foreign(reading, weights, origin)
            ?? Answered(reading, reply, weights)
            ?? ThreatenedFirst(reading, weights)
            ?? Done(reading, weights, reasons, asks)
            ?? Threatened(reading, weights, reasons)
            ?? Asked(reading, weights, reasons, asks)
            ?? Left(reading, weights, reasons, asks, origin);
    }

    /// <summary>Frauds, other companies' mail, and Amazon's mail to buyers, reviewers and authors.</summary>
    private static KindReading? Foreign(Reading reading, KindWeights weights, OriginReading origin)
    {
        if (origin.LooksLikeFraud)
        {
            return new(NoticeKind.Phishing, origin.FraudConfidence);
        }

        double stranger = weights[NoticeKind.NotAmazon];
        if (stranger >= OwnName || (stranger >= Strong && !origin.NamesAmazon))
        {
            return new(NoticeKind.NotAmazon, 0.93);
        }

        bool toOthers = Array.Exists(
            reading.Deeds,
            d => d.Object == Deed.NotSeller && d.Modality is Modality.Fact or Modality.Denied
        );
        bool acted = reading.Did(Deed.Removed, Deed.Listing) || reading.Did(Deed.Removed, Deed.Account);
        double other = weights[NoticeKind.OtherAmazonMail];
        return toOthers || other >= OwnName || (other >= 0.9 && !acted) ? new(NoticeKind.OtherAmazonMail, 0.88) : null;
    }

    private static KindReading? Answered(Reading reading, ReplyReading? reply, KindWeights weights)
    {
        if (reply is null)
        {
            return null;
        }

        // The e-mail of Account Health before a deactivation asks for "greater detail" too, with no appeal made.
        bool threatened = reading.Did(Deed.Endangered, Deed.Account) || weights[NoticeKind.AtRiskWarning] >= Strong;
        if (reply.Entry.Decision == Decision.MoreInformation && threatened && reply.Weight < Strong)
        {
            return null;
        }

        bool restored = reply.Entry.Decision is Decision.Reinstated or Decision.PartiallyReinstated;
        if (restored && reading.Did(Deed.Removed, Deed.Account) && reply.Weight < 0.95 && !RestoredLast(reading))
        {
            return null;
        }

        return new(reply.Entry.Kind, 0.55 + (0.41 * reply.Weight));
    }

    private static bool RestoredLast(Reading reading) =>
        Array
            .FindLast(reading.Deeds, d => d.Modality == Modality.Fact && d.Action is Deed.Restored or Deed.Removed)
            ?.Action == Deed.Restored;

    /// <summary>A mail that opens with a threat to the account, before it tells of any removal, is a warning.</summary>
    private static KindReading? ThreatenedFirst(Reading reading, KindWeights weights)
    {
        bool reviewed = reading.Did(Deed.Reviewed, Deed.Account);
        if (weights[NoticeKind.Deactivation] >= Strong || reviewed)
        {
            return null;
        }

        int threat = int.MaxValue;
        int removal = int.MaxValue;
        foreach (Deed deed in reading.Deeds)
        {
            Sentence sentence = deed.Hit.Sentence;
            if (sentence.IsBoilerplate || sentence.Part.IsSubject || sentence.Role is SectionRoles.Error)
            {
                continue;
            }

            if (Threats.IsThreat(deed))
            {
                // "If we cannot verify you, your account may be deactivated": every such request says so.
                if (weights[NoticeKind.VerificationRequest] >= Strong && sentence.Has(CueField.Condition))
                {
                    continue;
                }

                bool early = sentence.Role == SectionRoles.Opening && sentence.Number <= Threats.Early;
                threat = Math.Min(threat, early ? sentence.Number : int.MaxValue);
            }
            else if (deed is { Action: Deed.Removed, Modality: Modality.Fact })
            {
                if (deed.Object is Deed.Account or Deed.Offers)
                {
                    return null;
                }

                removal = deed.Object == Deed.Listing ? Math.Min(removal, sentence.Number) : removal;
            }
        }

        bool first = threat < int.MaxValue && threat < removal && weights[NoticeKind.PolicyWarning] < 0.9;
        return first ? new(NoticeKind.AtRiskWarning, 0.92) : null;
    }

    private static KindReading? Done(
        Reading reading,
        KindWeights weights,
        IReadOnlyList<StatedReason> reasons,
        IReadOnlyList<Ask> asks
    )
    {
        bool account = reading.Did(Deed.Removed, Deed.Account) || weights[NoticeKind.Deactivation] >= Strong;
        bool reviewed = reading.Did(Deed.Reviewed, Deed.Account);
        bool offers =
            reading.Did(Deed.Removed, Deed.Offers)
            || (reviewed && reading.Did(Deed.Removed, Deed.Offers, Modality.Planned));
        if (account || offers)
        {
            NoticeKind? special = weights.Best(Strong, NoticeKind.VerificationRequest, NoticeKind.FundsHold);
            return special is { } kind && weights.Strongest(kind) >= Strong
                ? new(kind, 0.8)
                : new(NoticeKind.Deactivation, account ? 0.96 : 0.9);
        }

        bool verifies = reviewed && ReasonKinds.IsVerification(reasons) && asks.Count > 0;
        if (weights[NoticeKind.VerificationRequest] >= Strong || verifies)
        {
            return new(NoticeKind.VerificationRequest, 0.88);
        }

        if (reading.Did(Deed.Removed, Deed.Account, Modality.Planned))
        {
            return new(NoticeKind.AtRiskWarning, 0.88);
        }

        bool active = weights[NoticeKind.PolicyWarning] >= 0.9;
        if ((reading.Did(Deed.Removed, Deed.Listing) && !active) || weights[NoticeKind.ListingRemoval] >= Strong)
        {
            // A deed alone, in no known wording, may be what goes with an account that is closed.
            return new(NoticeKind.ListingRemoval, weights[NoticeKind.ListingRemoval] >= Weak ? 0.94 : 0.87);
        }

        bool held =
            reading.Did(Deed.Held, Deed.Funds)
            || (reviewed && reading.Did(Deed.Held, Deed.Funds, Modality.Planned))
            || weights[NoticeKind.FundsHold] >= Strong;
        if (held && weights.Strongest(NoticeKind.FundsHold) < Strong && asks.Any(a => a.What == "invoices"))
        {
            // "We are reviewing your seller account" asks where the goods come from; the hold only goes with it.
            return new(NoticeKind.InfoRequest, 0.8);
        }

        return held ? new(NoticeKind.FundsHold, reviewed ? 0.9 : 0.85) : null;
    }

    private static KindReading? Threatened(Reading reading, KindWeights weights, IReadOnlyList<StatedReason> reasons)
    {
        if (reading.Did(Deed.Endangered, Deed.Account) || weights[NoticeKind.AtRiskWarning] >= Strong)
        {
            return new(NoticeKind.AtRiskWarning, 0.92);
        }

        if (weights[NoticeKind.InfoRequest] >= Strong)
        {
            return new(NoticeKind.InfoRequest, 0.85);
        }

        if (weights[NoticeKind.PolicyWarning] >= Strong)
        {
            return new(NoticeKind.PolicyWarning, 0.88);
        }

        bool possible = Array.Exists(reading.Deeds, d => Threats.IsThreat(d) && !d.Hit.Sentence.IsBoilerplate);
        return possible && reasons.Count > 0 ? new(NoticeKind.AtRiskWarning, 0.7) : null;
    }

    private static KindReading? Asked(
        Reading reading,
        KindWeights weights,
        IReadOnlyList<StatedReason> reasons,
        IReadOnlyList<Ask> asks
    )
    {
        if (ReasonKinds.IsVerification(reasons) && asks.Count > 0)
        {
            return new(NoticeKind.VerificationRequest, 0.8);
        }

        bool proves = asks.Any(a => a.What is "id_document" or "utility_bill" or "business_licence" or "video_call");
        if (proves && (reading.Did(Deed.Reviewed, Deed.Account) || weights[NoticeKind.VerificationRequest] >= Weak))
        {
            return new(NoticeKind.VerificationRequest, 0.85);
        }

        NoticeKind? best = weights.Best(
            Weak,
            NoticeKind.InfoRequest,
            NoticeKind.VerificationRequest,
            NoticeKind.PolicyWarning,
            NoticeKind.ListingRemoval,
            NoticeKind.FundsHold
        );
        if (best is { } kind)
        {
            return new(kind, 0.6 + (0.25 * weights[kind]));
        }

        if (asks.Count > 0 && reasons.Count > 0)
        {
            // What is to be mended in the catalogue and nothing else is a rule that was broken.
            bool mends = ReasonKinds.IsDuty(reasons) || asks.All(a => a.What == "listing_cleanup");
            return new(mends ? NoticeKind.PolicyWarning : NoticeKind.InfoRequest, 0.6);
        }

        return null;
    }

    private static KindReading Left(
        Reading reading,
        KindWeights weights,
        IReadOnlyList<StatedReason> reasons,
        IReadOnlyList<Ask> asks,
        OriginReading origin
    )
    {
        if (weights[NoticeKind.OtherAmazonMail] >= Weak)
        {
            return new(NoticeKind.OtherAmazonMail, 0.75);
        }

        if (reading.Did(Deed.Removed, "") || weights[NoticeKind.Deactivation] >= Weak)
        {
            return new(NoticeKind.Deactivation, 0.5);
        }

        if (reasons.Count > 0)
        {
            // A figure out of bounds is a risk to the account, a broken rule a warning.
            return new(ReasonKinds.IsMetric(reasons[0]) ? NoticeKind.AtRiskWarning : NoticeKind.PolicyWarning, 0.5);
        }

        if (asks.Count > 0 && weights[NoticeKind.NotAmazon] < Weak)
        {
            return new(NoticeKind.InfoRequest, 0.5);
        }

        return origin.NamesAmazon ? new(NoticeKind.OtherAmazonMail, 0.6) : new(NoticeKind.NotAmazon, 0.6);
    }
}
