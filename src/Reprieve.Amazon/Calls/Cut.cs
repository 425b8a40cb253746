namespace Reprieve.Amazon.Calls;

/// <summary>Words of somebody else, short enough to be shown and without signs that move the screen.</summary>
internal static class Cut
{
    private const int Most = 300;

    public static string Of(string words)
    {
        string one = new([.. words.Take(Most).Select(sign => char.IsControl(sign) ? ' ' : sign)]);
        return words.Length > Most ? one + "…" : one;
    }
}
