using System.Diagnostics;
using System.Security.Cryptography;
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
    private readonly Dictionary<string, byte[]?> _pictures = new(StringComparer.Ordinal);
    private long _packedBytes;
    private long _pixels;

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

    /// <summary>
    /// The picture of a page, unpacked once however often pages show it: those that show the same one get the same
    /// bytes. Null beyond what is taken, as recognising each takes seconds.
    /// </summary>
    /// <param name="packed">As it lies in the file.</param>
    /// <param name="pixels">Of the picture, by its own word.</param>
    public byte[]? Picture(ReadOnlySpan<byte> packed, long pixels, Func<byte[]?> unpack)
    {
        if ((_packedBytes += packed.Length) > MaxPictureBytes)
        {
            return null;
        }

        string key = Convert.ToHexString(SHA256.HashData(packed));
        if (_pictures.TryGetValue(key, out byte[]? known))
        {
            return known;
        }

        if (_pictures.Count == ScanText.MostPages || (_pixels += pixels) > MaxPictureBytes)
        {
            return null;
        }

        return _pictures[key] = unpack();
    }

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
