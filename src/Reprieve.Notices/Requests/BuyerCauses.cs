namespace Reprieve.Notices;

/// <summary>Buyers' complaints that a request lists one by one, finer than the reason they add up to.</summary>
internal static class BuyerCauses
{
    /// <summary>Whether the words of a reason are only a buyer's complaint: "wrong items", "damaged".</summary>
    public static bool Say(List<CueHit> buyer, CueHit reason)
    {
        foreach (CueHit hit in buyer)
        {
            // "Not authentic", "used" and "late" are the reasons themselves.
            bool finer = hit.Code is not ("not_authentic" or "used" or "not_as_described" or "late_delivery");
            if (finer && hit.Overlaps(reason))
            {
                return true;
            }
        }

        return false;
    }
}
