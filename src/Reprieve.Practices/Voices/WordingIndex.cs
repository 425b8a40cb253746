namespace Reprieve.Practices.Voices;

/// <summary>Wordings by their first letters, so that only few are held against each word of a comment.</summary>
internal sealed class WordingIndex
{
    /// <summary>So many letters at most fit a key.</summary>
    private const int Most = 4;

    /// <summary>By how many of its letters make the key of a wording: the wordings of each key, in the order of knowledge.</summary>
    private readonly Dictionary<ulong, List<Wording>>[] _byLength =
    [
        [],
        [],
        [],
        [],
        [],
    ];

    public WordingIndex(IEnumerable<Wording> wordings)
    {
        foreach (Wording wording in wordings)
        {
            int length = Math.Min(wording.Parts[0].Length, Most);
            ulong key = Key(wording.Parts[0], 0, length);
            if (!_byLength[length].TryGetValue(key, out List<Wording>? same))
            {
                _byLength[length].Add(key, same = []);
            }

            same.Add(wording);
        }
    }

    /// <summary>Adds the wordings that begin at a place of a comment.</summary>
    /// <param name="limit">End of the sentence.</param>
    /// <param name="gap">Characters that may stand between two parts of a wording.</param>
    public void AddHits(SpokenText text, int at, int limit, int gap, List<Hit> into)
    {
        for (int length = 1; length <= Math.Min(Most, limit - at); length++)
        {
            if (_byLength[length].TryGetValue(Key(text.Folded, at, length), out List<Wording>? wordings))
            {
                foreach (Wording wording in wordings)
                {
                    if (wording.EndIn(text, at, limit, gap) is { } end)
                    {
                        into.Add(new Hit(wording, at, end));
                    }
                }
            }
        }
    }

    private static ulong Key(string text, int at, int length)
    {
        ulong key = 0;
        for (int i = at; i < at + length; i++)
        {
            key = (key << 16) | text[i];
        }

        return key;
    }
}
