namespace Reprieve.Notices;

/// <summary>Finds the wordings of a sentence: whole phrases, gaps bridged, those with an "unless" in the sentence left out.</summary>
internal sealed class CueMatcher(CueIndex index, string language)
{
    private const string English = "en";
    private const string AnyLanguage = "any";

    /// <summary>How many words a gap may bridge.</summary>
    private const int GapReach = 60;

    private const int MaxHitsPerSentence = 400;

    private readonly string _primary = language == LanguageIdentifier.Unknown ? "" : language.Split('-')[0];
    private readonly List<PhraseTrie.Hit> _phrases = [];

    public List<CueHit> Match(Sentence sentence)
    {
        _phrases.Clear();
        index.Phrases.Find(sentence.Part.Tokens, sentence.First, sentence.Last, index.Lexicon, _phrases);
        List<CueHit> hits = [];
        for (int i = 0; i < _phrases.Count && hits.Count < MaxHitsPerSentence; i++)
        {
            foreach (CuePattern pattern in index.BeginningWith(_phrases[i].Phrase))
            {
                if (Speaks(pattern) && End(pattern.Parts, i) is { } last && !Unless(pattern))
                {
                    hits.Add(new CueHit(pattern, sentence, _phrases[i].First, last));
                }
            }
        }

        return hits;
    }

    /// <summary>English stands in mails of every language; other languages only in their own.</summary>
    private bool Speaks(CuePattern pattern) =>
        pattern.Language is English or AnyLanguage
        || _primary.Length == 0
        || pattern.Language.AsSpan().StartsWith(_primary, StringComparison.Ordinal);

    /// <summary>Where a wording ends whose first phrase is the hit at <paramref name="from"/>; null when the rest is not there.</summary>
    private int? End(int[] parts, int from)
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
                return null;
            }

            last = _phrases[at].Last;
        }

        return last;
    }

    private bool Unless(CuePattern pattern)
    {
        foreach (int[] parts in pattern.Unless)
        {
            for (int i = 0; i < _phrases.Count; i++)
            {
                if (_phrases[i].Phrase == parts[0] && End(parts, i) is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
