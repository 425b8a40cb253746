using System.Globalization;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Evidence;

/// <summary>
/// What the papers prove: each invoice a reviewer would take (<c>invoice.1.number</c> …), what was bought and sold
/// of each ASIN, and which paper covers which thing the notice asks for (<c>paper.utility_bill</c>).
/// </summary>
internal static class DocumentFacts
{
    public static void Add(FactBook book, ResponseRequest request, Formats formats)
    {
        List<Document> invoices = Usable(request.Documents, DocumentKind.Invoice);
        for (int i = 0; i < invoices.Count; i++)
        {
            AddInvoice(book, FactBook.Item("invoice", i + 1), invoices[i], formats);
        }

        if (invoices.Count > 0)
        {
            FactSource all = Source(invoices[0]);
            book.Add("invoices.count", formats.Count(invoices.Count), null, all);
            AddSupplier(book, invoices, formats);
        }

        AddAsins(book, request, invoices, formats);
        foreach ((string ask, DocumentKind kind) in Papers.KindOfAsk)
        {
            if (Usable(request.Documents, kind) is [{ } paper, ..])
            {
                book.Add("paper." + ask, paper.Path, paper.Path, Source(paper));
                AddDate(book, $"paper.{ask}.date", paper, formats);
                book.Add($"paper.{ask}.issuer", paper.Supplier?.Name, null, Source(paper));
            }
        }
    }

    /// <summary>Papers of a kind without a finding that a reviewer would refuse them for, oldest first.</summary>
    public static List<Document> Usable(IReadOnlyList<Document> documents, DocumentKind kind) =>
        [
            .. documents
                .Where(d => d.Kind == kind && d.Findings.All(finding => finding.Severity != Severity.Block))
                .OrderBy(d => d.Date)
                .ThenBy(d => d.Path, StringComparer.Ordinal),
        ];

    public static FactSource Source(Document document, int? page = null) =>
        new()
        {
            Origin = FactOrigin.Document,
            File = document.Path,
            Sha256 = document.Sha256,
            Where = string.Create(CultureInfo.InvariantCulture, $"page {page ?? 1}"),
        };

    private static void AddInvoice(FactBook book, string id, Document invoice, Formats formats)
    {
        FactSource source = Source(invoice);
        book.Add(id + "number", invoice.Number, null, source);
        AddDate(book, id + "date", invoice, formats);
        book.Add(id + "supplier", invoice.Supplier?.Name, null, source);
        book.Add(id + "file", invoice.Path, invoice.Path, source);
        List<DocumentLine> counted = [.. invoice.Lines.Where(line => line.Quantity is not null)];
        if (counted.Count > 0)
        {
            int units = counted.Sum(line => line.Quantity!.Value);
            book.Add(id + "units", formats.Count(units), null, Source(invoice, counted[0].Page));
        }
    }

    private static void AddSupplier(FactBook book, List<Document> invoices, Formats formats)
    {
        List<Party> suppliers = [.. invoices.Select(i => i.Supplier).OfType<Party>().DistinctBy(s => s.Name)];
        if (suppliers.Count == 0)
        {
            return;
        }

        FactSource source = Source(invoices.First(i => i.Supplier?.Name == suppliers[0].Name));
        book.Add("supplier.names", formats.List([.. suppliers.Select(s => s.Name)]), null, source);
        if (suppliers.Count == 1)
        {
            book.Add("supplier.name", suppliers[0].Name, null, source);
            book.Add("supplier.address", suppliers[0].Address, null, source);
            book.Add("supplier.phone", suppliers[0].Phone, null, source);
            book.Add("supplier.website", suppliers[0].Website, null, source);
        }
    }

    private static void AddAsins(FactBook book, ResponseRequest request, List<Document> invoices, Formats formats)
    {
        for (int i = 1; i <= book.Count("asin"); i++)
        {
            string id = FactBook.Item("asin", i);
            string asin = book.Find(id + "id")!.Value;
            List<string> names = [asin, .. request.Review?.Listed.Where(l => l.Asin == asin).Select(l => l.Sku) ?? []];
            List<(Document Invoice, DocumentLine Line)> lines =
            [
                .. invoices.SelectMany(invoice =>
                    invoice.Lines.Where(line => line.Identifiers.Any(names.Contains)).Select(line => (invoice, line))
                ),
            ];
            if (lines.Count > 0 && lines.All(pair => pair.Line.Quantity is not null))
            {
                FactSource source = Source(lines[0].Invoice, lines[0].Line.Page);
                int units = lines.Sum(pair => pair.Line.Quantity!.Value);
                List<string> numbers = [.. lines.Select(pair => pair.Invoice.Number).OfType<string>().Distinct()];
                book.Add(id + "invoiced", formats.Count(units), units.ToString(CultureInfo.InvariantCulture), source);
                book.Add(id + "invoices", formats.List(numbers), null, source);
            }

            AddSales(book, id, asin, request.Review, formats);
        }
    }

    private static void AddSales(FactBook book, string id, string asin, Review? review, Formats formats)
    {
        AsinSales? sales = review?.Sales.FirstOrDefault(s => s.Asin == asin);
        ReviewedFile? file = review?.Files.FirstOrDefault(f => f.Type == "all_orders");
        if (sales is null || file is null)
        {
            return;
        }

        var source = new FactSource
        {
            Origin = FactOrigin.Report,
            File = file.Path,
            Sha256 = file.Sha256,
            Where = "units of " + asin,
        };
        book.Add(id + "sold", formats.Count(sales.Units), sales.Units.ToString(CultureInfo.InvariantCulture), source);
        book.Add(id + "sold_from", formats.Date(sales.From), NoticeFacts.Iso(sales.From), source);
        book.Add(id + "sold_to", formats.Date(sales.To), NoticeFacts.Iso(sales.To), source);
    }

    private static void AddDate(FactBook book, string id, Document document, Formats formats)
    {
        if (document.Date is { } day)
        {
            book.Add(id, formats.Date(day), NoticeFacts.Iso(day), Source(document));
        }
    }
}
