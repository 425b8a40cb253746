using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>
/// How fast a value moves, and when it gets to a limit at that pace. The pace is the median of the slopes between every two
/// days (Theil and Sen), so that a day that stands out does not bend it.
/// </summary>
internal static class Pace
{
    /// <summary>Change per day; null where there are too few days.</summary>
    /// <param name="points">Oldest first, one for each day at most.</param>
    public static decimal? Of(IReadOnlyList<GaugePoint> points, WarningPace needs)
    {
        if (points.Count < needs.Snapshots || points[^1].Day.DayNumber - points[0].Day.DayNumber + 1 < needs.OverDays)
        {
            return null;
        }

        List<decimal> slopes = [];
        for (int i = 0; i < points.Count; i++)
        {
            for (int j = i + 1; j < points.Count; j++)
            {
                int days = points[j].Day.DayNumber - points[i].Day.DayNumber;
                slopes.Add((points[j].Value - points[i].Value) / days);
            }
        }

        slopes.Sort();
        int middle = slopes.Count / 2;
        return slopes.Count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }

    /// <summary>
    /// The first whole day, counted from that of the value, on which the limit is no longer kept; null where that is
    /// further away than <paramref name="most"/>, or never.
    /// </summary>
    /// <param name="value">Keeps the limit.</param>
    public static int? DaysTo(decimal value, decimal perDay, decimal limit, TargetCondition condition, int most)
    {
        // "Less than" is lost on reaching the limit, "at least" only beyond it.
        bool upwards = condition is TargetCondition.LessThan;
        if (upwards ? perDay <= 0 : perDay >= 0)
        {
            return null;
        }

        // A third of a point a day is no exact number: the last digits are rounded off before they could add a day.
        decimal days = Math.Round((limit - value) / perDay, 9);
        decimal first = upwards ? Math.Ceiling(days) : Math.Floor(days) + 1;
        return first <= most ? (int)first : null;
    }
}
