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
            bool asked = RequestPlaces.MayAsk(hit.Sentence) && RequestPlaces.IsAsked(hit) && !IsMissed(hit);
            if (!asked || !hit.Pattern.Means(out PlanSection section))
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

        return Inherit(cells);
    }

    /// <summary>"Your plan does not show how you will avoid it" finds fault with what was sent and asks nothing.</summary>
    private static bool IsMissed(CueHit part)
    {
        bool missed = false;
        foreach (CueHit hit in part.Sentence.Part.Hits(part.Sentence))
        {
            if (hit.Field != CueField.Request || hit.First >= part.First)
            {
                continue;
            }

            if (!IsNegated(hit))
            {
                return false;
            }

            missed = true;
        }

        return missed;
    }

    private static bool IsNegated(CueHit request)
    {
        foreach (CueHit hit in request.Sentence.Part.Hits(request.Sentence))
        {
            if (hit.Field == CueField.Negation && hit.Last == request.First)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A part asked for without a cause, beside parts that name theirs, is asked for those causes.</summary>
    private static List<RequestCell> Inherit(List<RequestCell> cells)
    {
        if (!cells.Exists(c => c.Cause is not null))
        {
            return cells;
        }

        string[] named = [.. cells.Select(c => c.Cause).OfType<string>().Distinct(StringComparer.Ordinal)];
        return Once(cells.SelectMany(c => c.Cause is null ? named.Select(cause => c with { Cause = cause }) : [c]));
    }

    private static List<RequestCell> Once(IEnumerable<RequestCell> cells)
    {
        List<RequestCell> once = [];
        foreach (RequestCell cell in cells)
        {
            if (!once.Exists(c => c.Cause == cell.Cause && c.Section == cell.Section))
            {
                once.Add(cell);
            }
        }

        return once;
    }

    /// <summary>The causes a sentence names: buyers' own finer words before the reason they add up to.</summary>
    private static string?[] Causes(Sentence sentence, IReadOnlyList<StatedReason> reasons)
    {
        if (!sentence.Has(CueField.BuyerCause) && !(sentence.Has(CueField.Reason) && reasons.Count > 0))
        {
            return [null];
        }

        ReadOnlySpan<CueHit> hits = sentence.Part.Hits(sentence);
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
