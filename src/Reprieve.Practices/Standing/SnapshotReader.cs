using System.Text;
using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Standing;

/// <summary>Takes snapshots from GET_V2_SELLER_PERFORMANCE_REPORT, in each of the shapes in which it comes.</summary>
public sealed class SnapshotReader(KnowledgeBase knowledge)
{
    /// <summary>A snapshot of each store of the report, by store; also of one of which only the status is said.</summary>
    /// <param name="report">The document, unpacked: JSON in UTF-8, or another Unicode encoding with its mark. Left open.</param>
    /// <param name="takenAt">When the report was made.</param>
    /// <exception cref="ReportException">It is no such report, or damaged, or too large; the message says what to do.</exception>
    public IReadOnlyList<AccountSnapshot> Read(Stream report, DateTimeOffset takenAt)
    {
        using var text = new StreamReader(report, Encoding.UTF8, true, leaveOpen: true);
        PerformanceContent content = PerformanceReport.Read(text);
        var figures = content
            .Stores.GroupBy(store => store.MarketplaceId, StringComparer.Ordinal)
            .ToDictionary(blocks => blocks.Key, blocks => blocks.First(), StringComparer.Ordinal);
        return
        [
            .. figures
                .Keys.Union(content.Statuses.Keys, StringComparer.Ordinal)
                .Select(id =>
                    Snapshot(figures.GetValueOrDefault(id)) with
                    {
                        TakenAt = takenAt,
                        Store = Store(id),
                        Status = content.Statuses.GetValueOrDefault(id),
                    }
                )
                .OrderBy(snapshot => snapshot.Store, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc cref="Read(Stream, DateTimeOffset)"/>
    public IReadOnlyList<AccountSnapshot> Read(byte[] report, DateTimeOffset takenAt)
    {
        using var stream = new MemoryStream(report, writable: false);
        return Read(stream, takenAt);
    }

    private string Store(string id) =>
        knowledge.Marketplaces.FirstOrDefault(store => store.MarketplaceId == id)?.Code ?? id;

    private static AccountSnapshot Snapshot(PerformanceFigures? store)
    {
        var empty = new AccountSnapshot { TakenAt = default, Store = "" };
        return store is null
            ? empty
            : empty with
            {
                Figures = [.. store.Figures.Select(pair => Figure(pair.Key, pair.Value))],
                Counters = store
                    .Counters.GroupBy(pair => PolicyCounters.Canonical(pair.Key), StringComparer.Ordinal)
                    .ToDictionary(same => same.Key, same => same.First().Value, StringComparer.Ordinal),
                Rating = store is { RatingScore: null, RatingStatus: null }
                    ? null
                    : new HealthRating(store.RatingScore, store.RatingStatus),
                Warnings =
                [
                    .. store
                        .Warnings.DistinctBy(warning => warning.Type)
                        .Select(warning => new AccountWarning(warning.Type, warning.Status)),
                ],
            };
    }

    private static SnapshotFigure Figure((string Code, Fulfilment Program) of, PerformanceFigure figure) =>
        new(of.Code, of.Program, figure.Rate, figure.Status, figure.Share, figure.Counted, figure.Days, figure.Older);
}
