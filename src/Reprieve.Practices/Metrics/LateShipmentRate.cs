using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>
/// Seller-fulfilled orders confirmed after ship-by over all whose confirmation falls in the window. An order is
/// confirmed when its last package is, and late if any package was confirmed after its own ship-by. Without any
/// ship-by it cannot be judged: it is left out and noted as assumed. Source: help page G200285190; which date puts an
/// order into the window is published nowhere.
/// </summary>
internal static class LateShipmentRate
{
    public static IEnumerable<Counted> Of(Account account, Fulfilment program)
    {
        if (program is not Fulfilment.Merchant)
        {
            yield break;
        }

        foreach (Shipment shipment in account.Shipments)
        {
            if (shipment.Packages.Any(package => package.Confirmed is null))
            {
                continue;
            }

            DateOnly confirmed = shipment.Packages.Max(package => package.Confirmed!.Value.Day);
            bool judged = shipment.Packages.Any(package => package.ShipBy is not null);
            bool late = shipment.Packages.Any(package =>
                package.ShipBy is { } limit && package.Confirmed!.Value.After(limit)
            );
            yield return new Counted(
                shipment.Key,
                confirmed,
                judged ? 1 : 0,
                late,
                !judged,
                shipment.Order,
                shipment.Packages
            );
        }
    }
}
