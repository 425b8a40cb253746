using MimeKit;
using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

/// <summary>By which way a mail came, where its bounces go, and which files hang on it.</summary>
public sealed class ChannelTests
{
    private const string Amazon = "Amazon <seller-performance@amazon.com>";

    [Theory]
    [InlineData("amazon.com")]
    [InlineData("amazon.co.uk")]
    public void A_buyers_message_that_speaks_as_Amazon_is_phishing_though_its_signature_is_valid(string store)
    {
        using var key = new SigningKey(store);
        Diagnosis read = Notice.Read(key.Sign(Notice.From($"Seller Support <a1b2@marketplace.{store}>")), Keys.Of(key));
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Suspicious);
        read.Authenticity.Checks.ShouldContain(c => c.Name == "channel" && c.Result == "fail");
        read.Kind.ShouldBe(NoticeKind.Phishing);
    }

    [Fact]
    public void A_buyers_message_about_a_parcel_is_nothing_of_the_kind()
    {
        MimeMessage mail = Notice.From("Jo <a1b2@marketplace.amazon.com>");
        mail.Subject = "Where is my parcel?";
        mail.Body = new TextPart("plain") { Text = "Hello, my parcel has not come yet. Can you look into it?" };
        Diagnosis read = Notice.Read(SigningKey.Bytes(mail), null);
        read.Authenticity.Checks.ShouldNotContain(c => c.Name == "channel");
        read.Kind.ShouldNotBe(NoticeKind.Phishing);
    }

    [Theory]
    [InlineData("Return-Path: <x@bounces.amazon.com>\n", AuthenticityVerdict.Unverifiable)]
    [InlineData("Return-Path: <0100-x@eu-west-1.amazonses.com>\n", AuthenticityVerdict.Unverifiable)]
    [InlineData("Return-Path: <>\n", AuthenticityVerdict.Unverifiable)]
    [InlineData("Return-Path: <x@evil.example>\n", AuthenticityVerdict.Suspicious)]
    [InlineData(
        "Return-Path: <srs0=x@lists.example>\nResent-From: a@lists.example\n",
        AuthenticityVerdict.Unverifiable
    )]
    public void Bounces_of_Amazons_mail_go_to_Amazon(string headers, AuthenticityVerdict expected)
    {
        Notice.Verdict(Notice.Under(headers, SigningKey.Bytes(Notice.From(Amazon))), null).ShouldBe(expected);
    }

    [Fact]
    public void A_valid_signature_outweighs_where_bounces_go()
    {
        using var key = new SigningKey("amazon.com");
        byte[] mail = Notice.Under("Return-Path: <x@relay.example>\n", key.Sign(Notice.From(Amazon)));
        Notice.Verdict(mail, Keys.Of(key)).ShouldBe(AuthenticityVerdict.Genuine);
    }

    [Theory]
    [InlineData("form.html", "text/html")]
    [InlineData("Appeal.HTM", "application/octet-stream")]
    [InlineData("invoice.pdf.exe", "application/octet-stream")]
    [InlineData("docs.zip", "application/zip")]
    [InlineData("image.svg", "image/svg+xml")]
    [InlineData("plan.docm", "application/octet-stream")]
    [InlineData("disk.iso.", "application/octet-stream")]
    public void A_file_that_no_notice_has_is_suspicious(string name, string type)
    {
        Diagnosis read = Notice.Read(With(name, type), null);
        AuthenticityCheck check = read.Authenticity.Checks.Single(c => c.Name == "attachments");
        check.Result.ShouldBe("fail");
        check.Detail.ShouldContain(name.TrimEnd('.'));
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Suspicious);
    }

    [Theory]
    [InlineData("report.pdf", "application/pdf")]
    [InlineData("logo.png", "image/png")]
    [InlineData("meeting.ics", "text/calendar")]
    public void Papers_and_pictures_are_fine(string name, string type)
    {
        Diagnosis read = Notice.Read(With(name, type), null);
        read.Authenticity.Checks.ShouldNotContain(c => c.Name == "attachments");
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Fact]
    public void The_sellers_own_mail_may_carry_what_it_likes()
    {
        Notice
            .Verdict(With("docs.zip", "application/zip", "owner@shop.example"), null)
            .ShouldNotBe(AuthenticityVerdict.Forged);
    }

    private static byte[] With(string name, string type, string sender = Amazon)
    {
        MimeMessage mail = Notice.From(sender);
        var file = new MimePart(ContentType.Parse(type))
        {
            FileName = name,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = name },
            Content = new MimeContent(new MemoryStream("x"u8.ToArray())),
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        mail.Body = new Multipart("mixed") { mail.Body!, file };
        return SigningKey.Bytes(mail);
    }
}
