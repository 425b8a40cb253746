using MimeKit;
using MimeKit.Text;

namespace Reprieve.SampleMaker;

/// <summary>A message with nothing in it that changes from run to run.</summary>
internal sealed record Mail
{
    public required string From { get; init; }
    public required string FromName { get; init; }
    public string? ReplyTo { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset Date { get; init; }
    public required string Id { get; init; }
    public string? Text { get; init; }
    public string? Html { get; init; }
    public System.Text.Encoding Charset { get; init; } = new System.Text.UTF8Encoding(false);

    public void Write(SampleFolder folder, string name)
    {
        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress(FromName, From));
        message.To.Add(new MailboxAddress("", To));
        if (ReplyTo is not null)
        {
            message.ReplyTo.Add(new MailboxAddress("", ReplyTo));
        }

        message.Subject = Subject;
        message.Date = Date;
        message.MessageId = Id;
        message.Body = Body();
        message.Prepare(EncodingConstraint.SevenBit);

        using var bytes = new MemoryStream();
        FormatOptions options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(options, bytes);
        folder.Bytes(name, bytes.ToArray());
    }

    private MimeEntity Body()
    {
        if (Text is not null && Html is not null)
        {
            var both = new Multipart("alternative") { Part(TextFormat.Plain, Text), Part(TextFormat.Html, Html) };
            both.Boundary = "----=_Part_" + Id.Split('@')[0];
            return both;
        }

        return Html is not null ? Part(TextFormat.Html, Html) : Part(TextFormat.Plain, Text!);
    }

    private TextPart Part(TextFormat format, string content)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Charset, content);
        return part;
    }
}
