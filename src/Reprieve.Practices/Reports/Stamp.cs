using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
/// A date as a report writes it, before the store's zone and the file's order of day and month are known; in six bytes, as
/// large accounts have millions. The default value stands for an empty field.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly record struct Stamp
{
    private const int KnownBit = 1 << 15;
    private const int WholeDayBit = 1 << 14;
    private const int OrderShift = 12;
    private const int OffsetMask = 0xFFF;

    /// <summary>Offsets are kept as so much more, so that 0 stands for none.</summary>
    private const int OffsetBase = 2048;

    /// <summary>Seconds of a day.</summary>
    public const int SecondsPerDay = 86_400;

    /// <summary>From where seconds are counted.</summary>
    public static readonly DateTime Epoch = new(1990, 1, 1);

    /// <summary>Date and time as written, since the epoch.</summary>
    private readonly uint _second;

    /// <summary>All else.</summary>
    private readonly ushort _bits;

    /// <param name="clock">Date and time as written, between 1990 and 2100, to the second.</param>
    /// <param name="offsetMinutes">Offset from UTC, where one is written.</param>
    /// <param name="wholeDay">Whether it has no time.</param>
    /// <param name="order">How sure the order of day and month is.</param>
    public Stamp(DateTime clock, short? offsetMinutes, bool wholeDay, DayOrder order)
        : this((clock - Epoch).Ticks / TimeSpan.TicksPerSecond, offsetMinutes, wholeDay, order) { }

    /// <param name="second">Date and time as written, in seconds since <see cref="Epoch"/>.</param>
    public Stamp(long second, short? offsetMinutes, bool wholeDay, DayOrder order) =>
        (_second, _bits) = (
            (uint)second,
            (ushort)(
                KnownBit
                | (wholeDay ? WholeDayBit : 0)
                | ((int)order << OrderShift)
                | (offsetMinutes is { } minutes ? minutes + OffsetBase : 0)
            )
        );

    /// <summary>Whether there is a date at all.</summary>
    public bool Known => (_bits & KnownBit) != 0;

    /// <summary>Date and time as written; where both numbers could be the month, month first.</summary>
    public DateTime Clock => Known ? Epoch.AddTicks(_second * TimeSpan.TicksPerSecond) : default;

    /// <summary>Offset from UTC, where one is written.</summary>
    public short? OffsetMinutes
    {
        get
        {
            int kept = _bits & OffsetMask;
            return kept == 0 ? null : (short)(kept - OffsetBase);
        }
    }

    /// <summary>Whether it has no time.</summary>
    public bool WholeDay => (_bits & WholeDayBit) != 0;

    /// <summary>How sure the order of day and month is.</summary>
    public DayOrder Order => (DayOrder)((_bits >> OrderShift) & 3);

    /// <summary>A stamp that stands for a moment in every zone and file; none for null.</summary>
    public static Stamp Of(Moment? moment) =>
        moment is not { } at ? default
        : at.Utc is { } utc ? new Stamp(DateTime.SpecifyKind(utc, DateTimeKind.Unspecified), 0, false, DayOrder.Certain)
        : new Stamp(at.Day.ToDateTime(TimeOnly.MinValue), null, true, DayOrder.Certain);

    /// <summary>The date in a store's zone; null for an empty field.</summary>
    public Moment? In(StoreZone zone, bool dayFirst) => At(zone, dayFirst).OrNull;

    /// <summary>The date in a store's zone; none for an empty field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Moment At(StoreZone zone, bool dayFirst)
    {
        // Nearly all are written with their offset.
        if ((_bits & (KnownBit | WholeDayBit)) == KnownBit && (_bits & OffsetMask) != 0 && Order is not DayOrder.Either)
        {
            long utc = _second - (60L * ((_bits & OffsetMask) - OffsetBase));
            return Moment.Of(zone.Local(utc), utc);
        }

        return Known ? Written(zone, dayFirst) : default;
    }

    private Moment Written(StoreZone zone, bool dayFirst)
    {
        long clock = _second;
        if (Order is DayOrder.Either && dayFirst)
        {
            DateTime written = Clock;
            clock += (new DateTime(written.Year, written.Day, written.Month) - written.Date).Days * SecondsPerDay;
        }

        if (WholeDay)
        {
            return Moment.OfDay(clock);
        }

        if (OffsetMinutes is { } minutes)
        {
            long utc = clock - (60L * minutes);
            return Moment.Of(zone.Local(utc), utc);
        }

        return Moment.Of(clock, zone.Utc(clock));
    }
}
