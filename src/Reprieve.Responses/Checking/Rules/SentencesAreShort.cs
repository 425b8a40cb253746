using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// LEN-02: a sentence can be read in one breath, a paragraph at one glance. Ids of orders and products are not counted,
/// so that a list of them is no long sentence.
/// </summary>
internal sealed class SentencesAreShort(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        double factor = plan.Spaceless ? entry.Limit("charactersPerWord") : 1;
        string unit = plan.Spaceless ? "_characters" : "";
        foreach (Block block in plan.Blocks.Where(block => block.Kind != BlockKind.Heading))
        {
            foreach (Sentence sentence in block.Sentences)
            {
                int words = LongestClause(plan, sentence.Tokens);
                if (words > entry.Limit("long") * factor)
                {
                    bool far = words > entry.Limit("tooLong") * factor;
                    yield return entry.Find(
                        answer,
                        far ? Severity.Warn : Severity.Info,
                        sentence.Start,
                        sentence.Length,
                        "sentence" + unit,
                        words
                    );
                }
            }

            int all = Words(plan, block.Tokens);
            if (block.Sentences.Count > 1 && all > entry.Limit("paragraph") * factor)
            {
                yield return entry.Find(
                    answer,
                    Severity.Warn,
                    block.Start,
                    block.Length,
                    "paragraph",
                    block.Sentences.Count
                );
            }
        }
    }

    /// <summary>Words between semicolons and colons, behind which a reader breathes as at a full stop.</summary>
    private static int LongestClause(PlanText plan, TokenRange range)
    {
        int longest = 0;
        int first = range.First;
        for (int i = range.First; i < range.End; i++)
        {
            int from = plan.Tokens[i].End;
            int to = i + 1 < range.End ? plan.Tokens[i + 1].Start : from;
            if (i + 1 == range.End || plan.Text.AsSpan(from, to - from).IndexOfAny(";:；：") >= 0)
            {
                longest = Math.Max(longest, Words(plan, new TokenRange(first, i + 1 - first)));
                first = i + 1;
            }
        }

        return longest;
    }

    private static int Words(PlanText plan, TokenRange range)
    {
        int words = 0;
        for (int i = range.First; i < range.End; i++)
        {
            words += plan.Tokens[i].Key.Any(char.IsAsciiDigit) ? 0 : 1;
        }

        return words;
    }
}
