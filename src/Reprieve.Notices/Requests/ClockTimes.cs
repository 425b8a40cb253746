namespace Reprieve.Notices;

/// <summary>Tells the time of day that may stand between a limit's word and its date: "by 11:59 PM PT, November 8".</summary>
internal static class ClockTimes
{
    private const int Longest = 6;

    private static readonly string[] Words =
    [
        "am",
        "pm",
        "a",
        "p",
        "m",
        "noon",
        "midnight",
        "pt",
        "pst",
        "pdt",
        "et",
        "est",
        "edt",
        "utc",
        "gmt",
        "bst",
        "cet",
        "cest",
        "jst",
        "ist",
        "uhr",
        "h",
        "on",
    ];

    /// <summary>Whether all words from <paramref name="first"/> to before <paramref name="last"/> tell a time of day.</summary>
    public static bool Fills(Sentence sentence, int first, int last)
    {
        if (last <= first || last - first > Longest)
        {
            return false;
        }

        NoticeText part = sentence.Part;
        for (int i = first; i < last; i++)
        {
            Token token = part.Tokens[i];
            if (!token.Is(TokenMarks.Number) && !IsWord(part.Slice(token)))
            {
                return false;
            }
        }

        return part.Tokens[first].Is(TokenMarks.Number) || last - first == 1;
    }

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        foreach (string known in Words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
