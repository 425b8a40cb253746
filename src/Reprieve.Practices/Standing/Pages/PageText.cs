using System.Text;

namespace Reprieve.Practices.Standing;

/// <summary>The text of a page in one form of blanks and signs, and what stands where in it.</summary>
internal static class PageText
{
    /// <summary>Signs of full width become those of one letter; blanks in a row become one, a line break where one is among them.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            char sign = letter switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
                '\u200B' or '\uFEFF' => ' ',
                _ => letter,
            };
            if (!char.IsWhiteSpace(sign))
            {
                plain.Append(sign);
                continue;
            }

            bool line = sign is '\n' or '\r' or '\u2028' or '\u2029';
            if (plain.Length > 0 && plain[^1] is ' ' or '\n')
            {
                plain[^1] = line ? '\n' : plain[^1];
            }
            else if (plain.Length > 0)
            {
                plain.Append(line ? '\n' : ' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>Whether a word stands at a place, and not within a longer one. A line may break within it.</summary>
    public static bool Stands(string text, int at, string word)
    {
        int end = at + word.Length;
        return end <= text.Length
            && text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
            && !(at > 0 && IsJoined(text[at - 1], word[0]))
            && !(end < text.Length && IsJoined(word[^1], text[end]));
    }

    /// <summary>Whether one of some words stands in a part of the text.</summary>
    public static bool Has(string text, int from, int end, IEnumerable<string> words) =>
        words.Any(word =>
        {
            for (int at = from; at + word.Length <= end; at++)
            {
                at = text.IndexOf(word, at, end - at, StringComparison.OrdinalIgnoreCase);
                if (at < 0)
                {
                    return false;
                }

                if (Stands(text, at, word))
                {
                    return true;
                }
            }

            return false;
        });

    /// <summary>The end of what comes before a place, blanks, colons and brackets left out.</summary>
    public static int Before(string text, int at, int first)
    {
        while (at > first && text[at - 1] is ' ' or '\n' or ':' or '(')
        {
            at--;
        }

        return at;
    }

    /// <summary>Whether a word ends at a place.</summary>
    public static bool Ends(string text, int end, string word) =>
        end >= word.Length && Stands(text, end - word.Length, word);

    /// <summary>Whether two letters are of one word; Chinese and Japanese part no words.</summary>
    private static bool IsJoined(char left, char right) => IsOfWord(left) && IsOfWord(right);

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) && letter < '\u2E80';
}
