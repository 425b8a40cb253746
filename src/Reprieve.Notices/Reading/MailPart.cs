using MimeKit;
using MimeKit.Utils;

namespace Reprieve.Notices;

/// <summary>What a part of a mail holds.</summary>
internal enum MailPartKind
{
    /// <summary>Text or a file.</summary>
    Content,

    /// <summary>Other parts.</summary>
    Parts,

    /// <summary>Another mail.</summary>
    Mail,
}

/// <summary>A part of a mail.</summary>
/// <param name="kind">What it holds.</param>
/// <param name="type">What it says it is.</param>
/// <param name="headers">Its headers; those of the whole mail where it is all that the mail holds.</param>
internal sealed class MailPart(MailPartKind kind, ContentType type, IReadOnlyList<Header> headers)
{
    private List<MailPart>? _parts;

    public MailPartKind Kind { get; } = kind;

    public ContentType Type { get; } = type;

    /// <summary>What stands in it, as it was transferred.</summary>
    public ReadOnlyMemory<byte> Content { get; set; }

    /// <summary>The parts in it.</summary>
    public IReadOnlyList<MailPart> Parts => _parts ?? [];

    /// <summary>The mail in it; null when there is none.</summary>
    public MailTree? Mail { get; set; }

    public bool IsText => Kind == MailPartKind.Content && Type.IsMimeType("text", "*");

    public bool IsPage => Type.IsMimeType("text", "html");

    /// <summary>Whether its lines are broken softly (format=flowed, RFC 3676).</summary>
    public bool IsFlowed =>
        Type.IsMimeType("text", "plain")
        && Type.Parameters.TryGetValue("format", out string? format)
        && format.AsSpan().Trim().Equals("flowed", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it says that it is no text of the mail, but a file sent with it.</summary>
    public bool IsAttachment => Disposition is { IsAttachment: true };

    /// <summary>The name of the file; null when it has none.</summary>
    public string? FileName => (Disposition?.FileName ?? Type.Name)?.Trim();

    /// <summary>Of a broken header as much as can be read.</summary>
    private ContentDisposition? Disposition
    {
        get
        {
            ContentDisposition? disposition = null;
            if (MailHeaders.First(headers, HeaderId.ContentDisposition) is { } header)
            {
                _ = ContentDisposition.TryParse(MailParser.Limits, header.RawValue, out disposition);
            }

            return disposition;
        }
    }

    private ContentEncoding Encoding =>
        MailHeaders.First(headers, HeaderId.ContentTransferEncoding) is { } header
        && MimeUtils.TryParse(header.Value, out ContentEncoding encoding)
            ? encoding
            : ContentEncoding.Default;

    public void Add(MailPart part) => (_parts ??= []).Add(part);

    /// <summary>The decoded bytes; those of the mail itself where nothing encodes them.</summary>
    public ReadOnlyMemory<byte> Decoded()
    {
        ContentEncoding encoding = Encoding;
        if (encoding is not (ContentEncoding.Base64 or ContentEncoding.QuotedPrintable or ContentEncoding.UUEncode))
        {
            return Content;
        }

        using var content = new MimeContent(MailParser.Shown(Content), encoding);
        using var bytes = new MemoryStream(Content.Length);
        content.DecodeTo(bytes);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
