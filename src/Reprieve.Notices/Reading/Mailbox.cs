namespace Reprieve.Notices;

/// <summary>
/// Reads an <c>.mbox</c> mail by mail: a line that begins with "From " after a blank
/// line, and before a header, opens the next.
/// </summary>
internal static class Mailbox
{
    private const int MaxMark = 1000;

    public static IEnumerable<ReadResult> Read(Stream stream, string source)
    {
        using var lines = new ByteLines(stream);
        using var mail = new MemoryStream();
        byte[]? mark = null;
        bool blankBefore = true;
        bool tooLarge = false;
        bool any = false;
        int number = 0;
        while (lines.Next() is { } line)
        {
            if (mark is not null && IsHeader(line.Span))
            {
                if (any)
                {
                    yield return Finish(mail, tooLarge, $"{source}#{++number}");
                }

                mail.SetLength(0);
                (any, tooLarge, blankBefore) = (true, false, false);
            }
            else if (mark is not null)
            {
                // A sentence that begins with "From " and was not masked: no header follows it.
                tooLarge |= !Add(mail, mark);
                (any, blankBefore) = (true, false);
            }

            mark = blankBefore && line.Length < MaxMark && line.Span.StartsWith("From "u8) ? line.ToArray() : null;
            if (mark is null)
            {
                blankBefore = line.Span.TrimEnd("\r\n"u8).IsEmpty;
                any |= !blankBefore;
                tooLarge |= !Add(mail, Unmasked(line.Span));
            }
        }

        if (any)
        {
            yield return Finish(mail, tooLarge, $"{source}#{++number}");
        }
        else
        {
            yield return new ReadResult(source, null, Say.Texts.Get("Read_Empty", source));
        }
    }

    /// <summary>Adds a line, unless the mail is too large already.</summary>
    private static bool Add(MemoryStream mail, ReadOnlySpan<byte> line)
    {
        bool fits = mail.Length + line.Length <= MessageReader.MaxBytes;
        if (fits)
        {
            mail.Write(line);
        }

        return fits;
    }

    /// <summary>A line of the mail that began with "From " and was masked by a bracket.</summary>
    private static ReadOnlySpan<byte> Unmasked(ReadOnlySpan<byte> line) =>
        line.Length > 5 && line[0] == '>' && line.TrimStart((byte)'>').StartsWith("From "u8) ? line[1..] : line;

    /// <summary>Whether a line is a header: a name without spaces, and a colon.</summary>
    private static bool IsHeader(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        return colon > 0 && line[..colon].IndexOfAnyExceptInRange((byte)0x21, (byte)0x7E) < 0;
    }

    private static ReadResult Finish(MemoryStream mail, bool tooLarge, string source) =>
        tooLarge ? new ReadResult(source, null, MessageReader.TooLarge(source)) : MailFile.Read(mail.ToArray(), source);

    /// <summary>Lines of a stream as bytes, ends included; a very long line comes in pieces.</summary>
    private sealed class ByteLines(Stream stream) : IDisposable
    {
        private readonly byte[] _buffer = new byte[256 * 1024];
        private int _start;
        private int _end;
        private bool _done;

        public ReadOnlyMemory<byte>? Next()
        {
            int from = _start;
            while (true)
            {
                int newline = _buffer.AsSpan(from, _end - from).IndexOf((byte)'\n');
                if (newline >= 0)
                {
                    return Take(from + newline + 1);
                }

                from = _end;
                if (_done)
                {
                    return _start == _end ? default(ReadOnlyMemory<byte>?) : Take(_end);
                }

                if (_start > 0)
                {
                    _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                    (from, _end, _start) = (from - _start, _end - _start, 0);
                }

                if (_end == _buffer.Length)
                {
                    return Take(_end);
                }

                int read = stream.Read(_buffer, _end, _buffer.Length - _end);
                _done = read == 0;
                _end += read;
            }
        }

        public void Dispose() => stream.Dispose();

        private ReadOnlyMemory<byte> Take(int to)
        {
            ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, to - _start);
            _start = to;
            return line;
        }
    }
}
