namespace Reprieve.Notices;

/// <summary>Reads an <c>.mbox</c> mail by mail: a line that begins with "From " after a blank line opens the next.</summary>
internal static class Mailbox
{
    public static IEnumerable<ReadResult> Read(Stream stream, string source)
    {
        using var lines = new ByteLines(stream);
        using var mail = new MemoryStream();
        bool blankBefore = true;
        bool tooLarge = false;
        bool any = false;
        int number = 0;
        while (lines.Next() is { } line)
        {
            if (blankBefore && line.Span.StartsWith("From "u8))
            {
                if (any)
                {
                    yield return Finish(mail, tooLarge, $"{source}#{++number}");
                }

                mail.SetLength(0);
                (any, tooLarge, blankBefore) = (true, false, false);
                continue;
            }

            blankBefore = line.Span.TrimEnd("\r\n"u8).IsEmpty;
            any |= !blankBefore;
            tooLarge |= mail.Length + line.Length > MessageReader.MaxBytes;
            if (!tooLarge)
            {
                mail.Write(line.Span);
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
