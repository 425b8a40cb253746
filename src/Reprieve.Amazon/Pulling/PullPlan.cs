using System.Globalization;
using Reprieve.Amazon.Calls;
using Reprieve.Knowledge;

namespace Reprieve.Amazon.Pulling;

/// <summary>What a first pull has to bring: the reports of knowledge, and what only the operations tell.</summary>
internal static class PullPlan
{
    /// <summary>How far back the seller's own orders are asked for one by one: the longest window of a metric.</summary>
    private const int OrderDays = 60;

    /// <summary>Days in one search of orders, so that the newest come first and a lost place costs little.</summary>
    private const int OrderDaysEach = 7;

    private const int ClaimDays = 90;

    /// <summary>Amazon's schema lets the history begin two years ago at most; a pull may be gone on with for three days.</summary>
    private const int HistoryMargin = 7;

    /// <summary>The table of ours that Amazon's own figures of account health fill.</summary>
    private const string StandingTable = "performance_report";

    /// <summary>Amazon wants the end of a span to be more than two minutes in the past.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromMinutes(5);

    public static IReadOnlyList<PullPart> Of(
        KnowledgeBase knowledge,
        IReadOnlyList<Marketplace> stores,
        PullWish wish,
        DateTimeOffset asOf
    )
    {
        DateTimeOffset end = Iso.WholeSecond(asOf - Past);
        string[] all = [.. stores.Select(store => store.MarketplaceId)];
        return
        [
            .. knowledge.AmazonReports.OrderBy(report => report.Rank).SelectMany(report => Of(report, stores, end)),
            .. Spans(end, OrderDays, OrderDaysEach).Select(span => Part(PullKind.Orders, "orders", all, span)),
            .. Spans(end, ClaimDays, ClaimDays).Select(span => Part(PullKind.Claims, "claims", all, span)),
            .. stores.Select(store => History(store, asOf)),
            .. stores
                .Where(store => Operation(knowledge, "getItemReviewTopics").HoldsFor(store.Code))
                .Select(store => Apart(PullKind.ReviewTopics, "review-topics-" + store.Code, store.MarketplaceId)),
            .. wish.SupportCases ? [Apart(PullKind.SupportCases, "support-cases", all)] : Array.Empty<PullPart>(),
            .. wish.SellerId is null
                ? []
                : stores.Select(store =>
                    Part(PullKind.ListingIssues, "listing-issues-" + store.Code, [store.MarketplaceId], null) with
                    {
                        MayBeRefused = true,
                        SellerId = wish.SellerId,
                    }
                ),
        ];
    }

    /// <summary>Amazon's own figures alone.</summary>
    public static IReadOnlyList<PullPart> Standing(KnowledgeBase knowledge, IReadOnlyList<Marketplace> stores) =>
        [.. Of(knowledge.AmazonReports.First(report => report.Fills == StandingTable), stores, default)];

    private static IEnumerable<PullPart> Of(AmazonReport report, IReadOnlyList<Marketplace> stores, DateTimeOffset end)
    {
        string name = (report.Fills ?? report.Code.ToLowerInvariant()).Replace('_', '-');
        IEnumerable<(string Name, string[] Stores)> asked = report.EachStore
            ? stores.Select(store => ($"{name}-{store.Code}", new[] { store.MarketplaceId }))
            : [(name, [.. stores.Select(store => store.MarketplaceId)])];
        (DateTimeOffset, DateTimeOffset)?[] spans = report.Days is { } days
            ? [.. Spans(end, days, report.DaysEach ?? days)]
            : [null];
        return asked.SelectMany(one =>
            spans.Select(span =>
                Part(PullKind.Report, one.Name, one.Stores, span) with
                {
                    ReportType = report.Code,
                    Kept = report.Fills is null,
                    MayBeRefused = report.MayBeRefused,
                }
            )
        );
    }

    private static PullPart History(Marketplace store, DateTimeOffset asOf) =>
        Apart(PullKind.History, "account-health-history-" + store.Code, store.MarketplaceId) with
        {
            From = asOf.AddYears(-2).AddDays(HistoryMargin),
            // Today is not over.
            Until = asOf.AddDays(-1),
        };

    private static AmazonOperation Operation(KnowledgeBase knowledge, string code) =>
        knowledge.AmazonOperations.First(one => one.Code == code);

    /// <summary>What no step reads yet.</summary>
    private static PullPart Apart(PullKind kind, string name, params string[] stores) =>
        Part(kind, name, stores, null) with
        {
            Kept = true,
        };

    private static PullPart Part(
        PullKind kind,
        string name,
        IReadOnlyList<string> stores,
        (DateTimeOffset From, DateTimeOffset Until)? span
    ) =>
        new()
        {
            Key = span is { } known
                ? string.Create(CultureInfo.InvariantCulture, $"{name}-{known.From.UtcDateTime:yyyy-MM-dd}")
                : name,
            Kind = kind,
            Stores = stores,
            From = span?.From,
            Until = span?.Until,
        };

    /// <summary>Spans without a gap, the newest first.</summary>
    private static IEnumerable<(DateTimeOffset From, DateTimeOffset Until)?> Spans(
        DateTimeOffset end,
        int days,
        int each
    )
    {
        DateTimeOffset first = end.AddDays(-days);
        for (DateTimeOffset until = end; until > first; until = until.AddDays(-each))
        {
            DateTimeOffset from = until.AddDays(-each);
            yield return (from > first ? from : first, until);
        }
    }
}
