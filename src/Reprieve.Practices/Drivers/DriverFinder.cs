using Reprieve.Practices.Accounts;
using Reprieve.Practices.Metrics;

namespace Reprieve.Practices.Drivers;

/// <summary>
/// Finds the groups (a SKU, a carrier, a weekday …) that carry more than their share of a missed metric.
/// A group is named only if it has at least five misses and Fisher's exact test, corrected by Holm's method for the
/// number of groups looked at, leaves less than 5 % for chance.
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
        (int all, int allBad, IReadOnlyCollection<Group> groups) = Count(run, account);
        List<(Group Group, double Tail)> looked =
        [
            .. groups
                // A smaller group cannot have five misses, whatever happened: it is not looked at. Nor is one that is all.
                .Where(group => group.Size >= LeastBad && group.Size < all)
                .Select(group => (group, Significance.Tail(group.Bad, group.Size, allBad, all)))
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
                        group.Dimension,
                        group.Value,
                        (int)group.BadWeight,
                        (int)group.Weight,
                        (double)group.BadWeight / group.Weight / rate,
                        run.Program,
                        DriverArea.Of(run.Formula.Code, group.Dimension)
                    ),
                    group.BadWeight - (rate * group.Weight)
                )
            );
    }

    /// <summary>Each counted thing stands once in every group it belongs to.</summary>
    private static (int All, int Bad, IReadOnlyCollection<Group> Groups) Count(MetricRun run, Account account)
    {
        (int all, int bad) = (0, 0);
        GroupedCounts[] dimensions = [.. Dimension.All.Select(_ => new GroupedCounts())];
        foreach (Counted item in run.Items)
        {
            if (item.Weight > 0 && run.Window.Holds(item.Day))
            {
                all++;
                bad += item.Bad ? 1 : 0;
                for (int i = 0; i < dimensions.Length; i++)
                {
                    dimensions[i].Begin();
                    Dimension.All[i].Take(item, account, dimensions[i]);
                }
            }
        }

        return (
            all,
            bad,
            [
                .. Dimension.All.Zip(dimensions)
                    .SelectMany(pair =>
                        pair.Second.Groups.Select(group => group with
                        {
                            Dimension = pair.First.Name,
                            Value = pair.First.Text(group.Number, account.Names),
                        })
                    ),
            ]
        );
    }
}
