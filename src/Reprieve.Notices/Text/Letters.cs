namespace Reprieve.Notices;

/// <summary>Folds letters so that case, width, accents and typographic variants do not matter when wordings are compared.</summary>
internal static class Letters
{
    private const string Accented = "àáâãäåāăąçćčĉďđèéêëēėęěğģìíîïīįıłľļñńňņòóôõöøōőŕřśšşșťţțùúûüūůűųýÿźžż";
    private const string Plain = "aaaaaaaaaccccddeeeeeeeeggiiiiiiilllnnnnoooooooorrsssstttuuuuuuuuyyzzz";

    /// <summary>Words longer than this are of no interest; the rest of such a word is not compared.</summary>
    public const int MaxWord = 64;

    private static readonly char[] Table = BuildTable();

    /// <summary>For each character of the scripts from Latin to Arabic whether it belongs to a word.</summary>
    private static readonly bool[] Words = BuildWords();

    /// <summary>Whether a character is written without spaces between words: Han, kana, hangul.</summary>
    public static bool IsCjk(char c) => c >= '\u3005' && IsCjkOfThese(c);

    private static bool IsCjkOfThese(char c) =>
        c
            is (<= '\u3007')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uAC00' and <= '\uD7AF')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFF66' and <= '\uFF9D');

    /// <summary>Whether a character shows nothing and stands between letters only to confuse: zero-width, soft hyphen, marks.</summary>
    public static bool IsInvisible(char c) =>
        c < '\u0300' ? c == '\u00AD' : c is < '\u2070' or >= '\uFE00' && IsInvisibleOfThese(c);

    private static bool IsInvisibleOfThese(char c) =>
        c
            is '\u034F'
                or '\u180E'
                or '\uFEFF'
                or (>= '\u200B' and <= '\u200F')
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u2069')
                or (>= '\u0300' and <= '\u036F')
                or (>= '\uFE00' and <= '\uFE0F')
        || ArabicLetters.IsMark(c);

    /// <summary>Whether a character is a letter of Latin script, accented or not.</summary>
    public static bool IsLatin(char c) => c < Table.Length && Words[c] && char.IsLetter(c);

    /// <summary>Whether a character belongs to a word.</summary>
    public static bool IsWord(char c) => c < Words.Length ? Words[c] : char.IsLetterOrDigit(c);

    /// <summary>Whether a character belongs to a word that spaces part from others.</summary>
    public static bool IsSpaced(char c) => c < Words.Length ? Words[c] : !IsCjk(c) && char.IsLetterOrDigit(c);

    /// <summary>Whether a character is an apostrophe, straight or not.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\uFF07';

    /// <summary>A character in ASCII width; the digits of Arabic as ASCII digits.</summary>
    public static char Narrow(char c) =>
        c switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            >= '\u0660' and <= '\u0669' => (char)(c - '\u0660' + '0'),
            >= '\u06F0' and <= '\u06F9' => (char)(c - '\u06F0' + '0'),
            _ => c,
        };

    /// <summary>How many letters and digits a text has.</summary>
    public static int CountLetters(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text)
        {
            count += IsWord(c) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Writes a word as it is seen, without what shows nothing, into <paramref name="shown"/> (as long as the word) and returns its length.</summary>
    public static int Shown(ReadOnlySpan<char> word, Span<char> shown)
    {
        int length = 0;
        foreach (char c in word)
        {
            if (!IsInvisible(c))
            {
                shown[length++] = c;
            }
        }

        return length;
    }

    /// <summary>Writes the folded form of a word into <paramref name="folded"/> (at least twice <see cref="MaxWord"/>) and returns its length.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        word = word.Length > MaxWord ? word[..MaxWord] : word;
        if (word.Length > 0 && ArabicLetters.IsArabic(word[0]))
        {
            return ArabicLetters.Fold(word, folded);
        }

        int length = 0;
        bool latin = false;
        bool strange = false;
        foreach (char raw in word)
        {
            if (raw < 0x80)
            {
                char plain = Table[raw];
                folded[length++] = plain;
                latin |= char.IsAsciiLetterLower(plain);
                continue;
            }

            if (IsCjk(raw))
            {
                folded[length++] = raw;
                continue;
            }

            if (IsInvisible(raw))
            {
                continue;
            }

            char c = Narrow(raw);
            if (c is 'ß' or 'ẞ')
            {
                folded[length++] = 's';
                c = 's';
            }
            else if (IsApostrophe(c))
            {
                c = '\'';
            }
            else
            {
                c = c < Table.Length ? Table[c] : char.ToLowerInvariant(c);
            }

            folded[length++] = c;
            latin |= char.IsAsciiLetter(c);
            strange |= c is >= Homoglyphs.First and <= Homoglyphs.Last;
        }

        if (latin && strange)
        {
            Homoglyphs.Replace(folded[..length]);
        }

        return length;
    }

    private static bool[] BuildWords()
    {
        var words = new bool[0x700];
        for (int c = 0; c < words.Length; c++)
        {
            words[c] = c < 0x80 ? char.IsAsciiLetterOrDigit((char)c) : char.IsLetterOrDigit((char)c);
        }

        return words;
    }

    private static char[] BuildTable()
    {
        var table = new char[0x250];
        for (int c = 0; c < table.Length; c++)
        {
            char lower = char.ToLowerInvariant((char)c);
            int accented = Accented.IndexOf(lower, StringComparison.Ordinal);
            table[c] = accented < 0 ? lower : Plain[accented];
        }

        table['İ'] = 'i';
        return table;
    }
}
