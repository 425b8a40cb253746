using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Fields.Dates;

/// <summary>
/// Reads a date at the beginning of a text: 2026-01-31, 31.01.2026, 1/31/26, 20260131, January 31st, 2026,
/// 31. Januar 2026, 31-Jan-2026, 2026年1月31日.
/// </summary>
internal sealed class DateScanner
{
    private const int OldestYear = 1990;
    private const int LastYear = 2099;

    private readonly Dictionary<string, int> _months = new(StringComparer.Ordinal);

    public DateScanner(KnowledgeBase knowledge)
    {
        foreach (PaperWords words in knowledge.PaperWords)
        {
            for (int month = 0; month < Math.Min(12, words.Months.Count); month++)
            {
                foreach (string name in words.Months[month].Split('|'))
                {
                    _months.TryAdd(name.ToLowerInvariant(), month + 1);
                }
            }
        }
    }

    /// <summary>The date with which the text begins (a weekday may stand before it), or null.</summary>
    public WrittenDate? At(string text)
    {
        List<Piece> pieces = Pieces(text, 6);
        if (pieces.Count > 0 && pieces[0].Word.Length > 2 && !_months.ContainsKey(pieces[0].Word))
        {
            pieces.RemoveAt(0);
        }

        return pieces.Count == 0 ? null
            : Compact(pieces, text) is { } compact ? compact
            : pieces.Count < 3 ? null
            : Numbers(pieces, text) ?? Named(pieces, text);
    }

    /// <summary>Eight digits: 20260131.</summary>
    private static WrittenDate? Compact(List<Piece> pieces, string text)
    {
        Piece piece = pieces[0];
        return piece.Digits == 8 && piece.Word.Length == 0
            ? Sure(piece.Number / 10000, piece.Number / 100 % 100, piece.Number % 100, text[piece.Start..piece.End])
            : null;
    }

    private static WrittenDate? Numbers(List<Piece> pieces, string text)
    {
        (Piece a, Piece b, Piece c) = (pieces[0], pieces[1], pieces[2]);
        if (text.AsSpan(0, a.Start).TrimEnd().EndsWith("令和", StringComparison.Ordinal))
        {
            // The Japanese era whose first year is 2019.
            return Sure(2018 + a.Number, b.Number, c.Number, text[..c.End]);
        }

        if (a.Digits is 0 or > 4 || b.Digits is 0 or > 2 || c.Digits is 0 or > 4 || !Parted(text, a, b, c))
        {
            return null;
        }

        string written = text[a.Start..c.End];
        if (a.Digits == 4)
        {
            return Sure(a.Number, b.Number, c.Number, written);
        }

        if (a.Digits > 2 || c.Digits is not (2 or 4))
        {
            return null;
        }

        int year = c.Digits == 2 ? 2000 + c.Number : c.Number;
        // A dot between day and month is written only where the day stands first.
        DateOnly? dayFirst = Date(year, b.Number, a.Number);
        DateOnly? monthFirst = text[a.End] == '.' ? dayFirst : Date(year, a.Number, b.Number);
        return (dayFirst ?? monthFirst) is { } one
            ? new WrittenDate(dayFirst ?? one, monthFirst ?? one, written)
            : null;
    }

    private WrittenDate? Named(List<Piece> pieces, string text)
    {
        for (int i = 0; i < 2; i++)
        {
            if (_months.TryGetValue(pieces[i].Word, out int month))
            {
                Piece day = pieces[1 - i];
                Piece year = pieces[2];
                if (day.Digits is 1 or 2 && year.Digits is 2 or 4)
                {
                    int full = year.Digits == 2 ? 2000 + year.Number : year.Number;
                    return Sure(full, month, day.Number, text[pieces[0].Start..year.End]);
                }
            }
        }

        return null;
    }

    private static WrittenDate? Sure(int year, int month, int day, string text) =>
        Date(year, month, day) is { } date ? new WrittenDate(date, date, text) : null;

    private static DateOnly? Date(int year, int month, int day) =>
        year is >= OldestYear and <= LastYear
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>Whether only what parts a date stands between its numbers.</summary>
    private static bool Parted(string text, Piece a, Piece b, Piece c) =>
        Part(text.AsSpan(a.End, b.Start - a.End)) && Part(text.AsSpan(b.End, c.Start - b.End));

    private static bool Part(ReadOnlySpan<char> between) =>
        between.Trim(' ') is "/" or "." or "-" or "‐" or "–" or "年" or "月";

    private readonly record struct Piece(int Start, int End, int Number, int Digits, string Word);

    /// <summary>Numbers and words from the left; the ordinal endings of English and the years' suffix fall away.</summary>
    private static List<Piece> Pieces(string text, int most)
    {
        List<Piece> pieces = [];
        for (int at = 0; at < text.Length && pieces.Count < most; )
        {
            int start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                {
                    at++;
                }

                _ = int.TryParse(
                    text.AsSpan(start, at - start),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out int n
                );
                pieces.Add(new Piece(start, at, n, at - start, ""));
            }
            else if (char.IsLetter(text[at]) && !Reading.Folded.IsIdeograph(text[at]))
            {
                while (at < text.Length && char.IsLetter(text[at]) && !Reading.Folded.IsIdeograph(text[at]))
                {
                    at++;
                }

                string word = text[start..at].ToLowerInvariant();
                if (word is not ("st" or "nd" or "rd" or "th" or "of" or "den" or "der" or "de" or "del" or "er"))
                {
                    pieces.Add(new Piece(start, at, 0, 0, word));
                }
            }
            else
            {
                at++;
            }
        }

        return pieces;
    }
}
