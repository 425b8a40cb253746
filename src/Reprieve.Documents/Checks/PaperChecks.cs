using Reprieve.Documents.Fields.Parties;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>All checks of one paper; those over several papers are in <see cref="DocumentSet"/>.</summary>
internal sealed class PaperChecks(KnowledgeBase knowledge, CompanyNames names)
{
    private readonly InvoiceAge _age = new(knowledge);
    private readonly SupplierDetails _supplier = new(knowledge);
    private readonly BuyerIsAccount _buyer = new(knowledge, names);
    private readonly CompletedSale _sale = new(knowledge);
    private readonly ReadableFile _file = new(knowledge);
    private readonly Unaltered _unaltered = new(knowledge);
    private readonly Sums _sums = new(knowledge);
    private readonly Blackouts _blackouts = new(knowledge);
    private readonly Highlights _highlights = new(knowledge);
    private readonly Licence _licence = new(knowledge, names);
    private readonly Authorisation _authorisation = new(knowledge, names);
    private readonly TestReport _report = new(knowledge);
    private readonly Validity _validity = new(knowledge);
    private readonly UtilityBill _bill = new(knowledge, names);

    /// <param name="garbled">Whether the text cannot be made out.</param>
    /// <param name="canRecognise">Whether Tesseract is there to read scans and photos.</param>
    public IReadOnlyList<DocumentFinding> Of(PaperCase paper, bool garbled, bool canRecognise)
    {
        IReadOnlyList<DocumentFinding> findings = All(paper, garbled, canRecognise);
        // A letter may be misread; only what kind of paper it is stands in large ones.
        return paper.Text is { Recognised: true }
            ?
            [
                .. findings.Select(finding =>
                    finding.Severity == Severity.Block && finding.Rule != "DOC-06"
                        ? finding with
                        {
                            Severity = Severity.Warn,
                        }
                        : finding
                ),
            ]
            : findings;
    }

    private IReadOnlyList<DocumentFinding> All(PaperCase paper, bool garbled, bool canRecognise) =>
        [
            .. _age.Check(paper),
            .. _supplier.Check(paper),
            .. _buyer.Check(paper),
            .. _sale.Check(paper),
            .. _file.Check(paper, garbled, canRecognise),
            .. _unaltered.Check(paper),
            .. _sums.Check(paper),
            .. _blackouts.Check(paper),
            .. _highlights.Check(paper),
            .. _bill.Check(paper),
            .. _licence.Check(paper),
            .. _authorisation.Check(paper),
            .. _report.Check(paper),
            .. _validity.Check(paper),
        ];
}
