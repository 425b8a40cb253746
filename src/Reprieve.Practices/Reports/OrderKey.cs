using System.Globalization;
using System.Runtime.CompilerServices;

namespace Reprieve.Practices.Reports;

/// <summary>
/// An order id in eight bytes. Amazon's ids (111-1234567-1234567) are packed as their digits; other ids of the same
/// build (S01-…) are kept in a table of names.
/// </summary>
internal readonly record struct OrderKey(ulong Value)
{
    private const ulong Named = 1UL << 63;

    /// <summary>Reads an id: three groups parted by dashes, the last two of digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRead(ReadOnlySpan<char> id, Names names, out OrderKey key)
    {
        key = default;
        id = id.Trim();
        if (TryPlain(id, out ulong value))
        {
            key = new OrderKey(value);
            return true;
        }

        if (id.Length > 40 || !HasThreeGroups(id))
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
    private static bool TryPlain(ReadOnlySpan<char> id, out ulong value)
    {
        value = 0;
        if (id.Length != 19 || id[3] != '-' || id[11] != '-')
        {
            return false;
        }

        bool plain = true;
        for (int i = 0; i < id.Length; i++)
        {
            if (i is not (3 or 11))
            {
                uint digit = (uint)(id[i] - '0');
                plain &= digit <= 9;
                value = (value * 10) + digit;
            }
        }

        return plain;
    }

    private static bool HasThreeGroups(ReadOnlySpan<char> id)
    {
        int first = id.IndexOf('-');
        int last = id.LastIndexOf('-');
        return first > 0
            && last > first + 1
            && last < id.Length - 1
            && !id[(first + 1)..last].ContainsAnyExceptInRange('0', '9')
            && !id[(last + 1)..].ContainsAnyExceptInRange('0', '9')
            && IsLettersOrDigits(id[..first]);
    }

    private static bool IsLettersOrDigits(ReadOnlySpan<char> group)
    {
        foreach (char c in group)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
