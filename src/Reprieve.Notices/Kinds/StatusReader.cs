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
            return decision == Decision.PartiallyReinstated ? AccountStatus.PartiallyDeactivated
                : reading.Did(Deed.Restored, Deed.Account) || Said(reading, AccountStatus.Active) ? AccountStatus.Active
                : AccountStatus.Unknown;
        }

        bool account =
            reading.Did(Deed.Removed, Deed.Account)
            || reading.Did(Deed.Restored, Deed.Account, Modality.Denied)
            || Said(reading, AccountStatus.Deactivated);
        bool offers =
            reading.Did(Deed.Removed, Deed.Offers)
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

    private static bool Said(Reading reading, AccountStatus status) =>
        reading
            .Hits(CueField.Status)
            .Any(hit =>
                hit.Code == status.Code()
                && !hit.Sentence.IsQuestion
                && hit.Sentence.Role is not (SectionRoles.Error or SectionRoles.Help)
            );
}
