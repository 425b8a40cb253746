using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;

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

    public byte[] Sign(MimeMessage mail, TimeSpan? expiresAfter = null)
    {
        AsymmetricCipherKeyPair pair = DotNetUtilities.GetRsaKeyPair(_rsa);
        var signer = new DkimSigner(pair.Private, Domain, Selector, DkimSignatureAlgorithm.RsaSha256)
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
    public static Keys Of(params SigningKey[] keys) =>
        new([.. keys.Select(k => ($"{k.Selector}._domainkey.{k.Domain}", k.Record))]);

    public DkimKeyAnswer Find(string selector, string domain) =>
        records.FirstOrDefault(r => r.Name == $"{selector}._domainkey.{domain}").Record is { } record
            ? DkimKeyAnswer.Found(record)
            : DkimKeyAnswer.Missing;
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

    public static byte[] Changed(byte[] mail, string from, string to) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mail).Replace(from, to, StringComparison.Ordinal));
}
