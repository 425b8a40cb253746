using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;

namespace Reprieve.Notices;

/// <summary>A published key, or why there is none that proves anything (a key of Texts).</summary>
internal sealed record DkimKey(AsymmetricKeyParameter? Public, string? WhyNot)
{
    /// <summary>RFC 8301: shorter RSA keys must not be used.</summary>
    public const int WeakestRsaBits = 1024;

    public static DkimKey Find(IDkimKeys keys, string selector, string domain)
    {
        if (keys.Find(selector, domain) is not { } record)
        {
            return new(null, "Dkim_NoSuchKey");
        }

        try
        {
            AsymmetricKeyParameter key = Reader.Read(record);
            bool weak = key is RsaKeyParameters rsa && rsa.Modulus.BitLength < WeakestRsaBits;
            return weak ? new(null, "Dkim_WeakKey") : new(key, null);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // BouncyCastle throws many kinds on a broken or empty key; all mean that nothing can be proved with it.
            return new(null, "Dkim_RevokedKey");
        }
    }

    /// <summary>MimeKit's reading of a TXT record.</summary>
    private sealed class Reader : DkimPublicKeyLocatorBase
    {
        public static AsymmetricKeyParameter Read(string record) => GetPublicKey(record);

        public override AsymmetricKeyParameter LocatePublicKey(
            string methods,
            string domain,
            string selector,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
            string methods,
            string domain,
            string selector,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();
    }
}
