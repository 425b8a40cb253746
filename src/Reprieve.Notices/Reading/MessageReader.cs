using System.Buffers;

namespace Reprieve.Notices;

/// <summary>
/// Reads messages from what sellers have: <c>.eml</c>, <c>.html</c>, <c>.mhtml</c>, <c>.txt</c>, <c>.docx</c>,
/// <c>.mbox</c>, <c>.jsonl</c>, a folder of these, standard input, and by name a PDF or a screenshot, which in a folder
/// are papers. What cannot be read becomes a result with a sentence, never an exception.
/// </summary>
public static class MessageReader
{
    /// <summary>The largest message taken, in bytes. Amazon's own mails are a hundred times smaller.</summary>
    public const int MaxBytes = 25 * 1024 * 1024;

    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    private const int MaxFolderDepth = 8;

    private const int HeadBytes = 64 * 1024;

    /// <summary>The messages of a file or folder, in order; an <c>.mbox</c> and a <c>.jsonl</c> are streamed.</summary>
    /// <param name="path">A file, a folder, or <see cref="StandardInput"/>.</param>
    /// <param name="pdf">Reads PDF files; without it they are refused.</param>
    public static IEnumerable<ReadResult> Read(string path, IPdfReader? pdf = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path == StandardInput)
        {
            return ReadStream(Console.OpenStandardInput(), StandardInput, pdf);
        }

        return Directory.Exists(path) ? ReadFolder(path) : ReadFile(path, path, pdf);
    }

    /// <summary>The messages of a stream whose kind is told by its content.</summary>
    public static IEnumerable<ReadResult> ReadStream(Stream stream, string source, IPdfReader? pdf = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ReadStream(stream, source, FileShape.Unknown, pdf);
    }

    /// <summary>
    /// Whether a file of a case folder reads as a message: a mail, a saved page or a text, and no table, no key file
    /// and no file that is empty or not text.
    /// </summary>
    public static bool LooksLikeMessage(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            return FileShapes.IsMessage(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<ReadResult> ReadFolder(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = MaxFolderDepth,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        foreach (string file in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
        {
            bool many = FileShapes.OfName(file) is FileShape.Mailbox or FileShape.JsonLines;
            if (!many && !LooksLikeMessage(file))
            {
                yield return new ReadResult(file, null, null);
                continue;
            }

            foreach (ReadResult result in ReadFile(file, file, pdf: null))
            {
                yield return result;
            }
        }
    }

    private static IEnumerable<ReadResult> ReadFile(string path, string source, IPdfReader? pdf)
    {
        FileStream stream;
        try
        {
            stream = File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            string key = fault is FileNotFoundException or DirectoryNotFoundException
                ? "Read_NotThere"
                : "Read_NoAccess";
            return [new ReadResult(source, null, Say.Texts.Get(key, source))];
        }

        return ReadStream(stream, source, FileShapes.OfName(path), pdf);
    }

    private static IEnumerable<ReadResult> ReadStream(Stream stream, string source, FileShape shape, IPdfReader? pdf)
    {
        if (shape == FileShape.Unknown && stream.CanSeek && stream.Length - stream.Position is > 0 and <= HeadBytes)
        {
            return ReadSmall(stream, source, pdf);
        }

        if (shape == FileShape.Unknown)
        {
            (shape, stream) = Looked(stream);
        }

        if (shape is FileShape.Mailbox or FileShape.JsonLines)
        {
            return shape == FileShape.Mailbox ? Mailbox.Read(stream, source) : JsonLines.Read(stream, source);
        }

        using (stream)
        {
            return Bounded.ReadAll(stream, MaxBytes) is { } content
                ? [ReadContent(content, source, shape, pdf)]
                : [new ReadResult(source, null, TooLarge(source))];
        }
    }

    /// <summary>A stream that is so small that what it holds is told when all of it was read.</summary>
    private static IEnumerable<ReadResult> ReadSmall(Stream stream, string source, IPdfReader? pdf)
    {
        using (stream)
        {
            if (Bounded.ReadAll(stream, MaxBytes) is not { } content)
            {
                return [new ReadResult(source, null, TooLarge(source))];
            }

            FileShape shape = FileShapes.OfContent(content);
            return shape is FileShape.Mailbox or FileShape.JsonLines
                ? ReadStream(new MemoryStream(content), source, shape, pdf)
                : [ReadContent(content, source, shape, pdf)];
        }
    }

    /// <summary>What a stream holds by its first bytes, and the stream as if nobody had looked.</summary>
    private static (FileShape Shape, Stream Stream) Looked(Stream stream)
    {
        byte[] head = ArrayPool<byte>.Shared.Rent(HeadBytes);
        try
        {
            int length = stream.ReadAtLeast(head.AsSpan(0, HeadBytes), HeadBytes, throwOnEndOfStream: false);
            FileShape shape = FileShapes.OfContent(head.AsSpan(0, length));
            if (!stream.CanSeek)
            {
                return (shape, new HeadedStream(head.AsSpan(0, length).ToArray(), stream));
            }

            stream.Seek(-length, SeekOrigin.Current);
            return (shape, stream);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(head);
        }
    }

    private static ReadResult ReadContent(byte[] content, string source, FileShape shape, IPdfReader? pdf) =>
        content.AsSpan().TrimStart(" \t\r\n\uFEFF"u8).IsEmpty
            ? new ReadResult(source, null, Say.Texts.Get("Read_Empty", source))
            : shape switch
            {
                FileShape.Mail => MailFile.Read(content, source),
                FileShape.PageArchive => MailFile.ReadPage(content, source),
                FileShape.Page => TextFile.ReadPage(content, source),
                FileShape.Word => WordFile.Read(content, source),
                FileShape.Pdf => ReadPdf(content, source, pdf),
                FileShape.Picture => PictureFile.Read(content, source),
                _ => TextFile.ReadText(content, source),
            };

    private static ReadResult ReadPdf(byte[] content, string source, IPdfReader? pdf)
    {
        PdfReading? read = pdf?.Read(content);
        return string.IsNullOrWhiteSpace(read?.Text)
            ? new ReadResult(source, null, read?.Error ?? Say.Texts.Get("Read_NoPdf", source))
            : TextFile.Of(read.Text, content, source);
    }

    internal static string TooLarge(string source) => Say.Texts.Get("Read_TooLarge", source, MaxBytes / (1024 * 1024));
}
