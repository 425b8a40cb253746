namespace Reprieve.Notices;

/// <summary>
/// A text made ready to be read: its words, its sentences with the role of their section, and every wording of
/// knowledge that stands in it.
/// </summary>
internal sealed class NoticeText
{
    /// <summary>Characters that are read; no notice comes near, and what is longer costs no more than this.</summary>
    public const int LongestRead = 400_000;

    private static readonly CueHit[] None = [];

    private readonly Dictionary<CueField, List<CueHit>> _byField = [];
    private readonly List<CueHit>?[] _bySentence;
    private readonly int[] _clauses;

    public NoticeText(string text, CueIndex index, string language, bool isSubject)
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

        Sentences = [.. cuts.Select((c, n) => new Sentence(this, n, c.First, c.Last, c.Question, c.Paragraph))];
        _bySentence = new List<CueHit>?[Sentences.Count];
        var matcher = new CueMatcher(index, language);
        foreach (Sentence sentence in Sentences)
        {
            foreach (CueHit hit in matcher.Match(sentence))
            {
                Keep(hit);
            }
        }

        Sections.Mark(this);
    }

    public string Text { get; }

    /// <summary>How many clauses begin up to a token: two tokens of one clause have the same number.</summary>
    public int Clause(int token) => token < 0 ? -1 : _clauses[token];

    public CueIndex Index { get; }

    public bool IsSubject { get; }

    public Token[] Tokens { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Wordings of a field, in the order of the text.</summary>
    public IReadOnlyList<CueHit> Hits(CueField field) =>
        _byField.TryGetValue(field, out List<CueHit>? hits) ? hits : None;

    /// <summary>Wordings in a sentence, in its order.</summary>
    public IReadOnlyList<CueHit> Hits(Sentence sentence) => _bySentence[sentence.Number] is { } hits ? hits : None;

    /// <summary>Whether a wording of a field stands in the sentence.</summary>
    public bool Has(Sentence sentence, CueField field)
    {
        foreach (CueHit hit in Hits(sentence))
        {
            if (hit.Pattern.Field == field)
            {
                return true;
            }
        }

        return false;
    }

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
        if (!_byField.TryGetValue(hit.Pattern.Field, out List<CueHit>? hits))
        {
            _byField[hit.Pattern.Field] = hits = [];
        }

        hits.Add(hit);
        (_bySentence[hit.Sentence.Number] ??= []).Add(hit);
    }
}
