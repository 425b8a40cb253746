using MimeKit;
using MimeKit.IO;

namespace Reprieve.Mail.Sending;

/// <summary>Makes of kept bytes a message for the mail library that writes these very bytes.</summary>
internal static class ExactMessage
{
    /// <summary>The message.</summary>
    /// <param name="beforeEnd">
    /// Called before the last bytes are handed over. Nothing that ends the mail can go out before: what ends it, a dot or the
    /// last byte of a counted block, comes after them.
    /// </param>
    /// <exception cref="MailException">The library would write something else.</exception>
    public static MimeMessage Of(ReadOnlyMemory<byte> bytes, Action? beforeEnd)
    {
        int head = bytes.Span.IndexOf("\r\n\r\n"u8) + 4;
        var message = new MimeMessage();
        message.Headers.Clear();
        using (var stream = new MemoryStream(bytes[..head].ToArray(), writable: false))
        {
            foreach (Header header in HeaderList.Load(stream))
            {
                message.Headers.Add(header);
            }
        }

        message.Body = new ExactBody(bytes[head..], beforeEnd);
        return IsExact(message, bytes.Span)
            ? message
            : throw new MailException(Say.Texts.Get("Bytes_Changed", "message.eml"));
    }

    private static bool IsExact(MimeMessage message, ReadOnlySpan<byte> bytes)
    {
        FormatOptions format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        using var written = new Trial();
        message.WriteTo(format, written);
        return bytes.SequenceEqual(written.ToArray());
    }

    /// <summary>A stream that a mail is only tried in.</summary>
    private sealed class Trial : MemoryStream;

    private sealed class ExactBody : MimeEntity
    {
        private const int Block = 16 * 1024;
        private readonly ReadOnlyMemory<byte> _bytes;
        private readonly Action? _beforeEnd;

        public ExactBody(ReadOnlyMemory<byte> bytes, Action? beforeEnd)
            : base("application", "octet-stream")
        {
            _bytes = bytes;
            _beforeEnd = beforeEnd;
            // What it is stands in the message's own head already.
            Headers.Clear();
        }

        public override void Prepare(EncodingConstraint constraint, int maxLineLength = 78) { }

        public override void WriteTo(
            FormatOptions options,
            Stream stream,
            bool contentOnly,
            CancellationToken cancellationToken = default
        )
        {
            for (int at = 0; at < _bytes.Length; at += Block)
            {
                Announce(stream, at);
                stream.Write(_bytes.Span.Slice(at, Math.Min(Block, _bytes.Length - at)));
            }
        }

        public override async Task WriteToAsync(
            FormatOptions options,
            Stream stream,
            bool contentOnly,
            CancellationToken cancellationToken = default
        )
        {
            for (int at = 0; at < _bytes.Length; at += Block)
            {
                Announce(stream, at);
                await stream.WriteAsync(_bytes.Slice(at, Math.Min(Block, _bytes.Length - at)), cancellationToken);
            }
        }

        private void Announce(Stream stream, int at)
        {
            // Its length is asked for first, by writing it into a stream that leads nowhere.
            if (at + Block >= _bytes.Length && stream is not (MeasuringStream or Trial))
            {
                _beforeEnd?.Invoke();
            }
        }
    }
}
