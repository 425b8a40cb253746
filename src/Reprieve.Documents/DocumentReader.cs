using System.Security.Cryptography;
using Reprieve.Documents.Checks;
using Reprieve.Documents.Fields;
using Reprieve.Documents.Fields.Parties;
using Reprieve.Documents.Reading;
using Reprieve.Documents.Reading.Ofd;
using Reprieve.Documents.Reading.Scans;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Documents;

/// <summary>
/// Step 2, papers: reads an invoice, bill, licence … and says what a reviewer would object to. Never writes to the file.
/// A file that was read lately is not read again. It may be shared between threads.
/// </summary>
public sealed class DocumentReader
{
    private const int MaxMegabytes = 30;
    private const int FewLettersOfPage = 40;

    /// <summary>Bytes of texts that are kept: some hundred papers.</summary>
    private const long MostKept = 16 * 1024 * 1024;

    private readonly FieldReader _fields;
    private readonly PaperChecks _checks;
    private readonly Tesseract? _tesseract;
    private readonly ReadPapers _read = new(MostKept);

    /// <param name="knowledge">Titles, labels and rules of papers.</param>
    public DocumentReader(KnowledgeBase knowledge)
        : this(knowledge, Tesseract.Installed) { }

    /// <param name="tesseract">Recognises the text of scans and photos; null where it is not installed.</param>
    internal DocumentReader(KnowledgeBase knowledge, Tesseract? tesseract)
    {
        _tesseract = tesseract;
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
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        FileForm form = FileForms.Of(bytes);
        PaperText? text = _read.Of(sha256, () => TextOf(bytes, form, cancel));
        bool garbled = text is not null && Legibility.IsGarbled(text);
        bool hasText = text is { Lines.Count: > 0 } && !garbled;
        PaperFields? fields = hasText ? _fields.Read(text!, context) : null;
        var paper = new PaperCase(Path.GetFileName(shownPath), bytes.Length, form, fields, context) { Text = text };
        return new Document
        {
            Path = shownPath,
            Sha256 = sha256,
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
            Particulars = fields?.Particulars ?? new Dictionary<string, string>(),
            Recognised = text?.Recognised ?? false,
            Findings = _checks.Of(paper, garbled, _tesseract is not null),
        };
    }

    private PaperText? TextOf(byte[] bytes, FileForm form, CancellationToken cancel) =>
        form switch
        {
            FileForm.Pdf => PdfText.Read(bytes, cancel) is var pdf && pdf.Pictures.Count > 0 && IsScan(pdf)
                ? Scanned(pdf.Pictures, pdf.Pages, cancel) ?? pdf
                : pdf,
            FileForm.Png or FileForm.Jpeg or FileForm.Gif => Scanned([new PagePicture(1, bytes)], 1, cancel),
            FileForm.Ofd => OfdText.Read(bytes, cancel),
            _ => throw new DocumentException(Say.Texts.Get("FileUnknown")),
        };

    /// <summary>Hardly a letter on any page.</summary>
    private static bool IsScan(PaperText pdf) => pdf.Cells.Sum(cell => cell.Text.Length) < FewLettersOfPage * pdf.Pages;

    private PaperText? Scanned(IReadOnlyList<PagePicture> pictures, int pages, CancellationToken cancel) =>
        _tesseract is null ? null : ScanText.Of(pictures, pages, _tesseract, cancel);
}
