using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Repairs;

/// <summary>Seller-fulfilled orders that are still to be shipped, with their ship-by where a file has it.</summary>
internal static class OpenOrders
{
    /// <summary>A package without an order report, whose ship-by is so long ago, is rather a gap in the file than an open order.</summary>
    private const int LongestOpen = 30;

    public static IEnumerable<Repair> Of(RepairCase work)
    {
        RepairRule? rule = work.Rules(RepairOf.OpenOrder).FirstOrDefault();
        return rule is null ? [] : Open(work).Select(open => Of(open.Key, open.ShipBy, rule, work));
    }

    private static IEnumerable<(OrderKey Key, DateOnly? ShipBy)> Open(RepairCase work)
    {
        DateOnly since = work.Setting.AsOf.AddDays(-LongestOpen);
        for (int number = 0; number < work.Account.Orders.Count; number++)
        {
            Order order = work.Account.Orders[number];
            if (order.CountsFor(Fulfilment.Merchant) && order.Unshipped)
            {
                yield return (order.Key, ShipBy(work.Account.Packages[number]));
            }
            else if (!order.Reported && ShipBy(work.Account.Packages[number]) is { } day && day >= since)
            {
                yield return (order.Key, day);
            }
        }
    }

    /// <summary>The earliest ship-by of its packages that are not confirmed.</summary>
    private static DateOnly? ShipBy(OrderPackages packages)
    {
        DateOnly? first = null;
        for (int i = 0; i < packages.Count; i++)
        {
            if (packages[i] is { Confirmed: null, ShipBy: { } limit } && !(first <= limit.Day))
            {
                first = limit.Day;
            }
        }

        return first;
    }

    private static Repair Of(OrderKey key, DateOnly? shipBy, RepairRule rule, RepairCase work) =>
        new()
        {
            Rule = rule.Code,
            Order = key.Text(work.Imports.Names),
            Program = Fulfilment.Merchant,
            Due = shipBy,
            Metrics = ["late_shipment_rate_30d", "late_shipment_rate_10d", "cancellation_rate"],
        };
}
