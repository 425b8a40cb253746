using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>
/// All phrases of all wordings, found together in one pass over the numbers of a text's words. A word boundary is
/// a token boundary, so "act" is not found in "contact"; scripts without spaces have a token for each character.
/// </summary>
internal sealed class PhraseTrie
{
    private readonly PairTable _next = new();
    private readonly List<int> _phraseAt = [-1];
    private int[] _phraseOf = [];
    private int[][] _starts = [];
    private int _phrases;

    /// <summary>A phrase found: tokens from First to before Last.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Hit(int Phrase, int First, int Last);

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
                _phraseAt.Add(-1);
            }

            node = next;
        }

        if (_phraseAt[node] < 0)
        {
            _phraseAt[node] = _phrases++;
        }

        return _phraseAt[node];
    }

    /// <summary>Ends adding: from now on each word knows the nodes at which a phrase that begins with it goes on.</summary>
    public void Close(Lexicon lexicon)
    {
        _phraseOf = [.. _phraseAt];
        _starts = new int[lexicon.Count][];
        List<int> nodes = [];
        for (int word = 0; word < _starts.Length; word++)
        {
            nodes.Clear();
            AddNext(0, word, nodes);
            foreach (int alternative in lexicon.Alternatives(word))
            {
                AddNext(0, alternative, nodes);
            }

            _starts[word] = nodes.Count == 0 ? [] : [.. nodes];
        }
    }

    /// <summary>Every phrase within the tokens from <paramref name="first"/> to before <paramref name="last"/>.</summary>
    public void Find(ReadOnlySpan<Token> tokens, int first, int last, Lexicon lexicon, List<Hit> hits)
    {
        for (int i = first; i < last; i++)
        {
            foreach (int node in _starts[tokens[i].Word])
            {
                Enter(tokens, i, i, last, node, lexicon, hits);
            }
        }
    }

    private void AddNext(int node, int word, List<int> nodes)
    {
        if (word != 0 && _next[node, word] is not 0 and var next)
        {
            nodes.Add(next);
        }
    }

    /// <summary>A phrase may end at a node, reached with the token at <paramref name="i"/>, and others go on from it.</summary>
    private void Enter(
        ReadOnlySpan<Token> tokens,
        int start,
        int i,
        int last,
        int node,
        Lexicon lexicon,
        List<Hit> hits
    )
    {
        if (_phraseOf[node] >= 0)
        {
            hits.Add(new Hit(_phraseOf[node], start, i + 1));
        }

        i++;
        if (i >= last || tokens[i].Word is not (not 0 and var word))
        {
            return;
        }

        if (_next[node, word] is not 0 and var next)
        {
            Enter(tokens, start, i, last, next, lexicon, hits);
        }

        foreach (int alternative in lexicon.Alternatives(word))
        {
            if (_next[node, alternative] is not 0 and var other)
            {
                Enter(tokens, start, i, last, other, lexicon, hits);
            }
        }
    }
}
