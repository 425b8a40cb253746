namespace Reprieve.Notices;

/// <summary>A hash table from words to numbers above zero, in which the beginnings of a word are found while it is hashed.</summary>
internal sealed class WordTable
{
    private const int Smallest = 256;
    private const uint Seed = 2166136261;

    private string?[] _words = new string?[Smallest];
    private uint[] _hashes = new uint[Smallest];
    private int[] _numbers = new int[Smallest];
    private int _count;

    /// <summary>The hash of nothing, from which that of a word is built letter by letter.</summary>
    public const uint Empty = Seed;

    public static uint Hash(uint hash, char letter) => (hash ^ letter) * 16777619;

    public static uint Hash(ReadOnlySpan<char> word)
    {
        uint hash = Empty;
        foreach (char letter in word)
        {
            hash = Hash(hash, letter);
        }

        return hash;
    }

    /// <summary>The number of a word whose hash is known; 0 when it is not in the table.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        for (uint at = hash & (uint)(_words.Length - 1); ; at = (at + 1) & (uint)(_words.Length - 1))
        {
            if (_words[at] is not { } known)
            {
                return 0;
            }

            if (_hashes[at] == hash && word.SequenceEqual(known))
            {
                return _numbers[at];
            }
        }
    }

    public int Find(ReadOnlySpan<char> word) => Find(word, Hash(word));

    public void Add(string word, int number)
    {
        if (2 * (_count + 1) > _words.Length)
        {
            Grow();
        }

        Put(word, Hash(word), number);
    }

    private void Put(string word, uint hash, int number)
    {
        uint at = hash & (uint)(_words.Length - 1);
        while (_words[at] is not null)
        {
            at = (at + 1) & (uint)(_words.Length - 1);
        }

        (_words[at], _hashes[at], _numbers[at]) = (word, hash, number);
        _count++;
    }

    private void Grow()
    {
        (string?[] words, uint[] hashes, int[] numbers) = (_words, _hashes, _numbers);
        int size = 2 * words.Length;
        (_words, _hashes, _numbers, _count) = (new string?[size], new uint[size], new int[size], 0);
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] is { } word)
            {
                Put(word, hashes[i], numbers[i]);
            }
        }
    }
}
