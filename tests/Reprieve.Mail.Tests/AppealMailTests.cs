using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace Reprieve.Mail.Tests;

public sealed class AppealMailTests
{
    private static readonly MailDraft Draft = new()
    {
        SendingId = "case 7, round 1",
        From = "seller@example.com",
        FromName = "深圳商店",
        To = ["appeals@example.net"],
        Subject = "Appeal 申诉",
        Date = new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.FromHours(8)),
        Text = "Dear team,\n.\n根本原因 …\n" + new string('x', 2000),
        InReplyTo = "<b@amazon.com>",
        References = ["<a@amazon.com>"],
        Attachments = [new MailAttachment("增值税发票 2026.pdf", new byte[] { 1, 2, 3, 13, 10, 0 })],
    };

    [Fact]
    public void What_was_given_comes_out_again()
    {
        AppealMail mail = AppealMail.Build(Draft, null);
        using MimeMessage read = Read(mail);

        read.Subject!.ShouldBe(Draft.Subject);
        read.Date.ShouldBe(Draft.Date);
        read.From.Mailboxes.Single().Name.ShouldBe("深圳商店");
        read.To.Mailboxes.Single().Address.ShouldBe("appeals@example.net");
        read.MessageId.ShouldBe(mail.MessageId);
        read.InReplyTo.ShouldBe("b@amazon.com");
        read.References.ShouldBe(["a@amazon.com", "b@amazon.com"]);
        read.TextBody!.ReplaceLineEndings("\n").ShouldBe(Draft.Text);
        MimePart part = read.Attachments.Cast<MimePart>().Single();
        part.FileName.ShouldBe("增值税发票 2026.pdf");
        part.ContentType.MimeType.ShouldBe("application/pdf");
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content, TestContext.Current.CancellationToken);
        content.ToArray().ShouldBe(Draft.Attachments[0].Content.ToArray());
    }

    [Fact]
    public void It_goes_through_every_server_as_it_is()
    {
        AppealMail mail = AppealMail.Build(Draft, null);
        string text = Encoding.Latin1.GetString(mail.Bytes.Span);
        text.ShouldAllBe(c => c < 128);
        text.Split("\r\n").ShouldAllBe(line => line.Length <= 998 && !line.Contains('\n'));
        text.ShouldEndWith("\r\n");
        text.ShouldContain("filename*");
    }

    [Fact]
    public void The_same_draft_makes_the_same_bytes_and_another_sending_another_id()
    {
        AppealMail mail = AppealMail.Build(Draft, null);
        AppealMail.Build(Draft, null).Sha256.ShouldBe(mail.Sha256);
        mail.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(mail.Bytes.Span)));
        AppealMail.Build(Draft with { SendingId = "case 7, round 2" }, null).MessageId.ShouldNotBe(mail.MessageId);
    }

    [Theory]
    [InlineData("a\r\nBcc: x@example.org")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a\u2028b")]
    public void No_header_can_be_smuggled_in(string evil)
    {
        Refused(Draft with { Subject = evil });
        Refused(Draft with { FromName = evil });
        Refused(Draft with { From = evil + "@example.com" });
        Refused(Draft with { To = ["x@example.com" + evil] });
        Refused(Draft with { InReplyTo = evil });
        Refused(Draft with { References = [evil] });
        Refused(Draft with { Attachments = [new MailAttachment(evil, new byte[] { 1 })] });
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@example.com, b@example.com")]
    [InlineData("A <a@example.com>")]
    [InlineData("")]
    public void What_is_no_single_address_is_refused(string address) => Refused(Draft with { To = [address] });

    [Fact]
    public void A_mail_that_is_too_large_names_its_sizes()
    {
        MailDraft large = Draft with { Attachments = [new MailAttachment("scan.pdf", new byte[900_000])] };
        MailException fault = Should.Throw<MailException>(() => AppealMail.Build(large, 1));
        fault.Message.ShouldContain("scan.pdf 0.90 MB");
        fault.Message.ShouldContain("1.2");
        AppealMail.Build(large, 2).Bytes.Length.ShouldBeGreaterThan(1_200_000);
    }

    private static void Refused(MailDraft draft) => Should.Throw<MailException>(() => AppealMail.Build(draft, null));

    private static MimeMessage Read(AppealMail mail)
    {
        using var stream = new MemoryStream(mail.Bytes.ToArray());
        return MimeMessage.Load(stream);
    }
}
