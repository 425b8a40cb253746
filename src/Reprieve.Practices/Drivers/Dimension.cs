using System.Collections.Frozen;
using System.Globalization;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Metrics;

namespace Reprieve.Practices.Drivers;

/// <summary>
/// The dimensions by which what a metric counts is grouped. Each gives the groups that one counted thing belongs to;
/// an order of two SKUs belongs to both. There is no ship_from: neither report names the place a parcel leaves.
/// </summary>
internal static class Dimension
{
    public static IReadOnlyList<(string Name, Func<Counted, IEnumerable<string>> Groups)> All { get; } =
    [
        ("sku", item => Lines(item).Select(line => line.Sku)),
        ("asin", item => Lines(item).Select(line => line.Asin)),
        ("carrier", item => (item.Packages ?? []).Select(package => package.Carrier)),
        ("service_level", item => item.Order is { } order ? [order.ServiceLevel] : []),
        ("weekday", item => item.Order is { } order ? [Weekday(order.Purchased.Day)] : []),
        ("handling_days", HandlingDays),
        ("ship_to", item => item.Order is { } order ? [order.ShipTo] : []),
    ];

    /// <summary>Those that hang on the day of the week: a promise made on a Friday spans the weekend.</summary>
    public static IReadOnlySet<string> OfWeekdays { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "weekday", "handling_days");

    private static IReadOnlyList<OrderLine> Lines(Counted item) => item.Order?.Lines ?? [];

    /// <summary>The weekday of the purchase, in the store's zone.</summary>
    private static string Weekday(DateOnly day) => day.DayOfWeek.ToString().ToLowerInvariant();

    /// <summary>Calendar days that were promised between purchase and shipping.</summary>
    private static IEnumerable<string> HandlingDays(Counted item) =>
        item.Order is null
            ? []
            : (item.Packages ?? [])
                .Where(package => package.ShipBy is not null)
                .Select(package => package.ShipBy!.Value.Day.DayNumber - item.Order.Purchased.Day.DayNumber)
                .Where(days => days >= 0)
                .Select(days => days.ToString(CultureInfo.InvariantCulture));
}
