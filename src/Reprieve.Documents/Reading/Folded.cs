using System.Globalization;
using System.Text;

namespace Reprieve.Documents.Reading;

/// <summary>Brings text into one form, so that what looks alike compares alike.</summary>
internal static class Folded
{
    /// <summary>Compatibility form (full-width digits, ligatures, radicals), no control characters, single spaces.</summary>
    public static string Text(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in Normalised(text))
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                folded.Append(c);
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Lower case, every dash a space: for looking up, character for character as long as the text.</summary>
    public static string Key(string text) =>
        string.Create(
            text.Length,
            text,
            static (key, from) =>
            {
                for (int i = 0; i < key.Length; i++)
                {
                    char c = char.ToLowerInvariant(from[i]);
                    key[i] = char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? ' ' : c;
                }
            }
        );

    /// <summary>Whether a script is written without spaces between words.</summary>
    public static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');

    private static string Normalised(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Lone surrogates cannot be normalised; they are no letters either.
            return string.Concat(text.Where(c => !char.IsSurrogate(c))).Normalize(NormalizationForm.FormKC);
        }
    }
}
