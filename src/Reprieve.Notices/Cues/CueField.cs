namespace Reprieve.Notices;

/// <summary>What a wording is evidence for: the field of knowledge it stands in.</summary>
internal enum CueField
{
    Reason,
    Ground,
    Kind,
    Status,
    Reply,
    Mode,
    Ask,
    Route,
    Section,
    BuyerCause,
    Object,
    Action,
    Heading,
    Boilerplate,
    Possibility,
    Condition,
    Future,
    Negation,
    Done,
    Request,
    QuotedBelow,
    Unit,
    Period,
    DueBefore,
    NotDeadline,
    DeadlineFor,
    Label,
    Scam,
    Number,
    Month,
}

/// <summary>A wording made ready for the search.</summary>
/// <param name="Field">What it is evidence for.</param>
/// <param name="Code">Which code within the field.</param>
/// <param name="Language">The language it is of, or "any".</param>
/// <param name="Weight">How strongly it speaks, from 0 to 1.</param>
/// <param name="Parts">Its phrases, in order, with gaps between them.</param>
/// <param name="Unless">Wordings that take its meaning away in the same sentence.</param>
internal sealed record CuePattern(
    CueField Field,
    string Code,
    string Language,
    double Weight,
    int[] Parts,
    int[][] Unless
);

/// <summary>A wording found: the tokens from <paramref name="First"/> to before <paramref name="Last"/> of a sentence.</summary>
internal sealed record CueHit(CuePattern Pattern, Sentence Sentence, int First, int Last)
{
    public string Code => Pattern.Code;

    public int Length => Last - First;

    public bool Overlaps(CueHit other) => First < other.Last && other.First < Last;
}
