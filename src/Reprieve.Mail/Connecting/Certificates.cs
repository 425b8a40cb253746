using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Reprieve.Mail.Connecting;

/// <summary>Judges a server's certificate and says in words what is wrong with it.</summary>
/// <param name="clock">By what a date is out of date in the words; the handshake itself goes by the system's.</param>
internal sealed class Certificates(string host, X509Certificate2? alsoTrusted, TimeProvider clock)
{
    /// <summary>What was wrong; null as long as nothing was.</summary>
    public string? Fault { get; private set; }

    /// <summary>For the TLS handshake.</summary>
    public bool Judge(object sender, X509Certificate? given, X509Chain? chain, SslPolicyErrors errors)
    {
        if (given is not X509Certificate2 certificate)
        {
            Fault = Say.Texts.Get("Certificate_None", host);
            return false;
        }

        bool known =
            alsoTrusted is not null && certificate.RawDataMemory.Span.SequenceEqual(alsoTrusted.RawDataMemory.Span);
        SslPolicyErrors left = known ? errors & ~SslPolicyErrors.RemoteCertificateChainErrors : errors;
        Fault = left switch
        {
            SslPolicyErrors.None => null,
            _ when IsOutOfDate(certificate) => Say.Texts.Get(
                "Certificate_Date",
                host,
                Day(certificate.NotBefore),
                Day(certificate.NotAfter)
            ),
            _ when left.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => Say.Texts.Get(
                "Certificate_Name",
                host,
                certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false)
            ),
            _ => Say.Texts.Get(
                "Certificate_Untrusted",
                host,
                certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)
            ),
        };
        return Fault is null;
    }

    private bool IsOutOfDate(X509Certificate2 certificate)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        return now < certificate.NotBefore.ToUniversalTime() || now > certificate.NotAfter.ToUniversalTime();
    }

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
