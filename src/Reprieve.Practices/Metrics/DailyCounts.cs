using System.Runtime.CompilerServices;

namespace Reprieve.Practices.Metrics;

/// <summary>What a metric counts, day by day around its window, so that the window can be moved.</summary>
internal sealed class DailyCounts
{
    /// <summary>Days before the window that are kept.</summary>
    public const int Before = 90;

    /// <summary>Days behind the window that are kept. What lies farther, a wrong year maybe, costs nothing.</summary>
    public const int Ahead = 400;

    private readonly int _start;
    private readonly long[] _all;
    private readonly long[] _bad;

    /// <param name="window">The metric's window on the day of the review.</param>
    public DailyCounts(MetricWindow window)
    {
        _start = window.From.DayNumber - Before;
        _all = new long[window.To.DayNumber + Ahead - _start + 1];
        _bad = new long[_all.Length];
    }

    private int _first = int.MaxValue;

    /// <summary>First day with anything; null without any.</summary>
    public DateOnly? First => _first == int.MaxValue ? null : DateOnly.FromDayNumber(_first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Counted item)
    {
        _first = Math.Min(_first, item.Day.DayNumber);
        int at = item.Day.DayNumber - _start;
        if ((uint)at < (uint)_all.Length)
        {
            _all[at] += item.Weight;
            _bad[at] += item.Bad ? item.Weight : 0;
        }
    }

    /// <summary>The counts of the days from one to another, both included; of days that are not kept none.</summary>
    public (long All, long Bad) Between(DateOnly from, DateOnly to)
    {
        int first = Math.Clamp(from.DayNumber - _start, 0, _all.Length);
        int days = Math.Clamp(to.DayNumber - _start + 1, first, _all.Length) - first;
        return (Sum(_all.AsSpan(first, days)), Sum(_bad.AsSpan(first, days)));
    }

    private static long Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (long count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
