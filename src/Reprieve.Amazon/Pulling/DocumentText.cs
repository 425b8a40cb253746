using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Reprieve.Amazon.Pulling;

/// <summary>Unpacks the file of a report and makes it UTF-8 where it is known to be something else.</summary>
internal static class DocumentText
{
    private const long MostJsonBytes = 16 * 1024 * 1024;

    static DocumentText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// Whether a packed file is there to its end: it unpacks, and to the length that its last four bytes name (RFC 1952). The
    /// framework's reader takes a file that breaks off for one that ends.
    /// </summary>
    public static bool IsWhole(string packed, long mostBytes, CancellationToken cancel)
    {
        using FileStream file = File.OpenRead(packed);
        if (file.Length < 18)
        {
            return false;
        }

        byte[] end = new byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(end);
        file.Position = 0;
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        long length = 0;
        foreach (ReadOnlyMemory<byte> block in Blocks(unpacked, mostBytes, cancel))
        {
            length += block.Length;
        }

        return (uint)length == BinaryPrimitives.ReadUInt32LittleEndian(end);
    }

    /// <summary>
    /// Writes the text. Bytes that are UTF-8 stay as they are, whatever the answer called them: that is never an accident. Others
    /// are taken for what the answer names, and left as they are where that is nothing or does not fit; step 2 knows them by their
    /// looks.
    /// </summary>
    public static void Write(
        string from,
        bool gzip,
        string? charset,
        string to,
        long mostBytes,
        CancellationToken cancel
    )
    {
        Encoding? other = IsUtf8(from, gzip, mostBytes, cancel) ? null : Named(charset);
        if (other is not null && !Fits(other, from, gzip, mostBytes, cancel))
        {
            other = null;
        }

        using FileStream written = File.Create(to);
        Decoder? decoder = other?.GetDecoder();
        foreach (ReadOnlyMemory<byte> block in Read(from, gzip, mostBytes, cancel))
        {
            written.Write(decoder is null ? block.Span : Encoding.UTF8.GetBytes(Chars(decoder, block, flush: false)));
        }

        if (decoder is not null)
        {
            written.Write(Encoding.UTF8.GetBytes(Chars(decoder, default, flush: true)));
        }

        written.Flush(flushToDisk: true);
    }

    /// <summary>
    /// Whether what begins as JSON goes on as JSON to its end, one value or one after the other; null for another text, of which
    /// nobody can tell. The files that are JSON are small.
    /// </summary>
    public static bool? IsJson(string path)
    {
        using FileStream file = File.OpenRead(path);
        int first = file.ReadByte();
        if (first is not ('{' or '[') || file.Length > MostJsonBytes)
        {
            return null;
        }

        byte[] text = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(text);
        try
        {
            var json = new Utf8JsonReader(text, new JsonReaderOptions { AllowMultipleValues = true });
            while (json.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsUtf8(string from, bool gzip, long mostBytes, CancellationToken cancel) =>
        Fits(new UTF8Encoding(false, throwOnInvalidBytes: true), from, gzip, mostBytes, cancel);

    private static Encoding? Named(string? charset)
    {
        try
        {
            return charset is { Length: > 0 }
                ? Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool Fits(Encoding encoding, string from, bool gzip, long mostBytes, CancellationToken cancel)
    {
        Decoder decoder = encoding.GetDecoder();
        try
        {
            foreach (ReadOnlyMemory<byte> block in Read(from, gzip, mostBytes, cancel))
            {
                Chars(decoder, block, flush: false);
            }

            Chars(decoder, default, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static char[] Chars(Decoder decoder, ReadOnlyMemory<byte> block, bool flush)
    {
        char[] chars = new char[decoder.GetCharCount(block.Span, flush)];
        decoder.GetChars(block.Span, chars, flush);
        return chars;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Read(string from, bool gzip, long most, CancellationToken cancel)
    {
        using FileStream file = File.OpenRead(from);
        using Stream bytes = gzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        foreach (ReadOnlyMemory<byte> block in Blocks(bytes, most, cancel))
        {
            yield return block;
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Blocks(Stream from, long mostBytes, CancellationToken cancel)
    {
        byte[] block = new byte[64 * 1024];
        long length = 0;
        int read;
        while ((read = from.Read(block)) > 0)
        {
            cancel.ThrowIfCancellationRequested();
            length += read;
            yield return length <= mostBytes
                ? block.AsMemory(0, read)
                : throw new AmazonException(Say.Texts.Get("Document_Large", mostBytes >> 30));
        }
    }
}
