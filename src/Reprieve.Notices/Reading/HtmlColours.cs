using System.Globalization;

namespace Reprieve.Notices;

/// <summary>Reads colours as mails write them: #fff, #ffffff, rgb(255,255,255), white.</summary>
internal static class HtmlColours
{
    /// <summary>0xRRGGBB, or <see cref="HtmlLook.Unknown"/>.</summary>
    public static int Parse(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> colour = value.Trim();
        if (colour.StartsWith("#"))
        {
            return Hex(colour[1..]);
        }

        if (colour.StartsWith("rgb", StringComparison.OrdinalIgnoreCase))
        {
            return Rgb(colour);
        }

        return Named(colour);
    }

    private static int Hex(ReadOnlySpan<char> digits)
    {
        bool isNumber = int.TryParse(
            digits,
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out int number
        );
        return !isNumber ? HtmlLook.Unknown
            : digits.Length == 6 ? number
            : digits.Length == 3
                ? ((number >> 8) * 0x110000) | (((number >> 4) & 0xF) * 0x1100) | ((number & 0xF) * 0x11)
            : HtmlLook.Unknown;
    }

    private static int Rgb(ReadOnlySpan<char> text)
    {
        int open = text.IndexOf('(');
        int close = text.IndexOf(')');
        if (open < 0 || close < open)
        {
            return HtmlLook.Unknown;
        }

        int colour = 0;
        int parts = 0;
        ReadOnlySpan<char> inside = text[(open + 1)..close];
        foreach (Range range in inside.Split(','))
        {
            bool isByte = byte.TryParse(inside[range].Trim(), CultureInfo.InvariantCulture, out byte part);
            if (parts == 3 || !isByte)
            {
                return HtmlLook.Unknown; // Partly seen through, or in shares: nothing to compare.
            }

            colour = (colour << 8) | part;
            parts++;
        }

        return parts == 3 ? colour : HtmlLook.Unknown;
    }

    private static int Named(ReadOnlySpan<char> name) =>
        name.Equals("white", StringComparison.OrdinalIgnoreCase) ? 0xFFFFFF
        : name.Equals("snow", StringComparison.OrdinalIgnoreCase) ? 0xFFFAFA
        : name.Equals("ivory", StringComparison.OrdinalIgnoreCase) ? 0xFFFFF0
        : name.Equals("whitesmoke", StringComparison.OrdinalIgnoreCase) ? 0xF5F5F5
        : name.Equals("black", StringComparison.OrdinalIgnoreCase) ? 0
        : HtmlLook.Unknown;
}
