using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>Describes the orders behind figures, as far as the files tell.</summary>
internal static class OrdersBehind
{
    /// <summary>So many orders are looked at in a table; more are for a file.</summary>
    private const int Most = 50_000;

    /// <summary>The orders by id.</summary>
    public static IReadOnlyDictionary<string, OrderBehind> Of(IEnumerable<OrderKey> keys, Account account)
    {
        var behind = new Dictionary<string, OrderBehind>(StringComparer.Ordinal);
        foreach (OrderKey key in keys.Distinct().Take(Most))
        {
            if (account.Orders.Numbers.Find(key) is >= 0 and var number)
            {
                string id = key.Text(account.Names);
                behind[id] = Of(id, account.Orders[number], account);
            }
        }

        return behind;
    }

    private static OrderBehind Of(string id, Order order, Account account)
    {
        bool known = order is { Reported: true, OfStore: true };
        SortedSet<string> skus = new(StringComparer.Ordinal);
        SortedSet<string> asins = new(StringComparer.Ordinal);
        int units = 0;
        OrderLines lines = known ? order.Lines : default;
        for (int i = 0; known && i < lines.Count; i++)
        {
            Add(skus, lines[i].Sku);
            Add(asins, lines[i].Asin);
            units += lines[i].Units;
        }

        SortedSet<string> carriers = new(StringComparer.Ordinal);
        (DateOnly? shipBy, DateOnly? confirmed, DateOnly? delivered) = (null, null, null);
        bool all = true;
        OrderPackages packages = account.Packages[order.Number];
        for (int i = 0; i < packages.Count; i++)
        {
            Package package = packages[i];
            Add(carriers, package.Carrier);
            shipBy = package.ShipBy is { } limit && !(limit.Day >= shipBy) ? limit.Day : shipBy;
            all &= package.Confirmed is not null;
            confirmed = Later(confirmed, package.Confirmed);
            delivered = Later(delivered, package.Delivered);
        }

        return new OrderBehind(
            id,
            known ? order.Purchased : null,
            known ? order.Program : null,
            [.. skus],
            [.. asins],
            units,
            shipBy,
            all ? confirmed : null,
            delivered,
            [.. carriers],
            known && order.Cancelled
        );

        void Add(SortedSet<string> names, int name)
        {
            if (name != 0)
            {
                names.Add(account.Names[name]);
            }
        }
    }

    private static DateOnly? Later(DateOnly? day, Moment? moment) =>
        moment is { } at && !(at.Day <= day) ? at.Day : day;
}
