using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>Finds the wordings of a sentence: whole phrases, gaps bridged, those with an "unless" in the sentence left out.</summary>
internal sealed class CueMatcher(CueIndex index, int tokens)
{
    /// <summary>How many words a gap may bridge.</summary>
    private const int GapReach = 60;

    private const int MaxHitsPerSentence = 400;
    private const int FirstPhrases = 1024;
    /// <summary>So many sentences are looked through before the first is asked more: memory is waited for at once for all.</summary>
    private const int Together = 64;

    /// <summary>The phrases of the sentences that were looked through, one sentence after the other.</summary>
    private readonly List<PhraseTrie.Hit> _all = new(Math.Min(tokens, FirstPhrases));

    /// <summary>Where those of the first sentence begin, and for each where its own end.</summary>
    private readonly int[] _ends = new int[Together + 1];

    /// <summary>A bit for each phrase of the sentence: most of what is looked for is not there, and this says so at once.</summary>
    private ulong _marks;

    /// <summary>The same with two bits for each.</summary>
    private ulong _traits;

    /// <summary>Adds the wordings of sentences to <paramref name="hits"/>, in their order, and tells each which are its own.</summary>
    public void Match(ReadOnlySpan<Sentence> sentences, List<CueHit> hits)
    {
        while (!sentences.IsEmpty)
        {
            ReadOnlySpan<Sentence> some = sentences[..Math.Min(Together, sentences.Length)];
            Look(some);
            for (int i = 0; i < some.Length; i++)
            {
                int first = hits.Count;
                Match(some[i], CollectionsMarshal.AsSpan(_all)[_ends[i].._ends[i + 1]], hits);
                some[i].Keep(first, CollectionsMarshal.AsSpan(hits)[first..]);
            }

            sentences = sentences[some.Length..];
        }
    }

    /// <summary>Finds the phrases of sentences, and lets come what is asked of each.</summary>
    private void Look(ReadOnlySpan<Sentence> sentences)
    {
        _all.Clear();
        for (int i = 0; i < sentences.Length; i++)
        {
            Sentence sentence = sentences[i];
            index.Phrases.Find(sentence.Part.Tokens, sentence.First, sentence.Last, index.Lexicon, _all);
            _ends[i + 1] = _all.Count;
        }

        ulong seen = 0;
        ReadOnlySpan<CueStart> starts = index.Starts;
        foreach (ref readonly PhraseTrie.Hit phrase in CollectionsMarshal.AsSpan(_all))
        {
            seen += phrase.Phrase < starts.Length ? starts[phrase.Phrase].Marks : 0;
        }

        Ahead.Came(seen);
    }

    private void Match(Sentence sentence, ReadOnlySpan<PhraseTrie.Hit> phrases, List<CueHit> hits)
    {
        ReadOnlySpan<CueStart> starts = index.Starts;
        (_marks, _traits) = (0, 0);
        foreach (ref readonly PhraseTrie.Hit phrase in phrases)
        {
            _marks |= CueStart.Mark(phrase.Phrase);
            _traits |= CueStart.Traits(phrase.Phrase);
        }

        int most = hits.Count + MaxHitsPerSentence;
        for (int i = 0; i < phrases.Length && hits.Count < most; i++)
        {
            for (int at = phrases[i].Phrase; at < starts.Length; at++)
            {
                ref readonly CueStart start = ref starts[at];
                if (End(start, phrases, i) is >= 0 and var last)
                {
                    hits.Add(new CueHit(start, sentence, phrases[i].First, last));
                }

                if (start.IsLast)
                {
                    break;
                }
            }
        }
    }

    /// <summary>Where a wording ends whose first phrase is the hit at <paramref name="from"/>; -1 when it does not stand there.</summary>
    private int End(in CueStart start, ReadOnlySpan<PhraseTrie.Hit> phrases, int from)
    {
        if (start.IsOnePhrase)
        {
            return (start.Marks & _marks) == 0 || !Unless(start.Pattern, phrases) ? phrases[from].Last : -1;
        }

        if ((start.Marks & ~_traits) != 0)
        {
            return -1;
        }

        int last = End(start.Pattern.Parts, phrases, from);
        return last >= 0 && Unless(start.Pattern, phrases) ? -1 : last;
    }

    /// <summary>Where phrases with gaps end whose first is the hit at <paramref name="from"/>; -1 when the rest is not there.</summary>
    private static int End(int[] parts, ReadOnlySpan<PhraseTrie.Hit> phrases, int from)
    {
        int last = phrases[from].Last;
        int at = from;
        for (int part = 1; part < parts.Length; part++)
        {
            at++;
            int reach = last + GapReach;
            while (at < phrases.Length && (phrases[at].Phrase != parts[part] || phrases[at].First < last))
            {
                at = phrases[at].First > reach ? phrases.Length : at + 1;
            }

            if (at == phrases.Length)
            {
                return -1;
            }

            last = phrases[at].Last;
        }

        return last;
    }

    private bool MayStand(int phrase) => (_marks & CueStart.Mark(phrase)) != 0;

    private bool Unless(CuePattern pattern, ReadOnlySpan<PhraseTrie.Hit> phrases)
    {
        foreach (int[] parts in pattern.Unless)
        {
            for (int i = 0; i < phrases.Length && MayStand(parts[0]); i++)
            {
                if (phrases[i].Phrase == parts[0] && End(parts, phrases, i) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
