using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Reprieve.Responses.Checking.Reading;

/// <summary>A word, a number, or a single Chinese or Japanese character.</summary>
/// <param name="Key">Lower case, width folded, typographic apostrophe made plain.</param>
/// <param name="Capital">Whether it begins with a capital letter.</param>
/// <param name="Upper">Whether it has at least two letters and all are capitals.</param>
/// <param name="Quoted">Whether it stands within quotation marks.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(int Start, int Length, string Key, bool Capital, bool Upper, bool Quoted)
{
    public int End => Start + Length;

    /// <summary>Whether it is a character of a script without spaces.</summary>
    public bool Ideographic => Key.Length <= 2 && Tokens.IsIdeographic(Key[0]);

    /// <summary>Whether it begins with a digit.</summary>
    public bool Number => char.IsAsciiDigit(Key[0]);
}

/// <summary>Cuts a text into tokens in one pass; punctuation and white space fall away.</summary>
internal static class Tokens
{
    private const string Opening = "“„«「『《‚‘";
    private const string Closing = "”“»」』》‘’";

    public static List<Token> Of(string text)
    {
        List<Token> tokens = new(text.Length / 5);
        Dictionary<string, string> pool = new(StringComparer.Ordinal);
        var known = pool.GetAlternateLookup<ReadOnlySpan<char>>();
        var quotes = new QuoteDepth(text);
        Span<char> folded = stackalloc char[64];
        int at = 0;
        while (at < text.Length)
        {
            quotes.Pass(at);
            char c = text[at];
            if (!IsWordPart(text, at))
            {
                at++;
                continue;
            }

            int end = at + 1;
            if (char.IsSurrogate(c) && end < text.Length)
            {
                end++;
            }
            else if (!IsIdeographic(c))
            {
                end = EndOfWord(text, at);
            }

            tokens.Add(Make(text, at, end, folded, known, quotes.Inside));
            at = end;
        }

        return tokens;
    }

    public static bool IsIdeographic(char c) =>
        c is (>= '\u3400' and <= '\u9fff') or (>= '\u3041' and <= '\u30ff') or (>= '\uf900' and <= '\ufaff')
        || char.IsSurrogate(c);

    private static bool IsWordPart(string text, int at) =>
        char.IsSurrogate(text[at])
            ? at + 1 < text.Length
                && char.IsSurrogatePair(text[at], text[at + 1])
                && Rune.IsLetter(Rune.GetRuneAt(text, at))
            : char.IsLetterOrDigit(text[at]) && text[at] is not ('〇' or 'ー');

    /// <summary>French runs these into the next word: "l'acheteur" is two words.</summary>
    private static readonly string[] Elided =
    [
        "l",
        "d",
        "n",
        "s",
        "c",
        "j",
        "m",
        "t",
        "qu",
        "jusqu",
        "lorsqu",
        "puisqu",
    ];

    private static int EndOfWord(string text, int at)
    {
        int end = at + 1;
        while (end < text.Length)
        {
            char c = text[end];
            bool inside =
                (char.IsLetterOrDigit(c) && !IsIdeographic(c))
                || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark
                || (
                    c is '\'' or '’'
                    && end + 1 < text.Length
                    && char.IsLetter(text[end + 1])
                    && char.IsLetter(text[end - 1])
                );
            if (!inside)
            {
                break;
            }

            end++;
            if (c is '\'' or '’' && IsElided(text.AsSpan(at, end - 1 - at)))
            {
                break;
            }
        }

        return end;
    }

    private static bool IsElided(ReadOnlySpan<char> word)
    {
        foreach (string elided in Elided)
        {
            if (word.Equals(elided, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static Token Make(
        string text,
        int start,
        int end,
        Span<char> buffer,
        Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> pool,
        bool quoted
    )
    {
        int length = Math.Min(end - start, buffer.Length);
        bool upper = length > 1;
        for (int i = 0; i < length; i++)
        {
            char c = text[start + i];
            upper &= char.IsUpper(c);
            buffer[i] = Fold(c);
        }

        Span<char> key = buffer[..length];
        if (!pool.TryGetValue(key, out string? pooled))
        {
            pooled = key.ToString();
            pool[key] = pooled;
        }

        return new Token(start, end - start, pooled, char.IsUpper(text[start]), upper, quoted);
    }

    private static char Fold(char c) =>
        c switch
        {
            '’' => '\'',
            >= '\uff01' and <= '\uff5e' => char.ToLowerInvariant((char)(c - 0xfee0)),
            _ => char.ToLowerInvariant(c),
        };

    /// <summary>Follows quotation marks; an opening one without its closing one ends with the line.</summary>
    private struct QuoteDepth(string text)
    {
        private int _until = -1;

        public readonly bool Inside => _until >= 0;

        public void Pass(int at)
        {
            char c = text[at];
            if (_until >= 0)
            {
                _until = at >= _until ? -1 : _until;
            }
            else if (c == '"' || Opening.Contains(c, StringComparison.Ordinal))
            {
                _until = Close(at, c);
            }
        }

        private readonly int Close(int at, char open)
        {
            int limit = Math.Min(text.Length, at + 400);
            for (int i = at + 1; i < limit && text[i] is not ('\n' or '\r'); i++)
            {
                if (
                    open == '"' ? text[i] == '"' : Closing.Contains(text[i], StringComparison.Ordinal) && !Apostrophe(i)
                )
                {
                    return i;
                }
            }

            return -1;
        }

        private readonly bool Apostrophe(int i) =>
            text[i] == '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && char.IsLetter(text[i - 1]);
    }
}
