namespace Reprieve.Notices;

/// <summary>
/// Greek and Cyrillic letters that look like Latin ones. Within a Latin word they stand only to hide it, and are read as
/// what they look like; words all in such letters are left alone.
/// </summary>
internal static class Homoglyphs
{
    /// <summary>The first Greek letter.</summary>
    public const char First = '\u0370';

    /// <summary>The last Cyrillic letter.</summary>
    public const char Last = '\u052F';

    private const string Strange = "αβγεζηικμνορτυχωавеёкмнорстухѕіїјԁԛԝһӏьг";
    private const string Latin = "abyeznikmvoptuxwabeekmhopctyxsiijdqwhlbr";

    /// <summary>Replaces those in a folded (lower-case) word.</summary>
    public static void Replace(Span<char> word)
    {
        foreach (ref char c in word)
        {
            int at = c is >= First and <= Last ? Strange.IndexOf(c, StringComparison.Ordinal) : -1;
            c = at < 0 ? c : Latin[at];
        }
    }
}
