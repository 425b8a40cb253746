using System.Security.Cryptography;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Reprieve.Notices;

namespace Reprieve.Throughput;

/// <summary>The project's own notices as mails such as Amazon sends: text and page side by side, signed or not.</summary>
internal sealed class Mails : IDkimKeys, IDisposable
{
    private const string Domain = "amazon.com";
    private const string Selector = "bench";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly DkimSigner _signer;

    public Mails()
    {
        AsymmetricCipherKeyPair pair = DotNetUtilities.GetRsaKeyPair(_rsa);
        _signer = new DkimSigner(pair.Private, Domain, Selector)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        };
        Public = pair.Public;
    }

    public AsymmetricKeyParameter Public { get; }

    public DkimKeyAnswer Find(string selector, string domain) =>
        selector == Selector && domain == Domain
            ? DkimKeyAnswer.Found($"v=DKIM1; k=rsa; p={Convert.ToBase64String(_rsa.ExportSubjectPublicKeyInfo())}")
            : DkimKeyAnswer.Missing;

    /// <summary>Every notice below a folder of fixtures, as the bytes of a mail.</summary>
    public static List<byte[]> Unsigned(string folder) => [.. Messages(folder).Select(Bytes)];

    public List<byte[]> Signed(string folder)
    {
        List<byte[]> mails = [];
        foreach (MimeMessage mail in Messages(folder))
        {
            mail.Prepare(EncodingConstraint.SevenBit);
            _signer.Sign(mail, [HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date]);
            mails.Add(Bytes(mail));
        }

        return mails;
    }

    public void Dispose() => _rsa.Dispose();

    private static IEnumerable<MimeMessage> Messages(string folder)
    {
        int n = 0;
        foreach (string file in Directory.GetFiles(folder, "message.*", SearchOption.AllDirectories).Order())
        {
            if (MessageReader.Read(file).FirstOrDefault()?.Message is { } message)
            {
                yield return Mail(message, n++);
            }
        }
    }

    /// <summary>A mail as it lies in a mailbox: with what the servers on the way wrote, and its text in one form or two.</summary>
    private static MimeMessage Mail(Message message, int n)
    {
        var mail = new MimeMessage { Date = message.Date ?? new DateTimeOffset(2026, 9, 29, 8, 0, 0, TimeSpan.Zero) };
        foreach ((string name, string value) in Delivery.Headers(n))
        {
            mail.Headers.Add(name, value);
        }

        mail.From.Add(new MailboxAddress("Amazon", "seller-performance@amazon.com"));
        mail.ReplyTo.Add(new MailboxAddress("Amazon", "seller-performance@amazon.com"));
        mail.To.Add(new MailboxAddress("Seller", "seller@example.org"));
        mail.Subject = message.Subject ?? "Your Amazon seller account";
        mail.MessageId = $"0100018f{n:x8}-7d1c2c0e-000000@email.amazonses.com";
        var text = new TextPart("plain") { Text = message.Text };
        var page = new TextPart("html") { Text = Delivery.Page(message.Text) };
        mail.Body = (n % 4) switch
        {
            0 => text,
            1 => page,
            _ => new MultipartAlternative { text, page },
        };
        return mail;
    }

    private static byte[] Bytes(MimeMessage mail)
    {
        using var stream = new MemoryStream();
        mail.WriteTo(stream);
        return stream.ToArray();
    }
}
