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
        (int all, int allBad, IReadOnlyCollection<Group> groups) = Count(run.Inside, Dimension.All);
        Dictionary<(string, string), double> inWeeks = InWholeWeeks(run);
        List<(Group Group, double Tail)> looked =
        [
            .. groups
                // A smaller group cannot have five misses, whatever happened: it is not looked at. Nor is one that is all.
                .Where(group => group.Size >= LeastBad && group.Size < all)
                .Select(group =>
                    (
                        group,
                        Dimension.OfWeekdays.Contains(group.Dimension)
                            ? inWeeks.GetValueOrDefault((group.Dimension, group.Value), 1)
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

    /// <summary>The chance of each weekday and each handling time, over the last whole weeks of the window.</summary>
    private static Dictionary<(string, string), double> InWholeWeeks(MetricRun run)
    {
        DateOnly from = run.Window.To.AddDays(1 - (run.Window.Days / 7 * 7));
        (int all, int allBad, IReadOnlyCollection<Group> groups) = Count(
            run.Inside.Where(item => item.Day >= from),
            [.. Dimension.All.Where(dimension => Dimension.OfWeekdays.Contains(dimension.Name))]
        );
        return groups.ToDictionary(
            group => (group.Dimension, group.Value),
            group => group.Bad < LeastBad ? 1 : Significance.Tail(group.Bad, group.Size, allBad, all)
        );
    }

    /// <summary>Each counted thing stands once in every group it belongs to; empty values make no group.</summary>
    private static (int All, int Bad, IReadOnlyCollection<Group> Groups) Count(
        IEnumerable<Counted> inside,
        IReadOnlyList<(string Name, Func<Counted, IEnumerable<string>> Groups)> dimensions
    )
    {
        (int all, int bad) = (0, 0);
        var groups = new Dictionary<(string Dimension, string Value), Group>();
        foreach (Counted item in inside.Where(item => item.Weight > 0))
        {
            all++;
            bad += item.Bad ? 1 : 0;
            foreach ((string dimension, Func<Counted, IEnumerable<string>> valuesOf) in dimensions)
            {
                foreach (
                    string value in valuesOf(item).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)
                )
                {
                    if (!groups.TryGetValue((dimension, value), out Group? group))
                    {
                        groups.Add((dimension, value), group = new Group(dimension, value));
                    }

                    group.Add(item);
                }
            }
        }

        return (all, bad, groups.Values);
    }
}

/// <summary>A group being counted: orders or packages for the test, and the weights that the metric counts (units, maybe).</summary>
internal sealed class Group(string dimension, string value)
{
    public string Dimension => dimension;

    public string Value => value;

    public int Size { get; private set; }

    public int Bad { get; private set; }

    public long Weight { get; private set; }

    public long BadWeight { get; private set; }

    public void Add(Counted item)
    {
        Size++;
        Bad += item.Bad ? 1 : 0;
        Weight += item.Weight;
        BadWeight += item.Bad ? item.Weight : 0;
    }
}
