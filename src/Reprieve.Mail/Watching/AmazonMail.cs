using System.Text;
using MimeKit;
using MimeKit.Text;
using Reprieve.Knowledge;

namespace Reprieve.Mail.Watching;

/// <summary>
/// Whether a mail comes from Amazon or is about Amazon, by its beginning: header and first text. It judges nothing: a false
/// Amazon mail concerns Amazon too.
/// </summary>
/// <param name="senders">The lists of <c>knowledge/senders</c>.</param>
/// <param name="own">The mailbox's own address: what its owner wrote is no mail from Amazon.</param>
internal sealed class AmazonMail(IEnumerable<SenderList> senders, string own)
{
    /// <summary>Bytes of a mail that are looked at. Header fields with seals take up to 16 KB, styles before the text as much.</summary>
    public const int Beginning = 48 * 1024;

    private const int Deepest = 12;

    private static readonly ParserOptions Lenient = LenientOptions();

    private readonly string[] _domains =
    [
        .. senders.Where(list => list.Purpose is SenderPurpose.Mail).SelectMany(list => list.Domains),
    ];

    /// <summary>Whether a mail with this beginning concerns Amazon. Takes any bytes; never throws.</summary>
    public bool Concerns(ReadOnlySpan<byte> beginning)
    {
        ReadOnlySpan<byte> seen = beginning[..Math.Min(beginning.Length, Beginning)];
        try
        {
            using var stream = new MemoryStream(seen.ToArray());
            using var mail = MimeMessage.Load(Lenient, stream);
            return !mail.From.Mailboxes.Any(IsOwn)
                // An alert speaks of Amazon, and may go to a mailbox that is watched: it would alert of itself.
                && !mail.Headers.Contains(AppealMail.NoticeHeader)
                && InMessage(mail, 0);
        }
        catch (FormatException)
        {
            // No mail by form; what it says counts all the same.
            return InBytes(seen.ToArray());
        }
    }

    private bool IsOwn(MailboxAddress from) => own.Equals(from.Address, StringComparison.OrdinalIgnoreCase);

    private bool InMessage(MimeMessage mail, int depth) =>
        AmazonName.IsIn(mail.Headers[HeaderId.Subject])
        || mail.From.Concat(mail.ReplyTo).Append(mail.Sender).Any(IsAmazons)
        || InPart(mail.Body, depth);

    private bool IsAmazons(InternetAddress? address) =>
        address switch
        {
            null => false,
            MailboxAddress box => AmazonName.IsIn(box.Name) || AmazonName.IsIn(box.Address) || IsListed(box.Domain),
            GroupAddress group => AmazonName.IsIn(group.Name) || group.Members.Mailboxes.Any(IsAmazons),
            _ => false,
        };

    private bool IsListed(string? domain) =>
        domain is not null
        && _domains.Any(listed =>
            domain.EndsWith(listed, StringComparison.OrdinalIgnoreCase)
            && (domain.Length == listed.Length || domain[^(listed.Length + 1)] == '.')
        );

    private bool InPart(MimeEntity? part, int depth) =>
        depth < Deepest
        && part switch
        {
            Multipart parts => parts.Any(one => InPart(one, depth + 1)),
            MessagePart forwarded => forwarded.Message is { } mail && InMessage(mail, depth + 1),
            MimePart { Content: not null } leaf => AmazonName.IsIn(leaf.FileName) || InLeaf(leaf),
            _ => false,
        };

    private static bool InLeaf(MimePart part)
    {
        bool text = part is TextPart or { ContentType.MediaType: "message" };
        if (!text && !(part.FileName?.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) ?? false))
        {
            return false;
        }

        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes, CancellationToken.None);
        return part is TextPart told && TextOf(told, bytes.ToArray()) is { } words
            ? told.IsHtml
                ? InHtml(words)
                : AmazonName.IsIn(words)
            : InBytes(bytes.ToArray());
    }

    /// <summary>
    /// The text of a part; null where it tells no charset, or none that is known. MimeKit remembers a charset as unknown when it
    /// was met before the old ones were registered.
    /// </summary>
    private static string? TextOf(TextPart part, byte[] bytes)
    {
        try
        {
            return part.ContentType.Charset is { } charset ? Encoding.GetEncoding(charset).GetString(bytes) : null;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool InHtml(string html)
    {
        using var reader = new StringReader(html);
        var tokens = new HtmlTokenizer(reader);
        var text = new StringBuilder();
        bool styles = false;
        while (tokens.ReadNextToken(out HtmlToken? token))
        {
            // Tags within a word do not part it; the words of a picture stand for it.
            if (token is HtmlTagToken tag)
            {
                styles = tag is { Id: HtmlTagId.Style, IsEndTag: false };
                text.Append(tag.Attributes.FirstOrDefault(one => one.Id is HtmlAttributeId.Alt)?.Value);
            }
            else if (token is HtmlDataToken data and not HtmlScriptDataToken && !styles)
            {
                text.Append(data.Data);
            }
        }

        return AmazonName.IsIn(text.ToString());
    }

    /// <summary>Mails without a charset are UTF-8, or Chinese ones of old.</summary>
    private static bool InBytes(byte[] bytes) =>
        AmazonName.IsIn(Encoding.UTF8.GetString(bytes)) || AmazonName.IsIn(Lenient.CharsetEncoding.GetString(bytes));

    private static ParserOptions LenientOptions()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new ParserOptions { CharsetEncoding = Encoding.GetEncoding("gb18030"), MaxMimeDepth = Deepest };
    }
}
