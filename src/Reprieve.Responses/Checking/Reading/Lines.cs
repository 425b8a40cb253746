using System.Runtime.InteropServices;

namespace Reprieve.Responses.Checking.Reading;

/// <summary>A line of a text without its list mark and mark-up.</summary>
/// <param name="Start">Where its content begins.</param>
/// <param name="Length">Length of the content.</param>
/// <param name="Mark">The list mark that stood before it.</param>
/// <param name="Level">Level of a markdown heading, from 1; 0 for none.</param>
/// <param name="Bold">Whether the whole line is marked bold.</param>
/// <param name="Blank">Whether there is nothing on it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Line(
    int Start,
    int Length,
    TokenRange Tokens,
    ListMark Mark,
    int Level,
    bool Bold,
    bool Blank
)
{
    public int End => Start + Length;

    public bool Marked => Mark != ListMark.None;
}

/// <summary>What stands before a list item.</summary>
internal enum ListMark
{
    None,
    Bullet,
    Number,
}

/// <summary>Cuts a text into lines and takes list marks and mark-up off.</summary>
internal static class Lines
{
    private const string Bullets = "-*•·●○▪◦–—+■◆►✓✔";
    private const string ChineseNumerals = "一二三四五六七八九十";

    public static List<Line> Of(string text, IReadOnlyList<Token> tokens, PlanVocabulary? vocabulary)
    {
        List<Line> lines = [];
        int start = 0;
        int token = 0;
        while (start <= text.Length)
        {
            int end = text.AsSpan(start).IndexOfAny('\n', '\r', '\u2028') is var cut and >= 0
                ? start + cut
                : text.Length;
            Line line = Read(text, start, end);
            int first = token;
            while (first < tokens.Count && tokens[first].Start < line.Start)
            {
                first++;
            }

            token = first;
            while (token < tokens.Count && tokens[token].Start < line.End)
            {
                token++;
            }

            if (IsDay(line, first, token, tokens, vocabulary))
            {
                first--;
                line = line with
                {
                    Start = tokens[first].Start,
                    Length = line.End - tokens[first].Start,
                    Mark = ListMark.None,
                };
            }

            lines.Add(line with { Tokens = new TokenRange(first, token - first) });
            start = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
            {
                start++;
            }
        }

        return lines;
    }

    /// <summary>"14. April …" at the start of a line is a day, not the fourteenth item.</summary>
    private static bool IsDay(Line line, int first, int end, IReadOnlyList<Token> tokens, PlanVocabulary? vocabulary) =>
        line.Mark == ListMark.Number
        && first < end
        && first > 0
        && tokens[first - 1].Number
        && vocabulary is not null
        && vocabulary.Months.ContainsKey(tokens[first].Key);

    private static Line Read(string text, int start, int end)
    {
        int at = SkipSpace(text, start, end);
        int last = end;
        while (last > at && char.IsWhiteSpace(text[last - 1]))
        {
            last--;
        }

        if (at >= last)
        {
            return new Line(at, 0, default, ListMark.None, 0, false, true);
        }

        int level = 0;
        while (at + level < last && text[at + level] == '#')
        {
            level++;
        }

        at = SkipSpace(text, at + level, last);
        bool bold = IsBold(text, at, last);
        at = SkipStars(text, at, last);
        int unmarked = AfterMark(text, at, last);
        bool marked = unmarked > at;
        ListMark mark =
            !marked ? ListMark.None
            : Bullets.Contains(text[at], StringComparison.Ordinal) ? ListMark.Bullet
            : ListMark.Number;
        at = unmarked;
        bold |= marked && IsBold(text, at, last);
        at = SkipStars(text, at, last);
        while (last > at && (text[last - 1] is '*' or '_' or '#' || char.IsWhiteSpace(text[last - 1])))
        {
            last--;
        }

        return new Line(at, last - at, default, mark, level, bold, last <= at);
    }

    private static bool IsBold(string text, int at, int last) =>
        last - at > 4
        && text.AsSpan(at).StartsWith("**", StringComparison.Ordinal)
        && text.AsSpan(at, last - at).TrimEnd(":：").EndsWith("**", StringComparison.Ordinal);

    private static int SkipStars(string text, int at, int last)
    {
        int stars = at;
        while (stars < last && text[stars] is '*' or '_')
        {
            stars++;
        }

        return stars - at >= 2 && stars < last && !char.IsWhiteSpace(text[stars]) ? stars : at;
    }

    /// <summary>Where the content begins behind "-", "1.", "1.2", "(a)", "IV.", "一、", "（一）", "①".</summary>
    private static int AfterMark(string text, int at, int last)
    {
        if (at >= last)
        {
            return at;
        }

        char c = text[at];
        if (Bullets.Contains(c, StringComparison.Ordinal) && at + 1 < last && char.IsWhiteSpace(text[at + 1]))
        {
            return SkipSpace(text, at + 1, last);
        }

        if (c is (>= '①' and <= '⑳') or '•' or '●')
        {
            return SkipSpace(text, at + 1, last);
        }

        bool bracket = c is '(' or '（';
        int from = bracket ? at + 1 : at;
        int to = from;
        while (to < last && to - from < 5 && (char.IsAsciiDigit(text[to]) || text[to] == '.' && to > from))
        {
            to++;
        }

        bool digits = to > from && char.IsAsciiDigit(text[from]);
        if (!digits)
        {
            while (to < last && to - from < 3 && ChineseNumerals.Contains(text[to], StringComparison.Ordinal))
            {
                to++;
            }
        }

        bool numeral = to > from;
        if (!numeral && (to + 1 < last) && (char.IsAsciiLetter(text[to]) || IsRoman(text, to, last)))
        {
            to += IsRoman(text, to, last) ? RomanLength(text, to, last) : 1;
        }

        return to == from ? at : BehindMark(text, at, to, last, bracket, digits);
    }

    private static int BehindMark(string text, int at, int to, int last, bool bracket, bool digits)
    {
        bool dotTaken = digits && text[to - 1] == '.';
        if (to >= last)
        {
            return at;
        }

        char close = text[to];
        if (bracket)
        {
            return close is ')' or '）' ? SkipSpace(text, to + 1, last) : at;
        }

        if (dotTaken)
        {
            return char.IsWhiteSpace(close) ? SkipSpace(text, to, last) : at;
        }

        return close switch
        {
            '、' or '．' => SkipSpace(text, to + 1, last),
            ')'
            or '）'
            or '.' when to + 1 < last && (char.IsWhiteSpace(text[to + 1]) || Tokens.IsIdeographic(text[to + 1])) =>
                SkipSpace(text, to + 1, last),
            _ => at,
        };
    }

    private static bool IsRoman(string text, int at, int last) => RomanLength(text, at, last) > 0;

    private static int RomanLength(string text, int at, int last)
    {
        int to = at;
        while (to < last && to - at < 4 && text[to] is 'I' or 'V' or 'X')
        {
            to++;
        }

        return to - at;
    }

    private static int SkipSpace(string text, int at, int last)
    {
        while (at < last && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
