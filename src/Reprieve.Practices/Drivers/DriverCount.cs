using System.Runtime.InteropServices;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Metrics;

namespace Reprieve.Practices.Drivers;

/// <summary>What one metric counted, by the groups of all dimensions.</summary>
internal sealed class DriverCount(MetricRun run, Account account)
{
    private const int DaysOfAWeek = 7;

    private readonly DateOnly _weeksFrom = run.Window.To.AddDays(1 - (run.Window.Days / DaysOfAWeek * DaysOfAWeek));

    public MetricRun Run => run;

    /// <summary>Over the whole window.</summary>
    public GroupedItems Whole { get; } = new(Dimension.All, account);

    /// <summary>Over its last whole weeks, by what hangs on the day of the week.</summary>
    public GroupedItems Weeks { get; } = new([.. Dimension.All.Where(dimension => dimension.OfWeekdays)], account);

    /// <summary>Goes through what metrics count.</summary>
    /// <param name="counts">Counts of metrics that count the same, in windows of their own.</param>
    public static void Take(IReadOnlyList<DriverCount> counts, Account account, CancellationToken cancel)
    {
        foreach (List<Counted> items in MetricRun.Around([.. counts.Select(count => count.Run)], account))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (DriverCount count in counts)
            {
                count.Take(CollectionsMarshal.AsSpan(items));
            }
        }
    }

    private void Take(ReadOnlySpan<Counted> items)
    {
        foreach (ref readonly Counted item in items)
        {
            if (item.Weight > 0 && run.Window.Holds(item.Day))
            {
                Whole.Take(item);
                if (item.Day >= _weeksFrom)
                {
                    Weeks.Take(item);
                }
            }
        }
    }
}
