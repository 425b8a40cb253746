using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>The ground of the action: the primary reason's own, unless the text names only a ground.</summary>
internal static class GroundReader
{
    public static Ground? Read(Reading reading, NoticeKind kind, IReadOnlyList<StatedReason> reasons, NoticeBook book)
    {
        if (kind == NoticeKind.NotAmazon)
        {
            return null;
        }

        if (reasons.Count > 0 && book.Reason(reasons[0].Code) is { } reason)
        {
            return reason.Ground;
        }

        foreach (CueHit hit in reading.Hits(CueField.Ground))
        {
            if (hit.Sentence.Role is SectionRoles.Opening or SectionRoles.Why && hit.Pattern.Means(out Ground ground))
            {
                return ground;
            }
        }

        return kind == NoticeKind.VerificationRequest ? Ground.Verification : null;
    }
}
