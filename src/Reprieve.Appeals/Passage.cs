namespace Reprieve.Appeals;

/// <summary>Somebody else's words in a text of ours.</summary>
public static class Passage
{
    private const int LongestQuote = 300;

    /// <summary>A passage on one line, as code: so it can be neither a link nor markup. Long ones are cut.</summary>
    public static string Quote(string passage)
    {
        string plain = new([
            .. passage.Select(c =>
                c == '`' ? '\''
                : char.IsControl(c) ? ' '
                : c
            ),
        ]);
        string safe = string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (safe.Length <= LongestQuote)
        {
            return $"`{safe}`";
        }

        // Never cut a character that takes two code units.
        int end = char.IsHighSurrogate(safe[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return $"`{safe[..end]} …`";
    }
}
