using Reprieve.Amazon.Calls;
using Reprieve.Knowledge;

namespace Reprieve.Amazon.Operations;

/// <summary>The Reports API, version 2021-06-30.</summary>
internal static class Reports
{
    private const string Root = "/reports/2021-06-30";

    /// <summary>Has a report made. The answer may be lost; then <see cref="FindAsync"/> tells whether there is one.</summary>
    /// <exception cref="UncertainCallException">The answer was lost.</exception>
    public static async Task<string> CreateAsync(
        AmazonAccount account,
        ReportOrder order,
        LocalizedText? role,
        CancellationToken cancel
    )
    {
        var call = new AmazonCall("createReport", HttpMethod.Post, Root + "/reports")
        {
            Body = AmazonCall.Json(order, AmazonJson.Default.ReportOrder),
            Makes = true,
            Role = role,
        };
        ReportCreated made = await account.SendAsync(call, AmazonJson.Default.ReportCreated, cancel);
        return made.ReportId is { Length: > 0 } id
            ? id
            : throw new UncertainCallException(Say.Texts.Get("Not_Understood", call.Operation, "reportId"), null);
    }

    /// <summary>How far a report is.</summary>
    public static Task<ReportState> GetAsync(AmazonAccount account, string id, CancellationToken cancel) =>
        account.SendAsync(
            new AmazonCall("getReport", HttpMethod.Get, $"{Root}/reports/{Uri.EscapeDataString(id)}"),
            AmazonJson.Default.ReportState,
            cancel
        );

    /// <summary>Where the file of a report is, for five minutes.</summary>
    public static Task<ReportDocument> DocumentAsync(AmazonAccount account, string id, CancellationToken cancel) =>
        account.SendAsync(
            new AmazonCall("getReportDocument", HttpMethod.Get, $"{Root}/documents/{Uri.EscapeDataString(id)}"),
            AmazonJson.Default.ReportDocument,
            cancel
        );

    /// <summary>The oldest report since a time that was made for the same order; null where there is none.</summary>
    /// <param name="known">Ids that belong to other orders.</param>
    public static async Task<ReportState?> FindAsync(
        AmazonAccount account,
        ReportOrder order,
        DateTimeOffset since,
        IReadOnlySet<string> known,
        CancellationToken cancel
    )
    {
        ReportState? found = null;
        string? next = null;
        do
        {
            ReportList page = await account.SendAsync(
                Listing(order, since, next),
                AmazonJson.Default.ReportList,
                cancel
            );
            found = (page.Reports ?? [])
                .Where(one => one.ReportId is { Length: > 0 } id && !known.Contains(id) && one.IsOf(order))
                .Append(found)
                .OfType<ReportState>()
                .MinBy(one => one.CreatedTime);
            next = page.NextToken;
        } while (next is { Length: > 0 });
        return found;
    }

    /// <summary>The token of a further page goes alone.</summary>
    private static AmazonCall Listing(ReportOrder order, DateTimeOffset since, string? next) =>
        new("getReports", HttpMethod.Get, Root + "/reports")
        {
            Query = next is not null
                ? [("nextToken", next)]
                :
                [
                    ("reportTypes", order.ReportType),
                    ("marketplaceIds", string.Join(',', order.MarketplaceIds)),
                    ("createdSince", Iso.Of(since)),
                    ("pageSize", "100"),
                ],
        };
}

/// <summary>What a report is to tell.</summary>
/// <param name="ReportType">Amazon's type.</param>
/// <param name="MarketplaceIds">Its stores.</param>
/// <param name="DataStartTime">From when on, UTC; null for the present state.</param>
/// <param name="DataEndTime">Until when, UTC.</param>
internal sealed record ReportOrder(
    string ReportType,
    IReadOnlyList<string> MarketplaceIds,
    DateTimeOffset? DataStartTime,
    DateTimeOffset? DataEndTime
);

internal sealed record ReportCreated(string? ReportId);

/// <summary>How far a report is.</summary>
internal sealed record ReportState(
    string? ReportId,
    string? ReportType,
    string? ProcessingStatus,
    string? ReportDocumentId,
    DateTimeOffset? DataStartTime,
    DateTimeOffset? DataEndTime,
    DateTimeOffset? CreatedTime,
    IReadOnlyList<string>? MarketplaceIds
)
{
    /// <summary>Whether it was made for an order. What Amazon does not repeat in a list is taken to fit.</summary>
    public bool IsOf(ReportOrder order) =>
        ReportType == order.ReportType
        && (MarketplaceIds is null || MarketplaceIds.ToHashSet(StringComparer.Ordinal).SetEquals(order.MarketplaceIds))
        && Same(DataStartTime, order.DataStartTime)
        && Same(DataEndTime, order.DataEndTime);

    /// <summary>A report of the present state gets times of Amazon's own.</summary>
    private static bool Same(DateTimeOffset? said, DateTimeOffset? asked) =>
        said is null || asked is null || (said.Value - asked.Value).Duration() < TimeSpan.FromSeconds(1);
}

internal sealed record ReportList(IReadOnlyList<ReportState>? Reports, string? NextToken);

/// <summary>Where the file of a report is.</summary>
internal sealed record ReportDocument(string? ReportDocumentId, string? Url, string? CompressionAlgorithm);
