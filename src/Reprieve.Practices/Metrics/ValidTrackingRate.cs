using System.Runtime.CompilerServices;
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Count(OrderStretch orders, List<Counted> into)
    {
        if (orders.Program is not Fulfilment.Merchant)
        {
            return;
        }

        for (int number = orders.From; number < orders.To; number++)
        {
            OrderPackages packages = orders.Account.Packages[number];
            for (int i = 0; i < packages.Count; i++)
            {
                Package package = packages[i];
                if (package is { TellsTracking: true, Confirmed: not null, DeliverBy: { } limit })
                {
                    bool valid = package is { Carrier: not 0, Tracked: true, Scanned: true };
                    into.Add(new Counted(limit.Day, 1, !valid, number, i));
                }
            }
        }
    }
}
