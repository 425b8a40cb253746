using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>RC-03: a new employee, an oversight or ignorance is not the only cause; the control that was missing is named.</summary>
internal sealed class CauseIsNoExcuse(RuleEntry entry, CauseSentences causes) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        List<Block> part = [.. plan.Content(PlanSection.RootCause)];
        if (part.Count == 0)
        {
            yield break;
        }

        List<PhraseHit> excuses =
        [
            .. entry.Said(answer, "excuses").Select(said => said.Hit).Where(hit => Inside(part, hit)),
        ];
        bool control = part.Exists(block =>
            entry
                .Words("controls", plan)
                .Find(plan.Tokens, block.Tokens)
                .Any(hit => !excuses.Exists(excuse => excuse.First <= hit.First && hit.Last <= excuse.Last))
        );
        bool another = causes
            .Of(plan)
            .Exists(told =>
                told.Actor == Actor.Own
                && !excuses.Exists(hit =>
                    told.Sentence.Tokens.First <= hit.First && hit.Last < told.Sentence.Tokens.End
                )
            );
        if (excuses.Count > 0 && !control && !another)
        {
            yield return entry.Find(answer, Severity.Warn, excuses[0], "excuse");
        }
    }

    private static bool Inside(List<Block> part, PhraseHit hit) =>
        part.Exists(block => block.Tokens.First <= hit.First && hit.Last < block.Tokens.End);
}
