using System.Runtime.CompilerServices;
using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>
/// Units delivered not after deliver-by, over all units of packages that have a delivered time and whose deliver-by
/// falls in the window. Source: Amazon's On-Time Delivery Rate FAQ in the Seller Forums.
/// </summary>
internal static class OnTimeDeliveryRate
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
                if (package is { Delivered: { } delivered, DeliverBy: { } limit })
                {
                    into.Add(new Counted(limit.Day, package.Units, delivered.After(limit), number, i));
                }
            }
        }
    }
}
