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

    private static readonly List<CueHit> None = [];

    private readonly List<CueHit>?[] _byField = new List<CueHit>?[Enum.GetValues<CueField>().Length];
    private readonly List<CueHit>?[] _bySentence;
    private readonly int[] _clauses;

    public NoticeText(string text, CueIndex index, bool isSubject)
    {
        Text = text;
        Index = index;
        IsSubject = isSubject;
        (Tokens, List<(int First, int Last, bool Question, int Paragraph)> cuts) = new Tokenizer(
            text.Length > LongestRead ? text[..LongestRead] : text,
            index.Lexicon
        ).Run();
        _clauses = new int[Tokens.Length];
        for (int i = 1; i < Tokens.Length; i++)
        {
            _clauses[i] = _clauses[i - 1] + (Tokens[i].Is(TokenMarks.NewClause) ? 1 : 0);
        }

        var sentences = new Sentence[cuts.Count];
        _bySentence = new List<CueHit>?[cuts.Count];
        var matcher = new CueMatcher(index);
        List<CueHit> hits = [];
        for (int i = 0; i < sentences.Length; i++)
        {
            sentences[i] = new Sentence(this, i, cuts[i].First, cuts[i].Last, cuts[i].Question, cuts[i].Paragraph);
            hits.Clear();
            matcher.Match(sentences[i], hits);
            foreach (CueHit hit in hits)
            {
                Keep(hit);
            }
        }

        Sentences = sentences;

        Sections.Mark(this);
    }

    public string Text { get; }

    /// <summary>How many clauses begin up to a token: two tokens of one clause have the same number.</summary>
    public int Clause(int token) => token < 0 ? -1 : _clauses[token];

    public CueIndex Index { get; }

    public bool IsSubject { get; }

    public Token[] Tokens { get; }

    public Sentence[] Sentences { get; }

    /// <summary>Wordings of a field, in the order of the text.</summary>
    public List<CueHit> Hits(CueField field) => _byField[(int)field] ?? None;

    /// <summary>Wordings in a sentence, in its order.</summary>
    public List<CueHit> Hits(Sentence sentence) => _bySentence[sentence.Number] ?? None;

    /// <summary>The passage from one token to before another.</summary>
    public Evidence Evidence(int first, int last)
    {
        int start = Tokens[first].Start;
        int length = Tokens[last - 1].End - start;
        return new Evidence(Text.Substring(start, length), start, length, IsSubject ? "subject" : null);
    }

    public Evidence Evidence(CueHit hit) => Evidence(hit.First, hit.Last);

    public ReadOnlySpan<char> Slice(Token token) => Text.AsSpan(token.Start, token.Length);

    private void Keep(CueHit hit)
    {
        (_byField[(int)hit.Pattern.Field] ??= []).Add(hit);
        (_bySentence[hit.Sentence.Number] ??= []).Add(hit);
        hit.Sentence.Note(hit.Pattern.Field);
    }
}
