using Reprieve.Practices.Accounts;
using Reprieve.Practices.Metrics;

namespace Reprieve.Practices.Drivers;

/// <summary>
/// Finds the groups (a SKU, a carrier, a weekday …) that carry more than their share of a missed metric.
/// A group is named only if it has at least five misses and Fisher's exact test, corrected by Holm's method for the
/// number of groups looked at, leaves less than 5 % for chance. What hangs on the day of the week is looked at in whole
/// weeks: a window of ten days by confirmation holds some weekdays of purchase twice among the late and once among the
/// prompt, for the late were bought earlier.
/// </summary>
internal static class DriverFinder
{
    private const int LeastBad = 5;
    private const double Chance = 0.05;

    /// <summary>The drivers of all missed metrics, by the orders beyond their share, largest first.</summary>
    public static IReadOnlyList<Driver> Of(IReadOnlyList<MetricRun> missed, Account account)
    {
        var found = new List<(Driver Driver, double Beyond)>[missed.Count];
        Stretches.Together(
            account.Orders.Count,
            [.. missed.Select((run, i) => (Action)(() => found[i] = [.. Of(run, account)]))]
        );
        return
        [
            .. found
                .SelectMany(drivers => drivers)
                .OrderByDescending(one => one.Beyond)
                .ThenBy(one => one.Driver.Dimension, StringComparer.Ordinal)
                .ThenBy(one => one.Driver.Value, StringComparer.Ordinal)
                .Select(one => one.Driver),
        ];
    }

    private static IEnumerable<(Driver Driver, double Beyond)> Of(MetricRun run, Account account)
    {
        List<Counted> inside = [.. run.Inside.Where(item => item.Weight > 0)];
        (int all, int allBad, IReadOnlyCollection<Group> groups) = Count(inside, account, Dimension.All);
        Dictionary<(string, string), double> inWeeks = InWholeWeeks(run, inside, account);
        List<(Group Group, double Tail)> looked =
        [
            .. groups
                // A smaller group cannot have five misses, whatever happened: it is not looked at. Nor is one that is all.
                .Where(group => group.Size >= LeastBad && group.Size < all)
                .Select(group =>
                    (
                        group,
                        group.Dimension.OfWeekdays
                            ? inWeeks.GetValueOrDefault((group.Dimension.Name, group.Value), 1)
                            : Significance.Tail(group.Bad, group.Size, allBad, all)
                    )
                )
                .OrderBy(tested => tested.Item2),
        ];
        double rate = (double)run.Tally.Bad / run.Tally.All;
        return looked
            .TakeWhile((tested, rank) => tested.Tail * (looked.Count - rank) < Chance)
            .Where(tested => tested.Group.Bad >= LeastBad)
            .Select(tested => tested.Group)
            .Where(group => group.BadWeight > rate * group.Weight)
            .Select(group =>
                (
                    new Driver(
                        run.Formula.Code,
                        group.Dimension.Name,
                        group.Value,
                        (int)group.BadWeight,
                        (int)group.Weight,
                        (double)group.BadWeight / group.Weight / rate,
                        run.Program,
                        DriverArea.Of(run.Formula.Code, group.Dimension.Name)
                    ),
                    group.BadWeight - (rate * group.Weight)
                )
            );
    }

    /// <summary>The chance of each weekday and each handling time, over the last whole weeks of the window.</summary>
    private static Dictionary<(string, string), double> InWholeWeeks(
        MetricRun run,
        List<Counted> inside,
        Account account
    )
    {
        DateOnly from = run.Window.To.AddDays(1 - (run.Window.Days / 7 * 7));
        (int all, int allBad, IReadOnlyCollection<Group> groups) = Count(
            inside.FindAll(item => item.Day >= from),
            account,
            [.. Dimension.All.Where(dimension => dimension.OfWeekdays)]
        );
        return groups.ToDictionary(
            group => (group.Dimension.Name, group.Value),
            group => group.Bad < LeastBad ? 1 : Significance.Tail(group.Bad, group.Size, allBad, all)
        );
    }

    /// <summary>Each counted thing stands once in every group it belongs to.</summary>
    private static (int All, int Bad, IReadOnlyCollection<Group> Groups) Count(
        List<Counted> items,
        Account account,
        IReadOnlyList<Dimension> dimensions
    )
    {
        int bad = 0;
        GroupedCounts[] counts = [.. dimensions.Select(dimension => new GroupedCounts(dimension, account.Names))];
        foreach (Counted item in items)
        {
            bad += item.Bad ? 1 : 0;
            foreach (GroupedCounts count in counts)
            {
                count.Take(item, account);
            }
        }

        return (items.Count, bad, [.. counts.SelectMany(count => count.Groups)]);
    }
}
