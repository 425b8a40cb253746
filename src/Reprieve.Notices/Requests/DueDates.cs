using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// When a limit ends, in the store's time zone. Hours count from the mail's instant; days, weeks and months end with
/// the n-th calendar day after its local date; business days are Monday to Friday.
/// </summary>
internal sealed class DueDates(BookStore? store)
{
    private readonly TimeZoneInfo? _zone = store is null ? null : TimeZoneInfo.FindSystemTimeZoneById(store.TimeZone);

    /// <summary>
    /// When the message was sent; a date without an offset is a time of the store's zone, and none where that is not
    /// known. Of an hour that the clock goes through twice the first is taken: a limit must not be told too late.
    /// </summary>
    public DateTimeOffset? Sent(Message message) =>
        message.Date is { Year: < 1990 or > 2200 } ? null // No mail is as old or as young: nothing can be counted from it.
        : message is { DateIsLocal: true, Date: { } local }
            ? _zone is null ? null
                : new DateTimeOffset(local.DateTime, First(_zone, local.DateTime))
        : message.Date;

    private static TimeSpan First(TimeZoneInfo zone, DateTime local) =>
        zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);

    /// <summary>The dates written in a sentence, read in the store's order of day and month.</summary>
    public IEnumerable<StatedDate> DatesIn(Sentence sentence) => StatedDates.In(sentence, store?.DateOrder ?? "mdy");

    /// <summary>When a period after the mail ends; null when the mail's date is not known.</summary>
    public DateTimeOffset? After(DateTimeOffset? sent, int amount, string unit)
    {
        if (sent is not { } instant)
        {
            return null;
        }

        DateTimeOffset local = _zone is null ? instant : TimeZoneInfo.ConvertTime(instant, _zone);
        if (unit == "hours")
        {
            DateTimeOffset end = instant.AddHours(amount);
            return _zone is null ? end.ToOffset(local.Offset) : TimeZoneInfo.ConvertTime(end, _zone);
        }

        DateOnly day = DateOnly.FromDateTime(local.DateTime);
        DateOnly last = unit switch
        {
            "weeks" => day.AddDays(7 * amount),
            "months" => day.AddMonths(amount),
            "business_days" => AddBusinessDays(day, amount),
            _ => day.AddDays(amount),
        };
        return EndOfDay(last, local.Offset);
    }

    /// <summary>The end of a written day; without a year the first such day not before the mail, or null.</summary>
    public DateTimeOffset? EndOf(StatedDate date, DateTimeOffset? sent)
    {
        TimeSpan offset = sent?.Offset ?? TimeSpan.Zero;
        if (date.Year is { } year)
        {
            return _zone is null && sent is null ? null : EndOfDay(new DateOnly(year, date.Month, date.Day), offset);
        }

        if (sent is not { } instant)
        {
            return null;
        }

        DateOnly from = DateOnly.FromDateTime(
            (_zone is null ? instant : TimeZoneInfo.ConvertTime(instant, _zone)).DateTime
        );
        for (int next = from.Year; next <= from.Year + 4; next++)
        {
            if (date.Day <= DateTime.DaysInMonth(next, date.Month) && new DateOnly(next, date.Month, date.Day) >= from)
            {
                return EndOfDay(new DateOnly(next, date.Month, date.Day), offset);
            }
        }

        return null;
    }

    private static DateOnly AddBusinessDays(DateOnly day, int amount)
    {
        while (amount > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                amount--;
            }
        }

        return day;
    }

    private DateTimeOffset EndOfDay(DateOnly day, TimeSpan offsetWithoutZone)
    {
        DateTime end = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(end, _zone?.GetUtcOffset(end) ?? offsetWithoutZone);
    }
}
