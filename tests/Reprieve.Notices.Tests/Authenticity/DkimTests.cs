using System.Text;
using MimeKit;
using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

public sealed class DkimTests
{
    private const string Amazon = "Amazon <seller-performance@amazon.com>";

    [Fact]
    public void A_valid_aligned_signature_of_Amazon_is_genuine()
    {
        using var key = new SigningKey("amazon.com");
        Verdict(key.Sign(Notice.From(Amazon)), Keys.Of(key)).ShouldBe(AuthenticityVerdict.Genuine);
    }

    [Fact]
    public void A_sub_domain_is_aligned_with_its_organisation()
    {
        using var key = new SigningKey("mail.amazon.com");
        Verdict(key.Sign(Notice.From(Amazon)), Keys.Of(key)).ShouldBe(AuthenticityVerdict.Genuine);
    }

    [Fact]
    public void Another_Amazon_domain_than_the_senders_is_not_aligned()
    {
        using var key = new SigningKey("amazon.de");
        Verdict(key.Sign(Notice.From(Amazon)), Keys.Of(key)).ShouldNotBe(AuthenticityVerdict.Genuine);
    }

    [Theory]
    [InlineData("late shipment", "cancellation")]
    [InlineData("Subject: Your", "Subject: You")]
    public void A_mail_changed_after_signing_is_forged(string from, string to)
    {
        using var key = new SigningKey("amazon.com");
        byte[] changed = Notice.Changed(key.Sign(Notice.From(Amazon)), from, to);
        Diagnosis read = Read(changed, Keys.Of(key));
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Forged);
        read.Kind.ShouldBe(NoticeKind.Phishing);
    }

    [Fact]
    public void A_missing_key_proves_nothing()
    {
        using var key = new SigningKey("amazon.com");
        Verdict(key.Sign(Notice.From(Amazon)), new Keys()).ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Fact]
    public void Without_any_keys_at_hand_nothing_is_proved()
    {
        using var key = new SigningKey("amazon.com");
        Verdict(key.Sign(Notice.From(Amazon)), null).ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Theory]
    [InlineData("v=DKIM1; k=rsa; p=")]
    [InlineData("v=DKIM1; k=rsa; p=!!!!")]
    [InlineData("no record at all")]
    public void A_revoked_or_broken_key_proves_nothing(string record)
    {
        using var key = new SigningKey("amazon.com");
        var keys = new Keys(("s1._domainkey.amazon.com", record));
        Verdict(key.Sign(Notice.From(Amazon)), keys).ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Fact]
    public void A_key_that_is_too_short_proves_nothing()
    {
        using var key = new SigningKey("amazon.com", bits: 768);
        Verdict(key.Sign(Notice.From(Amazon)), Keys.Of(key)).ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    /// <summary>The time the signature itself states (<c>t=</c>), so that the test asks no clock.</summary>
    private static DateTimeOffset SignedAt(byte[] signed)
    {
        string text = System.Text.Encoding.ASCII.GetString(signed);
        int start = text.IndexOf("t=1", StringComparison.Ordinal) + 2;
        string seconds = string.Concat(text[start..].TakeWhile(char.IsAsciiDigit));
        return DateTimeOffset.FromUnixTimeSeconds(
            long.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public void A_signature_that_had_expired_on_delivery_proves_nothing()
    {
        using var key = new SigningKey("amazon.com");
        byte[] signed = key.Sign(Notice.From(Amazon), TimeSpan.FromHours(1));
        byte[] late = Received(signed, SignedAt(signed).AddDays(2));
        Verdict(late, Keys.Of(key)).ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Fact]
    public void A_signature_that_was_in_time_on_delivery_counts()
    {
        using var key = new SigningKey("amazon.com");
        byte[] signed = key.Sign(Notice.From(Amazon), TimeSpan.FromHours(1));
        Verdict(Received(signed, SignedAt(signed)), Keys.Of(key)).ShouldBe(AuthenticityVerdict.Genuine);
    }

    [Fact]
    public void One_valid_signature_suffices_beside_a_broken_one()
    {
        using var key = new SigningKey("amazon.com");
        byte[] signed = key.Sign(Notice.From(Amazon));
        byte[] both =
        [
            .. "DKIM-Signature: v=1; a=rsa-sha256; d=amazon.com; s=s1; c=relaxed/relaxed; h=from; bh=AAAA; b=AAAA\r\n"u8,
            .. signed,
        ];
        Verdict(both, Keys.Of(key)).ShouldBe(AuthenticityVerdict.Genuine);
    }

    [Fact]
    public void A_second_From_header_is_never_genuine()
    {
        using var key = new SigningKey("amazon.com");
        byte[] twice = [.. "From: Somebody <x@elsewhere.example>\r\n"u8, .. key.Sign(Notice.From(Amazon))];
        Verdict(twice, Keys.Of(key)).ShouldNotBe(AuthenticityVerdict.Genuine);
    }

    [Fact]
    public void A_foreign_signature_under_Amazons_name_is_suspicious()
    {
        using var key = new SigningKey("bulkmail.example");
        Verdict(key.Sign(Notice.From(Amazon)), Keys.Of(key)).ShouldBe(AuthenticityVerdict.Suspicious);
    }

    [Fact]
    public void A_look_alike_domain_with_its_own_valid_signature_is_phishing()
    {
        using var key = new SigningKey("amazon-seller.example");
        Diagnosis read = Read(key.Sign(Notice.From("Amazon <a@amazon-seller.example>")), Keys.Of(key));
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Suspicious);
        read.Kind.ShouldBe(NoticeKind.Phishing);
    }

    [Fact]
    public void A_notice_forwarded_as_attachment_is_judged_by_its_own_signature()
    {
        using var key = new SigningKey("amazon.com");
        using MimeMessage inner = MimeMessage.Load(
            new MemoryStream(key.Sign(Notice.From(Amazon))),
            TestContext.Current.CancellationToken
        );
        MimeMessage outer = Notice.From("Owner <owner@shop.example>");
        outer.Subject = "Fwd: please look";
        outer.Body = new Multipart("mixed")
        {
            new TextPart("plain") { Text = "See attached." },
            new MessagePart { Message = inner },
        };
        Diagnosis read = Read(SigningKey.Bytes(outer), Keys.Of(key));
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Genuine);
        read.Authenticity.Checks.ShouldContain(c => c.Name == "forwarded");
        read.Kind.ShouldBe(NoticeKind.Deactivation);
    }

    [Fact]
    public void A_body_longer_than_the_signature_covers_is_not_genuine()
    {
        Body("A: b\r\n\r\nHello  you \r\n\r\n\r\n", relaxed: true).ShouldBe("Hello you\r\n");
        Body("A: b\r\n\r\nHello  you \r\n\r\n\r\n", relaxed: false).ShouldBe("Hello  you \r\n");
        Body("A: b\n\none\n\ntwo", relaxed: true).ShouldBe("one\r\n\r\ntwo\r\n");
        Body("A: b\r\n\r\n", relaxed: true).ShouldBeEmpty();

        static string Body(string mail, bool relaxed) =>
            Encoding.ASCII.GetString(
                CanonicalBody.Of(MailParser.Parse(Encoding.ASCII.GetBytes(mail)).Content.Span, relaxed)
            );
    }

    [Fact]
    public void Pasted_text_is_unverifiable_and_never_forged()
    {
        Some.Read("DKIM-Signature: d=amazon.com\nYour account has been deactivated.")
            .Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    private static byte[] Received(byte[] mail, DateTimeOffset at) =>
        [
            .. Encoding.ASCII.GetBytes(
                FormattableString.Invariant($"Received: by mx.shop.example; {at:ddd, dd MMM yyyy HH:mm:ss} +0000\r\n")
            ),
            .. mail,
        ];

    private static AuthenticityVerdict Verdict(byte[] mail, IDkimKeys? keys) => Read(mail, keys).Authenticity.Verdict;

    private static Diagnosis Read(byte[] mail, IDkimKeys? keys) =>
        new NoticeReader(KnowledgeLoader.BuiltIn, keys).Read(Some.Mail(mail));
}
