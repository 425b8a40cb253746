using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// Tells a text's language by the frequent little words and characters that knowledge lists for each. A word that
/// several languages share speaks for each of them the less.
/// </summary>
internal sealed class LanguageIdentifier
{
    /// <summary>The tag of a language that could not be told.</summary>
    public const string Unknown = "und";

    private const int LookAt = 20_000;

    /// <summary>Votes of twelfths, so that a word shared by two, three, four or six languages counts whole numbers.</summary>
    private const int Whole = 12;
    private const int Enough = 2 * Whole;

    private readonly List<string> _languages = [];
    private readonly WordTable _words = new();
    private readonly Runs<int> _speaksFor;

    public LanguageIdentifier(NoticeBook book)
    {
        var buffer = new char[2 * Letters.MaxWord];
        List<List<int>> speaksFor =
        [
            [],
        ];
        foreach (BookLanguage language in book.Languages)
        {
            foreach (string word in language.CommonWords)
            {
                Learn(buffer.AsSpan(0, Letters.Fold(word, buffer)), _languages.Count, speaksFor);
            }

            _languages.Add(language.Code);
        }

        List<int> all = [];
        var ends = new int[speaksFor.Count];
        for (int word = 0; word < ends.Length; word++)
        {
            all.AddRange(speaksFor[word]);
            ends[word] = all.Count;
        }

        _speaksFor = new Runs<int>([.. all], ends);
    }

    /// <summary>The BCP 47 tag; a declared language decides only where the text does not.</summary>
    public string Identify(string text, string? declared)
    {
        var votes = new int[_languages.Count];
        Count(text.AsSpan(0, Math.Min(text.Length, LookAt)), votes);
        int best = 0;
        int second = 0;
        for (int i = 1; i < votes.Length; i++)
        {
            if (votes[i] > votes[best])
            {
                (second, best) = (best, i);
            }
            else if (second == best || votes[i] > votes[second])
            {
                second = i;
            }
        }

        if (votes.Length == 0 || votes[best] < Enough)
        {
            return Declared(declared) ?? Unknown;
        }

        bool tie = second != best && votes[second] == votes[best];
        return tie ? Declared(declared) ?? _languages[best] : _languages[best];
    }

    private void Learn(ReadOnlySpan<char> word, int language, List<List<int>> speaksFor)
    {
        int number = _words.Find(word);
        if (number == 0)
        {
            number = speaksFor.Count;
            _words.Add(word, number);
            speaksFor.Add([]);
        }

        if (!speaksFor[number].Contains(language))
        {
            speaksFor[number].Add(language);
        }
    }

    private string? Declared(string? tag) =>
        string.IsNullOrWhiteSpace(tag)
            ? null
            : _languages.Find(l => l.Equals(tag, StringComparison.OrdinalIgnoreCase))
                ?? _languages.Find(l => l.StartsWith(tag.Split('-')[0], StringComparison.OrdinalIgnoreCase))
                ?? tag;

    private void Count(ReadOnlySpan<char> text, int[] votes)
    {
        Span<char> buffer = stackalloc char[2 * Letters.MaxWord];
        int i = 0;
        while (i < text.Length)
        {
            int end = i + 1;
            if (text[i] == ' ')
            {
                i = end;
                continue;
            }

            if (Letters.IsWord(text[i]) && !Letters.IsCjk(text[i]))
            {
                while (end < text.Length && Letters.IsWord(text[end]) && !Letters.IsCjk(text[end]))
                {
                    end++;
                }
            }
            else if (!Letters.IsCjk(text[i]))
            {
                i = end;
                continue;
            }

            ReadOnlySpan<int> languages = _speaksFor[_words.Find(buffer[..Letters.Fold(text[i..end], buffer)])];
            foreach (int language in languages)
            {
                votes[language] += Whole / languages.Length;
            }

            i = end;
        }
    }
}
