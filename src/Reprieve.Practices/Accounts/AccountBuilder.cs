using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>Puts the imports together as they stood at the end of the day looked back from.</summary>
internal static class AccountBuilder
{
    public static Account Build(Imports imports, Setting setting)
    {
        OrderIndex index = imports.Index!;
        index.CatchUp();
        Stretches.Together(index.Numbers.Count, index.Orders.Group, index.Packages.Group);
        var orders = new OrderBook(imports, setting);
        var packages = new PackageBook(imports, setting, orders);
        orders.Settle();
        packages.Settle();
        Defects[] defects = [];
        Stretches.Together(orders.Count, packages.Merge, () => defects = DefectsOf(imports, setting, orders.Numbers));
        return new Account
        {
            Orders = orders,
            Packages = packages,
            Defects = defects,
            Requesters = RequestersOf(imports),
            Types = imports.Files.Select(file => file.Fills).ToHashSet(StringComparer.Ordinal),
            Names = imports.Names,
        };
    }

    private static Defects[] DefectsOf(Imports imports, Setting setting, OrderNumbers numbers)
    {
        var defects = new Defects[numbers.Count];
        foreach (FeedbackRow row in imports.Feedback)
        {
            // One and two stars are negative: help pages 20231 and G97692EVY8H3CZY9.
            if (row.Stars <= 2 && Happened(row.Date, row.File, imports, setting))
            {
                Add(row.Order, Defects.NegativeFeedback);
            }
        }

        foreach (ClaimRow row in Claims(imports, setting).Where(row => row.Counts))
        {
            Add(row.Order, row.Type is ClaimType.AToZ ? Defects.AToZ : Defects.Chargeback);
        }

        return defects;

        void Add(OrderKey order, Defects defect)
        {
            if (numbers.Find(order) is >= 0 and var number)
            {
                defects[number] |= defect;
            }
        }
    }

    /// <summary>
    /// The claims known on the day: of several rows of one order and type the last; and claims that only a returns
    /// report tells of, which are taken as pending where the claims table does not know the order.
    /// </summary>
    public static IEnumerable<ClaimRow> Claims(Imports imports, Setting setting)
    {
        var last = new Dictionary<(OrderKey, ClaimType), ClaimRow>();
        foreach (ClaimRow row in imports.Claims.Where(row => Happened(row.Opened, row.File, imports, setting)))
        {
            last[(row.Order, row.Type)] = row;
        }

        HashSet<OrderKey> inTable = [.. imports.Claims.Select(row => row.Order)];
        IEnumerable<ClaimRow> fromReturns = imports
            .Returns.Where(row =>
                row.Claim && !inTable.Contains(row.Order) && Happened(row.Requested, row.File, imports, setting)
            )
            .Select(row => new ClaimRow(
                row.Order,
                ClaimType.AToZ,
                row.Requested,
                Counts: true,
                row.File,
                "pending",
                default
            ));
        return last.Values.Concat(fromReturns);
    }

    private static Dictionary<OrderKey, Requester> RequestersOf(Imports imports)
    {
        var requesters = new Dictionary<OrderKey, Requester>();
        foreach (CancellationRow row in imports.Cancellations)
        {
            requesters[row.Order] = row.By;
        }

        return requesters;
    }

    /// <summary>Whether an event had come by the end of the day; one without a date had.</summary>
    private static bool Happened(Stamp stamp, int file, Imports imports, Setting setting) =>
        setting.Resolve(stamp, imports.Files[file]) is not { } at || setting.Knows(at);
}
