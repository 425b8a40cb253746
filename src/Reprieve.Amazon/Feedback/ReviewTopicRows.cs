using System.Globalization;
using Reprieve.Amazon.Operations;
using Reprieve.Amazon.Pulling;

namespace Reprieve.Amazon.Feedback;

/// <summary>Makes two tables of what reviews speak of: the topics of each item, and how each went month by month.</summary>
internal static class ReviewTopicRows
{
    public const string TopicsHeader =
        "asin\titem-name\tfrom\tuntil\tkind\ttopic\tmentions\tpercent-of-reviews\tstar-rating-impact\tsubtopics";

    public const string TrendsHeader = "asin\tkind\ttopic\tfrom\tuntil\tpercent-of-reviews";

    private const char Topic = 'T';
    private const char Month = 'M';

    /// <summary>The rows of an item, of both tables, what buyers dislike first; the first sign tells which table.</summary>
    public static IEnumerable<string> Of(string asin, ItemTopics? topics, ItemTrends? trends) =>
        Rows(asin, topics, "negative", topics?.Topics?.NegativeTopics)
            .Concat(Rows(asin, topics, "positive", topics?.Topics?.PositiveTopics))
            .Concat(Rows(asin, "negative", trends?.ReviewTrends?.NegativeTopics))
            .Concat(Rows(asin, "positive", trends?.ReviewTrends?.PositiveTopics));

    /// <summary>Writes both tables.</summary>
    public static IReadOnlyList<string> Write(PullFolder folder, PullPart part, IEnumerable<string> rows) =>
        [
            .. TableFile.Write(folder, part.FileName("txt"), TopicsHeader, TableFile.Only(rows, Topic)),
            .. TableFile.Write(folder, part.FileName("trends.txt"), TrendsHeader, TableFile.Only(rows, Month)),
        ];

    private static IEnumerable<string> Rows(
        string asin,
        ItemTopics? item,
        string kind,
        IReadOnlyList<ReviewTopic>? topics
    ) =>
        (topics ?? []).Select(one =>
            Topic
            + TableFile.Row(
                asin,
                item?.ItemName,
                TableFile.Time(item?.DateRange?.StartDate),
                TableFile.Time(item?.DateRange?.EndDate),
                kind,
                one.Topic,
                Number(one.AsinMetrics?.NumberOfMentions),
                Number(one.AsinMetrics?.OccurrencePercentage),
                Number(one.AsinMetrics?.StarRatingImpact),
                string.Join("; ", (one.Subtopics ?? []).Select(part => part.Subtopic))
            )
        );

    private static IEnumerable<string> Rows(string asin, string kind, IReadOnlyList<ReviewTrend>? trends) =>
        from trend in trends ?? []
        from month in trend.TrendMetrics ?? []
        select Month
            + TableFile.Row(
                asin,
                kind,
                trend.Topic,
                TableFile.Time(month.DateRange?.StartDate),
                TableFile.Time(month.DateRange?.EndDate),
                Number(month.AsinMetrics?.OccurrencePercentage)
            );

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
