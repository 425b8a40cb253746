using System.Globalization;

namespace Reprieve.Documents.Fields.Lines;

/// <summary>Reads figures as invoices write them: 1,200 · 1.200,00 · 500 pcs · $4.50.</summary>
internal static class Figure
{
    private const int MostDigits = 12;

    /// <summary>
    /// The values a figure can have, likeliest first: "1.200" is 1200 in German and 1.2 in English. Empty where there
    /// is no figure, or several.
    /// </summary>
    /// <param name="commaIsDecimal">Whether the paper's language writes decimals with a comma.</param>
    public static IReadOnlyList<decimal> Values(string text, bool commaIsDecimal)
    {
        int start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0 || (start > 0 && char.IsLetter(text[start - 1])))
        {
            return [];
        }

        int end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsSeparator(text, end)))
        {
            end++;
        }

        string figure = text[start..end].TrimEnd('.', ',', ' ', '\'');
        bool another = text.AsSpan(end).IndexOfAnyInRange('0', '9') >= 0;
        return another || figure.Length > MostDigits * 2
            ? []
            : Parse(
                figure.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal),
                commaIsDecimal
            );
    }

    private static bool IsSeparator(string text, int at) =>
        text[at] is '.' or ',' or '\'' || (text[at] == ' ' && at + 3 < text.Length && Three(text, at + 1));

    /// <summary>A space parts thousands only before exactly three digits.</summary>
    private static bool Three(string text, int at) =>
        char.IsAsciiDigit(text[at])
        && char.IsAsciiDigit(text[at + 1])
        && char.IsAsciiDigit(text[at + 2])
        && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    private static List<decimal> Parse(string figure, bool commaIsDecimal)
    {
        int dot = figure.LastIndexOf('.');
        int comma = figure.LastIndexOf(',');
        if (dot >= 0 && comma >= 0)
        {
            return One(figure, dot > comma ? '.' : ',');
        }

        char mark = dot >= 0 ? '.' : ',';
        int last = Math.Max(dot, comma);
        if (last < 0)
        {
            return One(figure, '\0');
        }

        bool several = figure.IndexOf(mark, StringComparison.Ordinal) != last;
        bool three = figure.Length - last - 1 == 3;
        if (several || !three)
        {
            return One(figure, several ? '\0' : mark);
        }

        bool decimalMark = (mark == ',') == commaIsDecimal;
        return [.. One(figure, decimalMark ? mark : '\0'), .. One(figure, decimalMark ? '\0' : mark)];
    }

    private static List<decimal> One(string figure, char decimalMark)
    {
        string plain = string.Concat(figure.Where(c => char.IsAsciiDigit(c) || c == decimalMark)).Replace(',', '.');
        return
            plain.Length <= MostDigits + 1
            && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? [value]
            : [];
    }
}
