using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Reprieve.Server.Tests.Hosting;

/// <summary>Certificates made for a test, and the files that a person would have of them.</summary>
internal sealed class TestCertificate : IDisposable
{
    public const string Host = "desk.example.com";
    public const string ServerUse = "1.3.6.1.5.5.7.3.1";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reprieve-certificate-");

    private TestCertificate(X509Certificate2 certificate) => Certificate = certificate;

    public X509Certificate2 Certificate { get; }

    public string KeyPem => Certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();

    public static TestCertificate Make(
        string host = Host,
        string from = "2026-01-01",
        string to = "2027-01-01",
        string use = ServerUse
    )
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(Request(key, host, use).CreateSelfSigned(Day(from), Day(to)));
    }

    /// <summary>A certificate that one between it and a root has signed, with that one.</summary>
    public static (TestCertificate Own, X509Certificate2 Between) MakeSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var betweenKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 root = Authority("Root", rootKey).CreateSelfSigned(Day("2026-01-01"), Day("2027-01-01"));
        X509Certificate2 between = Authority("Between", betweenKey)
            .Create(root, Day("2026-01-01"), Day("2026-12-31"), [1]);
        using X509Certificate2 signing = between.CopyWithPrivateKey(betweenKey);
        using X509Certificate2 bare = Request(key, Host, ServerUse)
            .Create(signing, Day("2026-01-01"), Day("2026-12-30"), [2]);
        return (new(bare.CopyWithPrivateKey(key)), between);
    }

    /// <summary>A file with the given texts, or bytes.</summary>
    public string File(params string[] pem)
    {
        string file = NewFile();
        System.IO.File.WriteAllText(file, string.Join('\n', pem));
        return file;
    }

    public string File(byte[] bytes)
    {
        string file = NewFile();
        System.IO.File.WriteAllBytes(file, bytes);
        return file;
    }

    public string Pem() => File(Certificate.ExportCertificatePem(), KeyPem);

    public string Folder => _folder.FullName;

    public void Dispose()
    {
        Certificate.Dispose();
        _folder.Delete(recursive: true);
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request;
    }

    private static CertificateRequest Request(ECDsa key, string host, string use)
    {
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out IPAddress? address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], false));
        return request;
    }

    private string NewFile() => Path.Combine(_folder.FullName, Path.GetRandomFileName());

    private static DateTimeOffset Day(string day) => new(DateOnly.Parse(day, null), default, TimeSpan.Zero);
}
