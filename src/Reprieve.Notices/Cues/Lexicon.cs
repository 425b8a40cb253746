namespace Reprieve.Notices;

/// <summary>
/// The words that knowledge uses, each with a number. A word may also stand for all words that begin with it
/// (<c>deaktivier*</c>); a word of the text then has several numbers.
/// </summary>
internal sealed class Lexicon
{
    private const int ShortestBeginning = 2;
    private const int Pairs = 1024;

    private readonly WordTable _words = new();
    private readonly WordTable _beginnings = new();
    private readonly List<string> _all = [""];
    private Runs<int> _alternatives;

    /// <summary>A bit for each word that has alternatives: few have, and this says so at once.</summary>
    private ulong[] _varied = [];

    /// <summary>For the first two letters of words the lengths of the beginnings that begin so: nearly always none.</summary>
    private readonly uint[] _lengths = new uint[Pairs];

    private int _longestBeginning;

    /// <summary>One more than the highest number.</summary>
    public int Count => _all.Count;

    /// <summary>The number of a word of a wording; a beginning has a number of its own.</summary>
    public int Learn(ReadOnlySpan<char> folded, bool isBeginning)
    {
        WordTable words = isBeginning ? _beginnings : _words;
        int number = words.Find(folded);
        if (number == 0)
        {
            number = _all.Count;
            string word = folded.ToString();
            _all.Add(word);
            words.Add(word, number);
            if (isBeginning && word.Length >= ShortestBeginning)
            {
                _longestBeginning = Math.Max(_longestBeginning, word.Length);
                _lengths[Pair(word)] |= Length(word.Length);
            }
        }

        return number;
    }

    /// <summary>Ends learning: from now on known words know which beginnings they have.</summary>
    public void Close()
    {
        List<int> beginnings = [];
        var ends = new int[_all.Count];
        for (int number = 1; number < ends.Length; number++)
        {
            BeginningsOf(_all[number], number, beginnings);
            ends[number] = beginnings.Count;
        }

        _alternatives = new Runs<int>([.. beginnings], ends);
        _varied = new ulong[(ends.Length / 64) + 1];
        for (int number = 1; number < ends.Length; number++)
        {
            _varied[number / 64] |= _alternatives[number].IsEmpty ? 0 : 1UL << (number % 64);
        }
    }

    /// <summary>The number of a folded word of a text: its own, or that of its longest known beginning, or 0.</summary>
    public int Find(ReadOnlySpan<char> folded)
    {
        ulong key = WordKey.Of(folded);
        int number = _words.Find(folded, key);
        return number == 0 ? LongestBeginning(folded, key) : number;
    }

    /// <summary>The same of a word whose key is known, and which needs to be folded only where that does not decide.</summary>
    /// <param name="word">Letters of Latin script, or one character of a script without spaces.</param>
    /// <param name="key">Its <see cref="WordKey"/>.</param>
    /// <param name="buffer">Room for its folded form, as <see cref="Letters.Fold"/> needs it.</param>
    public int Find(ReadOnlySpan<char> word, ulong key, Span<char> buffer)
    {
        int number = WordKey.IsWhole(key) ? _words.Find(word, key) : 0;
        if (number != 0 || word.Length < ShortestBeginning)
        {
            return number;
        }

        ReadOnlySpan<char> folded = buffer[..Letters.Fold(word, buffer)];
        number = WordKey.IsWhole(key) ? 0 : _words.Find(folded, key);
        return number == 0 ? LongestBeginning(folded, key) : number;
    }

    /// <summary>Lets come what is needed to find words by their keys.</summary>
    public void Fetch(ReadOnlySpan<ulong> keys)
    {
        ulong seen = 0;
        foreach (ulong key in keys)
        {
            seen += _words.First(key);
        }

        Ahead.Came(seen);
    }

    private int LongestBeginning(ReadOnlySpan<char> word, ulong key)
    {
        uint lengths = Lengths(word);
        for (
            int length = Math.Min(word.Length, _longestBeginning);
            lengths != 0 && length >= ShortestBeginning;
            length--
        )
        {
            bool known = (lengths & Length(length)) != 0;
            if (
                known
                && _beginnings.Find(word[..length], WordKey.OfBeginning(word, key, length)) is not 0 and var number
            )
            {
                return number;
            }
        }

        return 0;
    }

    /// <summary>The lengths of the beginnings that a word may have.</summary>
    private uint Lengths(ReadOnlySpan<char> word) => word.Length < ShortestBeginning ? 0 : _lengths[Pair(word)];

    /// <summary>A place for each pair of letters that words begin with, which it shares with others.</summary>
    private static int Pair(ReadOnlySpan<char> word) => ((word[0] * 32) + (word[1] & 31)) % Pairs;

    /// <summary>A bit for each length, and one for all that are longer than there are bits.</summary>
    private static uint Length(int length) => 1U << Math.Min(length, 31);

    /// <summary>Further numbers that the word of a number answers to.</summary>
    public ReadOnlySpan<int> Alternatives(int number) =>
        (_varied[number / 64] & (1UL << (number % 64))) == 0 ? [] : _alternatives[number];

    private void BeginningsOf(string word, int itself, List<int> found)
    {
        uint lengths = Lengths(word);
        for (
            int length = Math.Min(word.Length, _longestBeginning);
            lengths != 0 && length >= ShortestBeginning;
            length--
        )
        {
            bool known = (lengths & Length(length)) != 0;
            if (known && _beginnings.Find(word.AsSpan(0, length)) is not 0 and var number && number != itself)
            {
                found.Add(number);
            }
        }
    }
}
