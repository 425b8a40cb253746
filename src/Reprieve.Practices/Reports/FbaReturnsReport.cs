namespace Reprieve.Practices.Reports;

/// <summary>Amazon's report of returns of orders that Amazon fulfilled.</summary>
internal static class FbaReturnsReport
{
    private const int OrderId = 0;
    private const int Returned = 1;
    private const int Asin = 3;
    private const int Reason = 4;
    private const int Comments = 5;

    public static readonly ReportKind Kind = new(
        "fba_returns",
        ["order-id", "return-date", "detailed-disposition", "asin", "reason", "customer-comments"],
        Needed: 3,
        Take
    );

    private static string? Take(ReportRow row, Imports into)
    {
        if (!row.TryOrder(OrderId, into.Names, out OrderKey order))
        {
            return Reject.OrderId(row[OrderId]);
        }

        if (!row.TryStamp(Returned, out Stamp returned))
        {
            return Reject.Date(Kind.Columns[Returned], row[Returned]);
        }

        into.Returns.Add(
            new ReturnRow(
                order,
                returned,
                Claim: false,
                row.File,
                into.Names.Of(row.Utf8(Asin)),
                into.Names.Of(row.Utf8(Reason)),
                Comment.Of(row[Comments])
            )
        );
        return null;
    }
}
