using System.Globalization;

namespace Reprieve.Responses.Checking.Reading;

/// <summary>Finds rates in a text ("6.8 %", "5,9 Prozent"), as fractions.</summary>
internal static class Percents
{
    public static IEnumerable<double> In(string text)
    {
        List<Token> tokens = Tokens.Of(text);
        return In(text, tokens, new TokenRange(0, tokens.Count));
    }

    public static IEnumerable<double> In(string text, IReadOnlyList<Token> tokens, TokenRange range)
    {
        for (int i = range.First; i < range.End; i++)
        {
            if (!tokens[i].Number || !IsPercent(text, tokens, i))
            {
                continue;
            }

            bool decimals =
                i > 0
                && tokens[i - 1].Number
                && tokens[i].Start == tokens[i - 1].End + 1
                && text[tokens[i].Start - 1] is '.' or ',';
            string number = decimals ? $"{tokens[i - 1].Key}.{tokens[i].Key}" : tokens[i].Key;
            if (
                double.TryParse(
                    number,
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out double percent
                )
            )
            {
                yield return percent / 100;
            }
        }
    }

    private static bool IsPercent(string text, IReadOnlyList<Token> tokens, int at)
    {
        int next = tokens[at].End;
        while (next < text.Length && text[next] is ' ' or '\u00a0' or '\u202f')
        {
            next++;
        }

        return (next < text.Length && text[next] is '%' or '％')
            || (at + 1 < tokens.Count && tokens[at + 1].Key is "percent" or "prozent" or "pct")
            || (at + 2 < tokens.Count && tokens[at + 1].Key == "pour" && tokens[at + 2].Key == "cent")
            || (at + 2 < tokens.Count && tokens[at + 1].Key == "パ" && tokens[at + 2].Key == "セ");
    }
}
