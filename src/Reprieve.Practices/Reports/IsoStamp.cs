using System.Buffers.Binary;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Reads the one way of writing dates that nearly all rows of Amazon's reports have, 2026-09-30T06:59:57+00:00, with or
/// without time and offset: many times sooner than <see cref="StampReader"/> reads all ways, and to the same effect.
/// Eight characters are looked at together, each in its byte.
/// </summary>
internal static class IsoStamp
{
    private const int Day = 10;
    private const int Second = 19;
    private const int Zulu = 20;
    private const int Offset = 25;
    private const int MostOffsetHours = 14;

    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    /// <summary>2026-09-: four digits, a dash, two digits, a dash.</summary>
    private const ulong YearAndMonth = 0x2D_30_30_2D_30_30_30_30;

    /// <summary>30T06:59: what stands third is looked at by itself.</summary>
    private const ulong DayAndTime = 0x30_30_3A_30_30_00_30_30;

    /// <summary>Days from the epoch to the first of each month, and one month more.</summary>
    private static readonly int[] Months =
    [
        .. Enumerable
            .Range(0, (12 * (LastYear + 1 - FirstYear)) + 1)
            .Select(month => (Stamp.Epoch.AddMonths(month) - Stamp.Epoch).Days),
    ];

    /// <returns>False for whatever is written in another way, or no date.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out Stamp stamp)
    {
        stamp = default;
        if (text.Length is not (Day or Second or Zulu or Offset))
        {
            return false;
        }

        ulong date = BinaryPrimitives.ReadUInt64LittleEndian(text) ^ YearAndMonth;
        int day = Two(text, 8);
        if (!AreDigits(date) || (date & 0xFF_00_00_FF_00_00_00_00) != 0 || day < 1)
        {
            return false;
        }

        ulong pairs = Pairs(date);
        int year = (100 * At(pairs, 0)) + At(pairs, 2);
        int month = At(pairs, 5);
        if (year is < FirstYear or > LastYear || month is < 1 or > 12)
        {
            return false;
        }

        int at = (12 * (year - FirstYear)) + month - 1;
        int days = Months[at] + day - 1;
        if (days >= Months[at + 1])
        {
            return false;
        }

        if (text.Length == Day)
        {
            stamp = new Stamp(days * (long)Stamp.SecondsPerDay, null, wholeDay: true, DayOrder.Certain);
            return true;
        }

        ulong time = BinaryPrimitives.ReadUInt64LittleEndian(text[8..]) ^ DayAndTime;
        int between = At(time, 2);
        time &= ~0x00_00_00_00_00_FF_00_00UL;
        if (between is not ('T' or ' ') || !AreDigits(time) || At(time, 5) != 0 || text[16] != ':')
        {
            return false;
        }

        pairs = Pairs(time);
        (int hour, int minute, int second) = (At(pairs, 3), At(pairs, 6), Two(text, 17));
        if (hour > 23 || minute > 59 || second is < 0 or > 59 || !TryOffset(text, out short? offset))
        {
            return false;
        }

        long seconds = (days * (long)Stamp.SecondsPerDay) + (3600 * hour) + (60 * minute) + second;
        stamp = new Stamp(seconds, offset, wholeDay: false, DayOrder.Certain);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out short? offset)
    {
        offset = text.Length == Second ? null : (short)0;
        if (text.Length < Offset)
        {
            return text.Length == Second || text[Second] == 'Z';
        }

        (int hours, int minutes) = (Two(text, 20), Two(text, 23));
        if (
            text[Second] is not ((byte)'+' or (byte)'-')
            || text[22] != ':'
            || hours is < 0 or > MostOffsetHours
            || minutes is < 0 or > 59
        )
        {
            return false;
        }

        offset = (short)((text[Second] == '-' ? -1 : 1) * ((60 * hours) + minutes));
        return true;
    }

    /// <summary>Whether each byte is at most nine.</summary>
    private static bool AreDigits(ulong bytes) =>
        (((bytes & 0x7F7F7F7F7F7F7F7F) + 0x7676767676767676 | bytes) & 0x8080808080808080) == 0;

    /// <summary>In each byte the number that its digit and the next one make.</summary>
    private static ulong Pairs(ulong digits) => (digits * 10) + (digits >> 8);

    private static int At(ulong bytes, int place) => (byte)(bytes >> (8 * place));

    /// <summary>Two digits; far below 0 where one is none.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        uint tens = (uint)(text[at] - '0');
        uint ones = (uint)(text[at + 1] - '0');
        return tens > 9 || ones > 9 ? -100_000 : (int)((10 * tens) + ones);
    }
}
