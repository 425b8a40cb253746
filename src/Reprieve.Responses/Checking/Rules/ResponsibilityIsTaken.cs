using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// TON-06: somewhere the plan says what the seller's own side did or left undone. Silent where a lawyer should look
/// before anything is admitted, where the seller says that the goods are in order, and where RC-02 speaks already.
/// </summary>
internal sealed class ResponsibilityIsTaken(RuleEntry entry, CauseSentences causes) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        bool careful = (answer.Notice?.Reasons ?? []).Any(reason =>
            answer.Knowledge.Reason(reason.Code) is { LawyerFirst: true }
            || entry.Raw("noAdmissionFor", "any").Contains(reason.Code)
        );
        if (careful || plan.Vocabulary is null || entry.Words("ownership", plan).Empty)
        {
            yield break;
        }

        List<(Sentence Sentence, Actor Actor)> told = causes.Of(plan);
        bool taken =
            told.Exists(t => t.Actor == Actor.Own) || entry.Words("ownership", plan).In(plan.Tokens, plan.Whole);
        bool byOthers = told.Count(t => t.Actor == Actor.Outside) * 2 >= told.Count;
        if (told.Count > 0 && !taken && !byOthers)
        {
            Sentence first = told[0].Sentence;
            yield return entry.Find(answer, Severity.Warn, first.Start, first.Length, "nobody");
        }
    }
}
