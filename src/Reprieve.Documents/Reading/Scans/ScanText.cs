using Reprieve.Notices;

namespace Reprieve.Documents.Reading.Scans;

/// <summary>Reads pictures of pages through Tesseract.</summary>
internal static class ScanText
{
    /// <summary>A page more or less makes no paper; recognising one takes seconds.</summary>
    public const int MostPages = 12;

    /// <summary>
    /// The text of a photo or scan; null where nothing was recognised. A picture that repeats page after page is read
    /// once: it says nothing new, and a small file can repeat it without end.
    /// </summary>
    public static PaperText? Of(
        IReadOnlyList<PagePicture> pictures,
        int pages,
        Tesseract tesseract,
        CancellationToken cancel
    )
    {
        List<PaperLine> lines = [];
        foreach (PagePicture picture in pictures.DistinctBy(picture => picture.Bytes).Take(MostPages))
        {
            cancel.ThrowIfCancellationRequested();
            if (tesseract.Words(picture.Bytes) is { } table)
            {
                lines.AddRange(RecognisedPage.Lines(picture.Page, table));
            }
        }

        return lines.Count == 0 ? null : new PaperText(lines, pages) { Recognised = true };
    }
}

/// <summary>The picture that a scanned page consists of.</summary>
/// <param name="Bytes">In a format that Tesseract reads.</param>
internal sealed record PagePicture(int Page, byte[] Bytes);
