using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Security;
using Reprieve.Notices;

namespace Reprieve.Arrivals;

/// <summary>Mails signed as Amazon signs, with keys of our own; who asks for a key finds it here.</summary>
internal sealed class SignedMails : IDkimKeys, IDisposable
{
    private const string Selector = "ours";

    private static readonly HeaderId[] Fields =
    [
        HeaderId.From,
        HeaderId.To,
        HeaderId.Subject,
        HeaderId.Date,
        HeaderId.MessageId,
    ];

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, DkimSigner> _signers = new(StringComparer.Ordinal);

    public static string Recipient => "owner@larkmoor-supply.example";

    /// <summary>Whether nobody answers who asks for a key.</summary>
    public bool IsSilent { get; set; }

    public DkimKeyAnswer Find(string selector, string domain) =>
        IsSilent ? DkimKeyAnswer.NoAnswer
        : selector == Selector && _signers.ContainsKey(domain)
            ? DkimKeyAnswer.Found($"v=DKIM1; k=rsa; p={Convert.ToBase64String(_rsa.ExportSubjectPublicKeyInfo())}")
        : DkimKeyAnswer.Missing;

    /// <summary>A mail from a store of Amazon's.</summary>
    /// <param name="name">Its own name, which stands in a header that is not signed.</param>
    /// <param name="signed">Whether it is signed; else nobody can prove whose it is.</param>
    public byte[] From(
        string marketplace,
        string name,
        string subject,
        string text,
        DateTimeOffset date,
        bool signed = true
    )
    {
        var mail = new MimeMessage
        {
            Subject = subject,
            Date = date,
            MessageId = $"{name}@{marketplace}",
        };
        mail.From.Add(new MailboxAddress("Amazon", $"seller-performance@{marketplace}"));
        mail.To.Add(MailboxAddress.Parse(Recipient));
        mail.Body = new TextPart("plain") { Text = text };
        mail.Headers.Add("X-Name", name);
        if (signed)
        {
            mail.Prepare(EncodingConstraint.SevenBit);
            SignerOf(marketplace).Sign(mail, Fields);
        }

        return Bytes(mail);
    }

    /// <summary>A mail that is there, signed as a store of Amazon's signs.</summary>
    public byte[] Signed(byte[] mail, string marketplace)
    {
        using var stream = new MemoryStream(mail);
        MimeMessage parsed = MimeMessage.Load(stream);
        parsed.Prepare(EncodingConstraint.SevenBit);
        SignerOf(marketplace).Sign(parsed, Fields);
        return Bytes(parsed);
    }

    /// <summary>A mail of another's that was changed after it was signed.</summary>
    public static byte[] Forged(byte[] mail, string from, string to)
    {
        string text = System.Text.Encoding.Latin1.GetString(mail);
        return text.Contains(from, StringComparison.Ordinal)
            ? System.Text.Encoding.Latin1.GetBytes(text.Replace(from, to, StringComparison.Ordinal))
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"no '{from}' in it"),
                nameof(from)
            );
    }

    /// <summary>The same mail as it comes by another way: what servers write on top differs.</summary>
    public static byte[] Again(byte[] mail) =>
        [.. "Received: from elsewhere.example by mx.example; Fri, 27 Nov 2026 08:00:00 +0000\r\n"u8, .. mail];

    /// <summary>Writes the keys down as <see cref="DkimKeyFile"/> reads them.</summary>
    public void Save(string path) =>
        File.WriteAllLines(
            path,
            _signers.Keys.Select(domain => $"{Selector}._domainkey.{domain}\t{Find(Selector, domain).Record}")
        );

    public void Dispose() => _rsa.Dispose();

    private DkimSigner SignerOf(string domain) =>
        _signers.GetOrAdd(
            domain,
            _ => new DkimSigner(DotNetUtilities.GetRsaKeyPair(_rsa).Private, domain, Selector)
            {
                HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
                BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            }
        );

    private static byte[] Bytes(MimeMessage mail)
    {
        using var stream = new MemoryStream();
        FormatOptions options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        mail.WriteTo(options, stream);
        return stream.ToArray();
    }
}
