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

    /// <summary>Every phrase within the tokens from <paramref name="first"/> to before <paramref name="last"/>.</summary>
    public void Find(ReadOnlySpan<Token> tokens, int first, int last, Lexicon lexicon, List<Hit> hits)
    {
        for (int i = first; i < last; i++)
        {
            Walk(tokens, i, i, last, node: 0, lexicon, hits);
        }
    }

    private void Walk(ReadOnlySpan<Token> tokens, int start, int i, int last, int node, Lexicon lexicon, List<Hit> hits)
    {
        if (i >= last || tokens[i].Word == 0)
        {
            return;
        }

        Step(tokens, start, i, last, _next[node, tokens[i].Word], lexicon, hits);
        foreach (int alternative in lexicon.Alternatives(tokens[i].Word))
        {
            Step(tokens, start, i, last, _next[node, alternative], lexicon, hits);
        }
    }

    private void Step(ReadOnlySpan<Token> tokens, int start, int i, int last, int node, Lexicon lexicon, List<Hit> hits)
    {
        if (node == 0)
        {
            return;
        }

        if (_phraseAt[node] >= 0)
        {
            hits.Add(new Hit(_phraseAt[node], start, i + 1));
        }

        Walk(tokens, start, i + 1, last, node, lexicon, hits);
    }
}
