using System.Text;

namespace Reprieve.Responses.Checking;

/// <summary>Reads the text of a plan from <c>.txt</c>, <c>.md</c> or <c>.docx</c>.</summary>
public static class PlanTextReader
{
    internal const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The plain text of a file; line ends are <c>\n</c>.</summary>
    /// <exception cref="PlanTextException">The file is missing, of another kind, too large, or damaged.</exception>
    public static string Read(string path)
    {
        byte[] bytes = Bytes(path);
        string extension = Path.GetExtension(path).ToLowerInvariant();
        bool zip = bytes.AsSpan().StartsWith("PK\u0003\u0004"u8);
        return extension switch
        {
            ".docx" => zip ? DocxText.Read(bytes, path) : throw Fault("check.not_docx", path),
            ".txt" or ".md" or "" => zip || LooksBinary(bytes) ? throw Fault("check.binary", path) : Decode(bytes),
            _ => throw Fault("check.kind", path),
        };
    }

    internal static PlanTextException Fault(string key, string path, Exception? inner = null)
    {
        string message = Say.Texts.Get(key, path);
        return inner is null ? new PlanTextException(message) : new PlanTextException(message, inner);
    }

    internal static byte[] Bytes(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > MaxBytes)
            {
                throw Fault("check.file_too_large", path);
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Fault(
                fault is FileNotFoundException or DirectoryNotFoundException ? "check.not_found" : "check.unreadable",
                path,
                fault
            );
        }
    }

    /// <summary>A byte-order mark decides; without one UTF-8, and where that fails windows-1252.</summary>
    private static string Decode(byte[] bytes)
    {
        Encoding? marked = ByMark(bytes);
        string text = marked?.GetString(bytes) ?? Utf8(bytes) ?? Windows1252().GetString(bytes);
        return text.TrimStart('\ufeff').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xef, 0xbb, 0xbf, ..] => Encoding.UTF8,
            [0xff, 0xfe, 0, 0, ..] => Encoding.UTF32,
            [0, 0, 0xfe, 0xff, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
            [0xff, 0xfe, ..] => Encoding.Unicode,
            [0xfe, 0xff, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    private static string? Utf8(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Windows1252() => CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    /// <summary>NUL bytes without a mark of UTF-16 or UTF-32: no text.</summary>
    private static bool LooksBinary(byte[] bytes) => ByMark(bytes) is null && bytes.AsSpan().Contains((byte)0);
}
