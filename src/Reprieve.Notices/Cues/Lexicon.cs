namespace Reprieve.Notices;

/// <summary>
/// The words that knowledge uses, each with a number. A word may also stand for all words that begin with it
/// (<c>deaktivier*</c>); a word of the text then has several numbers.
/// </summary>
internal sealed class Lexicon
{
    private const int ShortestBeginning = 2;

    private readonly WordTable _words = new();
    private readonly WordTable _beginnings = new();
    private readonly List<string> _all = [""];
    private Runs<int> _alternatives;

    /// <summary>A bit for each word that has alternatives: few have, and this says so at once.</summary>
    private ulong[] _varied = [];
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
            _longestBeginning = isBeginning ? Math.Max(_longestBeginning, word.Length) : _longestBeginning;
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
    public int Find(ReadOnlySpan<char> folded) => Find(folded, WordTable.Hash(folded));

    /// <inheritdoc cref="Find(ReadOnlySpan{char})"/>
    public int Find(ReadOnlySpan<char> folded, uint hash)
    {
        int number = _words.Find(folded, hash);
        return number == 0 ? LongestBeginning(folded) : number;
    }

    private int LongestBeginning(ReadOnlySpan<char> word)
    {
        int longest = 0;
        uint hash = WordTable.Empty;
        for (int i = 0; i < word.Length && i < _longestBeginning; i++)
        {
            hash = WordTable.Hash(hash, word[i]);
            if (i + 1 >= ShortestBeginning && _beginnings.Find(word[..(i + 1)], hash) is not 0 and var number)
            {
                longest = number;
            }
        }

        return longest;
    }

    /// <summary>Further numbers that the word of a number answers to.</summary>
    public ReadOnlySpan<int> Alternatives(int number) =>
        (_varied[number / 64] & (1UL << (number % 64))) == 0 ? [] : _alternatives[number];

    private void BeginningsOf(string word, int itself, List<int> found)
    {
        for (int length = Math.Min(word.Length, _longestBeginning); length >= ShortestBeginning; length--)
        {
            if (_beginnings.Find(word.AsSpan(0, length)) is not 0 and var number && number != itself)
            {
                found.Add(number);
            }
        }
    }
}
