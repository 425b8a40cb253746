using System.Text;

namespace Reprieve.Notices;

/// <summary>Knows texts of seven bits that shift into Japanese, Korean or Chinese and back, by their shifts.</summary>
internal static class EscapedCharsets
{
    private const int LookAt = 64 * 1024;

    /// <summary>The charset whose shifts stand in the bytes; null when none does.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> start = content.Length > LookAt ? content[..LookAt] : content;
        if (start.IndexOf((byte)0x1B) >= 0 && !start.ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            return start.IndexOf("\u001B$)C"u8) >= 0 ? Encoding.GetEncoding("iso-2022-kr")
                : start.IndexOf("\u001B$B"u8) >= 0 || start.IndexOf("\u001B$@"u8) >= 0
                    ? Encoding.GetEncoding("iso-2022-jp")
                : null;
        }

        return IsHz(start) ? Encoding.GetEncoding("hz-gb-2312") : null;
    }

    /// <summary>HZ: "~{" opens Chinese in pairs of printable bytes, "~}" closes it.</summary>
    private static bool IsHz(ReadOnlySpan<byte> text)
    {
        int open = text.IndexOf("~{"u8);
        if (open < 0 || text.ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            return false;
        }

        ReadOnlySpan<byte> inside = text[(open + 2)..];
        int close = inside.IndexOf("~}"u8);
        return close > 0 && close % 2 == 0 && inside[..close].IndexOfAnyExceptInRange((byte)0x21, (byte)0x7E) < 0;
    }
}
