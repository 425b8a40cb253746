namespace Reprieve.Notices;

/// <summary>
/// The words that knowledge uses, each with a number. A word may also stand for all words that begin with it
/// (<c>deaktivier*</c>); a word of the text then has several numbers.
/// </summary>
internal sealed class Lexicon
{
    private const int ShortestBeginning = 2;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int[]> _alternatives = [];
    private readonly List<string> _all = [""];
    private int _longestBeginning;
    private bool _closed;

    /// <summary>The number of a word of a wording; a beginning has a number of its own.</summary>
    public int Learn(string folded, bool isBeginning)
    {
        Dictionary<string, int> words = isBeginning ? _beginnings : _words;
        if (!words.TryGetValue(folded, out int number))
        {
            number = _all.Count;
            _all.Add(folded);
            words.Add(folded, number);
            _longestBeginning = isBeginning ? Math.Max(_longestBeginning, folded.Length) : _longestBeginning;
        }

        return number;
    }

    /// <summary>Ends learning: from now on known words know which beginnings they have.</summary>
    public void Close()
    {
        _closed = true;
        foreach ((string word, int number) in _words.Concat(_beginnings))
        {
            int[] beginnings = [.. BeginningsOf(word).Where(other => other != number)];
            if (beginnings.Length > 0)
            {
                _alternatives[number] = beginnings;
            }
        }
    }

    /// <summary>The number of a word of a text: its own, or that of its longest known beginning, or 0.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        System.Diagnostics.Debug.Assert(_closed, "words are looked up when all are known");
        Span<char> buffer = stackalloc char[2 * Letters.MaxWord];
        Span<char> folded = buffer[..Letters.Fold(word, buffer)];
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out int number))
        {
            return number;
        }

        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> beginnings = _beginnings.GetAlternateLookup<
            ReadOnlySpan<char>
        >();
        for (int length = Math.Min(folded.Length, _longestBeginning); length >= ShortestBeginning; length--)
        {
            if (beginnings.TryGetValue(folded[..length], out number))
            {
                return number;
            }
        }

        return 0;
    }

    /// <summary>Further numbers that the word of a number answers to.</summary>
    public ReadOnlySpan<int> Alternatives(int number) =>
        _alternatives.TryGetValue(number, out int[]? others) ? others : [];

    private IEnumerable<int> BeginningsOf(string word)
    {
        for (int length = Math.Min(word.Length, _longestBeginning); length >= ShortestBeginning; length--)
        {
            if (_beginnings.TryGetValue(word[..length], out int number))
            {
                yield return number;
            }
        }
    }
}
