using System.Globalization;
using System.Text;

namespace Reprieve.Practices.Listings;

/// <summary>What a folded character is to the words around it.</summary>
internal enum CharKind
{
    /// <summary>White space, dashes: between words, one for a whole run.</summary>
    Gap,

    /// <summary>Any other sign.</summary>
    Sign,

    /// <summary>A letter or digit of a script that writes words apart.</summary>
    Letter,

    /// <summary>Katakana: words are not written apart, but a run of it is a word.</summary>
    Katakana,

    /// <summary>Han, hiragana, Thai: a word may begin and end anywhere.</summary>
    Wide,

    /// <summary>A voicing mark of kana: part of the character before it.</summary>
    Mark,

    /// <summary>Folds into none or several, each of a kind of its own.</summary>
    Several,
}

/// <summary>
/// How characters are compared: compatibility forms unfolded (NFKD), accents off, lower case, white space and dashes as
/// a space, curly apostrophes as straight ones. Voicing marks of kana stay: they make another word.
/// </summary>
/// <remarks>A character's fold is looked up in pages of 256, each made when the first character of it comes.</remarks>
internal static class Folding
{
    private const int KindShift = 16;
    private const uint Several = (uint)CharKind.Several << KindShift;
    private static readonly Page?[] Pages = new Page?[256];

    /// <summary>The folds of the first 256 characters.</summary>
    public static readonly uint[] Latin = PageOf('\0').Folds;

    /// <summary>Whether a fold is exactly one character, <see cref="Char"/>; else it has to be asked for whole.</summary>
    public static bool IsOne(uint fold) => Kind(fold) is not CharKind.Several;

    public static char Char(uint fold) => (char)fold;

    public static CharKind Kind(uint fold) => (CharKind)(fold >> KindShift);

    /// <summary>The fold of a character: its folded form with its kind.</summary>
    public static uint Of(char c) => PageOf(c).Folds[c & 0xFF];

    /// <summary>The folded form of a character that is not one: none (an accent), or several ("ﬁ").</summary>
    public static string All(char c) => PageOf(c).Texts[c & 0xFF]!;

    /// <summary>The folded form of a character beyond the basic plane.</summary>
    public static string All(Rune rune) => Folded(rune.ToString());

    /// <summary>The kind of a character that is folded already.</summary>
    public static CharKind KindOf(char folded) =>
        folded switch
        {
            ' ' => CharKind.Gap,
            '\u3099' or '\u309A' => CharKind.Mark,
            (>= '\u30A1' and <= '\u30FA') or (>= '\u30FC' and <= '\u30FF') => CharKind.Katakana,
            (>= '\u3040' and <= '\u9FFF') or (>= '\u0E00' and <= '\u0E7F') when char.IsLetterOrDigit(folded) =>
                CharKind.Wide,
            _ when char.IsSurrogate(folded) || char.IsLetterOrDigit(folded) => CharKind.Letter,
            _ => CharKind.Sign,
        };

    private static Page PageOf(char c) => Pages[c >> 8] ??= Of(c >> 8);

    private static Page Of(int page)
    {
        var folds = new uint[256];
        var texts = new string?[256];
        for (int i = 0; i < folds.Length; i++)
        {
            var c = (char)((page << 8) | i);
            string folded = Folded(c.ToString());
            if (folded.Length == 1 && !char.IsSurrogate(c))
            {
                folds[i] = folded[0] | ((uint)KindOf(folded[0]) << KindShift);
            }
            else
            {
                folds[i] = Several;
                texts[i] = folded;
            }
        }

        return new Page(folds, texts);
    }

    private static string Folded(string character)
    {
        var folded = new StringBuilder(character.Length);
        foreach (char c in Decomposed(character))
        {
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(c);
            bool accent = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            if (!accent || c is '\u3099' or '\u309A')
            {
                folded.Append(
                    char.IsWhiteSpace(c) || c == '_' || category is UnicodeCategory.DashPunctuation ? ' '
                    : c is '\u2018' or '\u2019' or '\u02BC' ? '\''
                    : char.ToLowerInvariant(c)
                );
            }
        }

        return folded.ToString();
    }

    private static string Decomposed(string character)
    {
        try
        {
            return character.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // A code point that is no character has no other form.
            return character;
        }
    }

    private sealed record Page(uint[] Folds, string?[] Texts);
}
