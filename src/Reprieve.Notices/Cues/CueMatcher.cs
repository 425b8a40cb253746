using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>Finds the wordings of a sentence: whole phrases, gaps bridged, those with an "unless" in the sentence left out.</summary>
internal sealed class CueMatcher(CueIndex index)
{
    /// <summary>How many words a gap may bridge.</summary>
    private const int GapReach = 60;

    private const int MaxHitsPerSentence = 400;
    private const int FirstPhrases = 32;

    private readonly List<PhraseTrie.Hit> _phrases = [];

    /// <summary>A bit for each phrase of the sentence: most of what is looked for is not there, and this says so at once.</summary>
    private ulong _marks;

    /// <summary>The same with two bits for each.</summary>
    private ulong _traits;

    /// <summary>Adds the wordings of sentences to <paramref name="hits"/>, in their order, and tells each which are its own.</summary>
    public void Match(ReadOnlySpan<Sentence> sentences, List<CueHit> hits)
    {
        KnownSentence?[] known = index.Known.Recall(sentences);
        for (int i = 0; i < known.Length; i++)
        {
            if (known[i] is null)
            {
                index.Phrases.Fetch(sentences[i].Words);
            }
        }

        for (int i = 0; i < known.Length; i++)
        {
            Sentence sentence = sentences[i];
            int first = hits.Count;
            if (known[i] is { } before)
            {
                before.AddTo(hits, sentence);
            }
            else
            {
                Match(sentence, hits);
                index.Known.Keep(sentence, CollectionsMarshal.AsSpan(hits)[first..]);
            }

            sentence.Keep(first, CollectionsMarshal.AsSpan(hits)[first..]);
        }
    }

    private void Match(Sentence sentence, List<CueHit> hits)
    {
        _phrases.Clear();
        _phrases.EnsureCapacity(FirstPhrases);
        index.Phrases.Find(sentence.Part.Tokens, sentence.First, sentence.Last, index.Lexicon, _phrases);
        ReadOnlySpan<PhraseTrie.Hit> phrases = CollectionsMarshal.AsSpan(_phrases);
        ReadOnlySpan<CueStart> starts = index.Starts;
        (_marks, _traits) = (0, 0);
        ulong seen = 0;
        foreach (ref readonly PhraseTrie.Hit phrase in phrases)
        {
            _marks |= CueStart.Mark(phrase.Phrase);
            _traits |= CueStart.Traits(phrase.Phrase);
            seen += phrase.Phrase < starts.Length ? starts[phrase.Phrase].Marks : 0;
        }

        Ahead.Came(seen);
        int most = hits.Count + MaxHitsPerSentence;
        for (int i = 0; i < phrases.Length && hits.Count < most; i++)
        {
            for (int at = phrases[i].Phrase; at < starts.Length; at++)
            {
                ref readonly CueStart start = ref starts[at];
                if (End(start, phrases, i) is >= 0 and var last)
                {
                    hits.Add(new CueHit(start.Pattern, start.Field, sentence, phrases[i].First, last));
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
