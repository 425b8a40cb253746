using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using MimeKit;

namespace Reprieve.Notices;

/// <summary>
/// Takes mails apart, bounded in depth. Of the library it uses the reader that only tells what stands where: its whole
/// messages, with lists and events for those who change them, cost as much again.
/// </summary>
internal sealed class MailParser : MimeReader
{
    /// <summary>How the library reads headers and parts.</summary>
    public static readonly ParserOptions Limits = new() { MaxMimeDepth = 64 };

    /// <summary>One that is not at work: its buffers serve the next mail.</summary>
    [ThreadStatic]
    private static MailParser? _idle;

    private readonly Stack<object> _open = [];
    private ReadOnlyMemory<byte> _bytes;
    private List<Header> _headers = [];
    private MailPart? _part;
    private MailTree? _mail;
    private long _headersEnd;

    private MailParser()
        : base(Limits, Stream.Null) { }

    /// <summary>The parts of a mail, which point into its bytes instead of copying them.</summary>
    /// <exception cref="FormatException">The bytes are no mail.</exception>
    public static MailTree Parse(ReadOnlyMemory<byte> mail)
    {
        MailParser parser = _idle ?? new MailParser();
        _idle = null;
        MailTree parsed = parser.Read(mail);
        _idle = parser;
        return parsed;
    }

    /// <summary>A mail as the library holds it.</summary>
    /// <exception cref="FormatException">The bytes are no mail.</exception>
    public static MimeMessage Whole(ReadOnlyMemory<byte> mail)
    {
        MimeMessage whole = MimeMessage.Load(Limits, Shown(mail), persistent: true);
        Forget(whole);
        return whole;
    }

    /// <summary>A stream over bytes that lie in memory.</summary>
    public static MemoryStream Shown(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> part)
            ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    protected override void OnHeadersBegin(
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    ) => _headers = [];

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken) =>
        _headers.Add(header);

    protected override void OnHeadersEnd(
        long beginOffset,
        int beginLineNumber,
        long endOffset,
        int endLineNumber,
        CancellationToken cancellationToken
    ) => _headersEnd = endOffset;

    protected override void OnMimeMessageBegin(
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    )
    {
        var mail = new MailTree(_headers) { HeadLength = (int)(_headersEnd - beginOffset) };
        if (_open.TryPeek(out object? around))
        {
            ((MailPart)around).Mail = mail;
        }

        _mail ??= mail;
        _open.Push(mail);
    }

    protected override void OnMimeMessageEnd(
        long beginOffset,
        int beginLineNumber,
        long headersEndOffset,
        long endOffset,
        int lines,
        CancellationToken cancellationToken
    )
    {
        var mail = (MailTree)_open.Pop();
        mail.Bytes = Within(beginOffset, _open.Count > 0 ? endOffset : _bytes.Length);
    }

    protected override void OnMimePartBegin(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    ) => _part = Add(MailPartKind.Content, contentType);

    protected override void OnMimePartContentEnd(
        long beginOffset,
        int beginLineNumber,
        long endOffset,
        int lines,
        NewLineFormat? newLineFormat,
        CancellationToken cancellationToken
    ) => _part!.Content = Within(beginOffset, endOffset);

    protected override void OnMultipartBegin(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    ) => _open.Push(Add(MailPartKind.Parts, contentType));

    protected override void OnMultipartEnd(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        long headersEndOffset,
        long endOffset,
        int lines,
        CancellationToken cancellationToken
    ) => _open.Pop();

    protected override void OnMessagePartBegin(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    ) => _open.Push(Add(MailPartKind.Mail, contentType));

    protected override void OnMessagePartEnd(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        long headersEndOffset,
        long endOffset,
        int lines,
        CancellationToken cancellationToken
    ) => _open.Pop();

    private MailTree Read(ReadOnlyMemory<byte> mail)
    {
        _bytes = mail;
        SetStream(Shown(mail));
        ReadMessage();
        MailTree parsed = _mail!;
        SetStream(Stream.Null);
        (_bytes, _headers, _part, _mail) = (default, [], null, null);
        return parsed;
    }

    private MailPart Add(MailPartKind kind, ContentType type)
    {
        var part = new MailPart(kind, type, _headers);
        if (_open.Peek() is MailTree mail)
        {
            mail.Body = part;
        }
        else
        {
            ((MailPart)_open.Peek()).Add(part);
        }

        return part;
    }

    private ReadOnlyMemory<byte> Within(long begin, long end) => _bytes[(int)begin..(int)Math.Max(begin, end)];

    /// <summary>
    /// Nothing of it holds anything but memory. Finalizers would keep every mail through two collections of garbage,
    /// which costs more than taking it apart.
    /// </summary>
    private static void Forget(MimeMessage mail)
    {
        NeverFinalize(mail);
        if (mail.Body is { } body)
        {
            Forget(body);
        }
    }

    private static void Forget(MimeEntity entity)
    {
        NeverFinalize(entity);
        switch (entity)
        {
            case Multipart parts:
                foreach (MimeEntity part in parts)
                {
                    Forget(part);
                }

                break;
            case MessagePart { Message: { } message }:
                Forget(message);
                break;
            case MimePart { Content: { } content }:
                NeverFinalize(content);
                break;
        }
    }

    [SuppressMessage(
        "Usage",
        "CA1816:Dispose methods should call SuppressFinalize",
        Justification = "These objects are not ours and are dropped, not disposed of."
    )]
    private static void NeverFinalize(object part) => GC.SuppressFinalize(part);
}
