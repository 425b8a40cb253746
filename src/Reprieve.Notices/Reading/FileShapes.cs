using System.Buffers;
using System.Text;

namespace Reprieve.Notices;

/// <summary>What a file holds, as far as reading goes.</summary>
internal enum FileShape
{
    Unknown,
    Mail,
    Page,
    Text,
    Mailbox,
    JsonLines,

    /// <summary>A page saved with its pictures, which is built like a mail and is none.</summary>
    PageArchive,
    Word,
    Pdf,
    Picture,
}

/// <summary>Tells what a file holds: by its name, and where that says nothing by its first bytes.</summary>
internal static class FileShapes
{
    private const int LookAt = 64 * 1024;

    /// <summary>Two fields that every mail has nearly always stand so far up.</summary>
    private const int GlanceAt = 1024;
    private const int TableRows = 3;
    private const int FewLetters = 200;

    private static readonly SearchValues<byte> NotInNames = SearchValues.Create(" \t<>{"u8);

    private static readonly string[] PageTags = ["<!doctype html", "<html", "<body", "<table", "<div", "<p>"];

    private static readonly string[] MailHeaders =
    [
        "received",
        "return-path",
        "delivered-to",
        "dkim-signature",
        "mime-version",
        "message-id",
        "from",
        "to",
        "subject",
        "date",
        "content-type",
        "reply-to",
        "x-",
        "arc-",
        "authentication-results",
    ];

    public static FileShape OfName(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".eml" => FileShape.Mail,
            ".html" or ".htm" => FileShape.Page,
            ".txt" or ".text" => FileShape.Text,
            ".mbox" => FileShape.Mailbox,
            ".jsonl" or ".ndjson" => FileShape.JsonLines,
            ".mht" or ".mhtml" => FileShape.PageArchive,
            ".docx" => FileShape.Word,
            ".pdf" => FileShape.Pdf,
            ".png" or ".jpg" or ".jpeg" => FileShape.Picture,
            _ => FileShape.Unknown,
        };

    public static FileShape OfContent(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> start = content.Length > LookAt ? content[..LookAt] : content;
        ReadOnlySpan<byte> trimmed = start.TrimStart(" \t\r\n\uFEFF"u8);
        if (
            start.StartsWith("From "u8)
            && start.IndexOf((byte)'\n') is > 0 and int line
            && HasMailHeaders(start[(line + 1)..])
        )
        {
            return FileShape.Mailbox;
        }

        return start.StartsWith("%PDF-"u8) ? FileShape.Pdf
            : start.StartsWith("PK\u0003\u0004"u8) ? FileShape.Word
            : IsPng(start) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileShape.Picture
            : HasMailHeaders(start) ? FileShape.Mail
            : trimmed.StartsWith("{"u8) && trimmed.IndexOf("\"text\""u8) >= 0 ? FileShape.JsonLines
            : trimmed.StartsWith("<"u8) && IsPage(trimmed) ? FileShape.Page
            : FileShape.Text;
    }

    public static bool IsPng(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    private static bool IsPage(ReadOnlySpan<byte> content)
    {
        string start = Encoding.Latin1.GetString(content.Length > 2048 ? content[..2048] : content);
        return Array.Exists(PageTags, tag => start.Contains(tag, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the first lines are the header of a mail: two known fields before the first blank line.</summary>
    public static bool HasMailHeaders(ReadOnlySpan<byte> content) =>
        KnowsHeaders(content, GlanceAt) || (content.Length > GlanceAt && KnowsHeaders(content, LookAt));

    private static bool KnowsHeaders(ReadOnlySpan<byte> content, int lookAt)
    {
        ReadOnlySpan<byte> rest = (content.Length > lookAt ? content[..lookAt] : content).TrimStart("\r\n\uFEFF"u8);
        int known = 0;
        while (!rest.IsEmpty && known < 2)
        {
            int end = rest.IndexOfAny((byte)'\r', (byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + (rest[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
            if (line.IsEmpty)
            {
                break;
            }

            if (line[0] is (byte)' ' or (byte)'\t')
            {
                continue;
            }

            int colon = line.IndexOf((byte)':');
            if (colon <= 0 || line[..colon].ContainsAny(NotInNames))
            {
                break;
            }

            known += IsMailHeader(line[..colon]) ? 1 : 0;
        }

        return known == 2;
    }

    public static bool IsMessage(string path)
    {
        FileShape shape = OfName(path);
        if (shape == FileShape.Word)
        {
            return IsWordMessage(path);
        }

        if (shape is not (FileShape.Mail or FileShape.PageArchive or FileShape.Page or FileShape.Text))
        {
            return false;
        }

        using FileStream stream = File.OpenRead(path);
        byte[] head = new byte[(int)Math.Min(stream.Length, LookAt)];
        stream.ReadExactly(head);
        if (shape is FileShape.Mail or FileShape.PageArchive)
        {
            return HasMailHeaders(head);
        }

        if (Charsets.Decode(head) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        return shape == FileShape.Page ? !IsPageOfTables(text) : !IsTable(text) && !IsKeyFile(text);
    }

    private static bool IsWordMessage(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Bounded.ReadAll(stream, MessageReader.MaxBytes) is { } content
            && WordFile.Read(content, path).Message is not null;
    }

    /// <summary>Several lines that all hold the same separators: tabs, or commas or semicolons without spaces after them.</summary>
    private static bool IsTable(string text)
    {
        int columns = 0;
        int rows = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                continue;
            }

            int tabs = line.Count('\t');
            int commas = line.Count(',') - line.Count(", ");
            int semicolons = line.Count(';') - line.Count("; ");
            int here = Math.Max(tabs, Math.Max(commas, semicolons));
            if (rows == 0 && here == 0)
            {
                return false;
            }

            columns = rows == 0 ? here : columns;
            rows++;
            if (here == 0 || (tabs == 0 && rows > 1 && here < columns))
            {
                return false;
            }

            if (rows >= TableRows)
            {
                return true;
            }
        }

        return rows > 0 && (columns >= 2 || text.Contains('\t', StringComparison.Ordinal));
    }

    private static bool IsKeyFile(string text) => text.Contains("._domainkey.", StringComparison.OrdinalIgnoreCase);

    private static bool IsPageOfTables(string html)
    {
        (int letters, int rows, int cells) = HtmlText.Outline(html);
        return cells > 0 && rows >= TableRows && letters < FewLetters;
    }

    private static bool IsMailHeader(ReadOnlySpan<byte> name)
    {
        foreach (string header in MailHeaders)
        {
            ReadOnlySpan<byte> start = header[^1] == '-' && name.Length > header.Length ? name[..header.Length] : name;
            if (Ascii.EqualsIgnoreCase(start, header))
            {
                return true;
            }
        }

        return false;
    }
}
