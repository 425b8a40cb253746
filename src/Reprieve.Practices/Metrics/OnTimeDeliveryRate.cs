using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>
/// Units delivered not after deliver-by, over all units of packages that have a delivered time and whose deliver-by
/// falls in the window. Source: Amazon's On-Time Delivery Rate FAQ in the Seller Forums.
/// </summary>
internal static class OnTimeDeliveryRate
{
    public static IEnumerable<Counted> Of(Account account, Fulfilment program) =>
        from shipment in account.Shipments
        where program is Fulfilment.Merchant
        from package in shipment.Packages
        where package.Delivered is not null && package.DeliverBy is not null
        let limit = package.DeliverBy!.Value
        select new Counted(
            shipment.Key,
            limit.Day,
            package.Units,
            package.Delivered!.Value.After(limit),
            false,
            shipment.Order,
            [package]
        );
}
