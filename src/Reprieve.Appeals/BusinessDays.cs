namespace Reprieve.Appeals;

/// <summary>Counts business days: Monday to Friday. Public holidays are not known and count as business days.</summary>
public static class BusinessDays
{
    /// <summary>Whether a day is from Monday to Friday.</summary>
    public static bool IsOne(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself, or the Friday before a weekend.</summary>
    public static DateOnly LastOnOrBefore(DateOnly day)
    {
        while (!IsOne(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The n-th business day after a day.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= IsOne(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>How many business days have passed after a day, up to and with another; 0 when that is not later.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        int count = 0;
        for (DateOnly day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsOne(day) ? 1 : 0;
        }

        return count;
    }
}
