using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Reports;

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

        for (int number = 0; number < account.Orders.Length; number++)
        {
            (OrderKey key, Stretch packages) = (account.Orders[number].Key, account.Orders[number].Packages);
            for (int i = packages.First; i < packages.First + packages.Count; i++)
            {
                ref readonly Package package = ref account.Packages[i];
                if (package is { Delivered: { } delivered, DeliverBy: { } limit })
                {
                    bool late = delivered.After(limit);
                    yield return new Counted(key, limit.Day, package.Units, late, number, i);
                }
            }
        }
    }
}
