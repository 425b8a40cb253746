using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>DOC-03: the supplier's name, phone, address and website stand on the invoice.</summary>
internal sealed class SupplierDetails(KnowledgeBase knowledge)
{
    private readonly RuleWords _words = new(knowledge, "DOC-03");

    public IEnumerable<DocumentFinding> Check(PaperCase paper)
    {
        if (paper.Kind != DocumentKind.Invoice)
        {
            return [];
        }

        if (paper.Fields!.Supplier is not { } supplier)
        {
            // Not to have recognised the issuer is our fault as likely as the paper's.
            return [_words.Warning("unknown")];
        }

        List<string> missing =
        [
            .. new[] { ("phone", supplier.Phone), ("address", supplier.Address), ("website", supplier.Website) }
                .Where(field => field.Item2 is null)
                .Select(field => _words.Say(field.Item1)),
        ];
        bool fapiao = paper.Text!.Cells.Any(cell =>
            _words.Words("fapiao").Any(word => cell.Text.Contains(word, StringComparison.Ordinal))
        );
        return missing.Count == 0 ? []
            : fapiao ? [_words.Warning("fapiao", string.Join(_words.Say("and"), missing))]
            : [_words.Finding("missing", string.Join(_words.Say("and"), missing))];
    }
}
