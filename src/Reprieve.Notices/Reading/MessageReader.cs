namespace Reprieve.Notices;

/// <summary>
/// Reads messages from what sellers have: <c>.eml</c>, <c>.html</c>, <c>.txt</c>, <c>.mbox</c>, <c>.jsonl</c>, a folder of
/// these, or standard input. What cannot be read becomes a result with a sentence, never an exception.
/// </summary>
public static class MessageReader
{
    /// <summary>The largest message taken, in bytes. Amazon's own mails are a hundred times smaller.</summary>
    public const int MaxBytes = 25 * 1024 * 1024;

    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    private const int MaxFolderDepth = 8;

    /// <summary>The messages of a file or folder, in order; an <c>.mbox</c> and a <c>.jsonl</c> are streamed.</summary>
    public static IEnumerable<ReadResult> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path == StandardInput)
        {
            return ReadStream(Console.OpenStandardInput(), StandardInput);
        }

        return Directory.Exists(path) ? ReadFolder(path) : ReadFile(path, path);
    }

    /// <summary>The messages of a stream whose kind is told by its content; one that cannot seek is read whole first.</summary>
    public static IEnumerable<ReadResult> ReadStream(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[]? content = Bounded.ReadAll(stream, MaxBytes);
        return content is null
            ? [new ReadResult(source, null, TooLarge(source))]
            : ReadContent(content, source, FileShapes.OfContent(content));
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

            foreach (ReadResult result in ReadFile(file, file))
            {
                yield return result;
            }
        }
    }

    private static IEnumerable<ReadResult> ReadFile(string path, string source)
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

        FileShape shape = FileShapes.OfName(path);
        if (shape is FileShape.Mailbox or FileShape.JsonLines)
        {
            return shape == FileShape.Mailbox ? Mailbox.Read(stream, source) : JsonLines.Read(stream, source);
        }

        using (stream)
        {
            byte[]? content = stream.Length > MaxBytes ? null : Bounded.ReadAll(stream, MaxBytes);
            if (content is null)
            {
                return [new ReadResult(source, null, TooLarge(source))];
            }

            return ReadContent(content, source, shape == FileShape.Unknown ? FileShapes.OfContent(content) : shape);
        }
    }

    private static IEnumerable<ReadResult> ReadContent(byte[] content, string source, FileShape shape)
    {
        if (content.AsSpan().TrimStart(" \t\r\n\uFEFF"u8).IsEmpty)
        {
            return [new ReadResult(source, null, Say.Texts.Get("Read_Empty", source))];
        }

        return shape switch
        {
            FileShape.Mail => [MailFile.Read(content, source)],
            FileShape.Page => [TextFile.ReadPage(content, source)],
            FileShape.Mailbox => Mailbox.Read(new MemoryStream(content), source),
            FileShape.JsonLines => JsonLines.Read(new MemoryStream(content), source),
            _ => [TextFile.ReadText(content, source)],
        };
    }

    internal static string TooLarge(string source) => Say.Texts.Get("Read_TooLarge", source, MaxBytes / (1024 * 1024));
}
