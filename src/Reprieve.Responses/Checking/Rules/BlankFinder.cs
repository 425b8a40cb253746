using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>Finds places in a text that were meant to be filled in, by their punctuation.</summary>
internal sealed class BlankFinder(string text)
{
    private const int MaxBracket = 80;

    /// <summary>[…], &lt;…&gt;, {…}, 【…】 with a filler word ("your", "insert") and no reference ("Attachment 2"); ( ) with nothing inside.</summary>
    public IEnumerable<(int Start, int Length)> Brackets(IReadOnlySet<string> fillers, IReadOnlySet<string> references)
    {
        for (int at = 0; at < text.Length; at++)
        {
            char close = Closing(text[at]);
            if (close == '\0')
            {
                continue;
            }

            int end = text.AsSpan(at + 1, Math.Min(MaxBracket, text.Length - at - 1)).IndexOfAny(close, '\n');
            if (end < 0 || text[at + 1 + end] != close)
            {
                continue;
            }

            if (IsBlank(text[at], text.Substring(at + 1, end), fillers, references))
            {
                yield return (at, end + 2);
            }
        }
    }

    /// <summary>Runs that stand for something: ___, ….., 〇〇, XXX, xx产品, "ASIN **".</summary>
    public IEnumerable<(int Start, int Length)> Runs(bool chinese)
    {
        int at = 0;
        while (at < text.Length)
        {
            int end = at + 1;
            while (end < text.Length && text[end] == text[at])
            {
                end++;
            }

            if (IsRunOfBlanks(at, end, chinese))
            {
                yield return (at, end - at);
            }

            at = end;
        }
    }

    /// <summary>"a seller from ,": a word that calls for another, a space, and a comma or point.</summary>
    public IEnumerable<(int Start, int Length)> AroundWords(IReadOnlyList<Token> tokens, IReadOnlySet<string> leading)
    {
        foreach (Token token in tokens)
        {
            int at = token.End;
            while (at < text.Length && text[at] is ' ' or '\u00a0' or '\t')
            {
                at++;
            }

            bool hanging = at > token.End && at < text.Length && text[at] is ',' or '.' or ';' && Ends(at);
            if (hanging && leading.Contains(token.Key))
            {
                yield return (token.Start, at + 1 - token.Start);
            }
        }
    }

    private bool Ends(int at) => at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]);

    private static char Closing(char open) =>
        open switch
        {
            '[' => ']',
            '<' => '>',
            '{' => '}',
            '【' => '】',
            '［' => '］',
            '(' => ')',
            '（' => '）',
            _ => '\0',
        };

    private static bool IsBlank(char open, string inside, IReadOnlySet<string> fillers, IReadOnlySet<string> references)
    {
        bool empty = inside.All(c => char.IsWhiteSpace(c) || c is '.' or '_' or '…' or '?' or '*' or '-');
        if (open is '(' or '（')
        {
            return inside.Length > 0 && empty;
        }

        if (empty)
        {
            return open is not '<' || inside.Length > 1;
        }

        if (inside.Contains("://", StringComparison.Ordinal) || inside.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        List<Token> words = Tokens.Of(inside);
        bool refers = words.Exists(word => references.Contains(word.Key));
        bool fills =
            words.Exists(word => fillers.Contains(word.Key))
            || fillers.Any(filler => IsIdeographicWord(filler) && inside.Contains(filler, StringComparison.Ordinal));
        return fills && !refers;
    }

    private static bool IsIdeographicWord(string word) => word.Length > 0 && Tokens.IsIdeographic(word[0]);

    private bool IsRunOfBlanks(int at, int end, bool chinese)
    {
        int length = end - at;
        char before = at > 0 ? text[at - 1] : '\n';
        char after = end < text.Length ? text[end] : '\n';
        bool ownLine = before is '\n' or '\r' && after is '\n' or '\r';
        return text[at] switch
        {
            '_' => length >= 3 && !ownLine && !IsWord(before) && !IsWord(after),
            '.' => length >= (chinese ? 7 : 5) && !ownLine,
            '…' => length >= 3,
            '〇' or '○' or '●' or '×' => length >= 2 && !ownLine,
            '某' => length >= 2,
            '*' => Stars(length, before, after, ownLine),
            'x' or 'X' => Crosses(length, before, after, at, end),
            _ => false,
        };
    }

    /// <summary>Stars that are no bold mark: spaces on both sides, or three and more behind a word without a beginning.</summary>
    private static bool Stars(int length, char before, char after, bool ownLine) =>
        length >= 2
        && !ownLine
        && (
            char.IsWhiteSpace(before) && !IsWord(after) && after is not ('"' or '“' or '[' or '(')
            || (length >= 4 && IsWord(before) && !IsWord(after))
        );

    /// <summary>XXX as a word of its own; two of them before a Chinese word, a percent sign, a date mark.</summary>
    private bool Crosses(int length, char before, char after, int at, int end)
    {
        if (length < 2 || IsLatin(before) || IsLatin(after))
        {
            return false;
        }

        if (length >= 3)
        {
            return !SizeOf(at, end);
        }

        return Tokens.IsIdeographic(after)
            || Tokens.IsIdeographic(before)
            || after is '%' or '％' or '/'
            || before is '$' or '€' or '¥' or '/';
    }

    /// <summary>"size XXX", "XXX/XL": a garment's size, beside another size.</summary>
    private bool SizeOf(int at, int end) =>
        (at >= 2 && text[at - 1] == '/' && text[at - 2] is 'L' or 'S')
        || (end + 1 < text.Length && text[end] == '/' && text[end + 1] is 'X' or 'L' or 'S');

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is '_';

    private static bool IsWord(char c) => char.IsLetterOrDigit(c);
}
