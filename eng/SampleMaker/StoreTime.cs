namespace Reprieve.SampleMaker;

/// <summary>Days and times of Amazon.com's zone, and the working days of a small warehouse in it.</summary>
internal static class StoreTime
{
    private static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    private static readonly DateOnly[] Holidays = [new(2026, 5, 25), new(2026, 7, 3), new(2026, 9, 7)];

    public static DateTimeOffset At(DateOnly day, int hour, int minute, int second = 0)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute, second));
        return new DateTimeOffset(local, Pacific.GetUtcOffset(local));
    }

    public static DateOnly Day(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Pacific).DateTime);

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    public static DateOnly NextWorkingDay(DateOnly day) => Step(day, 1);

    public static DateOnly PreviousWorkingDay(DateOnly day) => Step(day, -1);

    public static IEnumerable<DateOnly> WorkingDays(DateOnly from, DateOnly to) => Days(from, to).Where(IsWorkingDay);

    public static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (DateOnly day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static DateOnly Step(DateOnly day, int step)
    {
        do
        {
            day = day.AddDays(step);
        } while (!IsWorkingDay(day));

        return day;
    }
}
