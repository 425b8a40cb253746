using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Weighs the wordings of known frauds: asking for secrets, haste, forms attached, links to click.</summary>
internal static class ScamSigns
{
    /// <summary>From 0 to 1; several signs strengthen each other, the same wording said twice does not.</summary>
    public static double Weigh(Reading reading)
    {
        double innocence = 1;
        HashSet<CuePattern>? seen = null;
        foreach (CueHit hit in reading.Hits(CueField.Scam))
        {
            seen ??= [];
            if (seen.Add(hit.Pattern))
            {
                innocence *= 1 - Math.Min(hit.Pattern.Weight, 0.98);
            }
        }

        return 1 - innocence;
    }
}
