using System.Runtime.InteropServices;

namespace Reprieve.Practices.Reports;

/// <summary>
/// An event or a limit: its day in the store's zone and, unless it is a whole day, its instant; in eight bytes, as large
/// accounts have millions.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Moment
{
    /// <summary>What instants are kept as more, so that none is 0 and none negative: an offset may lead before the epoch.</summary>
    private const int Shift = 2 * Stamp.SecondsPerDay;

    /// <summary>Number of the first day that dates of reports have.</summary>
    public static readonly int FirstDay = DateOnly.FromDateTime(Stamp.Epoch).DayNumber;

    private readonly int _day;

    /// <summary>Shifted seconds since the epoch; 0 for a whole day.</summary>
    private readonly uint _second;

    /// <param name="day">In the store's zone.</param>
    /// <param name="utc">Between 1990 and 2100, to the second; null for a whole day.</param>
    public Moment(DateOnly day, DateTime? utc)
        : this(day.DayNumber, utc is { } at ? (uint)(((at - Stamp.Epoch).Ticks / TimeSpan.TicksPerSecond) + Shift) : 0)
    { }

    private Moment(int day, uint second) => (_day, _second) = (day, second);

    /// <param name="clock">The store's clock, in seconds since the epoch.</param>
    /// <param name="utc">The instant, in seconds since the epoch.</param>
    public static Moment Of(long clock, long utc) => new(DayNumber(clock), (uint)(utc + Shift));

    /// <summary>The whole day of a clock time, in seconds since the epoch.</summary>
    public static Moment OfDay(long clock) => new(DayNumber(clock), 0);

    /// <summary>Whether it is the default moment, which stands for none.</summary>
    public bool IsNone => _day == 0;

    /// <summary>Null for none.</summary>
    public Moment? OrNull => _day == 0 ? null : this;

    /// <summary>In the store's zone.</summary>
    public DateOnly Day => DateOnly.FromDayNumber(_day);

    /// <summary>Null for a whole day.</summary>
    public DateTime? Utc =>
        _second == 0
            ? null
            : DateTime.SpecifyKind(
                Stamp.Epoch.AddTicks((_second - (long)Shift) * TimeSpan.TicksPerSecond),
                DateTimeKind.Utc
            );

    /// <summary>
    /// Whether it lies after a limit. Where either has no time the days decide: what happens on the day of its
    /// limit is in time.
    /// </summary>
    public bool After(Moment limit) => _second != 0 && limit._second != 0 ? _second > limit._second : _day > limit._day;

    /// <summary>Whether it lies before the beginning of a day.</summary>
    /// <param name="day">The day and its midnight.</param>
    public bool Before(Moment day) => _second != 0 ? _second < day._second : _day < day._day;

    /// <summary>An offset may lead to before the epoch.</summary>
    private static int DayNumber(long clock) => FirstDay - 2 + (int)((clock + Shift) / Stamp.SecondsPerDay);
}
