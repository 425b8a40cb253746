using System.Runtime.InteropServices;

namespace Reprieve.Responses.Checking.Reading;

/// <summary>A day that a text names.</summary>
/// <param name="Earliest">The day, or the earlier reading where day and month could be swapped; null without a year.</param>
/// <param name="Latest">The later reading.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateMention(int FirstToken, int LastToken, DateOnly? Earliest, DateOnly? Latest);

/// <summary>Finds days in any of the usual notations: ISO, points, slashes, month names, 年月日.</summary>
internal static class DateMentions
{
    public static IEnumerable<DateMention> In(
        string text,
        IReadOnlyList<Token> tokens,
        TokenRange range,
        PlanVocabulary? vocabulary
    )
    {
        for (int at = range.First; at < range.End; at++)
        {
            DateMention? date =
                Numeric(text, tokens, at, range.End)
                ?? Ideographic(tokens, at, range.End)
                ?? WithMonthName(tokens, at, range.End, vocabulary);
            if (date is { } found)
            {
                yield return found;
                at = found.LastToken;
            }
        }
    }

    /// <summary>2026-03-14, 14.03.2026, 3/14/2026; both readings where both are days.</summary>
    private static DateMention? Numeric(string text, IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at + 1 >= end || !tokens[at].Number || !tokens[at + 1].Number)
        {
            return null;
        }

        char separator = Separator(text, tokens[at], tokens[at + 1]);
        int a = Value(tokens[at]);
        int b = Value(tokens[at + 1]);
        bool three =
            at + 2 < end && tokens[at + 2].Number && Separator(text, tokens[at + 1], tokens[at + 2]) == separator;
        if (!three)
        {
            // "14.03." without a year: a day only when the second point is there.
            int after = tokens[at + 1].End;
            return separator == '.' && after < text.Length && text[after] == '.' && IsDay(b, a)
                ? new DateMention(at, at + 1, null, null)
                : null;
        }

        int c = Value(tokens[at + 2]);
        return separator switch
        {
            '-' or '/' or '.' when tokens[at].Length == 4 => Full(at, at + 2, a, b, c),
            '.' or '-' when tokens[at + 2].Length is 2 or 4 => Full(at, at + 2, Year(c), b, a),
            '/' when tokens[at + 2].Length is 2 or 4 => Either(at, Year(c), a, b),
            _ => null,
        };
    }

    private static DateMention? Either(int at, int year, int a, int b)
    {
        DateMention? monthFirst = Full(at, at + 2, year, a, b);
        DateMention? dayFirst = Full(at, at + 2, year, b, a);
        return (monthFirst, dayFirst) switch
        {
            ({ } one, { } other) => one.Earliest < other.Earliest
                ? one with
                {
                    Latest = other.Latest,
                }
                : one with
                {
                    Earliest = other.Earliest,
                },
            _ => monthFirst ?? dayFirst,
        };
    }

    /// <summary>2026年3月14日, 3月14日.</summary>
    private static DateMention? Ideographic(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (!tokens[at].Number)
        {
            return null;
        }

        bool year = Is(tokens, at + 1, end, "年") && at + 2 < end && tokens[at + 2].Number;
        int month = year ? at + 2 : at;
        if (!Is(tokens, month + 1, end, "月"))
        {
            return null;
        }

        int day = month + 2;
        bool hasDay =
            day < end && tokens[day].Number && (Is(tokens, day + 1, end, "日") || Is(tokens, day + 1, end, "号"));
        if (!hasDay)
        {
            return null;
        }

        return year ? Full(at, day + 1, Value(tokens[at]), Value(tokens[month]), Value(tokens[day]))
            : IsDay(Value(tokens[month]), Value(tokens[day])) ? new DateMention(at, day + 1, null, null)
            : null;
    }

    /// <summary>March 14, 2026; 14 March 2026; 14th of March; 14. März.</summary>
    private static DateMention? WithMonthName(IReadOnlyList<Token> tokens, int at, int end, PlanVocabulary? vocabulary)
    {
        if (vocabulary is null)
        {
            return null;
        }

        if (vocabulary.Months.TryGetValue(tokens[at].Key, out int month) && tokens[at].Capital)
        {
            return Day(tokens, at + 1, end) is { } day ? WithYear(tokens, at, at + 1, end, month, day) : null;
        }

        if (Day(tokens, at, end) is { } first)
        {
            int name = Is(tokens, at + 1, end, "of") ? at + 2 : at + 1;
            return name < end && vocabulary.Months.TryGetValue(tokens[name].Key, out month)
                ? WithYear(tokens, at, name, end, month, first)
                : null;
        }

        return null;
    }

    private static DateMention? WithYear(IReadOnlyList<Token> tokens, int at, int last, int end, int month, int day)
    {
        int year = last + 1;
        bool hasYear =
            year < end && tokens[year] is { Number: true, Length: 4 } && Value(tokens[year]) is > 1990 and < 2100;
        if (hasYear)
        {
            return Full(at, year, Value(tokens[year]), month, day);
        }

        return IsDay(month, day) ? new DateMention(at, last, null, null) : null;
    }

    private static DateMention? Full(int first, int last, int year, int month, int day) =>
        year is > 1990 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateMention(first, last, new DateOnly(year, month, day), new DateOnly(year, month, day))
            : null;

    private static bool IsDay(int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month);

    private static int? Day(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at >= end || !tokens[at].Number)
        {
            return null;
        }

        string key = tokens[at].Key;
        string digits =
            key.EndsWith("st", StringComparison.Ordinal)
            || key.EndsWith("nd", StringComparison.Ordinal)
            || key.EndsWith("rd", StringComparison.Ordinal)
            || key.EndsWith("th", StringComparison.Ordinal)
            || key.EndsWith("er", StringComparison.Ordinal)
                ? key[..^2]
                : key;
        return digits.Length is 1 or 2 && digits.All(char.IsAsciiDigit)
            ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is var day and >= 1 and <= 31
                ? day
                : null
            : null;
    }

    private static char Separator(string text, Token left, Token right) =>
        right.Start == left.End + 1 ? text[left.End]
        : right.Start == left.End + 2 && text[left.End] == '.' && text[left.End + 1] == ' ' ? '.'
        : '\0';

    private static int Value(Token token) =>
        token.Key.Length <= 4 && token.Key.All(char.IsAsciiDigit)
            ? int.Parse(token.Key, System.Globalization.CultureInfo.InvariantCulture)
            : -1;

    private static int Year(int year) => year is >= 0 and < 100 ? 2000 + year : year;

    private static bool Is(IReadOnlyList<Token> tokens, int at, int end, string key) =>
        at < end && tokens[at].Key == key;
}
