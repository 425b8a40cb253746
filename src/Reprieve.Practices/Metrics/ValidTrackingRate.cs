using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>
/// Confirmed packages with a carrier, a tracking id and a first scan, over all confirmed packages of seller-fulfilled
/// orders whose deliver-by falls in the window. Amazon judges by product category and leaves exempt packages out;
/// the files show neither. Source: help page G201817070.
/// </summary>
internal static class ValidTrackingRate
{
    public static IEnumerable<Counted> Of(Account account, Fulfilment program) =>
        from shipment in account.Shipments
        where program is Fulfilment.Merchant
        from package in shipment.Packages
        where package is { TellsTracking: true, Confirmed: not null, DeliverBy: not null }
        let valid = package.Carrier.Length > 0 && package.Tracking != 0 && package.FirstScan is not null
        select new Counted(shipment.Key, package.DeliverBy!.Value.Day, 1, !valid, false, shipment.Order, [package]);
}
