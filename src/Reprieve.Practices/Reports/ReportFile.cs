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

    /// <summary>The beginning of a file; of a table within one, what is known of it already.</summary>
    public static ReportStart Of(ReportSource source, TableFormats formats, int sampleBytes = SampleBytes)
    {
        if (source.Header is { } known)
        {
            return new ReportStart(Encoding.UTF8, "", "", known, Figures: false);
        }

        using Stream file = source.Open();
        return Of(file, formats, sampleBytes);
    }

    /// <summary>Reads the beginning of a file.</summary>
    public static ReportStart Of(Stream file, TableFormats formats, int sampleBytes = SampleBytes)
    {
        byte[] sample = new byte[sampleBytes];
        int length = file.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        ReadOnlySpan<byte> read = sample.AsSpan(0, length);

        // Headers are ASCII: the encoding is searched for, which is dear, only where there is one.
        Encoding quick = ReportEncoding.Evident(read) ?? Encoding.UTF8;
        string text = quick.GetString(read[..Math.Min(length, HeaderBytes)]).TrimStart('\uFEFF');
        string line = FirstLine(text);
        Header? header = Header.In(line, formats);
        bool figures = header is null && PerformanceReport.Is(text);
        Encoding encoding = header is null ? quick : ReportEncoding.Of(read, length < sample.Length);
        if (header is null && !figures && line.Contains('\uFFFD', StringComparison.Ordinal))
        {
            // A header in another language and no UTF-8.
            encoding = ReportEncoding.Of(read, length < sample.Length);
            text = encoding.GetString(read[..Math.Min(length, HeaderBytes)]);
            line = FirstLine(text);
            header = Header.In(line, formats);
        }

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
/// <param name="hashed">Whether its SHA-256 is taken.</param>
internal sealed class ReportFile(ReportSource source, TableFormats formats, bool hashed = false)
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
            into.Unreadable.Add(new UnreadableFile(source.Shown, fault.Message));
        }
        catch (Exception fault)
            when (fault
                    is IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or DecoderFallbackException
            )
        {
            into.Unreadable.Add(new UnreadableFile(source.Shown, Say.Texts.Get("FileNotRead", fault.Message)));
        }
    }

    private void Read(Imports into, Action<long, long> report, CancellationToken cancel)
    {
        ReportStart known = ReportStart.Of(source, formats);

        if (known.Header is null && !known.Figures)
        {
            ReadWithin(known, into, report, cancel);
            return;
        }

        using var stream = new HashingStream(source.Open(), hashed);
        if (known.Header is not { } header)
        {
            using var json = new StreamReader(stream, known.Encoding, true, TextBuffer);
            into.Performance.AddRange(PerformanceReport.Read(json).Stores);
            into.Files.Add(new ImportedFile(source.Shown, PerformanceReport.Code) { Sha256 = stream.Sha256() });
            return;
        }

        // The file is noted before its rows, which name it by its index.
        var file = new ImportedFile(source.Shown, header.Type) { Fills = header.Kind.Code };
        into.Files.Add(file);
        new RowImport(source, file, into, () => stream.BytesRead, report, cancel).Take(stream, known);
        file.Sha256 = source.Sha256 ?? stream.Sha256();
    }

    /// <summary>Reads the tables within a workbook, an archive or a page, each as a file by itself.</summary>
    private void ReadWithin(ReportStart known, Imports into, Action<long, long> report, CancellationToken cancel)
    {
        foreach (
            ReportSource table in (source.IsTable ? null : Container.Tables(source, known.Text, formats))
                ?? throw new ReportException(Unrecognised.Why(source, known))
        )
        {
            cancel.ThrowIfCancellationRequested();
            new ReportFile(table, formats, hashed).ReadInto(into, report, cancel);
        }
    }
}
