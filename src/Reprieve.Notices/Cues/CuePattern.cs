using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>A wording made ready for the search.</summary>
internal sealed class CuePattern(CueLine line, bool needsDone, int[] parts, int[][] unless)
{
    /// <summary>What it is evidence for.</summary>
    public CueField Field { get; } = line.Field;

    /// <summary>Which code within the field.</summary>
    public string Code { get; } = line.Code;

    /// <summary>How strongly it speaks, from 0 to 1.</summary>
    public double Weight { get; } = line.Weight;

    /// <summary>Whether its language shows only by a word beside a verb that it was done.</summary>
    public bool NeedsDone { get; } = needsDone;

    /// <summary>Its phrases, in order, with gaps between them.</summary>
    public int[] Parts { get; } = parts;

    /// <summary>Wordings that take its meaning away in the same sentence.</summary>
    public int[][] Unless { get; } = unless;
}

/// <summary>A wording found: the tokens from <paramref name="first"/> to before <paramref name="last"/> of a sentence.</summary>
internal sealed class CueHit(CuePattern pattern, Sentence sentence, int first, int last)
{
    public CuePattern Pattern { get; } = pattern;

    public Sentence Sentence { get; } = sentence;

    public int First { get; } = first;

    public int Last { get; } = last;

    public string Code => Pattern.Code;

    public int Length => Last - First;

    public bool Overlaps(CueHit other) => First < other.Last && other.First < Last;
}
