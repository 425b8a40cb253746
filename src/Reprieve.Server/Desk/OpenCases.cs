using Reprieve.Answers.Deadlines;
using Reprieve.Cases;
using Reprieve.Storage;

namespace Reprieve.Server.Desk;

/// <summary>The cases of which days still count, from lists alone: none is opened.</summary>
internal static class OpenCases
{
    private const int AtOnce = 200;

    private static readonly IReadOnlyList<CaseStage> Stages =
    [
        CaseStage.Preparing,
        CaseStage.Ready,
        CaseStage.Sent,
        CaseStage.MoreInformation,
        CaseStage.Denied,
    ];

    /// <summary>The first of them, those due first, and how many there are.</summary>
    public static Task<(IReadOnlyList<CaseLine> Lines, int Total)> FirstAsync(
        CaseStore cases,
        int most,
        CancellationToken cancel
    ) => FirstAsync(cases, Stages, most, cancel);

    /// <summary>The first cases of some stages, and how many there are.</summary>
    public static async Task<(IReadOnlyList<CaseLine> Lines, int Total)> FirstAsync(
        CaseStore cases,
        IReadOnlyList<CaseStage> stages,
        int most,
        CancellationToken cancel
    )
    {
        List<CaseLine> lines = [];
        while (true)
        {
            var query = new CaseQuery
            {
                Stages = stages,
                Skip = lines.Count,
                Take = Math.Min(AtOnce, most - lines.Count),
            };
            CasePage page = await cases.ListAsync(query, cancel);
            lines.AddRange(page.Lines);
            if (page.Lines.Count == 0 || lines.Count >= Math.Min(page.Total, most))
            {
                return (lines, page.Total);
            }
        }
    }

    /// <summary>The days of a case; of one that an earlier version kept, the next day alone is known.</summary>
    public static IReadOnlyList<CaseDates> DatesOf(CaseLine line) =>
        line.Summary.Dates
        ?? (
            line.Summary.Due is { } due && line.Stage != CaseStage.Sent
                ?
                [
                    new CaseDates
                    {
                        Key = line.Id.ToString(),
                        Marketplace = line.Summary.Marketplace,
                        Opened = due,
                        Limits = [new DatedLimit("next", "other", due, null)],
                    },
                ]
                : []
        );
}
