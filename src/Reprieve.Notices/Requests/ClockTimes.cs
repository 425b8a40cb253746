namespace Reprieve.Notices;

/// <summary>Tells what may stand between a limit's word and its date: a time of day, "by 11:59 PM PT, November 8", or the day of the week, "by Friday, 7 June".</summary>
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

    private static readonly string[] Weekdays =
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ];

    /// <summary>Whether all words from <paramref name="first"/> to before <paramref name="last"/> tell a time of day or a day of the week.</summary>
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
            if (!token.Is(TokenMarks.Number) && !IsOf(Words, part.Slice(token)) && !IsOf(Weekdays, part.Slice(token)))
            {
                return false;
            }
        }

        return part.Tokens[first].Is(TokenMarks.Number)
            || last - first == 1
            || IsOf(Weekdays, part.Slice(part.Tokens[first]));
    }

    private static bool IsOf(string[] words, ReadOnlySpan<char> word)
    {
        foreach (string known in words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
