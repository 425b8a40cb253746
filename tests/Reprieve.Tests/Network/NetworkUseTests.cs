using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Security;
using Reprieve.Cli.Network;

namespace Reprieve.Tests.Network;

/// <summary>When the command asks DNS, and that what it learned stays with the case.</summary>
public sealed class NetworkUseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-network-").FullName;
    private readonly string _mail;
    private readonly string _record;

    public NetworkUseTests()
    {
        using var rsa = RSA.Create(2048);
        string open = Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo());
        _record = "v=DKIM1; k=rsa; p=" + open;
        _mail = Path.Combine(_folder, "notice.eml");
        File.WriteAllBytes(_mail, Signed(rsa));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Diagnose_asks_DNS_for_the_key_of_a_signed_mail()
    {
        using DnsResponder server = Server();
        CommandRun run = Run(server, "diagnose", _mail, "--json");
        run.Out.ShouldContain("\"verdict\":\"genuine\"");
        server.Asked.ShouldBe(["s1._domainkey.amazon.com"]);
    }

    [Fact]
    public void Offline_nothing_is_asked()
    {
        using DnsResponder server = Server();
        CommandRun run = Run(server, "diagnose", _mail, "--json", "--offline");
        run.Out.ShouldContain("\"verdict\":\"unverifiable\"");
        server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void With_a_key_file_nothing_is_asked()
    {
        using DnsResponder server = Server();
        string keys = Path.Combine(_folder, "keys.tsv");
        File.WriteAllText(keys, "other._domainkey.amazon.com\t" + _record + "\n");
        Run(server, "diagnose", _mail, "--json", "--dkim-keys", keys).Out.ShouldContain("\"verdict\":\"unverifiable\"");
        server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_mail_without_signature_nothing_is_asked()
    {
        using DnsResponder server = Server();
        string plain = Path.Combine(_folder, "plain.eml");
        string signed = File.ReadAllText(_mail, Encoding.Latin1);
        File.WriteAllText(plain, signed[signed.IndexOf("From:", StringComparison.Ordinal)..], Encoding.Latin1);
        Run(server, "diagnose", plain, "--json").Out.ShouldContain("\"verdict\":\"unverifiable\"");
        server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void A_case_keeps_the_key_and_stays_verified_when_it_is_gone()
    {
        using (DnsResponder server = Server())
        {
            Run(server, "appeal", _folder);
            server.Asked.ShouldBe(["s1._domainkey.amazon.com"]);
        }

        string record = File.ReadAllText(Path.Combine(_folder, "appeal", "case.json"));
        record.ShouldContain(_record);
        record.ShouldContain("\"verdict\": \"genuine\"");

        using var later = new DnsResponder();
        Run(later, "appeal", _folder);
        later.Asked.ShouldBeEmpty();
        File.ReadAllText(Path.Combine(_folder, "appeal", "case.json"))
            .ShouldNotContain("\"verdict\": \"unverifiable\"");
    }

    private static CommandRun Run(DnsResponder server, params string[] args) =>
        CommandRun.Online(() => new DnsDkimKeys(server.Address), args);

    /// <summary>A server that has the key, in strings of the length that DNS allows.</summary>
    private DnsResponder Server() =>
        new(("s1._domainkey.amazon.com", [.. _record.Chunk(250).Select(c => new string(c))]));

    private static byte[] Signed(RSA rsa)
    {
        using var mail = new MimeMessage();
        mail.From.Add(MailboxAddress.Parse("Amazon <seller-performance@amazon.com>"));
        mail.To.Add(MailboxAddress.Parse("owner@shop.example"));
        mail.Subject = "Your Amazon.com selling account";
        mail.Date = new DateTimeOffset(2026, 9, 15, 10, 0, 0, TimeSpan.FromHours(-7));
        mail.Body = new TextPart("plain")
        {
            Text =
                "Hello,\r\n\r\nYour Amazon.com seller account has been deactivated because of your late shipment rate.\r\n",
        };
        mail.Prepare(EncodingConstraint.SevenBit);
        var signer = new DkimSigner(
            DotNetUtilities.GetRsaKeyPair(rsa).Private,
            "amazon.com",
            "s1",
            DkimSignatureAlgorithm.RsaSha256
        );
        signer.Sign(mail, [HeaderId.From, HeaderId.Subject]);
        using var stream = new MemoryStream();
        FormatOptions options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        mail.WriteTo(options, stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }
}
