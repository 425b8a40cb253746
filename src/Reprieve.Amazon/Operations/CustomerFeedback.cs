using System.Text.Json.Serialization.Metadata;
using Reprieve.Amazon.Calls;

namespace Reprieve.Amazon.Operations;

/// <summary>The Customer Feedback API, version 2024-06-01, for items: what reviews speak of. It has no review and no buyer.</summary>
internal static class CustomerFeedback
{
    /// <summary>The ten best and the ten worst topics by mentions; null where Amazon has none of the item.</summary>
    public static Task<ItemTopics?> TopicsAsync(
        AmazonAccount account,
        string asin,
        string store,
        CancellationToken cancel
    ) =>
        AskAsync(
            account,
            new AmazonCall("getItemReviewTopics", HttpMethod.Get, Path(asin) + "/topics")
            {
                Query = [("marketplaceId", store), ("sortBy", "MENTIONS")],
            },
            AmazonJson.Default.ItemTopics,
            cancel
        );

    /// <summary>How topics went in the last six months; null where Amazon has none of the item.</summary>
    public static Task<ItemTrends?> TrendsAsync(
        AmazonAccount account,
        string asin,
        string store,
        CancellationToken cancel
    ) =>
        AskAsync(
            account,
            new AmazonCall("getItemReviewTrends", HttpMethod.Get, Path(asin) + "/trends")
            {
                Query = [("marketplaceId", store)],
            },
            AmazonJson.Default.ItemTrends,
            cancel
        );

    private static string Path(string asin) =>
        $"/customerFeedback/2024-06-01/items/{Uri.EscapeDataString(asin)}/reviews";

    /// <summary>
    /// No body (204) is too few reviews. An item that is refused or not known may be a parent, for which the operation is not made.
    /// </summary>
    private static async Task<T?> AskAsync<T>(
        AmazonAccount account,
        AmazonCall call,
        JsonTypeInfo<T> type,
        CancellationToken cancel
    )
        where T : class
    {
        try
        {
            byte[] body = await account.SendAsync(call, cancel);
            return body.Length == 0 ? null : CallAnswer.Read(body, type, call);
        }
        catch (AmazonException refused) when (refused.Status is 400 or 404)
        {
            return null;
        }
    }
}

internal sealed record ItemTopics(string? Asin, string? ItemName, FeedbackRange? DateRange, TopicLists? Topics);

internal sealed record FeedbackRange(DateTimeOffset? StartDate, DateTimeOffset? EndDate);

internal sealed record TopicLists(
    IReadOnlyList<ReviewTopic>? PositiveTopics,
    IReadOnlyList<ReviewTopic>? NegativeTopics
);

/// <summary>What reviews of an item speak of.</summary>
internal sealed record ReviewTopic(string? Topic, TopicFigures? AsinMetrics, IReadOnlyList<ReviewSubtopic>? Subtopics);

internal sealed record ReviewSubtopic(string? Subtopic);

internal sealed record TopicFigures(int? NumberOfMentions, decimal? OccurrencePercentage, decimal? StarRatingImpact);

internal sealed record ItemTrends(string? Asin, TrendLists? ReviewTrends);

internal sealed record TrendLists(
    IReadOnlyList<ReviewTrend>? PositiveTopics,
    IReadOnlyList<ReviewTrend>? NegativeTopics
);

internal sealed record ReviewTrend(string? Topic, IReadOnlyList<TrendMonth>? TrendMetrics);

internal sealed record TrendMonth(FeedbackRange? DateRange, TopicFigures? AsinMetrics);
