using System.Globalization;
using MimeKit;
using MimeKit.Cryptography;

namespace Reprieve.Notices;

/// <summary>
/// Verifies the DKIM signatures of a mail (RFC 6376). MimeKit checks the mathematics; expiry, bodies longer than
/// <c>l=</c> covers and keys too weak to prove anything are looked at here.
/// </summary>
internal sealed class DkimChecker(IDkimKeys? keys)
{
    private const int MaxSignatures = 8;

    public IReadOnlyList<SignatureReading> Check(
        MimeMessage mail,
        ReadOnlyMemory<byte> raw,
        DateTimeOffset? delivered
    ) =>
        [
            .. mail
                .Headers.Where(header => header.Id == HeaderId.DkimSignature)
                .Take(MaxSignatures)
                .Select(header => Check(mail, header, raw, delivered)),
        ];

    private SignatureReading Check(MimeMessage mail, Header header, ReadOnlyMemory<byte> raw, DateTimeOffset? delivered)
    {
        Dictionary<string, string> tags = Tags(header.Value);
        string domain = tags.GetValueOrDefault("d", "").ToLowerInvariant();
        string selector = tags.GetValueOrDefault("s", "");
        if (domain.Length == 0 || selector.Length == 0)
        {
            return Nothing("Dkim_Unreadable");
        }

        if (tags.TryGetValue("x", out string? expires) && IsPast(expires, delivered))
        {
            return Nothing("Dkim_Expired");
        }

        if (keys is null)
        {
            return Nothing("Dkim_NoKeys");
        }

        DkimKey key = DkimKey.Find(keys, selector, domain);
        if (key.Public is null)
        {
            return Nothing(key.WhyNot!);
        }

        try
        {
            var verifier = new DkimVerifier(new OneKey(key.Public)) { MinimumRsaKeyLength = DkimKey.WeakestRsaBits };
            if (!verifier.Verify(mail, header))
            {
                bool oldHash = tags.GetValueOrDefault("a", "").EndsWith("sha1", StringComparison.OrdinalIgnoreCase);
                return oldHash
                    ? Nothing("Dkim_WeakKey")
                    : new SignatureReading(domain, SignatureState.Failed, "Dkim_Failed");
            }
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            return Nothing("Dkim_Unreadable");
        }

        return CoversBody(tags, raw)
            ? new SignatureReading(domain, SignatureState.Valid, "Dkim_Valid")
            : new SignatureReading(domain, SignatureState.Partial, "Dkim_Partial");

        SignatureReading Nothing(string why) => new(domain, SignatureState.Nothing, why);
    }

    private static bool CoversBody(Dictionary<string, string> tags, ReadOnlyMemory<byte> raw)
    {
        if (!tags.TryGetValue("l", out string? covered))
        {
            return true;
        }

        string body = tags.GetValueOrDefault("c", "simple/simple").Split('/') is [_, var way] ? way : "simple";
        bool relaxed = body.Equals("relaxed", StringComparison.OrdinalIgnoreCase);
        return long.TryParse(covered, NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            && length >= CanonicalBody.Length(raw.Span, relaxed);
    }

    private static bool IsPast(string expires, DateTimeOffset? delivered) =>
        delivered is { } at
        && long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        && at.ToUnixTimeSeconds() > seconds;

    private static Dictionary<string, string> Tags(string header)
    {
        Dictionary<string, string> tags = new(StringComparer.Ordinal);
        foreach (string part in header.Split(';'))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                string value = string.Concat(part[(equals + 1)..].Where(c => !char.IsWhiteSpace(c)));
                tags.TryAdd(part[..equals].Trim(), value);
            }
        }

        return tags;
    }

    /// <summary>Gives MimeKit the key that was already found.</summary>
    private sealed class OneKey(Org.BouncyCastle.Crypto.AsymmetricKeyParameter key) : IDkimPublicKeyLocator
    {
        public Org.BouncyCastle.Crypto.AsymmetricKeyParameter LocatePublicKey(
            string methods,
            string domain,
            string selector,
            CancellationToken cancellationToken = default
        ) => key;

        public Task<Org.BouncyCastle.Crypto.AsymmetricKeyParameter> LocatePublicKeyAsync(
            string methods,
            string domain,
            string selector,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(key);
    }
}
