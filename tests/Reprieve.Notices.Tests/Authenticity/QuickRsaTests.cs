using System.Text;
using MimeKit;
using MimeKit.Cryptography;

namespace Reprieve.Notices.Tests;

/// <summary>The quick way agrees with MimeKit wherever it says yes, and says yes to what Amazon sends.</summary>
public sealed class QuickRsaTests : IDisposable
{
    private readonly SigningKey _key = new("amazon.com");

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData(DkimCanonicalizationAlgorithm.Simple, DkimCanonicalizationAlgorithm.Simple)]
    [InlineData(DkimCanonicalizationAlgorithm.Simple, DkimCanonicalizationAlgorithm.Relaxed)]
    [InlineData(DkimCanonicalizationAlgorithm.Relaxed, DkimCanonicalizationAlgorithm.Simple)]
    [InlineData(DkimCanonicalizationAlgorithm.Relaxed, DkimCanonicalizationAlgorithm.Relaxed)]
    public void A_signature_of_MimeKits_verifies_and_a_changed_mail_does_not(
        DkimCanonicalizationAlgorithm headers,
        DkimCanonicalizationAlgorithm body
    )
    {
        byte[] signed = Signed(headers, body);
        Verifies(signed).ShouldBeTrue();
        Verifies(Notice.Changed(signed, "late ", "last ")).ShouldBeFalse();
        Verifies(Notice.Changed(signed, "Subject: A", "Subject: B")).ShouldBeFalse();
        Verifies(Notice.Changed(signed, "boundary=", "Boundary=")).ShouldBeFalse();
    }

    [Fact]
    public void Blanks_and_line_ends_that_do_not_count_do_not_matter()
    {
        byte[] signed = Signed(DkimCanonicalizationAlgorithm.Relaxed, DkimCanonicalizationAlgorithm.Relaxed);
        Verifies(Notice.Changed(signed, "\r\n", "\n")).ShouldBeTrue();
        Verifies(Notice.Changed(signed, "Subject: A", "SUBJECT:  A")).ShouldBeTrue();
        Verifies(Notice.Changed(signed, "late ", "late   ")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("To: seller", "Click https://evil.example now\r\nTo: seller")]
    [InlineData("\r\n\r\n", "\r\nClick https://evil.example now\r\n\r\n")]
    [InlineData("\r\n\r\n", "\r\n \r\nClick https://evil.example now\r\n\r\n")]
    public void Text_slipped_in_before_the_body_is_never_genuine_and_read(string from, string to)
    {
        string signed = Encoding.Latin1.GetString(
            HandSigner.Sign(
                _key,
                "From: Amazon <a@amazon.com>\nTo: seller@shop.example\nSubject: Notice\n\nYour Amazon seller account has been deactivated.\n"
            )
        );
        int at = signed.IndexOf(from, StringComparison.Ordinal);
        string slipped = string.Concat(signed.AsSpan(0, at), to, signed.AsSpan(at + from.Length));
        Message message = Some.Mail(Encoding.Latin1.GetBytes(slipped));
        bool genuine = Notice.Verdict(Encoding.Latin1.GetBytes(slipped), Keys.Of(_key)) == AuthenticityVerdict.Genuine;
        bool shown = message.Text.Contains("evil.example", StringComparison.Ordinal);
        (genuine && shown).ShouldBeFalse();
    }

    private byte[] Signed(DkimCanonicalizationAlgorithm headers, DkimCanonicalizationAlgorithm body)
    {
        MimeMessage mail = Notice.From("Amazon <a@amazon.com>");
        mail.Subject = "A subject that is long enough to be folded over more than one line of the header, as many are";
        mail.Body = new Multipart("alternative")
        {
            new TextPart("plain") { Text = "Your account is late  and\t\r\n\r\n so  on. \r\n\r\n\r\n" },
            new TextPart("html") { Text = "<p>Your account is late \r\n</p>\r\n\r\n" },
        };
        mail.Prepare(EncodingConstraint.SevenBit);
        var signer = new DkimSigner(_key.Private, _key.Domain, _key.Selector, DkimSignatureAlgorithm.RsaSha256)
        {
            HeaderCanonicalizationAlgorithm = headers,
            BodyCanonicalizationAlgorithm = body,
        };
        signer.Sign(mail, ["From", "From", "Subject", "Date", "To", "Content-Type", "MIME-Version", "Reply-To"]);
        return SigningKey.Bytes(mail);
    }

    private bool Verifies(byte[] bytes)
    {
        MailTree mail = MailParser.Parse(bytes);
        Header header = mail.Headers.First(h => h.Id == HeaderId.DkimSignature);
        DkimKey key = DkimKey.Read(_key.Record);
        bool quick = QuickRsa.Verifies(mail, header, SignatureTags.Read(header.Value), key);
        new DkimVerifier(new OneKey(key.Public!))
            .Verify(mail.Whole, header, TestContext.Current.CancellationToken)
            .ShouldBe(quick);
        return quick;
    }
}
