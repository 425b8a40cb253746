namespace Reprieve.Practices.Reports;

/// <summary>How sure the order of day and month in a written date is.</summary>
internal enum DayOrder : byte
{
    /// <summary>Nothing to doubt: ISO 8601, dots, or a month's name.</summary>
    Certain,

    /// <summary>The first number is above 12: the file writes the day first.</summary>
    DayFirst,

    /// <summary>The second number is above 12: the file writes the month first.</summary>
    MonthFirst,

    /// <summary>Both numbers could be the month; <see cref="Stamp.Clock"/> has it month first.</summary>
    Either,
}

/// <summary>
/// A date as a report writes it, before the store's zone and the file's order of day and month are known.
/// The default value stands for an empty field.
/// </summary>
/// <param name="Clock">Date and time as written.</param>
/// <param name="OffsetMinutes">Offset from UTC, where one is written.</param>
/// <param name="WholeDay">Whether it has no time.</param>
internal readonly record struct Stamp(DateTime Clock, short? OffsetMinutes, bool WholeDay, DayOrder Order)
{
    /// <summary>Whether there is a date at all.</summary>
    public bool Known => Clock != default;

    /// <summary>The date in a store's zone; null for an empty field.</summary>
    public Moment? In(TimeZoneInfo zone, bool dayFirst)
    {
        if (!Known)
        {
            return null;
        }

        DateTime clock =
            Order is DayOrder.Either && dayFirst
                ? new DateTime(Clock.Year, Clock.Day, Clock.Month).Add(Clock.TimeOfDay)
                : Clock;
        if (WholeDay)
        {
            return new Moment(DateOnly.FromDateTime(clock), null);
        }

        // A clock time that daylight saving skips or repeats takes the zone's standard offset.
        TimeSpan offset = OffsetMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : zone.GetUtcOffset(clock);
        DateTime utc = DateTime.SpecifyKind(clock - offset, DateTimeKind.Utc);
        DateTime local = OffsetMinutes is null ? clock : TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return new Moment(DateOnly.FromDateTime(local), utc);
    }
}

/// <summary>An event or a limit: its day in the store's zone and, unless it is a whole day, its instant.</summary>
internal readonly record struct Moment(DateOnly Day, DateTime? Utc)
{
    /// <summary>
    /// Whether it lies after a limit. Where either has no time the days decide: what happens on the day of its
    /// limit is in time.
    /// </summary>
    public bool After(Moment limit) => Utc is { } at && limit.Utc is { } end ? at > end : Day > limit.Day;
}
