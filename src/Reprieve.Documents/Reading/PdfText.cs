using System.Runtime.ExceptionServices;
using Reprieve.Documents.Reading.Scans;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Reprieve.Documents.Reading;

/// <summary>Takes the text out of a PDF, within bounds of pages, time and memory.</summary>
internal static class PdfText
{
    public const int MaxPages = 200;

    private const int StackBytes = 16 * 1024 * 1024;

    // The budget ends reading by itself wherever it is asked; this is for places where the library asks nobody.
    private const int GraceSeconds = 5;

    /// <exception cref="DocumentException">It is damaged, protected, or larger than papers are.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was called.</exception>
    public static PaperText Read(byte[] bytes, CancellationToken cancel)
    {
        var budget = new ReadingBudget(cancel);
        PaperText? text = null;
        Exception? fault = null;
        System.Globalization.CultureInfo language = System.Globalization.CultureInfo.CurrentUICulture;
        var reading = new Thread(
            () =>
            {
                // Faults are told in the language of the screen, wherever they arise.
                System.Globalization.CultureInfo.CurrentUICulture = language;
                try
                {
                    text = ReadPages(bytes, budget);
                }
#pragma warning disable CA1031 // Whatever a damaged file makes the library throw is that file's fault, and told as such.
                catch (Exception thrown)
#pragma warning restore CA1031
                {
                    fault = budget.Ended ?? thrown;
                }
            },
            StackBytes
        )
        {
            IsBackground = true,
        };
        reading.Start();
        if (!reading.Join(TimeSpan.FromSeconds(ReadingBudget.MaxSeconds + GraceSeconds)))
        {
            throw ReadingBudget.TooSlow();
        }

        if (fault is DocumentException or OperationCanceledException)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        return text ?? throw new DocumentException(Say.Texts.Get(KeyOf(fault)), fault);
    }

    private static string KeyOf(Exception? fault) =>
        fault is PdfDocumentEncryptedException ? "PdfEncrypted" : "PdfBroken";

    private static PaperText ReadPages(byte[] bytes, ReadingBudget budget)
    {
        budget.Tick();
        using PdfDocument pdf = PdfDocument.Open(
            bytes,
            new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                FilterProvider = new BoundedFilters(budget),
            }
        );
        if (pdf.NumberOfPages > MaxPages)
        {
            throw new DocumentException(Say.Texts.Get("PdfTooManyPages", pdf.NumberOfPages, MaxPages));
        }

        if (pdf.NumberOfPages == 0)
        {
            throw new DocumentException(Say.Texts.Get("PdfNoPages"));
        }

        pdf.AddPageFactory<GlyphPage, GlyphPageFactory>();
        List<PaperLine> lines = [];
        List<PageMark> marks = [];
        List<PagePicture> pictures = [];
        for (int page = 1; page <= pdf.NumberOfPages; page++)
        {
            budget.Tick();
            GlyphPage read = pdf.GetPage<GlyphPage>(page);
            lines.AddRange(PageLayout.Lines(page, read.Glyphs));
            if (read.Picture is { } picture)
            {
                pictures.Add(new PagePicture(page, picture));
            }

            marks.AddRange(read.Marks.Select(mark => mark with { Page = page }));
        }

        return budget.Ended is null
            ? new PaperText(lines, pdf.NumberOfPages)
            {
                Marks = marks,
                Pictures = pictures,
                Trace = FileTrace.Of(bytes, pdf),
            }
            : throw budget.Ended;
    }
}
