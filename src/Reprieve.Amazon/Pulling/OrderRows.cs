using Reprieve.Amazon.Operations;

namespace Reprieve.Amazon.Pulling;

/// <summary>
/// Makes the shipments and the cancellations table of orders. What Amazon does not tell stays empty: it is no defect and no merit.
/// </summary>
internal static class OrderRows
{
    public const string ShipmentsHeader =
        "order-id\tship-by\tship-confirmed\tcarrier\ttracking-id\tfirst-scan\tdeliver-by\tdelivered\tquantity";

    public const string CancellationsHeader = "order-id\trequested-by";

    private const char Shipment = 'S';
    private const char Cancellation = 'C';

    /// <summary>States in which a carrier has had the package in its hands.</summary>
    private static readonly HashSet<string> Scanned = new(StringComparer.Ordinal)
    {
        "IN_TRANSIT",
        "DELIVERED",
        "PICKED_UP",
        "DROPPED_OFF",
        "AT_ORIGIN_FC",
        "AT_DESTINATION_FC",
        "OUT_FOR_DELIVERY",
        "REJECTED_BY_BUYER",
        "RETURNING_TO_SELLER",
        "RETURNED_TO_SELLER",
    };

    /// <summary>The rows of an order, of both tables; the first sign tells which.</summary>
    public static IEnumerable<string> Of(AmazonOrder order)
    {
        if (order.OrderId is not { Length: > 0 } id)
        {
            yield break;
        }

        foreach (OrderPackage package in order.Packages ?? [])
        {
            if (package.PackageStatus?.Status != "CANCELLED")
            {
                yield return Shipment + Row(id, order.Fulfillment, package);
            }
        }

        if (Canceller(order) is { } who)
        {
            yield return Cancellation + TableFile.Row(id, who);
        }
    }

    /// <summary>Writes both tables.</summary>
    public static IReadOnlyList<string> Write(PullFolder folder, string key, IEnumerable<string> rows) =>
        [
            .. TableFile.Write(folder, $"shipments-of-{key}.txt", ShipmentsHeader, TableFile.Only(rows, Shipment)),
            .. TableFile.Write(
                folder,
                $"cancellations-of-{key}.txt",
                CancellationsHeader,
                TableFile.Only(rows, Cancellation)
            ),
        ];

    private static string Row(string id, OrderFulfillment? promised, OrderPackage package)
    {
        string? state = package.PackageStatus?.Status;
        bool scanned = Scanned.Contains(state ?? "") || Scanned.Contains(package.PackageStatus?.DetailedStatus ?? "");
        // A package is made when its shipment is confirmed; a label alone, still waiting for the carrier, confirms nothing.
        DateTimeOffset? confirmed = state == "PENDING" && package.ShipTime is null ? null : package.CreatedTime;
        int quantity = (package.PackageItems ?? []).Sum(line => line.Quantity ?? 0);
        return TableFile.Row(
            id,
            TableFile.Time(promised?.ShipByWindow?.LatestDateTime),
            TableFile.Time(confirmed),
            package.Carrier,
            package.TrackingNumber,
            TableFile.Time(scanned ? package.ShipTime ?? package.CreatedTime : null),
            TableFile.Time(promised?.DeliverByWindow?.LatestDateTime),
            "",
            quantity > 0 ? quantity.ToString(System.Globalization.CultureInfo.InvariantCulture) : ""
        );
    }

    /// <summary>
    /// Who cancelled, as the table words it: the seller where any line was cancelled by the seller without a wish of the buyer's.
    /// </summary>
    private static string? Canceller(AmazonOrder order)
    {
        string?[] who =
        [
            .. (order.OrderItems ?? [])
                .Select(line => line.Cancellation)
                .Where(one => one?.CancellationExecution is not null)
                .Select(one =>
                    one!.CancellationRequest?.Requester == "BUYER"
                        ? "buyer"
                        : one.CancellationExecution!.CancelledBy switch
                        {
                            "BUYER" => "buyer",
                            "MERCHANT" => "seller",
                            "AMAZON" => "amazon_auto",
                            _ => null,
                        }
                ),
        ];
        return who.Contains("seller") ? "seller"
            : who.Contains("amazon_auto") ? "amazon_auto"
            : who.FirstOrDefault();
    }
}
