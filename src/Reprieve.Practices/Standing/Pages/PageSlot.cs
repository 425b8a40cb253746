namespace Reprieve.Practices.Standing;

/// <summary>A place of the page in which a value stands, or that there is none.</summary>
/// <param name="Text">The digits as they stand there; null where there is no value.</param>
/// <param name="IsPercent">Whether a percent sign follows.</param>
internal readonly record struct PageSlot(int At, int End, string? Text, bool IsPercent)
{
    private const int LongestNumber = 8;

    /// <summary>The numbers of a part of the text that are values; targets, changes, dates and times are none.</summary>
    /// <param name="targets">Words before a figure that is a target.</param>
    /// <param name="days">Units of time.</param>
    public static IEnumerable<PageSlot> Of(
        string text,
        int from,
        int end,
        IReadOnlyList<string> targets,
        IReadOnlyList<string> days
    )
    {
        for (int at = from; at < end; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                continue;
            }

            int begin = at;
            while (at < end && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ',' or '/' or ':' or '-' or '–'))
            {
                at++;
            }

            string number = text[begin..at].TrimEnd('.', ',', ':', '-', '–');
            int after = begin + number.Length;
            int sign = after < end && text[after] == ' ' ? after + 1 : after;
            bool percent = sign < end && text[sign] == '%';
            if (
                number.Length <= LongestNumber
                && !IsPartOfWord(text, begin, after)
                && !targets.Any(word => PageText.Ends(text, PageText.Before(text, begin, from), word))
                && (percent ? IsDecimal(number) : number.All(char.IsAsciiDigit) && !IsTime(text, after, days))
            )
            {
                yield return new PageSlot(begin, percent ? sign + 1 : after, number, percent);
            }
        }
    }

    /// <summary>What is signed is a change; what a letter touches is a name.</summary>
    private static bool IsPartOfWord(string text, int begin, int after) =>
        (begin > 0 && (text[begin - 1] is '-' or '+' or '−' or '.' or ',' or '#' or '/' || IsLatin(text[begin - 1])))
        || (after < text.Length && IsLatin(text[after]));

    private static bool IsLatin(char letter) => char.IsLetter(letter) && letter < '\u2E80';

    private static bool IsDecimal(string number) =>
        number.Count(letter => letter is '.' or ',') <= 1
        && number.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',');

    private static bool IsTime(string text, int after, IReadOnlyList<string> days)
    {
        int at = after < text.Length && text[after] is ' ' or '-' ? after + 1 : after;
        return days.Any(word => PageText.Stands(text, at, word));
    }
}
