using System.Runtime.InteropServices;
using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// A text made ready to be read: its words, its sentences with the role of their section, and every wording of
/// knowledge that stands in it.
/// </summary>
internal sealed class NoticeText
{
    /// <summary>Characters that are read; no notice comes near, and what is longer costs no more than this.</summary>
    public const int LongestRead = 400_000;

    private static readonly int Fields = Enum.GetValues<CueField>().Length;

    private readonly List<CueHit> _hits;
    private readonly CueHit[] _byField;
    private readonly int[] _fieldEnds = new int[Fields];
    private readonly int[] _clauses;

    public NoticeText(string text, CutText cut, CueIndex index, bool isSubject)
    {
        Text = text;
        Index = index;
        IsSubject = isSubject;
        Tokens = cut.Numbered(index.Lexicon);
        List<(int First, int Last, bool Question, int Paragraph)> cuts = cut.Sentences;
        _clauses = new int[Tokens.Length];
        for (int i = 1; i < Tokens.Length; i++)
        {
            _clauses[i] = _clauses[i - 1] + (Tokens[i].Is(TokenMarks.NewClause) ? 1 : 0);
        }

        var sentences = new Sentence[cuts.Count];
        for (int i = 0; i < sentences.Length; i++)
        {
            sentences[i] = new Sentence(this, i, cuts[i].First, cuts[i].Last, cuts[i].Question, cuts[i].Paragraph);
        }

        Sentences = sentences;
        List<CueHit> hits = new(Tokens.Length / 2);
        new CueMatcher(index).Match(sentences, hits);
        _hits = hits;
        _byField = ByField(CollectionsMarshal.AsSpan(hits), _fieldEnds);

        Sections.Mark(this);
    }

    public string Text { get; }

    /// <summary>A text cut into its words, as far as it is read.</summary>
    public static CutText Cut(string text) =>
        new Tokenizer(text.Length > LongestRead ? text[..LongestRead] : text).Run();

    /// <summary>How many clauses begin up to a token: two tokens of one clause have the same number.</summary>
    public int Clause(int token) => token < 0 ? -1 : _clauses[token];

    public CueIndex Index { get; }

    public bool IsSubject { get; }

    public Token[] Tokens { get; }

    public Sentence[] Sentences { get; }

    /// <summary>Wordings of a field, in the order of the text.</summary>
    public ArraySegment<CueHit> HitsOf(CueField field)
    {
        int first = (int)field > 0 ? _fieldEnds[(int)field - 1] : 0;
        return new ArraySegment<CueHit>(_byField, first, _fieldEnds[(int)field] - first);
    }

    /// <summary>Wordings in a sentence, in its order.</summary>
    public ReadOnlySpan<CueHit> Hits(Sentence sentence) =>
        CollectionsMarshal.AsSpan(_hits).Slice(sentence.FirstHit, sentence.HitCount);

    /// <summary>The passage from one token to before another.</summary>
    public Evidence Evidence(int first, int last)
    {
        int start = Tokens[first].Start;
        int length = Tokens[last - 1].End - start;
        return new Evidence(Text.Substring(start, length), start, length, IsSubject ? "subject" : null);
    }

    public Evidence Evidence(CueHit hit) => Evidence(hit.First, hit.Last);

    public ReadOnlySpan<char> Slice(Token token) => Text.AsSpan(token.Start, token.Length);

    /// <summary>The same wordings field by field; <paramref name="ends"/> receives where each field ends.</summary>
    private static CueHit[] ByField(ReadOnlySpan<CueHit> hits, int[] ends)
    {
        foreach (CueHit hit in hits)
        {
            ends[(int)hit.Field]++;
        }

        int sum = 0;
        for (int field = 0; field < ends.Length; field++)
        {
            // Where the field begins; filling it moves this to where it ends.
            (ends[field], sum) = (sum, sum + ends[field]);
        }

        ulong seen = 0;
        var ordered = new CueHit[hits.Length];
        foreach (CueHit hit in hits)
        {
            ordered[ends[(int)hit.Field]++] = hit;
            seen += (ulong)hit.Code.Length;
        }

        Ahead.Came(seen);

        return ordered;
    }
}
