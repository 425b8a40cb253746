using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>"Copyright, trademark or patent rights": exact reasons listed side by side say only the general one.</summary>
internal static class Enumerations
{
    /// <summary>How many words may stand between two items of an enumeration.</summary>
    private const int Between = 3;

    /// <summary>Only rights are listed so; other reasons beside each other are several.</summary>
    private const string Rights = "ip_";

    /// <summary>The general reason that gives way to a wording and to one beside it, or null.</summary>
    public static string? General(CueHit hit, List<CueHit> hits, NoticeBook book)
    {
        if (!hit.Code.StartsWith(Rights, StringComparison.Ordinal))
        {
            return null;
        }

        foreach (CueHit other in hits)
        {
            bool beside =
                other.Code.StartsWith(Rights, StringComparison.Ordinal)
                && other.First - hit.Last <= Between
                && hit.First - other.Last <= Between;
            if (!beside || other.Code == hit.Code)
            {
                continue;
            }

            foreach (BookReason reason in book.Reasons)
            {
                if (reason.GivesWayTo.Contains(hit.Code) && reason.GivesWayTo.Contains(other.Code))
                {
                    return reason.Code;
                }
            }
        }

        return null;
    }
}
