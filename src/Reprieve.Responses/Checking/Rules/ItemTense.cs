using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>Whether a sentence tells of something done.</summary>
internal enum Tense
{
    /// <summary>Cannot be told.</summary>
    Unknown,
    Done,
    UnderWay,
    Planned,
}

/// <summary>
/// Judges a sentence by its main verb: the first that is neither an attribute ("the affected orders") nor inside a
/// relative clause ("buyers who were affected"). The words are those of CA-01.
/// </summary>
internal sealed class ItemTense(RuleEntry words)
{
    /// <summary>The tense of an item: of its first sentence that tells.</summary>
    public Tense Of(PlanText plan, IEnumerable<Sentence> sentences)
    {
        foreach (Sentence sentence in sentences)
        {
            Tense tense = Of(plan, sentence);
            if (tense != Tense.Unknown)
            {
                return tense;
            }
        }

        return Tense.Unknown;
    }

    public Tense Of(PlanText plan, Sentence sentence)
    {
        TokenRange range = sentence.Tokens;
        HashSet<int> planned = Starts("planned", plan, range);
        planned.ExceptWith(Starts("notPlanned", plan, range).Select(first => first + 1));
        HashSet<int> underWay = Starts("underWay", plan, range);
        HashSet<int> relatives = Starts("relatives", plan, range);
        bool skip = false;
        for (int at = AfterOpeningClause(plan, range); at < range.End; at++)
        {
            if (relatives.Contains(at))
            {
                skip = true;
            }
            else if (planned.Contains(at) || HasPlannedForm(plan, at))
            {
                if (!skip)
                {
                    return Tense.Planned;
                }

                skip = false;
            }
            else if (underWay.Contains(at))
            {
                return Tense.UnderWay;
            }
            else if (IsDone(plan, at, range))
            {
                if (!skip)
                {
                    return OpensWithAttribute(at, range, planned, relatives) ? Tense.Planned : Tense.Done;
                }

                // The relative clause's own verb, with its participle.
                skip = at + 1 < range.End && IsDone(plan, at + 1, range);
            }
        }

        return Tense.Unknown;
    }

    /// <summary>"Updated listings will be checked": an attribute at the start, and the verb behind it.</summary>
    private static bool OpensWithAttribute(int at, TokenRange range, HashSet<int> planned, HashSet<int> relatives)
    {
        if (at != range.First)
        {
            return false;
        }

        int firstPlanned = planned.Where(i => i > at).DefaultIfEmpty(int.MaxValue).Min();
        int firstRelative = relatives.Where(i => i > at).DefaultIfEmpty(int.MaxValue).Min();
        return firstPlanned <= at + 5 && firstPlanned < firstRelative;
    }

    private bool IsDone(PlanText plan, int at, TokenRange range)
    {
        var one = new TokenRange(at, Math.Min(plan.Spaceless ? 6 : 2, range.End - at));
        if (words.Words("notDone", plan).In(plan.Tokens, new TokenRange(at, 1)) || IsAttribute(plan, at, range))
        {
            return false;
        }

        return words.Words("done", plan).Find(plan.Tokens, one).Any(hit => hit.First == at)
            || HasDoneForm(plan, plan.Tokens[at]);
    }

    /// <summary>"nous fermerons": the future is in the ending.</summary>
    private bool HasPlannedForm(PlanText plan, int at) =>
        plan.Tokens[at] is { Length: > 4, Capital: false } token
        && words
            .Raw("plannedEndings", plan.Vocabulary!.Language)
            .Any(ending => token.Key.EndsWith(ending, StringComparison.Ordinal))
        && !words.Words("notDone", plan).In(plan.Tokens, new TokenRange(at, 1));

    private bool HasDoneForm(PlanText plan, Token token)
    {
        string language = plan.Vocabulary!.Language;
        return token.Length > 4
                && words
                    .Raw("doneEndings", language)
                    .Any(ending => token.Key.EndsWith(ending, StringComparison.Ordinal))
            || token.Length > 6
                && !token.Capital
                && words
                    .Raw("doneBeginnings", language)
                    .Any(start => token.Key.StartsWith(start, StringComparison.Ordinal));
    }

    private bool IsAttribute(PlanText plan, int at, TokenRange range) =>
        at > range.First && words.Words("determiners", plan).In(plan.Tokens, new TokenRange(at - 1, 1));

    /// <summary>"After we had seen this, we …": the main clause begins behind the comma.</summary>
    private int AfterOpeningClause(PlanText plan, TokenRange range)
    {
        if (range.Count == 0 || !words.Words("subordinators", plan).In(plan.Tokens, new TokenRange(range.First, 1)))
        {
            return range.First;
        }

        for (int at = range.First; at + 1 < range.End; at++)
        {
            int from = plan.Tokens[at].End;
            if (plan.Text.AsSpan(from, plan.Tokens[at + 1].Start - from).IndexOfAny(',', '，') >= 0)
            {
                return at + 1;
            }
        }

        return range.First;
    }

    private HashSet<int> Starts(string list, PlanText plan, TokenRange range) =>
        [.. words.Words(list, plan).Find(plan.Tokens, range).Select(hit => hit.First)];
}
