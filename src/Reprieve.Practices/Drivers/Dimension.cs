using System.Globalization;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Drivers;

/// <summary>A dimension by which what a metric counts is grouped.</summary>
/// <param name="Name">As the review prints it.</param>
/// <param name="Take">Puts a counted thing into its groups, by number; an order of two SKUs belongs to both.</param>
/// <param name="Text">What a group's number stands for.</param>
/// <param name="OfWeekdays">Whether it hangs on the day of the week: a promise made on a Friday spans the weekend.</param>
internal sealed record Dimension(
    string Name,
    Action<Counted, Account, GroupedCounts> Take,
    Func<int, Names, string> Text,
    bool OfWeekdays = false
)
{
    /// <summary>All of them. There is no ship_from: neither report names the place a parcel leaves.</summary>
    public static IReadOnlyList<Dimension> All { get; } =
    [
        new("sku", (item, account, groups) => Lines(item, account, groups, line => line.Sku), Named),
        new("asin", (item, account, groups) => Lines(item, account, groups, line => line.Asin), Named),
        new("carrier", Carriers, Named),
        new(
            "service_level",
            (item, account, groups) => OfOrder(item, account, groups, order => order.ServiceLevel),
            Named
        ),
        new("weekday", Weekday, (day, _) => ((DayOfWeek)day).ToString().ToLowerInvariant(), OfWeekdays: true),
        new("handling_days", HandlingDays, (days, _) => days.ToString(CultureInfo.InvariantCulture), OfWeekdays: true),
        new("ship_to", (item, account, groups) => OfOrder(item, account, groups, order => order.ShipTo), Named),
    ];

    private static string Named(int number, Names names) => names[number];

    private static void Lines(Counted item, Account account, GroupedCounts groups, Func<OrderLine, int> value)
    {
        Order order = account.Orders[item.Order];
        OrderLines lines = order.Reported ? order.Lines : default;
        for (int i = 0; i < lines.Count; i++)
        {
            AddNamed(groups, value(lines[i]), item);
        }
    }

    private static void OfOrder(Counted item, Account account, GroupedCounts groups, Func<Order, int> value)
    {
        Order order = account.Orders[item.Order];
        if (order.Reported)
        {
            AddNamed(groups, value(order), item);
        }
    }

    private static void Carriers(Counted item, Account account, GroupedCounts groups)
    {
        OrderPackages packages = account.Packages[item.Order];
        for (int i = 0; i < packages.Count; i++)
        {
            if (Means(item, i))
            {
                AddNamed(groups, packages[i].Carrier, item);
            }
        }
    }

    /// <summary>The weekday of the purchase, in the store's zone.</summary>
    private static void Weekday(Counted item, Account account, GroupedCounts groups)
    {
        Order order = account.Orders[item.Order];
        if (order.Reported)
        {
            groups.Add((int)order.Purchased.DayOfWeek, item);
        }
    }

    /// <summary>Calendar days that were promised between purchase and shipping.</summary>
    private static void HandlingDays(Counted item, Account account, GroupedCounts groups)
    {
        Order order = account.Orders[item.Order];
        OrderPackages packages = account.Packages[item.Order];
        for (int i = 0; order.Reported && i < packages.Count; i++)
        {
            if (Means(item, i) && packages[i].ShipBy is { Day: var limit } && limit >= order.Purchased)
            {
                groups.Add(limit.DayNumber - order.Purchased.DayNumber, item);
            }
        }
    }

    /// <summary>Whether one of an order's packages was counted.</summary>
    private static bool Means(Counted item, int package) => item.Package < 0 || item.Package == package;

    /// <summary>Empty texts make no group.</summary>
    private static void AddNamed(GroupedCounts groups, int number, Counted item)
    {
        if (number != 0)
        {
            groups.Add(number, item);
        }
    }
}
