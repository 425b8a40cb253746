using System.Text;

namespace Reprieve.Practices.Reports;

/// <summary>The beginning of a file, from which is told what it is.</summary>
internal sealed record ReportStart(Encoding Encoding, string Text, string HeaderLine, Header? Header, bool Figures)
{
    /// <summary>Whether its lines end in line feeds, and in no lone carriage returns.</summary>
    public bool LineFeeds
    {
        get
        {
            int end = Text.IndexOfAny('\n', '\r');
            return end < 0 || Text[end] == '\n' || (end + 1 < Text.Length && Text[end + 1] == '\n');
        }
    }

    private const int SampleBytes = 256 * 1024;
    private const int HeaderBytes = 64 * 1024;

    /// <summary>Reads the beginning of a file.</summary>
    public static ReportStart Of(Stream file, int sampleBytes = SampleBytes)
    {
        byte[] sample = new byte[sampleBytes];
        int length = file.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        ReadOnlySpan<byte> read = sample.AsSpan(0, length);

        // Headers are ASCII: the encoding is searched for, which is dear, only where there is one.
        Encoding quick = ReportEncoding.Evident(read) ?? Encoding.UTF8;
        string text = quick.GetString(read[..Math.Min(length, HeaderBytes)]).TrimStart('\uFEFF');
        string line = FirstLine(text);
        Header? header = Header.In(line);
        bool figures = header is null && PerformanceReport.Is(text);
        Encoding encoding = header is null ? quick : ReportEncoding.Of(read, length < sample.Length);
        return new ReportStart(encoding, text, line, header, figures);
    }

    private static string FirstLine(string text)
    {
        string[] breaks = ["\r\n", "\n", "\r"];
        return text.Split(breaks, 200, StringSplitOptions.None).FirstOrDefault(l => !string.IsNullOrWhiteSpace(l))
            ?? "";
    }
}

/// <summary>Reads one file into the imports.</summary>
internal sealed class ReportFile(string path, string shown)
{
    private const int TextBuffer = 64 * 1024;

    /// <summary>Takes the file's rows, or notes why it cannot be read.</summary>
    /// <param name="report">Called now and then with (bytes read of this file, rows).</param>
    public void ReadInto(Imports into, Action<long, long> report, CancellationToken cancel)
    {
        try
        {
            Read(into, report, cancel);
        }
        catch (ReportException fault)
        {
            into.Unreadable.Add(new UnreadableFile(shown, fault.Message));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            into.Unreadable.Add(new UnreadableFile(shown, Say.Texts.Get("FileNotRead", fault.Message)));
        }
    }

    private void Read(Imports into, Action<long, long> report, CancellationToken cancel)
    {
        using FileStream start = Open();
        ReportStart known = ReportStart.Of(start);
        if (known.Header is null && !known.Figures)
        {
            throw new ReportException(Unrecognised.Why(start, known));
        }

        start.Position = 0;
        using var stream = new HashingStream(start);
        if (known.Header is null)
        {
            using var json = new StreamReader(stream, known.Encoding, true, TextBuffer);
            into.Performance.AddRange(PerformanceReport.Read(json));
            into.Files.Add(new ImportedFile(shown, PerformanceReport.Code) { Sha256 = stream.Sha256() });
            return;
        }

        // The file is noted before its rows, which name it by its index.
        var file = new ImportedFile(shown, known.Header.Kind.Code);
        into.Files.Add(file);
        new RowImport(shown, file, into, () => stream.BytesRead, report, cancel).Take(stream, known);
        file.Sha256 = stream.Sha256();
    }

    private FileStream Open() =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 64 * 1024, FileOptions.SequentialScan);
}

/// <summary>Says why a file is not recognised, and what the seller can do.</summary>
internal static class Unrecognised
{
    public static string Why(FileStream file, ReportStart start)
    {
        if (file.Length == 0)
        {
            return Say.Texts.Get("FileEmpty");
        }

        if (start.Text.StartsWith("PK\u0003\u0004", StringComparison.Ordinal))
        {
            bool sheet = file.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
            return Say.Texts.Get(sheet ? "FileSpreadsheet" : "FileArchive");
        }

        return Header.Nearest(start.HeaderLine) is var (kind, missing)
                ? Say.Texts.Get("FileNearly", kind, string.Join(", ", missing))
            : start.Text.Contains("<table", StringComparison.OrdinalIgnoreCase) ? Say.Texts.Get("FileWebPage")
            : Say.Texts.Get("FileUnknown");
    }
}
