using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// The wordings of sentences that were read before. Amazon writes after patterns, so that many sentences of a notice stood
/// in others already; and which wordings stand in one hangs on nothing but the numbers of its words.
/// </summary>
internal sealed class SentenceMemory
{
    private const int Places = 16 * 1024;

    /// <summary>Longer sentences, and those with more wordings, are rare, and are not kept.</summary>
    private const int MostWords = 64;
    private const int MostHits = 48;

    private readonly KnownSentence?[] _last = new KnownSentence?[Places];

    /// <summary>Of what was met last in each place, a part of its number: what is met but once is not kept.</summary>
    private readonly byte[] _met = new byte[Places];

    /// <summary>What is known of each of some sentences; null of one that must be looked through.</summary>
    public KnownSentence?[] Recall(ReadOnlySpan<Sentence> sentences)
    {
        // In loops of their own, so that memory is waited for once, and not for each.
        int[] places = new int[sentences.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = Place(Hash(sentences[i].Words));
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

    /// <summary>
    /// Keeps the wordings of a sentence that is met again. What is kept never changes, so that threads may write over each
    /// other's.
    /// </summary>
    public void Keep(Sentence sentence, ReadOnlySpan<CueHit> hits)
    {
        if (sentence.Count > MostWords || hits.Length > MostHits)
        {
            return;
        }

        ulong hash = Hash(sentence.Words);
        int place = Place(hash);
        byte met = (byte)(hash >> 56);
        if (_met[place] == met)
        {
            _last[place] = KnownSentence.Of(sentence, hits);
        }

        _met[place] = met;
    }

    private static int Place(ulong hash) => (int)(hash % Places);

    private static ulong Hash(ReadOnlySpan<Token> words)
    {
        ulong hash = (ulong)words.Length;
        foreach (ref readonly Token word in words)
        {
            hash = (hash ^ (uint)word.Word) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        return hash;
    }

    private static void Fetch(KnownSentence?[] known)
    {
        ulong seen = 0;
        foreach (KnownSentence? sentence in known)
        {
            seen += sentence is null ? 0 : sentence.Fetched;
        }

        Ahead.Came(seen);
    }
}

/// <summary>The words of a sentence, and the wordings that stand in them.</summary>
/// <param name="patterns">Its wordings, in its order.</param>
/// <param name="numbers">For each wording its field and where it stands; then the numbers of the words.</param>
internal sealed class KnownSentence(CuePattern[] patterns, int[] numbers)
{
    private const int FieldBits = 16;
    private const int FirstBits = 8;

    /// <summary>A number of no use, for which all of it is looked at.</summary>
    public ulong Fetched => (ulong)(uint)numbers.Length + (uint)patterns.Length;

    public static KnownSentence Of(Sentence sentence, ReadOnlySpan<CueHit> hits)
    {
        var patterns = new CuePattern[hits.Length];
        var numbers = new int[hits.Length + sentence.Count];
        for (int i = 0; i < hits.Length; i++)
        {
            CueHit hit = hits[i];
            patterns[i] = hit.Pattern;
            numbers[i] = ((int)hit.Field << FieldBits) | ((hit.First - sentence.First) << FirstBits) | hit.Length;
        }

        for (int i = 0; i < sentence.Count; i++)
        {
            numbers[hits.Length + i] = sentence.Words[i].Word;
        }

        return new KnownSentence(patterns, numbers);
    }

    public bool Is(ReadOnlySpan<Token> others)
    {
        ReadOnlySpan<int> words = numbers.AsSpan(patterns.Length);
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
            int place = numbers[i];
            int first = sentence.First + ((place >> FirstBits) & byte.MaxValue);
            int last = first + (place & byte.MaxValue);
            hits.Add(new CueHit(patterns[i], (CueField)(place >> FieldBits), sentence, first, last));
        }
    }
}
