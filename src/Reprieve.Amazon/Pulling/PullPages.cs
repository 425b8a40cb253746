using Reprieve.Amazon.Operations;

namespace Reprieve.Amazon.Pulling;

/// <summary>What is asked for page by page: how a page is asked for, and what becomes of the rows.</summary>
internal static class PullPages
{
    public static (Func<string?, Task<PulledPage>>, Func<IEnumerable<string>, IReadOnlyList<string>>) Orders(
        AmazonAccount account,
        PullPart part,
        PullFolder folder,
        CancellationToken cancel
    ) =>
        (
            async token =>
            {
                OrderPage page = await Operations.Orders.SearchAsync(account, Span(part), part.Stores, token, cancel);
                return new PulledPage([.. (page.Orders ?? []).SelectMany(OrderRows.Of)], page.Pagination?.NextToken);
            },
            rows => OrderRows.Write(folder, part.Key, rows)
        );

    public static (Func<string?, Task<PulledPage>>, Func<IEnumerable<string>, IReadOnlyList<string>>) Claims(
        AmazonAccount account,
        PullPart part,
        PullFolder folder,
        CancellationToken cancel
    ) =>
        (
            async token =>
            {
                FinancialPayload? page = (await Finances.EventsAsync(account, Span(part), token, cancel)).Payload;
                return new PulledPage([.. ClaimRows.Of(page?.FinancialEvents)], page?.NextToken);
            },
            rows => ClaimRows.Write(folder, part.Key, rows)
        );

    public static (Func<string?, Task<PulledPage>>, Func<IEnumerable<string>, IReadOnlyList<string>>) ListingIssues(
        AmazonAccount account,
        PullPart part,
        PullFolder folder,
        CancellationToken cancel
    ) =>
        (
            async token =>
            {
                ListingPage page = await Listings.WithIssuesAsync(
                    account,
                    part.SellerId!,
                    part.Stores[0],
                    token,
                    cancel
                );
                return new PulledPage(
                    [.. (page.Items ?? []).SelectMany(ListingIssueRows.Of)],
                    page.Pagination?.NextToken
                );
            },
            rows => TableFile.Write(folder, part.FileName("txt"), ListingIssueRows.Header, rows)
        );

    private static (DateTimeOffset, DateTimeOffset) Span(PullPart part) => (part.From!.Value, part.Until!.Value);
}
