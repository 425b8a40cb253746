namespace Reprieve.Practices.Reports;

/// <summary>
/// Amazon's order report of seller-fulfilled orders, with its column of cancellations that buyers requested (help page
/// G201648780): by it who cancelled is known. Everything of the buyer in it is passed over.
/// </summary>
internal static class OrderReport
{
    private const int OrderId = 0;
    private const int BuyerRequested = 2;

    public static readonly ReportKind Kind = new(
        "cancellations",
        ["order-id", "order-item-id", "buyer-requested-cancel"],
        Needed: 3,
        Take
    )
    {
        Name = "order_report",
    };

    private static string? Take(ReportRow row, Imports into)
    {
        // Further lines of an order are mostly blank.
        if (row[OrderId].IsEmpty)
        {
            return null;
        }

        if (!row.TryOrder(OrderId, into.Names, out OrderKey order))
        {
            return Reject.OrderId(row[OrderId]);
        }

        if (!YesNo.TryRead(row[BuyerRequested], out bool? requested))
        {
            return Reject.NotInList(Kind.Columns[BuyerRequested], row[BuyerRequested], ["true", "false"]);
        }

        // Lines of an order stand together: what the buyer asked for one of them holds for the order.
        bool told =
            into.Cancellations.Count > 0
            && into.Cancellations[^1] is { By: Requester.Buyer } last
            && last.Order == order;
        if (requested is { } known && !told)
        {
            into.Cancellations.Add(new CancellationRow(order, known ? Requester.Buyer : Requester.Seller));
        }

        return null;
    }
}
