using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Server.Hosting;

namespace Reprieve.Server.Tests.Hosting;

public sealed class PublicCertificateTests
{
    private const string Password = "of the test";
    private static readonly PublicAddress Desk = new(new Uri("https://" + TestCertificate.Host));
    private static readonly PbeParameters Protection = new(
        PbeEncryptionAlgorithm.Aes256Cbc,
        HashAlgorithmName.SHA256,
        iterationCount: 1000
    );

    [Fact]
    public void Certificate_and_key_of_one_pem_file_are_taken()
    {
        using var made = TestCertificate.Make();

        PublicAddress read = Read(made.Pem());

        read.IsBehindProxy.ShouldBeFalse();
        read.Certificate!.HasPrivateKey.ShouldBeTrue();
        read.Certificate.RawData.ShouldBe(made.Certificate.RawData);
        read.Chain.ShouldBeEmpty();
    }

    [Fact]
    public void The_key_may_lie_in_a_file_of_its_own_and_be_protected()
    {
        using var made = TestCertificate.Make();
        string certificate = made.File(made.Certificate.ExportCertificatePem());
        using ECDsa key = made.Certificate.GetECDsaPrivateKey()!;
        string locked = made.File(key.ExportEncryptedPkcs8PrivateKeyPem(Password, Protection));

        Read(certificate, made.File(made.KeyPem)).Certificate!.HasPrivateKey.ShouldBeTrue();
        Read(certificate, locked, Password).Certificate!.HasPrivateKey.ShouldBeTrue();
        Fault(certificate, locked).ShouldContain("REPRIEVE_CERTIFICATE_PASSWORD");
        Fault(certificate, locked, "wrong").ShouldContain("REPRIEVE_CERTIFICATE_PASSWORD");
    }

    [Fact]
    public void The_chain_comes_along_from_pem_and_from_pfx()
    {
        (TestCertificate own, X509Certificate2 between) = TestCertificate.MakeSigned();
        using (own)
        using (between)
        {
            string pem = own.File(own.Certificate.ExportCertificatePem(), between.ExportCertificatePem(), own.KeyPem);
            string pfx = own.File(
                new X509Certificate2Collection { between, own.Certificate }.Export(X509ContentType.Pfx)!
            );

            foreach (string file in (string[])[pem, pfx])
            {
                PublicAddress read = Read(file);
                read.Certificate!.RawData.ShouldBe(own.Certificate.RawData);
                read.Chain.ShouldHaveSingleItem().RawData.ShouldBe(between.RawData);
            }
        }
    }

    [Fact]
    public void A_pfx_opens_with_its_password_alone()
    {
        using var made = TestCertificate.Make();
        string file = made.File(made.Certificate.Export(X509ContentType.Pfx, Password));

        Read(file, password: Password).Certificate!.HasPrivateKey.ShouldBeTrue();
        Fault(file).ShouldContain("REPRIEVE_CERTIFICATE_PASSWORD");
        Fault(file, password: "wrong").ShouldContain("REPRIEVE_CERTIFICATE_PASSWORD");
        Fault(file, made.File(made.KeyPem), Password).ShouldContain("Leave --certificate-key out");
    }

    [Theory]
    [InlineData(TestCertificate.Host, "2026-01-01", "2026-09-30", TestCertificate.ServerUse, "ran out on 2026-09-30")]
    [InlineData(TestCertificate.Host, "2026-10-20", "2027-09-30", TestCertificate.ServerUse, "before 2026-10-20")]
    [InlineData("other.example.com", "2026-01-01", "2027-01-01", TestCertificate.ServerUse, "does not name desk.")]
    [InlineData("192.0.2.7", "2026-01-01", "2027-01-01", TestCertificate.ServerUse, "does not name desk.")]
    [InlineData(TestCertificate.Host, "2026-01-01", "2027-01-01", "1.3.6.1.5.5.7.3.2", "not made for a server")]
    public void What_a_browser_would_refuse_is_refused(string host, string from, string to, string use, string part)
    {
        using var made = TestCertificate.Make(host, from, to, use);

        Fault(made.Pem()).ShouldContain(part);
    }

    [Theory]
    [InlineData("*.example.com", "https://desk.example.com")]
    [InlineData("192.0.2.7", "https://192.0.2.7:8443")]
    [InlineData("2001:db8::7", "https://[2001:db8::7]")]
    [InlineData("xn--bro-hoa.example", "https://büro.example")]
    public void A_certificate_names_a_host_as_browsers_have_it(string named, string address)
    {
        using var made = TestCertificate.Make(named);
        PublicAddress.TryParse(address, out PublicAddress? open, out _).ShouldBeTrue();

        PublicCertificate.Read(open!, made.Pem(), null, null, Clock).Certificate.ShouldNotBeNull();
    }

    [Fact]
    public void Files_that_will_not_do_are_named()
    {
        using var made = TestCertificate.Make();
        using var other = TestCertificate.Make();
        string certificate = made.File(made.Certificate.ExportCertificatePem());
        string key = made.File(made.KeyPem);
        string missing = Path.Combine(made.Folder, "none.pem");
        string bare = made.File(made.Certificate.Export(X509ContentType.Cert));
        string keyless = made.File(
            new X509Certificate2Collection(X509CertificateLoader.LoadCertificate(made.Certificate.RawData)).Export(
                X509ContentType.Pfx
            )!
        );

        Fault(missing)
            .ShouldBe(
                $"There is no file {missing}. Say where the certificate lies with --certificate, and its key with --certificate-key."
            );
        Fault(certificate, missing).ShouldContain("no file " + missing);
        Fault(made.Folder).ShouldStartWith($"{made.Folder} cannot be read");
        Fault(certificate).ShouldStartWith($"{certificate} holds no private key");
        Fault(keyless).ShouldStartWith($"{keyless} holds no private key");
        Fault(certificate, certificate).ShouldStartWith($"{certificate} holds no private key");
        Fault(key).ShouldStartWith($"{key} holds no certificate");
        Fault(bare).ShouldStartWith($"{bare} holds no certificate");
        Fault(made.File("")).ShouldContain("holds no certificate");
        Fault(made.File("-----BEGIN CERTIFICATE-----", "AAAA", "-----END CERTIFICATE-----", made.KeyPem))
            .ShouldContain("holds no certificate");
        Fault(certificate, made.File(other.KeyPem)).ShouldContain("cannot be used");
        Fault(certificate, made.File("-----BEGIN PRIVATE KEY-----", "AAAA", "-----END PRIVATE KEY-----"))
            .ShouldContain("cannot be used");
    }

    [Fact]
    public void A_key_of_another_kind_is_not_that_of_the_certificate()
    {
        using var made = TestCertificate.Make();
        using var rsa = RSA.Create(2048);
        string key = made.File(rsa.ExportRSAPrivateKeyPem());

        Fault(made.File(made.Certificate.ExportCertificatePem()), key).ShouldContain($"{key} cannot be used");
    }

    private static FakeTimeProvider Clock => new(new DateTimeOffset(2026, 10, 2, 15, 0, 0, TimeSpan.Zero));

    private static PublicAddress Read(string file, string? key = null, string? password = null) =>
        PublicCertificate.Read(Desk, file, key, password, Clock);

    private static string Fault(string file, string? key = null, string? password = null) =>
        Should.Throw<CertificateException>(() => Read(file, key, password)).Message;
}
