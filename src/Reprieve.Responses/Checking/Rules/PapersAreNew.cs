using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// DOC-14, with a case only: after an answer that did not accept the papers, a paper that was sent before is not sent
/// again unchanged.
/// </summary>
internal sealed class PapersAreNew(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        bool refused = answer.Notice?.Decision is Decision.Denied or Decision.DeniedFinal or Decision.MoreInformation;
        if (!refused || answer.Request.Case is not { EarlierPapers.Count: > 0 } known)
        {
            yield break;
        }

        List<AttachedFile> papers = [.. known.Attachments.Where(file => file.Sha256 is not null)];
        List<AttachedFile> again = [.. papers.Where(file => known.EarlierPapers.Contains(file.Sha256!))];
        if (again.Count > 0)
        {
            bool all = again.Count == papers.Count;
            string names = string.Join(", ", again.Select(file => file.Name));
            yield return entry.Find(answer, all ? Severity.Warn : Severity.Info, all ? "all_again" : "again", names);
        }
    }
}
