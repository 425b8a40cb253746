using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// DOC-12, with a case and its attachments only: every file that goes out is cited in the text, every file the text
/// cites goes out, and a file is named by what it shows.
/// </summary>
internal sealed class AttachmentsAreCited(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        if (answer.Request.Case?.Attachments is not { Count: > 0 } files)
        {
            yield break;
        }

        var citations = new Citations(plan, entry.Words("cited", plan));
        foreach (AttachedFile file in files)
        {
            if (!citations.Cites(file, plan.Whole))
            {
                yield return entry.Find(answer, Severity.Warn, "not_cited", file.Name);
            }
            else if (Tokens.Of(file.Name) is { Count: > 0 } name && NamesNothing(name))
            {
                yield return entry.Find(answer, Severity.Info, "no_name", file.Name);
            }
        }

        foreach (PhraseHit hit in citations.FileNames(plan.Whole))
        {
            var range = new TokenRange(hit.First, hit.Last - hit.First + 1);
            bool there =
                files.Any(file => citations.Cites(file, range))
                || answer.Request.Case.FolderFiles.Any(name => citations.Cites(new AttachedFile(name, []), range));
            if (!there)
            {
                yield return entry.Find(answer, Severity.Warn, hit, "not_attached");
            }
        }
    }

    /// <summary>"IMG_2041.jpg", "scan1.pdf", "20260514.png": what a camera or a scanner calls a file.</summary>
    private bool NamesNothing(List<Token> name)
    {
        HashSet<string> empty = [.. entry.Raw("emptyNames", "any")];
        return name.Take(Math.Max(1, name.Count - 1))
            .All(token =>
                empty.Contains(token.Key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))
                || token.Key.All(c => char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber)
            );
    }
}
