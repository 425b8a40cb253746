using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Reads what the mail says of the seller account itself.</summary>
internal static class StatusReader
{
    public static AccountStatus Read(Reading reading, NoticeKind kind, Decision? decision)
    {
        if (kind is NoticeKind.Phishing or NoticeKind.NotAmazon or NoticeKind.OtherAmazonMail)
        {
            return AccountStatus.Unknown;
        }

        if (kind == NoticeKind.Reinstated)
        {
            // Where only some products stay removed the account is whole again; where some offers do, it is not.
            bool offersGone =
                reading.Did(Deed.Removed, Deed.Offers) || Said(reading, AccountStatus.PartiallyDeactivated);
            bool whole =
                !offersGone && reading.Did(Deed.Restored, Deed.Account) && reading.Did(Deed.Removed, Deed.Listing);
            return decision == Decision.PartiallyReinstated && !whole ? AccountStatus.PartiallyDeactivated
                : reading.Did(Deed.Restored, Deed.Account) || Said(reading, AccountStatus.Active) ? AccountStatus.Active
                : AccountStatus.Unknown;
        }

        bool answer = kind is NoticeKind.AppealMoreInfo or NoticeKind.AppealDenied;
        bool account =
            reading.Did(Deed.Removed, Deed.Account)
            || (answer && ToRestore(reading, Deed.Account))
            || reading.Did(Deed.Restored, Deed.Account, Modality.Denied)
            || Said(reading, AccountStatus.Deactivated);
        bool offers =
            reading.Did(Deed.Removed, Deed.Offers)
            || (answer && ToRestore(reading, Deed.Offers))
            || Said(reading, AccountStatus.PartiallyDeactivated)
            || (kind == NoticeKind.Deactivation && reading.Did(Deed.Removed, Deed.Offers, Modality.Planned));
        if (offers && !reading.Did(Deed.Removed, Deed.Account))
        {
            return AccountStatus.PartiallyDeactivated;
        }

        if (account || kind == NoticeKind.Deactivation)
        {
            return AccountStatus.Deactivated;
        }

        if (kind == NoticeKind.AtRiskWarning || reading.Did(Deed.Endangered, Deed.Account))
        {
            return AccountStatus.AtRisk;
        }

        if (reading.Did(Deed.Reviewed, Deed.Account) || Said(reading, AccountStatus.UnderReview))
        {
            return AccountStatus.UnderReview;
        }

        return Said(reading, AccountStatus.Active) ? AccountStatus.Active : AccountStatus.Unknown;
    }

    /// <summary>What is still to be reactivated is not active: "not enough information to reactivate your account".</summary>
    private static bool ToRestore(Reading reading, string target) =>
        Array.Exists(reading.Deeds, d => d.Action == Deed.Restoring && d.Object == target);

    private static bool Said(Reading reading, AccountStatus status)
    {
        foreach (CueHit hit in reading.Hits(CueField.Status))
        {
            bool told =
                !hit.Sentence.IsQuestion
                && (
                    hit.Sentence.Role is not (SectionRoles.Error or SectionRoles.Help)
                    || (status == AccountStatus.Active && !hit.Sentence.Has(CueField.Condition))
                );
            if (told && hit.Pattern.Means(out AccountStatus said) && said == status)
            {
                return true;
            }
        }

        return false;
    }
}
