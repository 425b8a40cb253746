using Reprieve.Knowledge;

namespace Reprieve.Practices.Voices;

/// <summary>A wording of one language.</summary>
/// <param name="Parts">Its folded words; between two parts a few others may stand.</param>
/// <param name="Cause">What it means; null for a phrase that means none of the causes whose words it holds.</param>
/// <param name="Negation">What turns it round in its language; null where nothing is known of it.</param>
internal sealed record Wording(string[] Parts, VoiceCause? Cause, Negation? Negation)
{
    /// <summary>Where the wording ends if it begins at a place; null when it does not.</summary>
    /// <param name="limit">End of the sentence.</param>
    /// <param name="gap">Characters that may stand between two parts.</param>
    public int? EndIn(SpokenText text, int at, int limit, int gap)
    {
        if (!Stands(text, Parts[0], at, limit))
        {
            return null;
        }

        int end = at + Parts[0].Length;
        foreach (string part in Parts.AsSpan(1))
        {
            int last = Math.Min(limit - part.Length, end + gap);
            int next = end;
            while (next <= last && !Stands(text, part, next, limit))
            {
                next++;
            }

            if (next > last)
            {
                return null;
            }

            end = next + part.Length;
        }

        return end;
    }

    private static bool Stands(SpokenText text, string part, int at, int limit) =>
        at + part.Length <= limit
        && text.Folded.AsSpan(at).StartsWith(part, StringComparison.Ordinal)
        && text.IsEdge(at)
        && text.IsEdge(at + part.Length);
}

/// <summary>A wording found in a comment.</summary>
internal sealed record Hit(Wording Wording, int Start, int End)
{
    public VoiceCause? Cause => Wording.Cause;

    /// <summary>Whether it takes the place of another that it overlaps: the longer does, else the earlier; of the same words both hold.</summary>
    public bool Beats(Hit other) =>
        Start < other.End
        && other.Start < End
        && (End - Start > other.End - other.Start || (End - Start == other.End - other.Start && Start < other.Start));

    /// <summary>Whether another says the same of the same words: languages share some.</summary>
    public bool IsSameAs(Hit other) => (Start, End, Cause) == (other.Start, other.End, other.Cause);

    /// <summary>Whether the words around turn it round ("not damaged").</summary>
    public bool Negated(SpokenText text) => Wording.Negation?.Turns(text, Start, End) ?? false;
}
