namespace Reprieve.Practices.Reports;

/// <summary>Amazon's report of returns of seller-fulfilled orders; its A-to-Z Claim column tells of claims.</summary>
internal static class FbmReturnsReport
{
    private const int OrderId = 0;
    private const int Requested = 1;
    private const int Claim = 2;

    public static readonly ReportKind Kind = new(
        "fbm_returns",
        ["order-id", "return-request-date", "a-to-z-claim"],
        Needed: 3,
        Take
    );

    private static string? Take(ReportRow row, Imports into)
    {
        if (!OrderKey.TryRead(row[OrderId], into.Names, out OrderKey order))
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
        into.Returns.Add(new ReturnRow(order, requested, claimed, row.File));
        return null;
    }
}
