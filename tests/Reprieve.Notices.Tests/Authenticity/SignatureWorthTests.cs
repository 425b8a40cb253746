using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace Reprieve.Notices.Tests;

/// <summary>What a signature is worth by its tags and its key's.</summary>
public sealed class SignatureWorthTests : IDisposable
{
    private const string Received = "Received: from a.example by mx.shop.example; Tue, 15 Sep 2026 17:00:00 +0000\n";
    private const long AtDelivery = 1789491600;

    private const string Mail = """
        From: Amazon <seller-performance@amazon.com>
        To: seller@shop.example
        Subject: Your Amazon.com selling account
        Date: Tue, 15 Sep 2026 10:00:00 -0700

        Your Amazon.com seller account has been deactivated
        because of your late  shipment rate.

        """;

    private readonly SigningKey _key = new("amazon.com");

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_mail_signed_by_hand_is_genuine()
    {
        Diagnosis read = Notice.Read(HandSigner.Sign(_key, Mail), Keys.Of(_key));
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Genuine);
        Dkim(read).Result.ShouldBe("pass");
    }

    [Fact]
    public void The_key_that_was_used_is_told()
    {
        Diagnosis read = Notice.Read(HandSigner.Sign(_key, Mail), Keys.Of(_key));
        read.Authenticity.Keys.Single().ShouldBe(new UsedKey("s1._domainkey.amazon.com", _key.Record));
        DiagnosisJson
            .Serialize(read)
            .ShouldContain("\"keys\":[{\"name\":\"s1._domainkey.amazon.com\",\"record\":\"v=DKIM1");
    }

    [Theory]
    [InlineData(12, AuthenticityVerdict.Suspicious)]
    [InlineData(0, AuthenticityVerdict.Suspicious)]
    [InlineData(null, AuthenticityVerdict.Genuine)]
    public void A_signature_that_covers_only_the_beginning_is_never_genuine(int? length, AuthenticityVerdict expected)
    {
        Notice.Verdict(HandSigner.Sign(_key, Mail, length: length), Keys.Of(_key)).ShouldBe(expected);
    }

    [Fact]
    public void A_length_that_covers_all_is_as_good_as_none()
    {
        int all =
            "Your Amazon.com seller account has been deactivated\r\nbecause of your late shipment rate.\r\n".Length;
        Notice.Verdict(HandSigner.Sign(_key, Mail, length: all), Keys.Of(_key)).ShouldBe(AuthenticityVerdict.Genuine);
        byte[] longer = [.. HandSigner.Sign(_key, Mail, length: all), .. "Click here.\r\n"u8];
        Notice.Verdict(longer, Keys.Of(_key)).ShouldBe(AuthenticityVerdict.Suspicious);
    }

    [Theory]
    [InlineData(-60, AuthenticityVerdict.Unverifiable)]
    [InlineData(60, AuthenticityVerdict.Genuine)]
    public void Expiry_is_judged_at_delivery(int seconds, AuthenticityVerdict expected)
    {
        byte[] signed = HandSigner.Sign(_key, Mail, $"t={AtDelivery - 3600}; x={AtDelivery + seconds};");
        Notice.Verdict(Notice.Under(Received, signed), Keys.Of(_key)).ShouldBe(expected);
    }

    [Fact]
    public void An_expired_signature_that_is_broken_too_is_no_forgery()
    {
        byte[] signed = HandSigner.Sign(_key, Mail, $"t={AtDelivery - 3600}; x={AtDelivery - 60};");
        byte[] changed = Notice.Changed(signed, "late  shipment", "cancellation");
        Notice.Verdict(Notice.Under(Received, changed), Keys.Of(_key)).ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Fact]
    public void A_time_after_delivery_is_told_but_a_valid_signature_suffices()
    {
        byte[] signed = HandSigner.Sign(_key, Mail, $"t={AtDelivery + 90_000};");
        Diagnosis read = Notice.Read(Notice.Under(Received, signed), Keys.Of(_key));
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Genuine);
        read.Authenticity.Checks.ShouldContain(c => c.Name == "dkim_time" && c.Result == "warn");
    }

    [Fact]
    public void A_signature_that_leaves_out_the_sender_proves_nothing()
    {
        byte[] signed = HandSigner.Sign(_key, Mail, signed: "to:subject");
        Diagnosis read = Notice.Read(signed, Keys.Of(_key));
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Unverifiable);
        Dkim(read).Detail.ShouldContain("sender");
    }

    [Fact]
    public void A_sender_added_to_one_that_was_signed_is_never_genuine()
    {
        byte[] signed = HandSigner.Sign(_key, Mail);
        byte[] twice = Notice.Changed(signed, "To: seller", "From: Owner <o@evil.example>\r\nTo: seller");
        Notice.Verdict(twice, Keys.Of(_key)).ShouldNotBe(AuthenticityVerdict.Genuine);
        string named = Mail.Replace("@amazon.com>", "@amazon.com>, o@evil.example", StringComparison.Ordinal);
        Notice.Verdict(HandSigner.Sign(_key, named), Keys.Of(_key)).ShouldBe(AuthenticityVerdict.Suspicious);
    }

    [Fact]
    public void An_old_hash_proves_nothing_and_no_forgery()
    {
        byte[] signed = _key.Sign(Notice.From("Amazon <a@amazon.com>"), algorithm: DkimSignatureAlgorithm.RsaSha1);
        Notice.Verdict(signed, Keys.Of(_key)).ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Theory]
    [InlineData("v=DKIM1; t=y; k=rsa; ", AuthenticityVerdict.Unverifiable)]
    [InlineData("v=DKIM1; s=tlsrpt; k=rsa; ", AuthenticityVerdict.Unverifiable)]
    [InlineData("v=DKIM1; h=sha1; k=rsa; ", AuthenticityVerdict.Unverifiable)]
    [InlineData("v=DKIM2; k=rsa; ", AuthenticityVerdict.Unverifiable)]
    [InlineData("v=DKIM1; t=s; s=email:web; h=sha1:sha256; k = rsa ; ", AuthenticityVerdict.Genuine)]
    [InlineData("", AuthenticityVerdict.Genuine)]
    public void A_key_may_be_limited(string tags, AuthenticityVerdict expected)
    {
        string record = tags + _key.Record[_key.Record.IndexOf("p=", StringComparison.Ordinal)..];
        var keys = new Keys(("s1._domainkey.amazon.com", record));
        Notice.Verdict(HandSigner.Sign(_key, Mail), keys).ShouldBe(expected);
    }

    [Fact]
    public void A_key_for_its_own_domain_only_does_not_serve_those_below()
    {
        var keys = new Keys(
            ("s1._domainkey.amazon.com", _key.Record.Replace("k=rsa", "t=s; k=rsa", StringComparison.Ordinal))
        );
        Notice
            .Verdict(HandSigner.Sign(_key, Mail, "i=@mail.amazon.com;"), keys)
            .ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Fact]
    public void A_signature_without_readable_value_is_a_failed_one()
    {
        string signed = Encoding.UTF8.GetString(HandSigner.Sign(_key, Mail));
        string broken = signed.Replace(" b=", " b=!!", StringComparison.Ordinal);
        Notice.Verdict(Encoding.UTF8.GetBytes(broken), Keys.Of(_key)).ShouldBe(AuthenticityVerdict.Forged);
    }

    [Fact]
    public void Ed25519_is_verified_too()
    {
        var generator = new Ed25519KeyPairGenerator();
        generator.Init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        Org.BouncyCastle.Crypto.AsymmetricCipherKeyPair pair = generator.GenerateKeyPair();
        byte[] open = ((Ed25519PublicKeyParameters)pair.Public).GetEncoded();
        var keys = new Keys(("ed._domainkey.amazon.com", $"v=DKIM1; k=ed25519; p={Convert.ToBase64String(open)}"));
        MimeMessage mail = Notice.From("Amazon <a@amazon.com>");
        var signer = new DkimSigner(pair.Private, "amazon.com", "ed", DkimSignatureAlgorithm.Ed25519Sha256);
        mail.Prepare(EncodingConstraint.SevenBit);
        signer.Sign(mail, [HeaderId.From, HeaderId.Subject]);
        byte[] signed = SigningKey.Bytes(mail);
        Notice.Verdict(signed, keys).ShouldBe(AuthenticityVerdict.Genuine);
        Notice.Verdict(Notice.Changed(signed, "late", "early"), keys).ShouldBe(AuthenticityVerdict.Forged);
    }

    [Fact]
    public void Amazons_own_signature_is_looked_at_first_and_no_other_key_is_asked_for_then()
    {
        using var service = new SigningKey("amazonses.com", "s2");
        byte[] both = Notice.Under("", HandSigner.Sign(service, Encoding.UTF8.GetString(HandSigner.Sign(_key, Mail))));
        Keys keys = Keys.Of(_key, service);
        Notice.Verdict(both, keys).ShouldBe(AuthenticityVerdict.Genuine);
        keys.Asked.ShouldBe(["s1._domainkey.amazon.com"]);
    }

    [Fact]
    public void Amazons_mail_service_beside_a_key_that_is_gone_proves_nothing_and_alone_is_foreign()
    {
        using var service = new SigningKey("amazonses.com", "s2");
        byte[] both = HandSigner.Sign(service, Encoding.UTF8.GetString(HandSigner.Sign(_key, Mail)));
        Notice.Verdict(both, Keys.Of(service)).ShouldBe(AuthenticityVerdict.Unverifiable);
        Notice.Verdict(HandSigner.Sign(service, Mail), Keys.Of(service)).ShouldBe(AuthenticityVerdict.Suspicious);
    }

    [Fact]
    public void Of_a_mail_that_names_another_sender_no_key_is_asked_for()
    {
        using var shop = new SigningKey("shop.example");
        Keys keys = Keys.Of(shop);
        string mail = Mail.Replace(
            "Amazon <seller-performance@amazon.com>",
            "owner@shop.example",
            StringComparison.Ordinal
        );
        Dkim(Notice.Read(HandSigner.Sign(shop, mail), keys)).Result.ShouldBe("none");
        keys.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DkimKeyState.NoAnswer, "no answer")]
    [InlineData(DkimKeyState.NotAsked, "not checked")]
    [InlineData(DkimKeyState.Missing, "does not exist")]
    public void Without_a_key_it_is_said_why(DkimKeyState state, string why)
    {
        Diagnosis read = Notice.Read(HandSigner.Sign(_key, Mail), new Silent(state));
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Unverifiable);
        read.Authenticity.Keys.ShouldBeEmpty();
        Dkim(read).Detail.ShouldContain(why);
    }

    private static AuthenticityCheck Dkim(Diagnosis read) => read.Authenticity.Checks.Single(c => c.Name == "dkim");

    private sealed class Silent(DkimKeyState state) : IDkimKeys
    {
        public DkimKeyAnswer Find(string selector, string domain) => new(state, null);
    }
}
