namespace Reprieve.AmazonStandIn;

/// <summary>Customer Feedback API 2024-06-01, for items: what reviews speak of, and how that went in six months.</summary>
internal static class FeedbackOperations
{
    private const string Root = "/customerFeedback/2024-06-01/items/{asin}/reviews";
    private const int MostTopics = 10;
    private const int Months = 6;

    public static IEnumerable<Operation> Operations =>
        [
            new("getItemReviewTopics", "GET", Root + "/topics", Roles.SellingPartnerInsights, Topics),
            new("getItemReviewTrends", "GET", Root + "/trends", Roles.SellingPartnerInsights, Trends),
        ];

    private static Answer Topics(OperationCall call)
    {
        call.Query.Only("marketplaceId", "sortBy");
        string[] by =
            call.Query.List("sortBy", 1, "MENTIONS", "STAR_RATING_IMPACT")
            ?? throw Refusal.Invalid("Missing required parameter 'sortBy'.");
        SellerListing listing = Listing(call);
        ReviewTopic[] topics = [.. Of(call, listing).OrderByDescending(t => Weight(t, by[0]))];
        return topics.Length == 0
            ? new Answer(204)
            : Answer.Json(
                200,
                new
                {
                    asin = listing.Asin,
                    itemName = listing.Title,
                    marketplaceId = listing.MarketplaceId,
                    countryCode = Marketplaces.Of(listing.MarketplaceId).Country,
                    dateRange = Range(call, -Months, 0),
                    topics = new
                    {
                        positiveTopics = topics
                            .Where(t => t.StarRatingImpact >= 0)
                            .Take(MostTopics)
                            .Select(Topic)
                            .ToArray(),
                        negativeTopics = topics
                            .Where(t => t.StarRatingImpact < 0)
                            .Take(MostTopics)
                            .Select(Topic)
                            .ToArray(),
                    },
                }
            );
    }

    private static Answer Trends(OperationCall call)
    {
        call.Query.Only("marketplaceId");
        SellerListing listing = Listing(call);
        ReviewTopic[] topics = [.. Of(call, listing).OrderByDescending(t => t.Mentions)];
        return topics.Length == 0
            ? new Answer(204)
            : Answer.Json(
                200,
                new
                {
                    asin = listing.Asin,
                    itemName = listing.Title,
                    marketplaceId = listing.MarketplaceId,
                    countryCode = Marketplaces.Of(listing.MarketplaceId).Country,
                    dateRange = Range(call, -Months, 0),
                    reviewTrends = new
                    {
                        positiveTopics = topics
                            .Where(t => t.StarRatingImpact >= 0)
                            .Take(MostTopics)
                            .Select(Trend)
                            .ToArray(),
                        negativeTopics = topics
                            .Where(t => t.StarRatingImpact < 0)
                            .Take(MostTopics)
                            .Select(Trend)
                            .ToArray(),
                    },
                }
            );

        object Trend(ReviewTopic topic) =>
            new
            {
                topic = topic.Topic,
                trendMetrics = Enumerable
                    .Range(0, Months)
                    .Select(m => new
                    {
                        dateRange = Range(call, m - Months, m - Months + 1),
                        asinMetrics = new { occurrencePercentage = topic.Share },
                    })
                    .ToArray(),
            };
    }

    private static IEnumerable<ReviewTopic> Of(OperationCall call, SellerListing listing) =>
        call.Account.Data.Topics.Where(t => t.Asin == listing.Asin && t.MarketplaceId == listing.MarketplaceId);

    private static SellerListing Listing(OperationCall call)
    {
        string store = call.Query.Needed("marketplaceId");
        if (!call.Account.SellsIn(store))
        {
            throw Refusal.Invalid("The parameter 'marketplaceId' is not valid.");
        }

        string asin = call.Path["asin"];
        return call.Account.Data.Listings.FirstOrDefault(l => l.Asin == asin && l.MarketplaceId == store)
            ?? throw Refusal.Unknown($"There is no item {asin}.");
    }

    private static double Weight(ReviewTopic topic, string by) =>
        by == "MENTIONS" ? topic.Mentions : Math.Abs(topic.StarRatingImpact);

    private static object Topic(ReviewTopic topic) =>
        new
        {
            topic = topic.Topic,
            asinMetrics = new
            {
                numberOfMentions = topic.Mentions,
                occurrencePercentage = topic.Share,
                starRatingImpact = topic.StarRatingImpact,
            },
        };

    /// <summary>Whole months, counted from the present one.</summary>
    private static object Range(OperationCall call, int from, int to)
    {
        DateTimeOffset month = new(call.Now.Year, call.Now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        return new
        {
            startDate = Iso8601.Write(month.AddMonths(from)),
            endDate = Iso8601.Write(month.AddMonths(to).AddSeconds(-1)),
        };
    }
}
