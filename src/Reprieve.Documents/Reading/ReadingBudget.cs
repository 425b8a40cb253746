using System.Diagnostics;
using Reprieve.Documents.Reading.Scans;

namespace Reprieve.Documents.Reading;

/// <summary>
/// How much reading one paper may cost. A file of a few kilobytes can unfold into gigabytes or repeat itself without
/// end, so time, unpacked bytes and glyphs are counted while reading.
/// </summary>
internal sealed class ReadingBudget(CancellationToken cancel)
{
    public const int MaxSeconds = 20;

    /// <summary>One unpacked stream: the largest in papers are embedded Chinese fonts.</summary>
    public const int MaxStreamBytes = 32 * 1024 * 1024;

    /// <summary>One run of drawing operators: a page, a form, a glyph.</summary>
    public const int MaxContentBytes = 4 * 1024 * 1024;

    private const long MaxBytes = 192L * 1024 * 1024;
    private const int MaxGlyphs = 400_000;
    private const int MaxOperations = 1_000_000;
    private const long MaxPictureBytes = 64L * 1024 * 1024;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _bytes;
    private int _glyphs;
    private int _operations;
    private int _pictures;
    private long _pictureBytes;

    /// <summary>What ended reading, if anything did; the PDF library may swallow the exception itself.</summary>
    public Exception? Ended { get; private set; }

    public void Tick()
    {
        if (Ended is not null)
        {
            throw Ended;
        }

        if (cancel.IsCancellationRequested)
        {
            throw Ended = new OperationCanceledException(cancel);
        }

        if (_watch.Elapsed.TotalSeconds > MaxSeconds)
        {
            throw Ended = TooSlow();
        }
    }

    public void Unpacked(long bytes)
    {
        _bytes += bytes;
        Within(_bytes <= MaxBytes);
    }

    public void Glyph() => Within(++_glyphs <= MaxGlyphs);

    public void Operation()
    {
        Within(++_operations <= MaxOperations);
        if (_operations % 1024 == 0)
        {
            Tick();
        }
    }

    /// <summary>Whether one more picture of a page is taken: recognising each takes seconds.</summary>
    public bool MayTakePicture(long bytes) =>
        ++_pictures <= ScanText.MostPages && (_pictureBytes += bytes) <= MaxPictureBytes;

    public void Content(long bytes)
    {
        Tick();
        Within(bytes <= MaxContentBytes);
    }

    public void Within(bool holds)
    {
        if (!holds)
        {
            throw Ended ??= new DocumentException(Say.Texts.Get("PdfTooMuch"));
        }
    }

    public static DocumentException TooSlow() => new(Say.Texts.Get("PdfTooSlow", MaxSeconds));
}
