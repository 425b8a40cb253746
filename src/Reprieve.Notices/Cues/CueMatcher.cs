namespace Reprieve.Notices;

/// <summary>Finds the wordings of a sentence: whole phrases, gaps bridged, those with an "unless" in the sentence left out.</summary>
internal sealed class CueMatcher(CueIndex index)
{
    /// <summary>How many words a gap may bridge.</summary>
    private const int GapReach = 60;

    private const int MaxHitsPerSentence = 400;
    private const int FirstPhrases = 32;

    private readonly List<PhraseTrie.Hit> _phrases = new(FirstPhrases);

    /// <summary>A bit for each phrase of the sentence: most of what is looked for is not there, and this says so at once.</summary>
    private ulong _marks;

    /// <summary>Adds the wordings of a sentence to <paramref name="hits"/>, in its order.</summary>
    public void Match(Sentence sentence, List<CueHit> hits)
    {
        _phrases.Clear();
        index.Phrases.Find(sentence.Part.Tokens, sentence.First, sentence.Last, index.Lexicon, _phrases);
        _marks = 0;
        ulong seen = 0;
        ReadOnlySpan<CueStart> starts = index.Starts;
        foreach (PhraseTrie.Hit phrase in _phrases)
        {
            _marks |= CueStart.Mark(phrase.Phrase);
            seen += phrase.Phrase < starts.Length ? starts[phrase.Phrase].Marks : 0;
        }

        Ahead.Came(seen);
        int most = hits.Count + MaxHitsPerSentence;
        for (int i = 0; i < _phrases.Count && hits.Count < most; i++)
        {
            for (int at = _phrases[i].Phrase; at < starts.Length; at++)
            {
                ref readonly CueStart start = ref starts[at];
                if (End(start, i) is >= 0 and var last)
                {
                    hits.Add(new CueHit(start, sentence, _phrases[i].First, last));
                }

                if (start.IsLast)
                {
                    break;
                }
            }
        }
    }

    /// <summary>Where a wording ends whose first phrase is the hit at <paramref name="from"/>; -1 when it does not stand there.</summary>
    private int End(in CueStart start, int from)
    {
        if (start.IsOnePhrase)
        {
            return (start.Marks & _marks) == 0 || !Unless(start.Pattern) ? _phrases[from].Last : -1;
        }

        if ((start.Marks & ~_marks) != 0)
        {
            return -1;
        }

        int last = End(start.Pattern.Parts, from);
        return last >= 0 && Unless(start.Pattern) ? -1 : last;
    }

    /// <summary>Where phrases with gaps end whose first is the hit at <paramref name="from"/>; -1 when the rest is not there.</summary>
    private int End(int[] parts, int from)
    {
        int last = _phrases[from].Last;
        int at = from;
        for (int part = 1; part < parts.Length; part++)
        {
            at++;
            int reach = last + GapReach;
            while (at < _phrases.Count && (_phrases[at].Phrase != parts[part] || _phrases[at].First < last))
            {
                at = _phrases[at].First > reach ? _phrases.Count : at + 1;
            }

            if (at == _phrases.Count)
            {
                return -1;
            }

            last = _phrases[at].Last;
        }

        return last;
    }

    private bool MayStand(int phrase) => (_marks & CueStart.Mark(phrase)) != 0;

    private bool Unless(CuePattern pattern)
    {
        foreach (int[] parts in pattern.Unless)
        {
            for (int i = 0; i < _phrases.Count && MayStand(parts[0]); i++)
            {
                if (_phrases[i].Phrase == parts[0] && End(parts, i) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
