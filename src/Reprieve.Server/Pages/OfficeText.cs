using System.Text;

namespace Reprieve.Server.Pages;

/// <summary>Text as Word and Excel files take it.</summary>
internal static class OfficeText
{
    /// <summary>The most that a cell of Excel takes, rounded down.</summary>
    private const int Longest = 32_000;

    /// <summary>Without control characters and halves of a character, which XML does not know, and not too long.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            if (rune.Value is '\t' or '\n' or (>= ' ' and not (0xFFFE or 0xFFFF)))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
