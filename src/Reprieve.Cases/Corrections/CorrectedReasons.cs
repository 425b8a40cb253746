using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cases.Corrections;

/// <summary>A reading with other reasons: those that were read keep their passages, and the request grid goes along.</summary>
internal static class CorrectedReasons
{
    public static Diagnosis Apply(Diagnosis read, IReadOnlyList<string> codes, KnowledgeBase knowledge)
    {
        List<StatedReason> reasons =
        [
            .. codes
                .Distinct(StringComparer.Ordinal)
                .Select(code => read.Reasons.FirstOrDefault(r => r.Code == code) ?? new StatedReason(code, 1, [])),
        ];
        return read with
        {
            Reasons = reasons,
            Ground = reasons.Count == 0 ? read.Ground : knowledge.Reason(reasons[0].Code)?.Ground ?? read.Ground,
            RequestGrid = Grid(read, [.. reasons.Select(reason => reason.Code)]),
        };
    }

    /// <summary>A reason that is none leaves the grid; one that is new is asked for in every part that another is.</summary>
    private static List<RequestCell> Grid(Diagnosis read, List<string> codes)
    {
        HashSet<string> gone = [.. read.Reasons.Select(reason => reason.Code).Except(codes, StringComparer.Ordinal)];
        List<RequestCell> parts =
        [
            .. read.RequestGrid.Where(cell => cell.Cause is not null).DistinctBy(cell => cell.Section),
        ];
        IEnumerable<string> added = codes.Except(read.Reasons.Select(reason => reason.Code), StringComparer.Ordinal);
        return
        [
            .. read.RequestGrid.Where(cell => cell.Cause is null || !gone.Contains(cell.Cause)),
            .. added.SelectMany(code => parts.Select(cell => cell with { Cause = code })),
        ];
    }
}
