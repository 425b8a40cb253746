using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>TRU-04, with a case only: goods are not called genuine when the seller said no, or was not sure.</summary>
internal sealed class GenuineIsKnown(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        if (answer.Request.Case?.SellerSaysGenuine != false)
        {
            return [];
        }

        // "Whether they are genuine" leaves it open, as does "we cannot say that".
        Phrases open = entry.Words("open", answer.Plan);
        return entry
            .Said(answer, "genuine", deniedInside: true)
            .Concat(entry.Said(answer, "assured"))
            .Where(said => !open.In(answer.Plan.Tokens, said.Sentence.Tokens))
            .Select(said => entry.Find(answer, Severity.Block, said.Hit, "not_known"));
    }
}
