using System.Buffers;

namespace Reprieve.Practices.Listings;

/// <summary>Amazon's rules for titles (2025): length, signs, repeated words; and capitals throughout, which an older text advises against.</summary>
internal static class TitleRules
{
    /// <summary>Longest title, in characters with spaces.</summary>
    private const int Longest = 200;

    /// <summary>A word may stand so often.</summary>
    private const int MostTimes = 2;

    /// <summary>Words of a title that are looked at; more are more than any title has.</summary>
    private const int MostWords = 200;

    private static readonly SearchValues<char> Signs = SearchValues.Create("!$?_{}^¬¦");

    /// <summary>What stands beyond the limit.</summary>
    public static string? TooLong(ReadOnlySpan<char> title)
    {
        ReadOnlySpan<char> rest = title.Length > Longest ? title[Longest..].Trim() : default;
        return rest.IsEmpty ? null : rest[..Math.Min(rest.Length, 60)].ToString();
    }

    /// <summary>The word with a sign that titles may not have.</summary>
    public static string? Sign(ReadOnlySpan<char> title) =>
        title.IndexOfAny(Signs) is >= 0 and int at ? ListingPatterns.Around(title, at) : null;

    /// <summary>A word that stands more than twice; numbers, single letters and small words are not counted.</summary>
    public static string? Repeated(ReadOnlySpan<char> title, IReadOnlyList<string> small)
    {
        Span<(int Start, int Length, int Hash)> words = stackalloc (int, int, int)[MostWords];
        int count = 0;
        for (int at = 0; at < title.Length && count < words.Length; )
        {
            int end = at;
            bool letters = false;
            while (end < title.Length && (char.IsLetterOrDigit(title[end]) || title[end] is '\'' or '’'))
            {
                letters |= char.IsLetter(title[end++]);
            }

            // Scripts without spaces have no words to count here.
            if (letters && end - at > 1 && title[at] < '\u2E80')
            {
                ReadOnlySpan<char> word = title[at..end];
                words[count++] = (at, end - at, string.GetHashCode(word, StringComparison.OrdinalIgnoreCase));
            }

            at = Math.Max(end, at + 1);
        }

        return Third(title, words[..count], small);
    }

    /// <summary>A title of several words without a small letter.</summary>
    public static string? Capitals(ReadOnlySpan<char> title)
    {
        int capitals = 0;
        int words = 0;
        bool inside = false;
        foreach (char c in title)
        {
            if (char.IsLower(c) || c > '\u2E80')
            {
                return null;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
            words += char.IsUpper(c) && !inside ? 1 : 0;
            inside = char.IsLetterOrDigit(c);
        }

        return words >= 4 && capitals >= 15 ? title[..Math.Min(title.Length, 60)].ToString() : null;
    }

    private static string? Third(
        ReadOnlySpan<char> title,
        ReadOnlySpan<(int Start, int Length, int Hash)> words,
        IReadOnlyList<string> small
    )
    {
        for (int i = MostTimes; i < words.Length; i++)
        {
            int times = 0;
            ReadOnlySpan<char> word = title.Slice(words[i].Start, words[i].Length);
            for (int before = 0; before < i; before++)
            {
                times +=
                    words[before].Hash == words[i].Hash
                    && word.Equals(
                        title.Slice(words[before].Start, words[before].Length),
                        StringComparison.OrdinalIgnoreCase
                    )
                        ? 1
                        : 0;
            }

            if (times >= MostTimes && !small.Contains(word.ToString(), StringComparer.OrdinalIgnoreCase))
            {
                return word.ToString();
            }
        }

        return null;
    }
}
