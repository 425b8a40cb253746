namespace Reprieve.Notices;

/// <summary>
/// What the last styles did to how text looks, whatever page they stood on: pages that are laid out with tables write
/// the same few styles over and over, and mails are written after the same few patterns.
/// </summary>
internal static class HtmlStyleMemory
{
    private const int Places = 256;

    /// <summary>Longer styles are rare, and are not kept.</summary>
    private const int LongestKept = 256;

    private static readonly Known?[] Last = new Known?[Places];

    /// <summary>Applies a style, which is read only where it is not the one that was last read here, under the same look.</summary>
    public static void Declare(ReadOnlySpan<char> style, ref HtmlLook look)
    {
        if (style.Length is 0 or > LongestKept)
        {
            HtmlStyles.Declare(style, ref look);
            return;
        }

        // What is kept never changes, so that threads may write over each other's.
        ref Known? place = ref Last[Place(style, look)];
        Known? known = place;
        if (known is not null && known.Before == look && style.SequenceEqual(known.Style))
        {
            look = known.After;
            return;
        }

        HtmlLook before = look;
        HtmlStyles.Declare(style, ref look);
        place = new Known(style.ToString(), before, look);
    }

    private static int Place(ReadOnlySpan<char> style, HtmlLook look) =>
        ((31 * style.Length) + (7 * style[0]) + (5 * style[style.Length / 2]) + look.Ground + (3 * look.Colour))
        & (Places - 1);

    private sealed record Known(string Style, HtmlLook Before, HtmlLook After);
}
