using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>
/// All phrases of all wordings, found together in one pass over the numbers of a text's words. A word boundary is
/// a token boundary, so "act" is not found in "contact"; scripts without spaces have a token for each character.
/// </summary>
internal sealed class PhraseTrie
{
    private const int None = -1;

    /// <summary>Up to so many words that go on are looked through together.</summary>
    private const int Few = 16;

    private readonly PairTable _next = new();
    private readonly List<int> _phraseAt = [None];
    private readonly List<int> _parents = [None];
    private readonly List<int> _words = [0];
    private int _phrases;

    /// <summary>
    /// The nodes in one piece, as a look into memory costs more than what is done there: for each node its phrase or
    /// <see cref="None"/>, how many words go on from it, these words in ascending order, and where the node of each stands.
    /// </summary>
    private int[] _nodes = [];

    /// <summary>
    /// For each word where the node of the phrases stands that begin with it; 0 when none does. Where several do, as the
    /// word has beginnings, the complement of where they are listed in <see cref="_several"/>: how many, and each.
    /// </summary>
    private int[] _starts = [];

    private int[] _several = [];

    /// <summary>A phrase found: tokens from First to before Last.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Hit(int Phrase, int First, int Last);

    /// <summary>How many phrases there are.</summary>
    public int Count => _phrases;

    /// <summary>The number of a phrase; the same words have the same number.</summary>
    public int Add(List<int> words)
    {
        int node = 0;
        foreach (int word in words)
        {
            int next = _next[node, word];
            if (next == 0)
            {
                next = _phraseAt.Count;
                _next[node, word] = next;
                _phraseAt.Add(None);
                _parents.Add(node);
                _words.Add(word);
            }

            node = next;
        }

        if (_phraseAt[node] == None)
        {
            _phraseAt[node] = _phrases++;
        }

        return _phraseAt[node];
    }

    /// <summary>Ends adding: lays out the nodes, and tells for each word the nodes of the phrases that begin with it.</summary>
    /// <param name="lexicon">The words.</param>
    /// <param name="numbers">For the number that a phrase was given the one that it has from now on.</param>
    public void Close(Lexicon lexicon, int[] numbers)
    {
        int[] at = Lay(ByWord(lexicon.Count), numbers);
        _starts = new int[lexicon.Count];
        List<int> several = [];
        List<int> nodes = [];
        for (int word = 0; word < _starts.Length; word++)
        {
            nodes.Clear();
            AddStart(word);
            foreach (int alternative in lexicon.Alternatives(word))
            {
                AddStart(alternative);
            }

            if (nodes.Count < 2)
            {
                _starts[word] = nodes.Count == 0 ? 0 : nodes[0];
            }
            else
            {
                _starts[word] = ~several.Count;
                several.Add(nodes.Count);
                several.AddRange(nodes);
            }
        }

        _several = [.. several];

        void AddStart(int word)
        {
            if (_next[0, word] is not 0 and var node)
            {
                nodes.Add(at[node]);
            }
        }
    }

    /// <summary>Lets come what <see cref="Find"/> will look at first.</summary>
    public void Fetch(ReadOnlySpan<Token> tokens)
    {
        ulong seen = 0;
        foreach (ref readonly Token token in tokens)
        {
            int start = _starts[token.Word];
            seen += (uint)(start < 0 ? _several[~start] : _nodes[start]);
        }

        Ahead.Came(seen);
    }

    /// <summary>Every phrase within the tokens from <paramref name="first"/> to before <paramref name="last"/>.</summary>
    public void Find(ReadOnlySpan<Token> tokens, int first, int last, Lexicon lexicon, List<Hit> hits)
    {
        var search = new Search(_nodes, tokens[..last], lexicon, hits);
        for (int i = first; i < last; i++)
        {
            int start = _starts[tokens[i].Word];
            if (start > 0)
            {
                search.Enter(i, i, start);
            }
            else if (start < 0)
            {
                foreach (int node in _several.AsSpan(~start + 1, _several[~start]))
                {
                    search.Enter(i, i, node);
                }
            }
        }
    }

    /// <summary>All nodes but the root, in the order of their words.</summary>
    private int[] ByWord(int words)
    {
        var ends = new int[words + 1];
        for (int node = 1; node < _words.Count; node++)
        {
            ends[_words[node] + 1]++;
        }

        for (int word = 0; word < words; word++)
        {
            ends[word + 1] += ends[word];
        }

        var ordered = new int[_words.Count - 1];
        for (int node = 1; node < _words.Count; node++)
        {
            ordered[ends[_words[node]]++] = node;
        }

        return ordered;
    }

    /// <summary>Fills <see cref="_nodes"/> and returns where each node stands in it.</summary>
    private int[] Lay(int[] byWord, int[] numbers)
    {
        var children = new int[_phraseAt.Count];
        foreach (int node in byWord)
        {
            children[_parents[node]]++;
        }

        var at = new int[_phraseAt.Count];
        int size = 0;
        for (int node = 0; node < at.Length; node++)
        {
            (at[node], size) = (size, size + 2 + (2 * children[node]));
        }

        _nodes = new int[size];
        for (int node = 0; node < at.Length; node++)
        {
            _nodes[at[node]] = _phraseAt[node] == None ? None : numbers[_phraseAt[node]];
        }

        foreach (int node in byWord)
        {
            int parent = at[_parents[node]];
            int child = parent + 2 + _nodes[parent + 1]++;
            (_nodes[child], _nodes[child + children[_parents[node]]]) = (_words[node], at[node]);
        }

        return at;
    }

    /// <summary>A search through the tokens of a text up to the end of a sentence.</summary>
    private readonly ref struct Search(int[] nodes, ReadOnlySpan<Token> tokens, Lexicon lexicon, List<Hit> hits)
    {
        private readonly ReadOnlySpan<Token> _tokens = tokens;

        /// <summary>A phrase may end at a node, reached with the token at <paramref name="i"/>, and others go on from it.</summary>
        public void Enter(int start, int i, int node)
        {
            int phrase = nodes[node];
            int count = nodes[node + 1];
            i++;
            if (phrase != None)
            {
                hits.Add(new Hit(phrase, start, i));
            }

            if (count == 0 || i >= _tokens.Length || _tokens[i].Word is not (not 0 and var word))
            {
                return;
            }

            ReadOnlySpan<int> children = nodes.AsSpan(node + 2, 2 * count);
            if (Child(children, word) is not None and var next)
            {
                Enter(start, i, next);
            }

            foreach (int alternative in lexicon.Alternatives(word))
            {
                if (Child(children, alternative) is not None and var other)
                {
                    Enter(start, i, other);
                }
            }
        }
    }

    private static int Child(ReadOnlySpan<int> children, int word)
    {
        int count = children.Length / 2;
        int low = 0;
        int length = count;
        while (length > Few)
        {
            int half = length / 2;
            low += children[low + half] <= word ? half : 0;
            length -= half;
        }

        int at = children.Slice(low, length).IndexOf(word);
        return at < 0 ? None : children[count + low + at];
    }
}
