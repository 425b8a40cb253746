using System.Globalization;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Drivers;

/// <summary>A dimension by which what a metric counts is grouped.</summary>
/// <param name="Name">As the review prints it.</param>
/// <param name="Take">Puts a counted thing into its groups, by number; an order of two SKUs belongs to both.</param>
/// <param name="Text">What a group's number stands for.</param>
internal sealed record Dimension(
    string Name,
    Action<Counted, Account, GroupedCounts> Take,
    Func<int, Names, string> Text
)
{
    /// <summary>All of them. There is no ship_from: neither report names the place a parcel leaves.</summary>
    public static IReadOnlyList<Dimension> All { get; } =
    [
        new("sku", (item, account, groups) => Lines(item, account, groups, line => line.Sku), Named),
        new("asin", (item, account, groups) => Lines(item, account, groups, line => line.Asin), Named),
        new("carrier", Carriers, Named),
        new("service_level", (item, account, groups) => AddNamed(groups, account.Orders[item.Order].ServiceLevel, item), Named),
        new("weekday", Weekday, (day, _) => ((DayOfWeek)day).ToString().ToLowerInvariant()),
        new("handling_days", HandlingDays, (days, _) => days.ToString(CultureInfo.InvariantCulture)),
        new("ship_to", (item, account, groups) => AddNamed(groups, account.Orders[item.Order].ShipTo, item), Named),
    ];

    private static string Named(int number, Names names) => names[number];

    private static void Lines(Counted item, Account account, GroupedCounts groups, Func<OrderLine, int> value)
    {
        ref readonly Order order = ref account.Orders[item.Order];
        AddNamed(groups, value(order.Line), item);
        foreach (ref readonly OrderLine line in order.FurtherLines.Of(account.FurtherLines))
        {
            AddNamed(groups, value(line), item);
        }
    }

    private static void Carriers(Counted item, Account account, GroupedCounts groups)
    {
        foreach (ref readonly Package package in account.PackagesOf(item))
        {
            AddNamed(groups, package.Carrier, item);
        }
    }

    /// <summary>The weekday of the purchase, in the store's zone.</summary>
    private static void Weekday(Counted item, Account account, GroupedCounts groups)
    {
        ref readonly Order order = ref account.Orders[item.Order];
        if (order.OfStore)
        {
            groups.Add((int)order.Purchased.Day.DayOfWeek, item);
        }
    }

    /// <summary>Calendar days that were promised between purchase and shipping.</summary>
    private static void HandlingDays(Counted item, Account account, GroupedCounts groups)
    {
        ref readonly Order order = ref account.Orders[item.Order];
        if (!order.OfStore)
        {
            return;
        }

        int purchased = order.Purchased.Day.DayNumber;
        foreach (ref readonly Package package in account.PackagesOf(item))
        {
            if (package.ShipBy is { } limit && limit.Day.DayNumber >= purchased)
            {
                groups.Add(limit.Day.DayNumber - purchased, item);
            }
        }
    }

    /// <summary>Empty texts make no group.</summary>
    private static void AddNamed(GroupedCounts groups, int number, Counted item)
    {
        if (number != 0)
        {
            groups.Add(number, item);
        }
    }
}
