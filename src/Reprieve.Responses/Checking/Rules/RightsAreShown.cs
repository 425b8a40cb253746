using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// DOC-13: to a complaint about intellectual property, an invoice shows where goods come from but not that they may be
/// sold. Warns when the text offers invoices and no letter, licence or retraction; silent when only invoices were asked for.
/// </summary>
internal sealed class RightsAreShown(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        HashSet<string> concerned = [.. entry.Raw("reasons", "any")];
        bool rights = answer.Notice?.Reasons.Any(reason => concerned.Contains(reason.Code)) == true;
        bool onlyInvoices = answer.Notice?.Asks is { Count: > 0 } asks && asks.All(ask => ask.What == "invoices");
        if (!rights || onlyInvoices || plan.Vocabulary is null)
        {
            yield break;
        }

        bool shown =
            entry.Words("rights", plan).In(plan.Tokens, plan.Whole)
            || answer.Request.Case?.Attachments.Any(file => file.Kind is "letter_of_authorisation" or "retraction")
                == true;
        foreach (PhraseHit hit in entry.Words("invoices", plan).Find(plan.Tokens, plan.Whole))
        {
            if (!shown)
            {
                yield return entry.Find(answer, Severity.Warn, hit, "invoices_only");
            }

            yield break;
        }
    }
}
