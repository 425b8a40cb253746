using System.Globalization;
using System.Text;

namespace Reprieve.Alerts.Messages;

/// <summary>
/// Takes from a text what would make it act in a chat: an alert may quote a mail, and the mail may be a forgery. Nobody is
/// called by it, no address in it can be clicked, and it cannot be turned around.
/// </summary>
internal static class InertText
{
    /// <summary>Joins without a sign; what stands on both sides is no longer one address.</summary>
    private const char Joiner = '\u2060';

    /// <summary>The text in several lines.</summary>
    public static string Of(string text)
    {
        var made = new StringBuilder(text.Length + 16);
        bool afterWord = false;
        for (int i = 0; i < text.Length; )
        {
            if (
                Rune.DecodeFromUtf16(text.AsSpan(i), out Rune rune, out int length)
                != System.Buffers.OperationStatus.Done
            )
            {
                rune = Rune.ReplacementChar;
            }

            i += length;
            Append(made, rune, afterWord, text.AsSpan(i));
            afterWord = Rune.IsLetterOrDigit(rune);
        }

        return made.ToString().Trim();
    }

    /// <summary>The text in one line.</summary>
    public static string Line(string text) =>
        string.Join(' ', Of(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static void Append(StringBuilder made, Rune rune, bool afterWord, ReadOnlySpan<char> rest)
    {
        switch (rune.Value)
        {
            case '\n' or 0x2028 or 0x2029:
                made.Append('\n');
                break;
            case '\t':
                made.Append(' ');
                break;
            case '@' or 0xFF20:
                made.Append((char)rune.Value).Append(Joiner);
                break;
            case ':' when rest.StartsWith("//"):
                made.Append("[:]");
                break;
            case '.' when afterWord && rest.Length > 0 && char.IsLetter(rest[0]):
                made.Append('.').Append(Joiner);
                break;
            default:
                if (!Steers(rune))
                {
                    made.Append(rune);
                }

                break;
        }
    }

    /// <summary>Control characters, and those that turn the direction or have no width; emoji keep their joiner.</summary>
    private static bool Steers(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        || rune.Value is 0x200B or 0x200E or 0x200F or 0x061C or 0xFEFF or 0x2060
        || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069;
}
