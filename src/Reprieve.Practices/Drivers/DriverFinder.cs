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
    public static IReadOnlyList<Driver> Of(
        IReadOnlyList<MetricRun> missed,
        Account account,
        CancellationToken cancel = default
    )
    {
        List<DriverCount> counts = [.. missed.Select(run => new DriverCount(run, account))];
        Stretches.Together(
            account.Orders.Count,
            [
                // Metrics that differ in the window alone go through the account together.
                .. counts
                    .GroupBy(count => (count.Run.Formula.Count, count.Run.Program))
                    .Select(same => (Action)(() => DriverCount.Take([.. same], account, cancel))),
            ]
        );
        return
        [
            .. counts
                .SelectMany(Of)
                .OrderByDescending(one => one.Beyond)
                .ThenBy(one => one.Driver.Dimension, StringComparer.Ordinal)
                .ThenBy(one => one.Driver.Value, StringComparer.Ordinal)
                .Select(one => one.Driver),
        ];
    }

    private static IEnumerable<Ranked> Of(DriverCount count)
    {
        MetricRun run = count.Run;
        List<Tested> looked =
        [
            .. count
                .Whole.Groups
                // A smaller group cannot have five misses, whatever happened: it is not looked at. Nor is one that is all.
                .Where(group => group.Size >= LeastBad && group.Size < count.Whole.Size)
                .Select(group => new Tested(
                    group,
                    group.Dimension.OfWeekdays ? InWeeks(group) : count.Whole.Tail(group)
                ))
                .OrderBy(tested => tested.Tail),
        ];
        double rate = (double)run.Tally.Bad / run.Tally.All;
        return looked
            .TakeWhile((tested, rank) => tested.Tail * (looked.Count - rank) < Chance)
            .Where(tested => tested.Group.Bad >= LeastBad)
            .Select(tested => tested.Group)
            .Where(group => group.BadWeight > rate * group.Weight)
            .Select(group => new Ranked(
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
            ));

        double InWeeks(Group group) =>
            count.Weeks.Groups.FirstOrDefault(same => same.Dimension == group.Dimension && same.Value == group.Value)
                is { Bad: >= LeastBad } inWeeks
                ? count.Weeks.Tail(inWeeks)
                : 1;
    }

    /// <summary>A group, and how likely so many misses are by chance.</summary>
    private sealed record Tested(Group Group, double Tail);

    /// <summary>A driver, and how many misses it has beyond its share.</summary>
    private sealed record Ranked(Driver Driver, double Beyond);
}
