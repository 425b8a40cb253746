using System.Globalization;
using System.Text;

namespace Reprieve.Wording;

/// <summary>
/// A sentence as words. Marks are what cannot be reworded: figures, codes, and words with a capital that do not merely
/// begin the sentence. Where words are not parted (Chinese, Japanese) each character is one.
/// </summary>
internal sealed class Wordings
{
    private const int Stem = 4;

    private readonly HashSet<string> _known;

    public Wordings(string sentence, IReadOnlyList<string> facts, IReadOnlySet<string> small)
    {
        List<string> tokens = Tokens(sentence);
        HashSet<string> named = [.. facts.SelectMany(Tokens)];
        List<string> marks = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            string token = tokens[i];
            bool capital = char.IsUpper(token[0]) && (i > 0 || (named.Contains(token) && !small.Contains(token)));
            if (capital || token.Any(char.IsDigit))
            {
                marks.Add(token);
            }
        }

        Marks = marks;
        Words =
        [
            .. tokens
                .Where(token => !token.Any(char.IsDigit))
                .Select(token => token.ToLower(CultureInfo.InvariantCulture)),
        ];
        _known = [.. Words];
    }

    /// <summary>Figures and names, in order.</summary>
    public IReadOnlyList<string> Marks { get; }

    /// <summary>All words but figures, in lower case.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether a word stands here, in this or another ending ("checks", "checked").</summary>
    public bool Knows(string word) =>
        _known.Contains(word)
        || (word.Length >= Stem && _known.Any(known => known.Length >= Stem && SameStem(known, word)));

    /// <summary>Whether it is a letter of a script that does not part its words.</summary>
    public static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u9fff';

    private static bool SameStem(string one, string other)
    {
        int shared = one.AsSpan().CommonPrefixLength(other);
        return shared >= Stem
            && shared >= Math.Min(one.Length, other.Length) - 1
            && Math.Max(one.Length, other.Length) - shared <= 3;
    }

    /// <summary>Letters and digits, with what joins them inside (2026-09-30, 6.8, don't, plan.pdf); 6.8 % and 6.8% are one.</summary>
    private static List<string> Tokens(string text)
    {
        List<string> tokens = [];
        var token = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool ideograph = IsIdeograph(c);
            bool joins =
                token.Length > 0
                && i + 1 < text.Length
                && char.IsLetterOrDigit(text[i + 1])
                && c is '.' or ',' or ':' or '-' or '/' or '\'' or '’' or '_' or '@';
            if (!ideograph && (char.IsLetterOrDigit(c) || joins))
            {
                token.Append(c);
                continue;
            }

            Take();
            if (ideograph || c is '%' or '$' or '€' or '£' or '¥')
            {
                tokens.Add(c.ToString());
            }
        }

        Take();
        return tokens;

        void Take()
        {
            if (token.Length > 0)
            {
                tokens.Add(token.ToString());
                token.Clear();
            }
        }
    }
}
