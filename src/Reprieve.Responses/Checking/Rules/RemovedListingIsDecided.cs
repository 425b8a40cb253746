using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>STR-06: about a removed listing it is said whether it shall come back. Information only.</summary>
internal sealed class RemovedListingIsDecided(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        bool removed = answer.Notice is { Kind: NoticeKind.ListingRemoval, Asins.Count: > 0 };
        if (!removed || answer.Plan.Vocabulary is null || entry.Words("decided", answer.Plan).Empty)
        {
            yield break;
        }

        if (!entry.Words("decided", answer.Plan).In(answer.Plan.Tokens, answer.Plan.Whole))
        {
            yield return entry.Find(answer, Severity.Info, "undecided");
        }
    }
}
