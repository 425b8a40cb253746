using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>DOC-06: a pro-forma invoice, quotation, order confirmation or till receipt is no proof of purchase.</summary>
internal sealed class CompletedSale(KnowledgeBase knowledge)
{
    private readonly RuleWords _words = new(knowledge, "DOC-06");

    public IEnumerable<DocumentFinding> Check(PaperCase paper)
    {
        if (paper.IsSupplyPaper && paper.Kind != DocumentKind.Invoice)
        {
            string code = paper.Kind.Code();
            string name = knowledge.Papers.First(entry => entry.Code == code).Name.In(UserTexts.Language);
            yield return _words.Finding("kind", name);
        }
    }
}
