using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;

namespace Reprieve.Notices;

/// <summary>A published key, or why there is none that proves anything (a key of Texts).</summary>
/// <param name="Public">The key; null when it proves nothing.</param>
/// <param name="WhyNot">Why it proves nothing.</param>
/// <param name="OnlyItself">It holds for its own domain only, not for sub-domains (t=s).</param>
internal sealed record DkimKey(AsymmetricKeyParameter? Public, string? WhyNot, bool OnlyItself = false)
{
    /// <summary>RFC 8301: shorter RSA keys must not be used.</summary>
    public const int WeakestRsaBits = 1024;

    /// <summary>The same key for the platform; null when it is none of RSA.</summary>
    public PlatformKey? Platform { get; } = Public is RsaKeyParameters rsa ? new PlatformKey(rsa) : null;

    /// <summary>Reads a TXT record.</summary>
    public static DkimKey Read(string record)
    {
        SignatureTags tags = SignatureTags.Read(record);
        if (tags["v"] is not (null or "DKIM1") || string.IsNullOrEmpty(tags["p"]))
        {
            return new(null, "Dkim_RevokedKey");
        }

        string[] flags = tags.Listed("t");
        if (flags.Contains("y", StringComparer.Ordinal))
        {
            return new(null, "Dkim_TestKey");
        }

        bool forMail = Allows(tags.Listed("s"), "*") || Allows(tags.Listed("s"), "email");
        if (!forMail || !Allows(tags.Listed("h"), "sha256"))
        {
            return new(null, "Dkim_WeakKey");
        }

        try
        {
            AsymmetricKeyParameter key = Reader.Read($"k={tags["k"] ?? "rsa"};p={tags["p"]}");
            bool weak = key is RsaKeyParameters rsa && rsa.Modulus.BitLength < WeakestRsaBits;
            return weak ? new(null, "Dkim_WeakKey") : new(key, null, flags.Contains("s", StringComparer.Ordinal));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // BouncyCastle throws many kinds on a broken key; all mean that nothing can be proved with it.
            return new(null, "Dkim_RevokedKey");
        }
    }

    private static bool Allows(string[] list, string what) =>
        list.Length == 0 || list.Contains(what, StringComparer.OrdinalIgnoreCase);

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
