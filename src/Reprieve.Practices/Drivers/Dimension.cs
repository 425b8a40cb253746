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
        new("service_level", (item, account, groups) => OfOrder(item, account, groups, o => o.ServiceLevel), Named),
        new("weekday", Weekday, (day, _) => ((DayOfWeek)day).ToString().ToLowerInvariant()),
        new("handling_days", HandlingDays, (days, _) => days.ToString(CultureInfo.InvariantCulture)),
        new("ship_to", (item, account, groups) => OfOrder(item, account, groups, order => order.ShipTo), Named),
    ];

    private static string Named(int number, Names names) => names[number];

    private static void Lines(Counted item, Account account, GroupedCounts groups, Func<OrderLine, int> value)
    {
        if (item.Order < 0)
        {
            return;
        }

        OrderLines lines = account.Orders[item.Order].Lines;
        for (int i = 0; i < lines.Count; i++)
        {
            AddNamed(groups, value(lines[i]), item);
        }
    }

    private static void Carriers(Counted item, Account account, GroupedCounts groups)
    {
        foreach (ref readonly Package package in account.PackagesOf(item))
        {
            AddNamed(groups, package.Carrier, item);
        }
    }

    private static void OfOrder(Counted item, Account account, GroupedCounts groups, Func<Order, int> value)
    {
        if (item.Order >= 0)
        {
            AddNamed(groups, value(account.Orders[item.Order]), item);
        }
    }

    /// <summary>The weekday of the purchase, in the store's zone.</summary>
    private static void Weekday(Counted item, Account account, GroupedCounts groups)
    {
        if (item.Order >= 0)
        {
            groups.Add((int)account.Orders[item.Order].Purchased.Day.DayOfWeek, item);
        }
    }

    /// <summary>Calendar days that were promised between purchase and shipping.</summary>
    private static void HandlingDays(Counted item, Account account, GroupedCounts groups)
    {
        if (item.Order < 0)
        {
            return;
        }

        int purchased = account.Orders[item.Order].Purchased.Day.DayNumber;
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
