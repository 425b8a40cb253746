using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Finds the matrix of causes and parts (root cause, actions taken, prevention) that a mail wants answered.</summary>
internal static class RequestGridFinder
{
    public static IReadOnlyList<RequestCell> Find(Reading reading, IReadOnlyList<StatedReason> reasons)
    {
        List<RequestCell> cells = [];
        foreach (CueHit hit in reading.Hits(CueField.Section))
        {
            if (!RequestPlaces.MayAsk(hit.Sentence) || RequestPlaces.IsDenied(hit) || !Snake.TryParse(hit.Code, out PlanSection section))
            {
                continue;
            }

            foreach (string? cause in Causes(hit.Sentence, reasons))
            {
                if (!cells.Exists(c => c.Cause == cause && c.Section == section))
                {
                    cells.Add(new RequestCell(cause, section, hit.Sentence.Part.Evidence(hit)));
                }
            }
        }

        return cells;
    }

    /// <summary>The causes a sentence names: buyers' own finer words before the reason they add up to.</summary>
    private static string?[] Causes(Sentence sentence, IReadOnlyList<StatedReason> reasons)
    {
        IReadOnlyList<CueHit> hits = sentence.Part.Hits(sentence);
        List<CueHit> buyer = DeedFinder.Widest(hits, CueField.BuyerCause);
        string[] stated =
        [
            .. DeedFinder
                .Widest(hits, CueField.Reason)
                .Where(hit => !BuyerCauses.Say(buyer, hit))
                .Select(h => h.Code)
                .Where(code => reasons.Any(r => r.Code == code))
                .Distinct(),
        ];
        if (stated.Length > 0)
        {
            return stated;
        }

        string?[] causes = [.. buyer.Select(h => h.Code).Distinct()];
        return causes.Length > 0 ? causes : [null];
    }
}
