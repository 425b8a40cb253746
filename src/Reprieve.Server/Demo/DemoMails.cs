using System.Security.Cryptography;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Security;
using Reprieve.Notices;

namespace Reprieve.Server.Demo;

/// <summary>Invented mails of Amazon's, signed with a key that is made for this run and that nobody else knows.</summary>
internal sealed class DemoMails : IDisposable
{
    /// <summary>The store that the mails are from.</summary>
    public const string Store = "amazon.com";

    /// <summary>Whom they are to.</summary>
    public const string Recipient = "owner@larkmoor-supply.example";

    private const string Selector = "reprieve-demo";
    private const int KeyBits = 2048;

    private static readonly HeaderId[] Signed =
    [
        HeaderId.From,
        HeaderId.To,
        HeaderId.Subject,
        HeaderId.Date,
        HeaderId.MessageId,
    ];

    private readonly RSA _key = RSA.Create(KeyBits);

    /// <summary>The key of the demo, and behind it the usual ones.</summary>
    public IDkimKeys Over(IDkimKeys? usual) =>
        new DemoKeys($"v=DKIM1; k=rsa; p={Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo())}", usual);

    /// <summary>A mail in a file, signed.</summary>
    public byte[] Of(string path)
    {
        using FileStream content = File.OpenRead(path);
        return Sign(MimeMessage.Load(content));
    }

    /// <summary>An answer of Amazon's, signed.</summary>
    public byte[] Answer(string name, string text, DateTimeOffset date)
    {
        var mail = new MimeMessage
        {
            Subject = "Re: Your Amazon seller account has been deactivated",
            Date = date,
            MessageId = $"{name}-larkmoor@{Store}",
            Body = new TextPart("plain")
            {
                Text = $"Hello Larkmoor Supply,\n\n{text}\n\nSeller Performance Team\nAmazon.com\n",
            },
        };
        mail.From.Add(new MailboxAddress("Amazon.com", $"seller-performance@{Store}"));
        mail.To.Add(MailboxAddress.Parse(Recipient));
        return Sign(mail);
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private byte[] Sign(MimeMessage mail)
    {
        var signer = new DkimSigner(DotNetUtilities.GetRsaKeyPair(_key).Private, Store, Selector)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        };
        mail.Prepare(EncodingConstraint.SevenBit);
        signer.Sign(mail, Signed);
        FormatOptions lines = FormatOptions.Default.Clone();
        lines.NewLineFormat = NewLineFormat.Dos;
        using var stream = new MemoryStream();
        mail.WriteTo(lines, stream);
        return stream.ToArray();
    }

    private sealed class DemoKeys(string record, IDkimKeys? usual) : IDkimKeys
    {
        public DkimKeyAnswer Find(string selector, string domain) =>
            selector == Selector && domain == Store
                ? DkimKeyAnswer.Found(record)
                : usual?.Find(selector, domain) ?? DkimKeyAnswer.NotAsked;
    }
}
