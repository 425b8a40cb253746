using System.Globalization;
using System.Text;

namespace Reprieve.Practices.Listings;

/// <summary>
/// A text as it is compared: compatibility forms unfolded (NFKD), accents off, lower case, runs of white space and
/// dashes as one space. Every character knows where it stands in the text as written.
/// </summary>
internal sealed class FoldedText
{
    private readonly string _written;
    private readonly List<int> _origin;

    public FoldedText(string written)
    {
        _written = written;
        _origin = new List<int>(written.Length);
        var folded = new StringBuilder(written.Length);
        for (int i = 0; i < written.Length; )
        {
            Rune.DecodeFromUtf16(written.AsSpan(i), out Rune rune, out int length);
            Append(folded, rune, i);
            i += length;
        }

        Text = folded.ToString();
    }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>A phrase in the same form.</summary>
    public static string Fold(string phrase) => new FoldedText(phrase).Text.Trim();

    /// <summary>The words as written at a place of the folded text.</summary>
    public string Quote(int start, int length)
    {
        int from = _origin[start];
        int to = start + length < _origin.Count ? _origin[start + length] : _written.Length;
        return _written[from..to].TrimEnd();
    }

    /// <summary>Whether a place is between words, so that a term may begin or end there. Scripts without spaces have no such places and need none.</summary>
    public bool IsEdge(int place) =>
        place <= 0
        || place >= Text.Length
        || !char.IsLetterOrDigit(Text[place - 1])
        || !char.IsLetterOrDigit(Text[place])
        || WritesWithoutSpaces(Text[place - 1])
        || WritesWithoutSpaces(Text[place]);

    private static bool WritesWithoutSpaces(char c) => c is >= '\u3040' and <= '\u9FFF' or >= '\u0E00' and <= '\u0E7F';

    private void Append(StringBuilder folded, Rune rune, int origin)
    {
        if (rune.IsAscii)
        {
            AppendOne(folded, (char)rune.Value, origin);
            return;
        }

        foreach (char c in Decomposed(rune))
        {
            if (
                CharUnicodeInfo.GetUnicodeCategory(c)
                is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            )
            {
                AppendOne(folded, c, origin);
            }
        }
    }

    private void AppendOne(StringBuilder folded, char c, int origin)
    {
        char kept =
            char.IsWhiteSpace(c) || c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation
                ? ' '
                : char.ToLowerInvariant(c);
        if (kept != ' ' || (folded.Length > 0 && folded[^1] != ' '))
        {
            folded.Append(kept);
            _origin.Add(origin);
        }
    }

    private static string Decomposed(Rune rune)
    {
        string text = rune.ToString();
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // A code point that is no character has no other form.
            return text;
        }
    }
}
