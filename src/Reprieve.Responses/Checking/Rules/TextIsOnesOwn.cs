using System.Collections.Concurrent;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;
using Reprieve.Responses.Checking.Similarity;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// GEN-02: the text is no template and no other client's plan. Blocks when half of its sentences, names and numbers
/// removed, are those of templates that circulate, or half of its word groups those of one other plan.
/// </summary>
internal sealed class TextIsOnesOwn(RuleEntry entry) : ICheck
{
    private readonly ConcurrentDictionary<string, List<HashSet<string>>> _templates = new(StringComparer.Ordinal);

    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer) => Templates(answer).Concat(OtherPlans(answer));

    private IEnumerable<Finding> Templates(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        if (plan.Vocabulary is not { } vocabulary)
        {
            yield break;
        }

        List<HashSet<string>> templates = _templates.GetOrAdd(
            vocabulary.Language,
            language => [.. entry.Raw("templates", language).Select(wording => Skeleton(wording, vocabulary))]
        );
        List<Sentence> judged = [];
        List<Sentence> known = [];
        double alike = entry.Limit(plan.Spaceless ? "alikePairs" : "alikeWords");
        foreach (Sentence sentence in plan.Blocks.Where(block => block.Content).SelectMany(block => block.Sentences))
        {
            HashSet<string> skeleton = Skeleton(plan, sentence);
            if (skeleton.Count >= 2)
            {
                judged.Add(sentence);
                if (templates.Exists(template => Stems.Likeness(template, skeleton) >= alike))
                {
                    known.Add(sentence);
                }
            }
        }

        if (judged.Count >= entry.Limit("leastSentences") && known.Count * 2 >= judged.Count)
        {
            Sentence first = known[0];
            yield return entry.Find(
                answer,
                Severity.Block,
                first.Start,
                first.Length,
                "template",
                known.Count,
                judged.Count
            );
        }
    }

    private IEnumerable<Finding> OtherPlans(AnswerUnderCheck answer)
    {
        if (answer.Request.OtherPlans.Count == 0)
        {
            yield break;
        }

        HashSet<uint> own = WordGroups.Of(answer.Text);
        if (own.Count < entry.Limit("leastGroups"))
        {
            yield break;
        }

        (PlanPrint other, int shared) = answer
            .Request.OtherPlans.Select(print => (print, own.Count(print.Groups.Contains)))
            .MaxBy(pair => pair.Item2);
        double share = (double)shared / own.Count;
        if (share >= entry.Limit("warnShare"))
        {
            Severity severity = share >= entry.Limit("blockShare") ? Severity.Block : Severity.Warn;
            yield return entry.Find(answer, severity, "other_plan", (int)Math.Round(share * 100), other.Name);
        }
    }

    private static HashSet<string> Skeleton(string wording, PlanVocabulary vocabulary)
    {
        List<Token> tokens = Tokens.Of(wording);
        return Stems.Of(tokens, new TokenRange(0, tokens.Count), vocabulary);
    }

    /// <summary>The stems of a sentence without what is capitalised within it, where that marks a name.</summary>
    private static HashSet<string> Skeleton(PlanText plan, Sentence sentence)
    {
        HashSet<string> stems = Stems.Of(plan.Tokens, sentence.Tokens, plan.Vocabulary!);
        if (plan.Language is not "de" && !plan.Spaceless)
        {
            for (int i = sentence.Tokens.First + 1; i < sentence.Tokens.End; i++)
            {
                if (plan.Tokens[i].Capital)
                {
                    stems.ExceptWith(Stems.Of(plan.Tokens, new TokenRange(i, 1), plan.Vocabulary!));
                }
            }
        }

        return stems;
    }
}
