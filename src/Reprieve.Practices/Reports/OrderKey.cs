using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Reprieve.Practices.Reports;

/// <summary>
/// An order id in eight bytes. Amazon's ids (111-1234567-1234567) are packed as their digits; other ids of the same
/// build (S01-…) are kept in a table of names.
/// </summary>
internal readonly record struct OrderKey(ulong Value)
{
    private const ulong Named = 1UL << 63;

    /// <summary>Longest id that is one.</summary>
    private const int Longest = 40;

    /// <summary>-1234567: a dash and seven digits.</summary>
    private const ulong Group = 0x30_30_30_30_30_30_30_2D;

    /// <summary>Reads an id: three groups parted by dashes, the last two of digits.</summary>
    public static bool TryRead(ReadOnlySpan<char> id, Names names, out OrderKey key)
    {
        key = default;
        Span<byte> utf8 = stackalloc byte[3 * Longest];
        id = id.Trim();
        return id.Length <= Longest && TryRead(utf8[..Encoding.UTF8.GetBytes(id, utf8)], names, out key);
    }

    /// <summary>Reads an id without white space at its ends, in UTF-8.</summary>
    public static bool TryRead(ReadOnlySpan<byte> id, Names names, out OrderKey key)
    {
        key = default;
        if (TryPlain(id, out ulong value))
        {
            key = new OrderKey(value);
            return true;
        }

        if (id.Length > Longest || !HasThreeGroups(id))
        {
            return false;
        }

        key = new OrderKey(Named | (uint)names.Of(id));
        return true;
    }

    /// <summary>The same key where names have other numbers.</summary>
    public OrderKey Renamed(List<int> names) =>
        (Value & Named) == 0 ? this : new OrderKey(Named | (uint)names[(int)(Value & ~Named)]);

    /// <summary>The id as it was written.</summary>
    public string Text(Names names)
    {
        if ((Value & Named) != 0)
        {
            return names[(int)(Value & ~Named)];
        }

        string digits = Value.ToString("D17", CultureInfo.InvariantCulture);
        return $"{digits[..3]}-{digits[3..10]}-{digits[10..]}";
    }

    /// <summary>Reads three, seven and seven digits.</summary>
    private static bool TryPlain(ReadOnlySpan<byte> id, out ulong value)
    {
        value = 0;
        if (id.Length != 19)
        {
            return false;
        }

        uint first = (uint)(id[0] - '0');
        uint second = (uint)(id[1] - '0');
        uint third = (uint)(id[2] - '0');
        if (
            first > 9
            || second > 9
            || third > 9
            || !TrySeven(id[3..], out ulong middle)
            || !TrySeven(id[11..], out ulong last)
        )
        {
            return false;
        }

        value = (((((first * 10) + second) * 10) + third) * 100_000_000_000_000UL) + (middle * 10_000_000) + last;
        return true;
    }

    /// <summary>A dash and seven digits: pairs of digits, then pairs of those, are put together all at once.</summary>
    private static bool TrySeven(ReadOnlySpan<byte> text, out ulong number)
    {
        ulong digits = BinaryPrimitives.ReadUInt64LittleEndian(text) ^ Group;
        number = (digits * 10) + (digits >> 8);
        number = (number & 0x00FF00FF00FF00FF) * ((100 << 16) + 1) >> 16;
        number = (number & 0x0000FFFF0000FFFF) * ((10_000UL << 32) + 1) >> 32;
        return (byte)digits == 0
            && ((((digits & 0x7F7F7F7F7F7F7F7F) + 0x7676767676767676) | digits) & 0x8080808080808080) == 0;
    }

    private static bool HasThreeGroups(ReadOnlySpan<byte> id)
    {
        int first = id.IndexOf((byte)'-');
        int last = id.LastIndexOf((byte)'-');
        return first > 0
            && last > first + 1
            && last < id.Length - 1
            && !id[(first + 1)..last].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && !id[(last + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && IsLettersOrDigits(id[..first]);
    }

    private static bool IsLettersOrDigits(ReadOnlySpan<byte> group)
    {
        foreach (byte c in group)
        {
            if (!char.IsAsciiLetterOrDigit((char)c))
            {
                return false;
            }
        }

        return true;
    }
}
