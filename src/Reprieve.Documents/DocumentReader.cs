using System.Security.Cryptography;
using Reprieve.Documents.Checks;
using Reprieve.Documents.Fields;
using Reprieve.Documents.Fields.Parties;
using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents;

/// <summary>
/// Step 2, papers: reads an invoice, bill, licence … and says what a reviewer would object to. Never writes to the file.
/// </summary>
public sealed class DocumentReader
{
    private const int MaxMegabytes = 30;

    private readonly FieldReader _fields;
    private readonly PaperChecks _checks;

    /// <param name="knowledge">Titles, labels and rules of papers.</param>
    public DocumentReader(KnowledgeBase knowledge)
    {
        var names = new CompanyNames(knowledge);
        _fields = new FieldReader(knowledge, names);
        _checks = new PaperChecks(knowledge, names);
    }

    /// <summary>Reads one paper.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <param name="shownPath">How the file is called in the result: relative to the case folder.</param>
    /// <param name="context">What the paper is held against; what is unknown in it is not judged.</param>
    /// <param name="cancel">Ends reading at the next page or stream.</param>
    /// <exception cref="DocumentException">
    /// The file cannot be opened, is no paper, is damaged, protected, or larger than papers are.
    /// </exception>
    public Document Read(string path, string shownPath, DocumentContext context, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        byte[] bytes = PaperFile.ReadAll(path, MaxMegabytes);
        FileForm form = FileForms.Of(bytes);
        PaperText? text = form switch
        {
            FileForm.Pdf => PdfText.Read(bytes, cancel),
            FileForm.Png or FileForm.Jpeg => null,
            _ => throw new DocumentException(Say.Texts.Get("FileUnknown")),
        };
        bool garbled = text is not null && Legibility.IsGarbled(text);
        bool hasText = text is { Lines.Count: > 0 } && !garbled;
        PaperFields? fields = hasText ? _fields.Read(text!, context) : null;
        var paper = new PaperCase(Path.GetFileName(shownPath), bytes.Length, form, fields, context) { Text = text };
        return new Document
        {
            Path = shownPath,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Kind = paper.Kind,
            Pages = text?.Pages ?? 1,
            HasText = hasText,
            Number = fields?.Number,
            Date = fields?.Date is { Certain: true } date ? date.DayFirst : null,
            Supplier = fields?.Supplier,
            Buyer = fields?.Buyer,
            Lines = fields?.Lines ?? [],
            Total = fields?.Totals.Total,
            Currency = fields?.Totals.Currency,
            Recognised = text?.Recognised ?? false,
            Findings = _checks.Of(paper, garbled),
        };
    }
}
