using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

/// <summary>A fresh key for a domain, which signs mails and publishes its record.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly RSA _rsa;

    public SigningKey(string domain, string selector = "s1", int bits = 2048)
    {
        (Domain, Selector) = (domain, selector);
        _rsa = RSA.Create(bits);
    }

    public string Domain { get; }

    public string Selector { get; }

    public string Record => $"v=DKIM1; k=rsa; p={Convert.ToBase64String(_rsa.ExportSubjectPublicKeyInfo())}";

    public AsymmetricKeyParameter Private => DotNetUtilities.GetRsaKeyPair(_rsa).Private;

    public byte[] SignData(byte[] data) => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public byte[] Sign(
        MimeMessage mail,
        TimeSpan? expiresAfter = null,
        DkimSignatureAlgorithm algorithm = DkimSignatureAlgorithm.RsaSha256
    )
    {
        var signer = new DkimSigner(Private, Domain, Selector, algorithm)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            SignaturesExpireAfter = expiresAfter,
        };
        mail.Prepare(EncodingConstraint.SevenBit);
        signer.Sign(mail, [HeaderId.From, HeaderId.Subject, HeaderId.Date, HeaderId.To]);
        return Bytes(mail);
    }

    public static byte[] Bytes(MimeMessage mail)
    {
        using var stream = new MemoryStream();
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        mail.WriteTo(options, stream);
        return stream.ToArray();
    }

    public void Dispose() => _rsa.Dispose();
}

/// <summary>Keys by name, as DNS would have them.</summary>
internal sealed class Keys(params (string Name, string Record)[] records) : IDkimKeys
{
    /// <summary>The names that were asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    public static Keys Of(params SigningKey[] keys) =>
        new([.. keys.Select(k => ($"{k.Selector}._domainkey.{k.Domain}", k.Record))]);

    public DkimKeyAnswer Find(string selector, string domain)
    {
        string name = $"{selector}._domainkey.{domain}";
        Asked.Add(name);
        return records.FirstOrDefault(r => r.Name == name).Record is { } record
            ? DkimKeyAnswer.Found(record)
            : DkimKeyAnswer.Missing;
    }
}

/// <summary>Mails as Amazon might send them.</summary>
internal static class Notice
{
    public static MimeMessage From(string sender)
    {
        var mail = new MimeMessage();
        mail.From.Add(MailboxAddress.Parse(sender));
        mail.To.Add(MailboxAddress.Parse("seller@shop.example"));
        mail.Subject = "Your Amazon.com selling account";
        mail.Date = new DateTimeOffset(2026, 9, 15, 10, 0, 0, TimeSpan.FromHours(-7));
        mail.Body = new TextPart("plain")
        {
            Text = "Your Amazon.com seller account has been deactivated\r\nbecause of your late shipment rate.\r\n",
        };
        return mail;
    }

    /// <summary>The mail with further header lines on top.</summary>
    public static byte[] Under(string headers, byte[] mail) =>
        [.. Encoding.ASCII.GetBytes(headers.ReplaceLineEndings("\r\n")), .. mail];

    public static Diagnosis Read(byte[] mail, IDkimKeys? keys) =>
        new NoticeReader(KnowledgeLoader.BuiltIn, keys).Read(Some.Mail(mail));

    public static AuthenticityVerdict Verdict(byte[] mail, IDkimKeys? keys) => Read(mail, keys).Authenticity.Verdict;

    public static byte[] Changed(byte[] mail, string from, string to) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mail).Replace(from, to, StringComparison.Ordinal));
}
