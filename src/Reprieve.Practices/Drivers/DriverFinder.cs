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
    public static IReadOnlyList<Driver> Of(IEnumerable<MetricRun> missed) =>
        [
            .. missed
                .SelectMany(Of)
                .OrderByDescending(found => found.Beyond)
                .ThenBy(found => found.Driver.Dimension, StringComparer.Ordinal)
                .ThenBy(found => found.Driver.Value, StringComparer.Ordinal)
                .Select(found => found.Driver),
        ];

    private static IEnumerable<(Driver Driver, double Beyond)> Of(MetricRun run)
    {
        List<Counted> inside = [.. run.Inside.Where(item => item.Weight > 0)];
        int allBad = inside.Count(item => item.Bad);
        List<(Group Group, double Tail)> looked =
        [
            .. Groups(inside)
                // A smaller group cannot have five misses, whatever happened: it is not looked at. Nor is one that is all.
                .Where(group => group.Size >= LeastBad && group.Size < inside.Count)
                .Select(group => (group, Significance.Tail(group.Bad, group.Size, allBad, inside.Count)))
                .OrderBy(tested => tested.Item2),
        ];
        double rate = (double)run.Bad / run.All;
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
                        run.Program
                    ),
                    group.BadWeight - (rate * group.Weight)
                )
            );
    }

    /// <summary>Each counted thing stands once in every group it belongs to; empty values make no group.</summary>
    private static IEnumerable<Group> Groups(List<Counted> inside) =>
        from dimension in Dimension.All
        from item in inside
        from value in dimension.Groups(item).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)
        group item by (dimension.Name, value) into members
        select new Group(
            members.Key.Name,
            members.Key.value,
            members.Count(),
            members.Count(item => item.Bad),
            members.Sum(item => (long)item.Weight),
            members.Sum(item => item.Bad ? (long)item.Weight : 0)
        );

    /// <summary>Sizes count orders or packages, for the test; weights count what the metric counts (units, maybe).</summary>
    private sealed record Group(string Dimension, string Value, int Size, int Bad, long Weight, long BadWeight);
}
