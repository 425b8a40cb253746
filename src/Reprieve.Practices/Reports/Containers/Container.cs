using System.IO.Compression;
using System.Security.Cryptography;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Files that hold tables within: workbooks, archives and saved pages. Each table in them is handed on as delimited
/// text, so that all tables are read in one way.
/// </summary>
internal static class Container
{
    /// <summary>The largest file within a file that is unpacked into memory (a workbook or page in an archive).</summary>
    private const int MaxInMemory = 256 * 1024 * 1024;

    /// <summary>The tables within a file; null when it is none of these.</summary>
    /// <param name="start">The beginning of the file as text.</param>
    /// <exception cref="ReportException">It is one, and must not or cannot be unpacked; the message says what to do.</exception>
    public static IReadOnlyList<ReportSource>? Tables(ReportSource source, string start, TableFormats formats)
    {
        bool packed =
            start.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)
            || start.StartsWith("PK\u0005\u0006", StringComparison.Ordinal);
        if (!packed && !SavedPage.Is(start))
        {
            return null;
        }

        try
        {
            return packed ? Packed(source, formats) : SavedPage.Tables(InMemory(source), formats);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new ReportException(Say.Texts.Get("ContainerBroken"));
        }
    }

    private static IReadOnlyList<ReportSource>? Packed(ReportSource source, TableFormats formats)
    {
        ReportSource seekable = source.Depth == 0 ? source : InMemory(source);
        using Stream stream = seekable.Open();
        using ZipArchive zip = Archive.Open(stream);
        return Archive.Holds(zip, "word/") ? null
            : Archive.Holds(zip, "xl/") ? Workbook.Tables(Hashed(seekable, stream), zip, formats)
            : Archive.Entries(seekable, zip);
    }

    private static ReportSource Hashed(ReportSource source, Stream stream)
    {
        if (source.Sha256 is not null)
        {
            return source;
        }

        stream.Position = 0;
        return source with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(stream)) };
    }

    private static ReportSource InMemory(ReportSource source)
    {
        using Stream stream = source.Open();
        using var memory = new MemoryStream();
        byte[] block = new byte[81920];
        int read;
        while ((read = stream.Read(block)) > 0)
        {
            if (memory.Length + read > MaxInMemory)
            {
                throw new ReportException(Say.Texts.Get("ContainerTooLarge", MaxInMemory / (1024 * 1024)));
            }

            memory.Write(block, 0, read);
        }

        byte[] bytes = memory.ToArray();
        return source with
        {
            Open = () => new MemoryStream(bytes, writable: false),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
    }
}
