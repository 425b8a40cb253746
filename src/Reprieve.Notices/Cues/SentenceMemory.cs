using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// The wordings of sentences that were read before. Amazon writes after patterns, so that most sentences of a notice stood
/// in others already; and which wordings stand in one hangs on nothing but the numbers of its words.
/// </summary>
internal sealed class SentenceMemory
{
    private const int Places = 16 * 1024;

    /// <summary>Longer sentences, and those with more wordings, are rare, and are not kept.</summary>
    private const int MostWords = 64;
    private const int MostHits = 48;

    private readonly KnownSentence?[] _last = new KnownSentence?[Places];

    /// <summary>What is known of each of some sentences; null of one that must be looked through.</summary>
    public KnownSentence?[] Recall(ReadOnlySpan<Sentence> sentences)
    {
        // In loops of their own, so that memory is waited for once, and not for each.
        int[] places = new int[sentences.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = Place(sentences[i].Words);
        }

        var known = new KnownSentence?[sentences.Length];
        for (int i = 0; i < known.Length; i++)
        {
            known[i] = _last[places[i]];
        }

        Fetch(known);
        for (int i = 0; i < known.Length; i++)
        {
            known[i] = known[i]?.Is(sentences[i].Words) == true ? known[i] : null;
        }

        return known;
    }

    /// <summary>Keeps the wordings of a sentence. What is kept never changes, so that threads may write over each other's.</summary>
    public void Keep(Sentence sentence, ReadOnlySpan<CueHit> hits)
    {
        if (sentence.Count <= MostWords && hits.Length <= MostHits)
        {
            _last[Place(sentence.Words)] = KnownSentence.Of(sentence, hits);
        }
    }

    private static int Place(ReadOnlySpan<Token> words)
    {
        ulong hash = (ulong)words.Length;
        foreach (ref readonly Token word in words)
        {
            hash = (hash ^ (uint)word.Word) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        return (int)(hash % Places);
    }

    private static void Fetch(KnownSentence?[] known)
    {
        ulong seen = 0;
        foreach (KnownSentence? sentence in known)
        {
            seen += sentence is null ? 0 : (ulong)sentence.Length;
        }

        Ahead.Came(seen);
        foreach (KnownSentence? sentence in known)
        {
            seen += sentence is null ? 0 : sentence.Fetched;
        }

        Ahead.Came(seen);
    }
}

/// <summary>The words of a sentence, and the wordings that stand in them.</summary>
/// <param name="words">The numbers of its words.</param>
/// <param name="patterns">Its wordings, in its order.</param>
/// <param name="places">For each wording its field, and its first and last word.</param>
internal sealed class KnownSentence(int[] words, CuePattern[] patterns, uint[] places)
{
    public int Length { get; } = words.Length;

    /// <summary>A number of no use, for which all of it is looked at.</summary>
    public ulong Fetched => (ulong)(uint)words.Length + (uint)patterns.Length + (uint)places.Length;

    public static KnownSentence Of(Sentence sentence, ReadOnlySpan<CueHit> hits)
    {
        var words = new int[sentence.Count];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = sentence.Words[i].Word;
        }

        var patterns = new CuePattern[hits.Length];
        var places = new uint[hits.Length];
        for (int i = 0; i < hits.Length; i++)
        {
            CueHit hit = hits[i];
            patterns[i] = hit.Pattern;
            places[i] = ((uint)hit.Field << 16) | (uint)((hit.First - sentence.First) << 8) | (uint)hit.Length;
        }

        return new KnownSentence(words, patterns, places);
    }

    public bool Is(ReadOnlySpan<Token> others)
    {
        if (others.Length != words.Length)
        {
            return false;
        }

        for (int i = 0; i < words.Length; i++)
        {
            if (others[i].Word != words[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds its wordings as they stand in a sentence of the same words.</summary>
    public void AddTo(List<CueHit> hits, Sentence sentence)
    {
        for (int i = 0; i < patterns.Length; i++)
        {
            uint place = places[i];
            int first = sentence.First + (int)((place >> 8) & 0xFF);
            hits.Add(new CueHit(patterns[i], (CueField)(place >> 16), sentence, first, first + (int)(place & 0xFF)));
        }
    }
}
