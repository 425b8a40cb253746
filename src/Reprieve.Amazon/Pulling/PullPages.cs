using System.Globalization;
using Reprieve.Amazon.Feedback;
using Reprieve.Amazon.Operations;
using Reprieve.Amazon.Support;

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

    /// <param name="asins">The items; always the same within a pull, because the token is the place of the next one.</param>
    public static (Func<string?, Task<PulledPage>>, Func<IEnumerable<string>, IReadOnlyList<string>>) ReviewTopics(
        AmazonAccount account,
        PullPart part,
        PullFolder folder,
        IReadOnlyList<string> asins,
        CancellationToken cancel
    ) =>
        (
            async token =>
            {
                int at = token is null ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
                if (at >= asins.Count)
                {
                    return new PulledPage([], null);
                }

                ItemTopics? topics = await CustomerFeedback.TopicsAsync(account, asins[at], part.Stores[0], cancel);
                ItemTrends? trends = await CustomerFeedback.TrendsAsync(account, asins[at], part.Stores[0], cancel);
                string? next = at + 1 < asins.Count ? (at + 1).ToString(CultureInfo.InvariantCulture) : null;
                return new PulledPage([.. ReviewTopicRows.Of(asins[at], topics, trends)], next);
            },
            rows => ReviewTopicRows.Write(folder, part, rows)
        );

    public static (Func<string?, Task<PulledPage>>, Func<IEnumerable<string>, IReadOnlyList<string>>) SupportCases(
        AmazonAccount account,
        PullPart part,
        PullFolder folder,
        CancellationToken cancel
    ) =>
        (
            async token =>
            {
                CaseList page = await Operations.SupportCases.CasesAsync(account, token, cancel);
                List<string> rows = [];
                foreach (AmazonCase one in page.Cases ?? [])
                {
                    if (one.CaseId is { Length: > 0 } id)
                    {
                        rows.AddRange(
                            SupportCaseRows.Of(one, await Operations.SupportCases.ContactsAsync(account, id, cancel))
                        );
                    }
                }

                return new PulledPage(rows, page.NextToken);
            },
            rows => SupportCaseRows.Write(folder, part, rows)
        );

    private static (DateTimeOffset, DateTimeOffset) Span(PullPart part) => (part.From!.Value, part.Until!.Value);
}
