using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// RC-01: the root cause says more than the notice. Blocks only when, without the notice's words and the words of
/// repeating it, no sentence holds anything. Silent without the notice's text, or where the two differ in language.
/// </summary>
internal sealed class RootCauseIsNoEcho(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        if (plan.Vocabulary is not { } vocabulary || answer.Notice is not { Text: { } text } notice)
        {
            yield break;
        }

        List<Block> part = [.. plan.Content(PlanSection.RootCause).Where(block => block.Sections.Count == 1)];
        if (
            part.Count == 0
            || LanguageIsTheNotices.Primary(notice.Language) != LanguageIsTheNotices.Primary(plan.Language)
        )
        {
            yield break;
        }

        List<Token> tokens = Tokens.Of(text);
        HashSet<string> known = Stems.Of(tokens, new TokenRange(0, tokens.Count), vocabulary);
        List<Token> repeating = Tokens.Of(string.Join(" . ", entry.Raw("repeating", vocabulary.Language)));
        known.UnionWith(Stems.Of(repeating, new TokenRange(0, repeating.Count), vocabulary));
        HashSet<string> figures = [.. tokens.Where(token => token.Number).Select(token => token.Key)];
        double least = entry.Limit(plan.Spaceless ? "leastPairs" : "leastWords");
        bool echo = part.TrueForAll(block =>
            block.Sentences.All(sentence =>
                Stems.Of(plan.Tokens, sentence.Tokens, vocabulary).Count(stem => !known.Contains(stem))
                    + NewFigures(plan, sentence.Tokens, figures)
                < least
            )
        );
        if (echo)
        {
            yield return entry.Find(answer, Severity.Block, part[0].Start, part[^1].End - part[0].Start, "echo");
        }
    }

    private static int NewFigures(PlanText plan, TokenRange range, HashSet<string> known)
    {
        int count = 0;
        for (int i = range.First; i < range.End; i++)
        {
            count += plan.Tokens[i].Number && !known.Contains(plan.Tokens[i].Key) ? 1 : 0;
        }

        return count;
    }
}
