using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>
/// Units delivered not after deliver-by, over all units of packages that have a delivered time and whose deliver-by
/// falls in the window. Source: Amazon's On-Time Delivery Rate FAQ in the Seller Forums.
/// </summary>
internal static class OnTimeDeliveryRate
{
    public static IEnumerable<Counted> Of(Account account, Fulfilment program)
    {
        if (program is not Fulfilment.Merchant)
        {
            yield break;
        }

        foreach (Shipment shipment in account.Shipments)
        {
            for (int number = shipment.First; number < shipment.First + shipment.Count; number++)
            {
                ref readonly Package package = ref account.Packages[number];
                if (package is { Delivered: { } delivered, DeliverBy: { } limit })
                {
                    bool late = delivered.After(limit);
                    yield return new Counted(shipment.Key, limit.Day, package.Units, late, shipment.Order, number, 1);
                }
            }
        }
    }
}
