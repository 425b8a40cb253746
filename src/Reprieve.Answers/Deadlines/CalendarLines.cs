using System.Text;

namespace Reprieve.Answers.Deadlines;

/// <summary>
/// Lines of an iCalendar file, folded at 75 octets (RFC 5545, 3.1). The library folds by UTF-16 code units, which tears signs
/// apart that have two of them.
/// </summary>
internal static class CalendarLines
{
    private const int Longest = 75;
    private const string End = "\r\n";

    /// <summary>The file's bytes.</summary>
    public static byte[] Folded(string text)
    {
        // Unfolded first: a torn sign is whole again.
        string whole = text.ReplaceLineEndings(End).Replace(End + " ", "", StringComparison.Ordinal);
        var folded = new StringBuilder(whole.Length + (whole.Length / 20));
        int octets = 0;
        foreach (Rune sign in whole.EnumerateRunes())
        {
            if (sign.Value is '\r' or '\n')
            {
                octets = 0;
            }
            else if ((octets += sign.Utf8SequenceLength) > Longest)
            {
                folded.Append(End).Append(' ');
                octets = 1 + sign.Utf8SequenceLength;
            }

            folded.Append(sign.ToString());
        }

        return Encoding.UTF8.GetBytes(folded.ToString());
    }
}
