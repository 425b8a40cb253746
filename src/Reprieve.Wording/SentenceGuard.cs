using Reprieve.Knowledge;

namespace Reprieve.Wording;

/// <summary>
/// Holds a model's sentence against ours and the facts it rests on. A wording may join, turn and shorten; it may not
/// add: no figure, no name, no promise, no word that is neither in our sentence nor one of the small words of the language.
/// When in doubt ours stays.
/// </summary>
/// <param name="words">The small words and the negations of the language.</param>
internal sealed class SentenceGuard(PlanWords words)
{
    /// <summary>So much of our sentence's words must still be there.</summary>
    private const double LeastKept = 0.7;

    private readonly HashSet<string> _connectives = new(words.Connectives, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _negations = new(words.Negations, StringComparer.OrdinalIgnoreCase);

    /// <summary>Why ours must stay, in the screen's language; null when theirs says the same.</summary>
    /// <param name="facts">The values of the facts our sentence rests on.</param>
    public string? Objection(string ours, string theirs, IReadOnlyList<string> facts)
    {
        if (theirs.Length == 0 || theirs.Length > ours.Length + 60 || theirs.Any(char.IsControl))
        {
            return Say.Texts.Get("Objection_Form");
        }

        var known = new Wordings(ours, facts, _connectives);
        var told = new Wordings(theirs, facts, _connectives);
        if (!told.Marks.SequenceEqual(known.Marks, StringComparer.Ordinal))
        {
            return Say.Texts.Get("Objection_Figures");
        }

        if (Negated(theirs, told) != Negated(ours, known))
        {
            return Say.Texts.Get("Objection_Negation");
        }

        string? added = told.Words.FirstOrDefault(word => !_connectives.Contains(word) && !known.Knows(word));
        if (added is not null)
        {
            return Say.Texts.Get("Objection_Added", added);
        }

        List<string> content = [.. known.Words.Where(word => !_connectives.Contains(word))];
        int kept = content.Count(told.Knows);
        return kept < content.Count * LeastKept ? Say.Texts.Get("Objection_Lost") : null;
    }

    /// <summary>Words of denial; where words are not parted they are looked for as they stand.</summary>
    private int Negated(string sentence, Wordings wordings) =>
        wordings.Words.Count(_negations.Contains)
        + _negations
            .Where(negation => negation.Length > 1 && Wordings.IsIdeograph(negation[0]))
            .Sum(negation => sentence.Split(negation).Length - 1);
}
