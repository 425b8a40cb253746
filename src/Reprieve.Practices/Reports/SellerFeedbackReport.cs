using System.Globalization;

namespace Reprieve.Practices.Reports;

/// <summary>Amazon's feedback report. The rater's e-mail is never read.</summary>
internal static class SellerFeedbackReport
{
    private const int OrderId = 0;
    private const int Date = 1;
    private const int Rating = 2;
    private const int Comments = 3;

    /// <summary>So many stars and fewer are a complaint: the report itself holds negative and neutral feedback only.</summary>
    private const int MostComplaining = 3;

    public static readonly ReportKind Kind = new(
        "seller_feedback",
        ["order-id", "date", "rating", "comments"],
        Needed: 4,
        Take
    );

    private static string? Take(ReportRow row, Imports into)
    {
        if (!row.TryOrder(OrderId, into.Names, out OrderKey order))
        {
            return Reject.OrderId(row[OrderId]);
        }

        if (!row.TryStamp(Date, out Stamp date))
        {
            return Reject.Date(Kind.Columns[Date], row[Date]);
        }

        if (
            !decimal.TryParse(
                row[Rating],
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal stars
            ) || stars is < 1 or > 5
        )
        {
            return Reject.Number(Kind.Columns[Rating], row[Rating], 1, 5);
        }

        string? comment = stars > MostComplaining ? null : Comment.Of(row[Comments]);
        into.Feedback.Add(new FeedbackRow(order, date, (int)stars, row.File, comment));
        return null;
    }
}
