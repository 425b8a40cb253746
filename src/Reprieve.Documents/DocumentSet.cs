using Reprieve.Documents.Checks;
using Reprieve.Documents.Fields.Parties;
using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents;

/// <summary>Checks over all papers of a case.</summary>
public static class DocumentSet
{
    // Of the words of the shorter name, this share must stand in the other, and at least so many.
    private const double SharedWords = 0.7;
    private const int FewestWords = 3;

    /// <summary>
    /// DOC-05: whether some line can be matched to each ASIN the notice names. DOC-02: whether the invoices show at least as many units of each ASIN the notice names as were sold in the 365
    /// days before it (source: Amazon help, invoice requirements). Silent where the sales are not known, where there is
    /// no invoice; only a warning where a paper could not be read and may hold the missing units.
    /// </summary>
    public static IReadOnlyList<DocumentFinding> QuantityFindings(
        KnowledgeBase knowledge,
        IReadOnlyList<Document> documents,
        DocumentContext context
    )
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(context);
        var words = new RuleWords(knowledge, "DOC-02");
        int days = (int)words.Limit("days");
        // Of the same paper put in twice, one counts.
        List<Document> invoices =
        [
            .. documents
                .Where(document => document.Kind == DocumentKind.Invoice && InTime(document, context, days))
                .DistinctBy(document => document.Sha256),
        ];
        bool unread = documents.Any(document => !document.HasText);
        return invoices.Count == 0
            ? []
            :
            [
                .. context
                    .Asins.Distinct()
                    .Select(asin => Of(knowledge, words, asin, invoices, context, days, unread))
                    .OfType<DocumentFinding>(),
            ];
    }

    /// <summary>
    /// The papers again, with DOC-04 judged in the light of the business licences among them: a licence that bears the
    /// buyer's name and the account's settles it, one that bears only the buyer's leaves a question to the seller.
    /// </summary>
    public static IReadOnlyList<Document> WithLicences(
        KnowledgeBase knowledge,
        IReadOnlyList<Document> documents,
        DocumentContext context
    )
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(context);
        var names = new CompanyNames(knowledge);
        var words = new RuleWords(knowledge, "DOC-04");
        List<Document> licences = [.. documents.Where(document => document.Kind == DocumentKind.BusinessLicence)];
        return licences.Count == 0 || context.LegalNames.Count == 0
            ? documents
            : [.. documents.Select(document => Settled(document, licences, context, names, words))];
    }

    private static Document Settled(
        Document document,
        List<Document> licences,
        DocumentContext context,
        CompanyNames names,
        RuleWords words
    )
    {
        if (
            document is not { Kind: DocumentKind.Invoice, Buyer: { } buyer }
            || names.Compare(buyer.Name, context.LegalNames) == Likeness.Same
            || licences.Find(one => names.Compare(buyer.Name, Licence.NamesOf(one.Particulars)) == Likeness.Same)
                is not { } licence
        )
        {
            return document;
        }

        string ours = string.Join(" / ", context.LegalNames);
        string otherName = words.Say("otherName", buyer.Name, ours);
        bool both = Licence
            .NamesOf(licence.Particulars)
            .Any(n => names.Compare(n, context.LegalNames) == Likeness.Same);
        return document with
        {
            Findings =
            [
                .. document.Findings.Where(finding => finding.Rule != "DOC-04" || finding.Message != otherName),
                .. both ? [] : new[] { words.Finding("byLicence", buyer.Name, ours, licence.Path) },
            ],
        };
    }

    private static DocumentFinding? Of(
        KnowledgeBase knowledge,
        RuleWords words,
        string asin,
        List<Document> invoices,
        DocumentContext context,
        int days,
        bool unread
    )
    {
        AsinProduct product =
            context.Products.FirstOrDefault(p => p.Asin == asin) ?? new AsinProduct(asin, [], [], null);
        List<DocumentLine> lines =
        [
            .. invoices.SelectMany(invoice => invoice.Lines).Where(line => IsOf(line, product)),
        ];
        int? sold = product.UnitsSold;
        if (lines.Count == 0)
        {
            return unread ? null : new RuleWords(knowledge, "DOC-05").Finding("noLine", Named(product));
        }

        long bought = lines.Sum(line => (long)(line.Quantity ?? 0));
        return sold is not { } units || bought >= units ? null
            : lines.Any(line => line.Quantity is null) ? words.Warning("noQuantity", asin, bought, units, days)
            : unread ? words.Warning("tooFewRead", asin, bought, units, days)
            : words.Finding("tooFew", asin, bought, units, days);
    }

    private static string Named(AsinProduct product) =>
        product.Names.Count == 0 ? product.Asin : $"{product.Asin} ({product.Names[0]})";

    /// <summary>An invoice without a known date may be in time.</summary>
    private static bool InTime(Document invoice, DocumentContext context, int days) =>
        invoice.Date is not { } date
        || context.NoticeDate is not { } notice
        || (notice.DayNumber - date.DayNumber is var age && age >= 0 && age <= days);

    private static bool IsOf(DocumentLine line, AsinProduct product) =>
        line.Identifiers.Any(id =>
            id.Equals(product.Asin, StringComparison.OrdinalIgnoreCase)
            || product.Skus.Contains(id, StringComparer.OrdinalIgnoreCase)
            || product.Names.Contains(id, StringComparer.OrdinalIgnoreCase)
        )
        || product.Skus.Any(sku => sku.Length >= 4 && Words(line.Description).Contains(sku.ToLowerInvariant()))
        || product.Names.Any(name => SameProduct(name, line.Description));

    private static bool SameProduct(string name, string description)
    {
        HashSet<string> a = Words(name);
        HashSet<string> b = Words(description);
        int fewer = Math.Min(a.Count, b.Count);
        return fewer >= FewestWords && a.Count(b.Contains) >= SharedWords * fewer;
    }

    private static HashSet<string> Words(string text) =>
        [
            .. Folded
                .Text(text)
                .ToLowerInvariant()
                .Split([' ', ',', ';', '(', ')', '/', '|', ':'], StringSplitOptions.RemoveEmptyEntries),
        ];
}
