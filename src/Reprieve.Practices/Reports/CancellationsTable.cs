namespace Reprieve.Practices.Reports;

/// <summary>Our own table of who asked for a cancellation.</summary>
internal static class CancellationsTable
{
    private const int OrderId = 0;
    private const int RequestedBy = 1;

    private static readonly Dictionary<string, Requester> Requesters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["buyer"] = Requester.Buyer,
        ["seller"] = Requester.Seller,
        ["amazon_auto"] = Requester.AmazonAuto,
    };

    public static readonly ReportKind Kind = new("cancellations", ["order-id", "requested-by"], Needed: 2, Take);

    private static string? Take(ReportRow row, Imports into)
    {
        if (!row.TryOrder(OrderId, into.Names, out OrderKey order))
        {
            return Reject.OrderId(row[OrderId]);
        }

        if (!Requesters.TryGetValue(row[RequestedBy].ToString(), out Requester by))
        {
            return Reject.NotInList(
                Kind.Columns[RequestedBy],
                row[RequestedBy],
                Requesters.Keys.Order(StringComparer.Ordinal)
            );
        }

        into.Cancellations.Add(new CancellationRow(order, by));
        return null;
    }
}
