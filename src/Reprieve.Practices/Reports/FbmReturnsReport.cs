namespace Reprieve.Practices.Reports;

/// <summary>Amazon's report of returns of seller-fulfilled orders; its A-to-Z Claim column tells of claims.</summary>
internal static class FbmReturnsReport
{
    private const int OrderId = 0;
    private const int Requested = 1;
    private const int Claim = 2;
    private const int Asin = 3;
    private const int Reason = 4;

    public static readonly ReportKind Kind = new(
        "fbm_returns",
        ["order-id", "return-request-date", "a-to-z-claim", "asin", "return-reason"],
        Needed: 3,
        Take
    );

    private static string? Take(ReportRow row, Imports into)
    {
        if (!row.TryOrder(OrderId, into.Names, out OrderKey order))
        {
            return Reject.OrderId(row[OrderId]);
        }

        if (!row.TryStamp(Requested, out Stamp requested))
        {
            return Reject.Date(Kind.Columns[Requested], row[Requested]);
        }

        ReadOnlySpan<char> claim = row[Claim];
        bool claimed =
            claim.Equals("Y", StringComparison.OrdinalIgnoreCase)
            || claim.Equals("Yes", StringComparison.OrdinalIgnoreCase);
        into.Returns.Add(
            new ReturnRow(
                order,
                requested,
                claimed,
                row.File,
                into.Names.Of(row.Utf8(Asin)),
                into.Names.Of(row.Utf8(Reason)),
                Comment: null
            )
        );
        return null;
    }
}
