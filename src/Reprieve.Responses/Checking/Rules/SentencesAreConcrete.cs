using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// GEN-01: the sentences about causes, actions and measures carry facts of this case. Blocks when more than a share
/// of them carries none, warns on a paragraph without any. Openings and closings are not counted.
/// </summary>
internal sealed class SentencesAreConcrete(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        if (plan.Vocabulary is null)
        {
            yield break;
        }

        var facts = new SentenceFacts(entry, answer);
        List<(Block Block, List<Sentence> All, List<Sentence> Generic)> blocks = [];
        foreach (Block block in plan.Blocks.Where(block => block.Content && block.Sections.Count > 0))
        {
            List<Sentence> judged = [.. block.Sentences.Where(sentence => sentence.Tokens.Count >= 3)];
            blocks.Add((block, judged, [.. judged.Where(sentence => !facts.In(sentence))]));
        }

        int all = blocks.Sum(b => b.All.Count);
        int generic = blocks.Sum(b => b.Generic.Count);
        double limit = entry.Limit("share");
        if (all >= entry.Limit("leastSentences") && generic > limit * all)
        {
            Sentence first = blocks.First(b => b.Generic.Count > 0).Generic[0];
            yield return entry.Find(answer, Severity.Block, first.Start, first.Length, "generic", generic, all);
            yield break;
        }

        foreach ((Block block, List<Sentence> judged, List<Sentence> without) in blocks)
        {
            if (judged.Count >= entry.Limit("paragraphSentences") && without.Count > limit * judged.Count)
            {
                yield return entry.Find(
                    answer,
                    Severity.Warn,
                    block.Start,
                    block.Length,
                    "paragraph",
                    without.Count,
                    judged.Count
                );
            }
        }
    }
}
