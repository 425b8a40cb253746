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

        for (int number = 0; number < account.Orders.Count; number++)
        {
            OrderPackages packages = account.Packages[number];
            for (int i = 0; i < packages.Count; i++)
            {
                Package package = packages[i];
                if (package is { Delivered: { } delivered, DeliverBy: { } limit })
                {
                    bool late = delivered.After(limit);
                    yield return new Counted(account.Orders.Numbers[number], limit.Day, package.Units, late, number, i);
                }
            }
        }
    }
}
