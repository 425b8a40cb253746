using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Tells a text's language by the frequent little words and characters that knowledge lists for each.</summary>
internal sealed class LanguageIdentifier
{
    /// <summary>The tag of a language that could not be told.</summary>
    public const string Unknown = "und";

    private const int LookAt = 20_000;
    private const int Enough = 2;

    private readonly List<string> _languages = [];
    private readonly Dictionary<string, List<int>> _words = new(StringComparer.Ordinal);

    public LanguageIdentifier(KnowledgeBase knowledge)
    {
        Span<char> buffer = stackalloc char[2 * Letters.MaxWord];
        foreach (Wording wording in knowledge.Wordings.Where(w => w.CommonWords.Count > 0))
        {
            foreach (string word in wording.CommonWords)
            {
                string folded = buffer[..Letters.Fold(word, buffer)].ToString();
                if (!_words.TryGetValue(folded, out List<int>? languages))
                {
                    _words[folded] = languages = [];
                }

                languages.Add(_languages.Count);
            }

            _languages.Add(wording.Code);
        }
    }

    /// <summary>The BCP 47 tag; a declared language decides only where the text does not.</summary>
    public string Identify(string text, string? declared)
    {
        var counts = new int[_languages.Count];
        Count(text.AsSpan(0, Math.Min(text.Length, LookAt)), counts);
        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        if (counts.Length == 0 || counts[best] < Enough)
        {
            return Declared(declared) ?? Unknown;
        }

        bool tie = counts.Count(c => c == counts[best]) > 1;
        return tie ? Declared(declared) ?? _languages[best] : _languages[best];
    }

    private string? Declared(string? tag) =>
        string.IsNullOrWhiteSpace(tag)
            ? null
            : _languages.Find(l => l.Equals(tag, StringComparison.OrdinalIgnoreCase))
                ?? _languages.Find(l => l.StartsWith(tag.Split('-')[0], StringComparison.OrdinalIgnoreCase))
                ?? tag;

    private void Count(ReadOnlySpan<char> text, int[] counts)
    {
        Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> words = _words.GetAlternateLookup<
            ReadOnlySpan<char>
        >();
        Span<char> buffer = stackalloc char[2 * Letters.MaxWord];
        int i = 0;
        while (i < text.Length)
        {
            int end = i + 1;
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

            if (words.TryGetValue(buffer[..Letters.Fold(text[i..end], buffer)], out List<int>? languages))
            {
                foreach (int language in languages)
                {
                    counts[language]++;
                }
            }

            i = end;
        }
    }
}
