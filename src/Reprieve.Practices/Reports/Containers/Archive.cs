using System.IO.Compression;
using System.Text;
using Reprieve.Notices;

namespace Reprieve.Practices.Reports;

/// <summary>
/// A zip archive. Nothing of it is ever written to disk; its entries are read as they stream by, bounded in number,
/// size and nesting, and one whose sizes only a bomb has is refused before a byte of it is unpacked.
/// </summary>
internal static class Archive
{
    private const int MaxEntries = 1_000;

    /// <summary>Archives may lie in an archive, and no deeper.</summary>
    private const int MaxDepth = 2;

    /// <summary>Unpacked bytes of one archive; years of reports of a large account are less.</summary>
    private const long MaxUnpacked = 4L * 1024 * 1024 * 1024;

    /// <summary>Reports shrink to a tenth or a thirtieth; deflate cannot do more than a thousandth.</summary>
    private const long MaxRatio = 250;
    private const long SmallEntry = 8 * 1024 * 1024;

    /// <summary>Opens an archive; names that are not UTF-8 are read as Chinese Windows writes them.</summary>
    /// <exception cref="ReportException">It is a bomb.</exception>
    public static ZipArchive Open(Stream stream)
    {
        var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Any(entry => entry.FullName.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            zip.Dispose();
            Encoding names = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, names);
        }

        if (zip.Entries.Count > MaxEntries)
        {
            throw new ReportException(Say.Texts.Get("ArchiveTooMany", MaxEntries));
        }

        bool bomb =
            zip.Entries.Any(entry => entry.Length > SmallEntry && entry.Length / MaxRatio > entry.CompressedLength)
            || zip.Entries.Sum(entry => (decimal)entry.Length) > MaxUnpacked;
        return bomb ? throw new ReportException(Say.Texts.Get("ArchiveBomb")) : zip;
    }

    /// <summary>Whether an entry lies in a folder of the archive: by it workbooks and texts are told from archives.</summary>
    public static bool Holds(ZipArchive zip, string folder) =>
        zip.GetEntry("[Content_Types].xml") is not null
        && zip.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>Its files, each shown as <c>archive.zip/entry.txt</c>.</summary>
    public static IReadOnlyList<ReportSource> Entries(ReportSource source, ZipArchive zip)
    {
        if (source.Depth >= MaxDepth)
        {
            throw new ReportException(Say.Texts.Get("ArchiveTooDeep"));
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        List<ReportSource> files = [];
        for (int i = 0; i < zip.Entries.Count; i++)
        {
            ZipArchiveEntry entry = zip.Entries[i];
            string name = entry.FullName.Replace('\\', '/');
            if (name.EndsWith('/') || IsNoReport(name))
            {
                continue;
            }

            string shown = Shown(name);
            seen[shown] = seen.GetValueOrDefault(shown) + 1;
            shown = seen[shown] == 1 ? shown : $"{shown} ({seen[shown]})";
            int index = i;
            bool readable = !entry.IsEncrypted && !LeavesTheArchive(name);
            string refusal = entry.IsEncrypted ? "ArchiveEncrypted" : "ArchivePath";
            files.Add(
                new ReportSource(
                    $"{source.Shown}/{shown}",
                    () =>
                        readable
                            ? new EntryStream(source.Open(), index)
                            : throw new ReportException(Say.Texts.Get(refusal))
                )
                {
                    Depth = source.Depth + 1,
                }
            );
        }

        return files.Count > 0 ? files : throw new ReportException(Say.Texts.Get("ArchiveEmpty"));
    }

    private static bool IsNoReport(string name) => !LeavesTheArchive(name) && Leftover.Is(name);

    private static bool LeavesTheArchive(string name) =>
        name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..");

    /// <summary>A name that is safe to print: no control characters, no steps upwards, not endless.</summary>
    private static string Shown(string name)
    {
        string safe = string.Concat(
            name.Select(c => char.IsControl(c) || c is '\u202E' or '\u2066' or '\u2067' ? '_' : c)
        );
        safe = string.Join('/', safe.Split('/').Where(part => part is not (".." or "." or "")));
        return safe.Length <= 200 ? safe : safe[^200..];
    }

    /// <summary>An entry that opens its archive for itself, and gives no more than the archive says it holds.</summary>
    private sealed class EntryStream : ForwardStream
    {
        private readonly ZipArchive _zip;
        private readonly Stream _file;
        private readonly Stream _entry;
        private long _left;

        public EntryStream(Stream file, int index)
        {
            _file = file;
            _zip = Archive.Open(file);
            _left = _zip.Entries[index].Length;
            _entry = _zip.Entries[index].Open();
        }

        public override int Read(Span<byte> buffer)
        {
            int read = _entry.Read(buffer.Length > _left ? buffer[..(int)_left] : buffer);
            _left -= read;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _entry.Dispose();
                _zip.Dispose();
                _file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
