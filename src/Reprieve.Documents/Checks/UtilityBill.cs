using Reprieve.Documents.Fields.Parties;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>DOC-11: a utility bill is recent and made out to the account's name and address.</summary>
internal sealed class UtilityBill(KnowledgeBase knowledge, CompanyNames names)
{
    private readonly RuleWords _words = new(knowledge, "DOC-11");

    public IEnumerable<DocumentFinding> Check(PaperCase paper) =>
        paper.Kind == DocumentKind.UtilityBill ? Age(paper).Concat(Holder(paper)) : [];

    private IEnumerable<DocumentFinding> Age(PaperCase paper)
    {
        if (paper.Context.NoticeDate is not { } notice)
        {
            yield break;
        }

        int days = (int)_words.Limit("days");
        if (paper.Fields!.Date is not { } date)
        {
            yield return _words.Warning("missing", days);
            yield break;
        }

        // The later reading of an uncertain date decides: a bill that may be young enough is not blocked.
        DateOnly issued = date.DayFirst > date.MonthFirst ? date.DayFirst : date.MonthFirst;
        int age = notice.DayNumber - issued.DayNumber;
        if (age > days)
        {
            yield return _words.Finding("tooOld", RuleWords.Day(issued), age, RuleWords.Day(notice), days);
        }
    }

    private IEnumerable<DocumentFinding> Holder(PaperCase paper)
    {
        DocumentContext context = paper.Context;
        if (paper.Fields!.Buyer is not { } holder)
        {
            yield break;
        }

        if (context.LegalNames.Count > 0)
        {
            string ours = string.Join(" / ", context.LegalNames);
            Likeness likeness = names.Compare(holder.Name, context.LegalNames);
            if (likeness == Likeness.Different)
            {
                yield return _words.Finding("otherName", holder.Name, ours);
            }
            else if (likeness == Likeness.Similar)
            {
                yield return _words.Warning("nearlyName", holder.Name, ours);
            }
        }

        if (
            holder.Address is { } address
            && context.Address is { } own
            && names.CompareAddresses(address, own) == Likeness.Different
        )
        {
            yield return _words.Warning("otherAddress", address, own);
        }
    }
}
