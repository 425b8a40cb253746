using Reprieve.Documents.Fields.Parties;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>DOC-04: the buyer is who the account is registered to; differences are told, never blocked.</summary>
internal sealed class BuyerIsAccount(KnowledgeBase knowledge, CompanyNames names)
{
    private readonly RuleWords _words = new(knowledge, "DOC-04");

    public IEnumerable<DocumentFinding> Check(PaperCase paper)
    {
        DocumentContext context = paper.Context;
        if (paper.Kind != DocumentKind.Invoice || context.LegalNames.Count == 0)
        {
            yield break;
        }

        string ours = string.Join(" / ", context.LegalNames);
        if (paper.Fields!.Buyer is not { } buyer)
        {
            yield return _words.Finding("missing", ours);
            yield break;
        }

        if (names.Compare(buyer.Name, context.LegalNames) != Likeness.Same)
        {
            yield return _words.Finding("otherName", buyer.Name, ours);
        }

        if (
            buyer.Address is { } address
            && context.Address is { } own
            && names.CompareAddresses(address, own) == Likeness.Different
        )
        {
            yield return _words.Finding("otherAddress", address, own);
        }
    }
}
