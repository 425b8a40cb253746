using System.Globalization;
using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>A date in a sentence: tokens from First to before Last; the year is null where it is not written.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StatedDate(int First, int Last, int? Year, int Month, int Day);

/// <summary>Finds written dates: 2025-05-30, 05/30/2025, 30.05.2025, May 30, 2025, 30. Mai 2025, 2025年5月30日.</summary>
internal static class StatedDates
{
    /// <param name="sentence">Where to look.</param>
    /// <param name="dateOrder">mdy, dmy or ymd, for numbers that could be either.</param>
    public static IEnumerable<StatedDate> In(Sentence sentence, string dateOrder)
    {
        NoticeText part = sentence.Part;
        Dictionary<int, CueHit> months = [];
        foreach (CueHit hit in part.Hits(sentence))
        {
            if (hit.Pattern.Field == CueField.Month)
            {
                months[hit.First] = hit;
            }
        }

        int i = sentence.First;
        while (i < sentence.Last)
        {
            StatedDate? date = months.TryGetValue(i, out CueHit? month)
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
        int? before = Number(part, sentence, month.First - 1);
        int? after = Number(part, sentence, month.Last);
        if (before is >= 1 and <= 31)
        {
            bool year = after is > 1990;
            return new StatedDate(
                month.First - 1,
                month.Last + (year ? 1 : 0),
                year ? after : null,
                number,
                before.Value
            );
        }

        if (after is not (>= 1 and <= 31))
        {
            return null;
        }

        int next = month.Last + 1;
        if (next < sentence.Last && part.Slice(part.Tokens[next]) is "st" or "nd" or "rd" or "th")
        {
            next++;
        }

        int? then = Number(part, sentence, next);
        bool withYear = then is > 1990 and < 2100;
        return new StatedDate(month.First, next + (withYear ? 1 : 0), withYear ? then : null, number, after.Value);
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
                ? new StatedDate(i, i + 6, first, month, day)
                : null;
        }

        return first <= 12 && Sign(i + 1, '月') && Number(part, sentence, i + 2) is { } dayOnly && Sign(i + 3, '日')
            ? new StatedDate(i, i + 4, null, first, dayOnly)
            : null;
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

    private static int? Number(NoticeText part, Sentence sentence, int i)
    {
        if (
            i < sentence.First
            || i >= sentence.Last
            || !part.Tokens[i].Is(TokenMarks.Number)
            || part.Tokens[i].Length > 4
        )
        {
            return null;
        }

        Span<char> digits = stackalloc char[2 * Letters.MaxWord];
        int length = Letters.Fold(part.Slice(part.Tokens[i]), digits);
        return int.TryParse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : null;
    }

    private static bool IsDay(StatedDate date) =>
        date.Year is null or (> 1990 and < 2200)
        && date.Month is >= 1 and <= 12
        && date.Day >= 1
        && date.Day <= DateTime.DaysInMonth(date.Year ?? 2024, date.Month);
}
