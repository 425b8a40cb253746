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

    private const int Marks = 8 * 1024;

    private readonly List<string> _languages = [];
    private readonly WordTable _words = new();

    /// <summary>A bit for each word of the table, which it shares with others: most words of a text are not in it, and this says so at once.</summary>
    private readonly ulong[] _marks = new ulong[Marks / 64];

    /// <summary>A word's votes stand side by side, a byte for each language, so that all are counted at once.</summary>
    private const int VotesAtOnce = 8;

    /// <summary>So many words' votes have room in a byte.</summary>
    private const int Rounds = byte.MaxValue / Whole;

    private readonly ulong[] _votes;
    private readonly int _lanes;

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

        _lanes = (_languages.Count + VotesAtOnce - 1) / VotesAtOnce;
        _votes = new ulong[_lanes * speaksFor.Count];
        for (int word = 0; word < speaksFor.Count; word++)
        {
            foreach (int language in speaksFor[word])
            {
                ulong vote = (ulong)(Whole / speaksFor[word].Count);
                _votes[(_lanes * word) + (language / VotesAtOnce)] |= vote << (8 * (language % VotesAtOnce));
            }
        }
    }

    /// <summary>The BCP 47 tag; a declared language decides only where the text does not.</summary>
    public string Identify(CutText text, string? declared)
    {
        Span<int> votes = stackalloc int[_languages.Count];
        var counted = new Votes(_votes, stackalloc ulong[_lanes], votes);
        Count(text, ref counted);
        counted.Close();
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
            (int at, ulong bit) = Mark(WordKey.Of(word));
            _marks[at] |= bit;
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

    /// <summary>Words of plain letters vote by their keys; what stands between two of them is looked at more closely.</summary>
    private void Count(CutText text, ref Votes votes)
    {
        const int Nothing = -1;
        Span<char> buffer = stackalloc char[2 * Letters.MaxWord];
        ReadOnlySpan<char> read = text.Text.AsSpan(0, Math.Min(text.Text.Length, LookAt));
        int close = Nothing;
        for (int i = 0; i < text.Tokens.Length && text.Tokens[i].Start < read.Length; i++)
        {
            ref readonly Token token = ref text.Tokens[i];
            if (!token.Is(TokenMarks.Plain | TokenMarks.Cjk) || token.End > read.Length)
            {
                close = close == Nothing ? token.Start : close;
                continue;
            }

            if (close != Nothing)
            {
                Count(read[close..token.Start], buffer, ref votes);
                close = Nothing;
            }

            ulong key = text.Keys[i];
            if (MayBeKnown(key))
            {
                votes.Add(Find(read.Slice(token.Start, token.Length), key, buffer));
            }
        }

        if (close != Nothing)
        {
            Count(read[close..], buffer, ref votes);
        }
    }

    private void Count(ReadOnlySpan<char> text, scoped Span<char> buffer, ref Votes votes)
    {
        int i = 0;
        while (i < text.Length)
        {
            int end = i;
            while (end < text.Length && Letters.IsSpaced(text[end]))
            {
                end++;
            }

            if (end > i)
            {
                votes.Add(_words.Find(buffer[..Letters.Fold(text[i..end], buffer)]));
            }

            i = Math.Max(end, i + 1);
        }
    }

    private int Find(ReadOnlySpan<char> word, ulong key, Span<char> buffer) =>
        _words.Find(WordKey.IsWhole(key) ? word : buffer[..Letters.Fold(word, buffer)], key);

    private bool MayBeKnown(ulong key)
    {
        (int at, ulong bit) = Mark(key);
        return (_marks[at] & bit) != 0;
    }

    private static (int At, ulong Bit) Mark(ulong key)
    {
        uint spread = WordKey.Spread(key) % Marks;
        return ((int)(spread / 64), 1UL << (int)(spread % 64));
    }

    /// <summary>Counts votes; words that are not known have none.</summary>
    private ref struct Votes(ReadOnlySpan<ulong> of, Span<ulong> sums, Span<int> votes)
    {
        private readonly ReadOnlySpan<ulong> _of = of;
        private readonly Span<ulong> _sums = sums;
        private readonly Span<int> _votes = votes;
        private int _left = Rounds;

        public void Add(int word)
        {
            ReadOnlySpan<ulong> own = _of.Slice(_sums.Length * word, _sums.Length);
            for (int lane = 0; lane < own.Length; lane++)
            {
                _sums[lane] += own[lane];
            }

            if (--_left == 0)
            {
                Close();
            }
        }

        /// <summary>Adds what was counted to the votes.</summary>
        public void Close()
        {
            for (int language = 0; language < _votes.Length; language++)
            {
                _votes[language] += (byte)(_sums[language / VotesAtOnce] >> (8 * (language % VotesAtOnce)));
            }

            _sums.Clear();
            _left = Rounds;
        }
    }
}
