using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>
/// All phrases of all wordings, found together in one pass over the numbers of a text's words. A word boundary is
/// a token boundary, so "act" is not found in "contact"; scripts without spaces have a token for each character.
/// </summary>
internal sealed class PhraseTrie
{
    private readonly Dictionary<long, int> _next = [];
    private readonly List<int> _phraseAt = [-1];
    private int _phrases;

    /// <summary>A phrase found: tokens from First to before Last.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Hit(int Phrase, int First, int Last);

    /// <summary>The number of a phrase; the same words have the same number.</summary>
    public int Add(ReadOnlySpan<int> words)
    {
        int node = 0;
        foreach (int word in words)
        {
            ref int next = ref CollectionsMarshal.GetValueRefOrAddDefault(_next, Key(node, word), out bool known);
            if (!known)
            {
                next = _phraseAt.Count;
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

    public int Count => _phrases;

    /// <summary>Every phrase within the tokens from <paramref name="first"/> to before <paramref name="last"/>.</summary>
    public void Find(ReadOnlySpan<Token> tokens, int first, int last, Lexicon lexicon, List<Hit> hits)
    {
        for (int i = first; i < last; i++)
        {
            if (tokens[i].Word != 0)
            {
                Walk(tokens, i, i, last, node: 0, lexicon, hits);
            }
        }
    }

    private void Walk(ReadOnlySpan<Token> tokens, int start, int i, int last, int node, Lexicon lexicon, List<Hit> hits)
    {
        if (i >= last || tokens[i].Word == 0)
        {
            return;
        }

        Step(tokens, start, i, last, node, tokens[i].Word, lexicon, hits);
        foreach (int alternative in lexicon.Alternatives(tokens[i].Word))
        {
            Step(tokens, start, i, last, node, alternative, lexicon, hits);
        }
    }

    private void Step(
        ReadOnlySpan<Token> tokens,
        int start,
        int i,
        int last,
        int node,
        int word,
        Lexicon lexicon,
        List<Hit> hits
    )
    {
        if (!_next.TryGetValue(Key(node, word), out int next))
        {
            return;
        }

        if (_phraseAt[next] >= 0)
        {
            hits.Add(new Hit(_phraseAt[next], start, i + 1));
        }

        Walk(tokens, start, i + 1, last, next, lexicon, hits);
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;
}
