namespace Reprieve.Practices.Metrics;

/// <summary>What a metric counts, day by day around its window: the counts of any window near it in constant time.</summary>
internal sealed class DailyCounts
{
    /// <summary>Days before the window that are kept.</summary>
    public const int Before = 90;

    private readonly DateOnly _start;
    private readonly long[] _all;
    private readonly long[] _bad;

    /// <param name="ahead">Days behind the window that are kept. What lies farther, a wrong year maybe, costs nothing.</param>
    public DailyCounts(IEnumerable<Counted> items, MetricWindow window, int ahead)
    {
        _start = window.From.AddDays(-Before);
        int length = window.To.DayNumber - _start.DayNumber + 1 + ahead;
        _all = new long[length + 1];
        _bad = new long[length + 1];
        foreach (Counted item in items)
        {
            First = item.Day < First || First is null ? item.Day : First;
            int at = item.Day.DayNumber - _start.DayNumber;
            if (at >= 0 && at < length)
            {
                _all[at + 1] += item.Weight;
                _bad[at + 1] += item.Bad ? item.Weight : 0;
            }
        }

        for (int i = 1; i <= length; i++)
        {
            _all[i] += _all[i - 1];
            _bad[i] += _bad[i - 1];
        }
    }

    /// <summary>First day with anything; null without any.</summary>
    public DateOnly? First { get; }

    /// <summary>The counts of the days from one to another, both included and both among those kept.</summary>
    public (long All, long Bad) Between(DateOnly from, DateOnly to)
    {
        int start = Math.Clamp(from.DayNumber - _start.DayNumber, 0, _all.Length - 1);
        int end = Math.Clamp(to.DayNumber - _start.DayNumber + 1, start, _all.Length - 1);
        return (_all[end] - _all[start], _bad[end] - _bad[start]);
    }
}
