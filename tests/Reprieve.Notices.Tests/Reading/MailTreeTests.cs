using CsCheck;
using MimeKit;

namespace Reprieve.Notices.Tests;

/// <summary>Mails are taken apart by the library's reader alone; what stands where is what its whole messages say.</summary>
public sealed class MailTreeTests
{
    [Fact]
    public void A_mail_whole_or_cut_off_anywhere_has_the_parts_that_the_library_finds()
    {
        string[] files = Directory.GetFiles(Some.Fixtures, "*.eml", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(50);
        foreach (string file in files)
        {
            byte[] mail = File.ReadAllBytes(file);
            for (int cut = mail.Length; cut > 0; cut -= Math.Max(1, mail.Length / 12))
            {
                Shown(() => OfTree(MailParser.Parse(mail.AsMemory(0, cut))))
                    .ShouldBe(Shown(() => OfMessage(MailParser.Whole(mail.AsMemory(0, cut)))), $"{file}, {cut} bytes");
            }
        }
    }

    [Theory]
    [InlineData("From: a@b.example, (\r\nReply-To: <c@d.example\r\n\r\nx")]
    [InlineData("From: , \"A, B\" <a@b.example>, broken <\r\nFrom: Group: c@d.example, e@f.example;\r\n\r\nx")]
    [InlineData("From: a@b.example\r\nContent-Type: message/rfc822\r\n\r\nBonjour,\nFrom: =?x?q?=C0?= <>\n\nwithin\n")]
    [InlineData("Content-Type: multipart/mixed\r\n\r\nno boundary")]
    [InlineData("Content-Type: text/html; name=\" a.html\"\r\nContent-Disposition: attachment; fil\r\n\r\nx")]
    [InlineData("Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n\r\nwithin\r\n")]
    [InlineData("Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\nRnJvbTogYQoKeA==")]
    [InlineData("Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n\r\none\r\n--x\r\n\r\n--x--\r\nbehind")]
    public void Broken_headers_are_read_as_the_library_reads_them(string mail)
    {
        byte[] bytes = System.Text.Encoding.ASCII.GetBytes(mail);
        Shown(() => OfTree(MailParser.Parse(bytes))).ShouldBe(Shown(() => OfMessage(MailParser.Whole(bytes))));
    }

    [Theory]
    [InlineData("Amazon <seller-performance@amazon.com>")]
    [InlineData("\"Amazon Services 2\" <a.b_c@d-e.example>")]
    public void A_mailbox_as_nearly_all_are_written_is_read_at_once(string mailbox) =>
        PlainMailbox
            .Read(new Header(HeaderId.From, mailbox))
            .ShouldNotBeNull()
            .ToString()
            .ShouldBe(InternetAddressList.Parse(mailbox).ToString());

    [Fact]
    public void A_mailbox_that_is_read_at_once_is_what_the_library_reads()
    {
        Gen.String[Gen.Char["aB1 .\"<@>-_,=(:;"], 0, 12]
            .Select(Gen.String[Gen.Char["aB1.-@_"], 0, 9])
            .Sample((name, address) => Compare($"{name}<{address}>"), iter: 200_000);

        static void Compare(string mailbox)
        {
            var header = new Header(System.Text.Encoding.ASCII, HeaderId.From, "x");
            header.SetRawValue(System.Text.Encoding.ASCII.GetBytes($" {mailbox}\r\n"));
            if (PlainMailbox.Read(header) is { } read)
            {
                InternetAddressList.TryParse(header.RawValue, out InternetAddressList? list).ShouldBeTrue(mailbox);
                var other = list!.ShouldHaveSingleItem().ShouldBeOfType<MailboxAddress>();
                (read.Name, read.Address, read.ToString()).ShouldBe((other.Name, other.Address, other.ToString()));
            }
        }
    }

    [Fact]
    public void A_parser_that_met_no_mail_reads_the_next_one()
    {
        Should.Throw<FormatException>(() => MailParser.Parse(ReadOnlyMemory<byte>.Empty));
        OfTree(MailParser.Parse("Subject: one\r\n\r\ntwo"u8.ToArray())).ShouldContain(Convert.ToHexString("two"u8));
    }

    private static string Shown(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (FormatException)
        {
            return "no mail";
        }
    }

    private static string OfTree(MailTree mail) =>
        $"""
            {string.Join(",", mail.Headers.Select(header => header.Field).Where(IsOfMail))}
            {mail.From} | {mail.ReplyTo} | {MailHeaders.Thread(mail)?.MessageId} | {MailHeaders.Date(mail)}
            {string.Join("\n", mail.Leaves().Select(part => $"{part.Type.MimeType} {Content(part)}"))}
            """;

    private static string Content(MailPart part) =>
        part.Kind == MailPartKind.Mail
            ? (part.Mail is { } mail ? OfTree(mail) : "")
            : $"{part.IsAttachment} {part.FileName} {Convert.ToHexString(part.Decoded().Span)}";

    private static string OfMessage(MimeMessage mail) =>
        $"""
            {string.Join(",", mail.Headers.Select(header => header.Field).Where(IsOfMail))}
            {mail.From} | {mail.ReplyTo} | {mail.MessageId} | {(
                mail.Date.Year is > 1990 and < 2200 ? mail.Date : null as DateTimeOffset?
            )}
            {string.Join("\n", mail.BodyParts.Select(part => $"{part.ContentType.MimeType} {Content(part)}"))}
            """;

    private static string Content(MimeEntity part)
    {
        if (part is not MimePart file)
        {
            return part is MessagePart { Message: { } mail } ? OfMessage(mail) : "";
        }

        using var bytes = new MemoryStream();
        file.Content?.DecodeTo(bytes);
        return $"{part.IsAttachment} {file.FileName} {Convert.ToHexString(bytes.ToArray())}";
    }

    /// <summary>Whether a header is the mail's own, and none of a part or a line that is none: the library parts these.</summary>
    private static bool IsOfMail(string field) =>
        !field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && !field.Contains('\n');
}
