using System.Globalization;

namespace Reprieve.AmazonStandIn;

/// <summary>Feedback of one to three stars; what is better is not in this report.</summary>
internal static class FeedbackReport
{
    private static readonly string[] Header =
    [
        "Date",
        "Rating",
        "Comments",
        "Your Response",
        "Order ID",
        "Rater Email",
    ];

    public static StoredDocument? Write(ReportOrder order) =>
        FlatFile.Of(
            order,
            Header,
            order.Data.Feedback.Where(f =>
                f.Stars <= 3
                && order.MarketplaceIds.Contains(f.MarketplaceId)
                && f.Day >= Day(order.From)
                && f.Day <= Day(order.To)
            ),
            f =>
                [
                    ("Date", Date(f)),
                    ("Rating", FlatFile.Number(f.Stars)),
                    ("Comments", f.Comment),
                    ("Your Response", f.Answer),
                    ("Order ID", f.OrderId),
                    ("Rater Email", "nobody@marketplace.example"),
                ]
        );

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    /// <summary>The date is in the store's own form.</summary>
    private static string Date(SellerFeedback feedback) =>
        feedback.Day.ToString(
            Marketplaces.Of(feedback.MarketplaceId).Country switch
            {
                "US" => "MM'/'dd'/'yy",
                "JP" => "yyyy'/'MM'/'dd",
                _ => "dd'/'MM'/'yy",
            },
            CultureInfo.InvariantCulture
        );
}
