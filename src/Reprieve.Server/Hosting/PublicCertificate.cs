using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Reprieve.Server.Hosting;

/// <summary>Reads the certificate of a public address from files, and says in a sentence why it will not do.</summary>
public static class PublicCertificate
{
    private const string EncryptedKey = "ENCRYPTED PRIVATE KEY";
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const int WrongPassword = unchecked((int)0x80070056);

    /// <summary>The address with the certificate of a file.</summary>
    /// <param name="address">What the certificate must name.</param>
    /// <param name="file">PEM with the chain, or PFX (PKCS #12).</param>
    /// <param name="keyFile">PEM with the private key, where it does not lie in <paramref name="file"/>.</param>
    /// <param name="password">Opens a PFX or a key that is protected.</param>
    /// <exception cref="CertificateException">It cannot be read, or browsers would refuse it.</exception>
    public static PublicAddress Read(
        PublicAddress address,
        string file,
        string? keyFile,
        string? password,
        TimeProvider clock
    )
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(clock);
        byte[] bytes = Bytes(file);
        string text = Text(bytes);
        (X509Certificate2 own, X509Certificate2Collection chain) = PemEncoding.TryFind(text, out _)
            ? Pem(file, text, keyFile, password)
            : Pfx(file, bytes, keyFile, password);
        Check(own, file, address.Host, clock.GetUtcNow());
        return address with { Certificate = own, Chain = chain };
    }

    private static (X509Certificate2 Own, X509Certificate2Collection Chain) Pem(
        string file,
        string text,
        string? keyFile,
        string? password
    )
    {
        string key = keyFile is null ? text : Text(Bytes(keyFile));
        string place = keyFile ?? file;
        string label = KeyLabel(key) ?? throw Fault("certificate_no_key", place);
        bool isProtected = label == EncryptedKey;
        if (isProtected && password is null)
        {
            throw Fault("certificate_password", place);
        }

        X509Certificate2Collection chain = Certificates(file, text);
        try
        {
            using X509Certificate2 own = isProtected
                ? X509Certificate2.CreateFromEncryptedPem(text, key, password)
                : X509Certificate2.CreateFromPem(text, key);
            chain.RemoveAt(0);
            // TLS on Windows takes no key that was never imported.
            return (X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null), chain);
        }
        catch (CryptographicException) when (isProtected)
        {
            throw Fault("certificate_password", place);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            throw Fault("certificate_other_key", place, file);
        }
    }

    private static X509Certificate2Collection Certificates(string file, string pem)
    {
        X509Certificate2Collection all = [];
        try
        {
            all.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            // What is damaged counts as not there.
        }

        return all.Count > 0 ? all : throw Fault("certificate_none", file);
    }

    private static (X509Certificate2 Own, X509Certificate2Collection Chain) Pfx(
        string file,
        byte[] bytes,
        string? keyFile,
        string? password
    )
    {
        try
        {
            X509Certificate2Collection all = X509CertificateLoader.LoadPkcs12Collection(bytes, password);
            if (keyFile is not null)
            {
                throw Fault("certificate_key_inside", file);
            }

            X509Certificate2 own =
                all.FirstOrDefault(one => one.HasPrivateKey) ?? throw Fault("certificate_no_key", file);
            all.Remove(own);
            return (own, all);
        }
        catch (CryptographicException fault)
        {
            throw Fault(fault.HResult == WrongPassword ? "certificate_password" : "certificate_none", file);
        }
    }

    /// <summary>What a browser would hold against it; said here, before people elsewhere see a warning.</summary>
    private static void Check(X509Certificate2 own, string file, string host, DateTimeOffset now)
    {
        if (now < new DateTimeOffset(own.NotBefore))
        {
            throw Fault("certificate_early", file, Day(own.NotBefore));
        }

        if (now > new DateTimeOffset(own.NotAfter))
        {
            throw Fault("certificate_expired", file, Day(own.NotAfter));
        }

        if (
            own.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } uses
            && !uses.EnhancedKeyUsages.Cast<Oid>().Any(use => use.Value == ServerUse)
        )
        {
            throw Fault("certificate_other_use", file);
        }

        // The common name alone counts for no browser.
        if (!own.MatchesHostname(host, allowWildcards: true, allowCommonName: false))
        {
            throw Fault("certificate_other_host", file, host);
        }
    }

    private static string? KeyLabel(string text)
    {
        ReadOnlySpan<char> rest = text;
        while (PemEncoding.TryFind(rest, out PemFields found))
        {
            if (rest[found.Label].EndsWith("PRIVATE KEY", StringComparison.Ordinal))
            {
                return rest[found.Label].ToString();
            }

            rest = rest[found.Location.End..];
        }

        return null;
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Fault("certificate_missing", file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault("certificate_closed", file);
        }
    }

    private static string Text(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes));
        return reader.ReadToEnd();
    }

    private static string Day(DateTime local) =>
        local.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CertificateException Fault(string key, params ReadOnlySpan<object?> arguments) =>
        new(Say.Get(key, arguments));
}

/// <summary>A certificate cannot be used; the message says in the screen's language why, and what to do.</summary>
public sealed class CertificateException(string message) : Exception(message);
