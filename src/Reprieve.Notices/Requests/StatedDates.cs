using System.Globalization;
using System.Runtime.InteropServices;
using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>A date in a sentence: tokens from First to before Last; the year is null where it is not written.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StatedDate(int First, int Last, int? Year, int Month, int Day);

/// <summary>
/// Finds written dates: 2025-05-30, 05/30/2025, 30.05.2025, May 30, 2025, 30. Mai 2025, 1er juin 2025,
/// 30 de mayo de 2025, 2025年5月30日.
/// </summary>
internal static class StatedDates
{
    private static readonly string[] Ordinals = ["st", "nd", "rd", "th", "er", "º", "ª"];
    private static readonly string[] Links = ["of", "de", "del"];

    /// <param name="sentence">Where to look.</param>
    /// <param name="dateOrder">mdy, dmy or ymd, for numbers that could be either.</param>
    public static IEnumerable<StatedDate> In(Sentence sentence, string dateOrder)
    {
        NoticeText part = sentence.Part;
        Dictionary<int, CueHit>? months = null;
        foreach (CueHit hit in part.Hits(sentence))
        {
            if (hit.Field == CueField.Month)
            {
                months ??= [];
                months[hit.First] = hit;
            }
        }

        int i = sentence.First;
        while (i < sentence.Last)
        {
            StatedDate? date = months?.GetValueOrDefault(i) is { } month
                ? Named(part, sentence, month)
                : East(part, sentence, i) ?? Numeric(part, sentence, i, dateOrder);
            if (date is { } found && IsDay(found))
            {
                yield return found;
                i = Math.Max(found.Last, i + 1);
            }
            else
            {
                i++;
            }
        }
    }

    private static StatedDate? Named(NoticeText part, Sentence sentence, CueHit month)
    {
        int number = int.Parse(month.Code, CultureInfo.InvariantCulture);
        int day = month.First - 1;
        day -= IsOneOf(Links, part, sentence, day) ? 1 : 0;
        day -= IsOneOf(Ordinals, part, sentence, day) ? 1 : 0;
        int? before = Number(part, sentence, day);
        if (before is >= 1 and <= 31)
        {
            int then = month.Last + (IsOneOf(Links, part, sentence, month.Last) ? 1 : 0);
            int? year = Number(part, sentence, then) is { } n and > 1990 and < 2100 ? n : null;
            return new StatedDate(day, year is null ? month.Last : then + 1, year, number, before.Value);
        }

        int? after = Number(part, sentence, month.Last);
        if (after is not (>= 1 and <= 31))
        {
            return null;
        }

        int next = month.Last + 1;
        next += IsOneOf(Ordinals, part, sentence, next) ? 1 : 0;
        int? last = Number(part, sentence, next);
        bool withYear = last is > 1990 and < 2100;
        return new StatedDate(month.First, next + (withYear ? 1 : 0), withYear ? last : null, number, after.Value);
    }

    /// <summary>Whether a token is one of a few little words: "1er juin", "30 de mayo de 2025", "the 5th of May".</summary>
    private static bool IsOneOf(string[] words, NoticeText part, Sentence sentence, int i)
    {
        if (i < sentence.First || i >= sentence.Last)
        {
            return false;
        }

        ReadOnlySpan<char> token = part.Slice(part.Tokens[i]);
        foreach (string word in words)
        {
            if (token.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static StatedDate? East(NoticeText part, Sentence sentence, int i)
    {
        bool Sign(int at, char sign) => at < sentence.Last && part.Text[part.Tokens[at].Start] == sign;
        if (Number(part, sentence, i) is not { } first)
        {
            return null;
        }

        if (first > 1990 && Sign(i + 1, '年') && Number(part, sentence, i + 2) is { } month && Sign(i + 3, '月'))
        {
            return Number(part, sentence, i + 4) is { } day && Sign(i + 5, '日')
                ? new StatedDate(i, AfterWeekday(part, sentence, i + 6), first, month, day)
                : null;
        }

        return first <= 12 && Sign(i + 1, '月') && Number(part, sentence, i + 2) is { } dayOnly && Sign(i + 3, '日')
            ? new StatedDate(i, AfterWeekday(part, sentence, i + 4), null, first, dayOnly)
            : null;
    }

    /// <summary>Where a date ends whose day of the week stands in brackets behind it: 2月10日（月）, 2月10日（星期一）.</summary>
    private static int AfterWeekday(NoticeText part, Sentence sentence, int at)
    {
        const int LongestWeekday = 3;
        if (at >= sentence.Last || part.Text[part.Tokens[at].Start - 1] is not ('(' or '（'))
        {
            return at;
        }

        for (int i = at; i < Math.Min(at + LongestWeekday, sentence.Last); i++)
        {
            int end = part.Tokens[i].End;
            if (end < part.Text.Length && part.Text[end] is ')' or '）')
            {
                return i + 1;
            }
        }

        return at;
    }

    private static StatedDate? Numeric(NoticeText part, Sentence sentence, int i, string dateOrder)
    {
        if (
            i + 2 >= sentence.Last
            || Number(part, sentence, i) is not { } a
            || Number(part, sentence, i + 1) is not { } b
            || Number(part, sentence, i + 2) is not { } c
            || Separator(part, i) is not { } separator
            || Separator(part, i + 1) != separator
        )
        {
            return null;
        }

        if (a > 1990)
        {
            return new StatedDate(i, i + 3, a, b, c);
        }

        if (c <= 1990)
        {
            return null;
        }

        bool dayFirst = separator == '.' || a > 12 || (dateOrder == "dmy" && b <= 12);
        return dayFirst ? new StatedDate(i, i + 3, c, b, a) : new StatedDate(i, i + 3, c, a, b);
    }

    /// <summary>The single character between two numbers, if it parts a date.</summary>
    private static char? Separator(NoticeText part, int i)
    {
        int end = part.Tokens[i].End;
        return part.Tokens[i + 1].Start == end + 1 && part.Text[end] is '/' or '.' or '-' ? part.Text[end] : null;
    }

    /// <summary>The number at a token, also where an ending is joined to it as in "2026'ya".</summary>
    private static int? Number(NoticeText part, Sentence sentence, int i)
    {
        if (i < sentence.First || i >= sentence.Last)
        {
            return null;
        }

        ReadOnlySpan<char> word = part.Slice(part.Tokens[i]);
        int end = 0;
        while (end < word.Length && char.IsAsciiDigit(Letters.Narrow(word[end])))
        {
            end++;
        }

        bool whole = end == word.Length || Letters.IsApostrophe(word[end]);
        if (end is 0 or > 4 || !whole)
        {
            return null;
        }

        Span<char> digits = stackalloc char[2 * Letters.MaxWord];
        int length = Letters.Fold(word[..end], digits);
        return int.TryParse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : null;
    }

    private static bool IsDay(StatedDate date) =>
        date.Year is null or (> 1990 and < 2200)
        && date.Month is >= 1 and <= 12
        && date.Day >= 1
        && date.Day <= DateTime.DaysInMonth(date.Year ?? 2024, date.Month);
}
