using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Reprieve.Notices;

/// <summary>What the seals on a forwarded mail say.</summary>
internal enum ArcFinding
{
    /// <summary>Nothing: no seals, broken ones, or of somebody whose word is not taken.</summary>
    Nothing,

    /// <summary>A trusted provider saw a valid signature of Amazon's before the mail was passed on.</summary>
    SawAmazon,
}

/// <summary>
/// Checks the seals of forwarded mail (ARC, RFC 8617). The chain must be valid; a set's word is taken when every seal
/// from it to the last is of a provider that knowledge trusts.
/// </summary>
internal sealed class ArcChecker(KeyRing keys, AmazonDomains amazon)
{
    private const int MaxSets = 20;

    public ArcFinding Check(MailOrigin mail, List<AuthenticityCheck> checks, List<UsedKey> used)
    {
        Dictionary<int, string> sealers = Sealers(mail.Mail);
        string last = sealers.Count == 0 ? "" : sealers[sealers.Keys.Max()];
        if (sealers.Count is 0 or > MaxSets || !amazon.IsForwarder(last))
        {
            checks.Add(new("arc", "none", Say.Texts.Get("Arc_Untrusted", last)));
            return ArcFinding.Nothing;
        }

        var locator = new Locator(keys);
        if (!IsValid(mail.Mail.Whole, locator))
        {
            bool unknown = locator.Unknown is not null;
            checks.Add(
                new(
                    "arc",
                    unknown ? "none" : "fail",
                    Say.Texts.Get(unknown ? "Arc_NoKey" : "Arc_Broken", locator.Unknown ?? last)
                )
            );
            return ArcFinding.Nothing;
        }

        if (!SawAmazon(mail, sealers))
        {
            checks.Add(new("arc", "none", Say.Texts.Get("Arc_SawNothing", last)));
            return ArcFinding.Nothing;
        }

        used.AddRange(locator.Used);
        checks.Add(new("arc", "pass", Say.Texts.Get("Arc_SawAmazon", last)));
        return ArcFinding.SawAmazon;
    }

    private static bool IsValid(MimeMessage mail, Locator locator)
    {
        try
        {
            return new ArcVerifier(locator) { MinimumRsaKeyLength = DkimKey.WeakestRsaBits }
                    .Verify(mail)
                    .Chain == ArcSignatureValidationResult.Pass;
        }
        catch (Exception fault)
            when (fault is FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    /// <summary>From the last set down, as long as the seals are trusted: did one see a signature aligned with the sender?</summary>
    private bool SawAmazon(MailOrigin mail, Dictionary<int, string> sealers)
    {
        Dictionary<int, AuthenticationResults> results = Results(mail.Mail);
        for (int i = sealers.Keys.Max(); i >= 1 && sealers.TryGetValue(i, out string? domain); i--)
        {
            if (!amazon.IsForwarder(domain))
            {
                return false;
            }

            if (results.TryGetValue(i, out AuthenticationResults? said) && said.Results.Any(r => IsAmazons(r, mail)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAmazons(AuthenticationMethodResult result, MailOrigin mail)
    {
        if (result.Method != "dkim" || result.Result != "pass" || mail.FromDomain is not { } from)
        {
            return false;
        }

        string? signer = result
            .Properties.Where(p => p.PropertyType == "header" && p.Property is "d" or "i")
            .Select(p => p.Value[(p.Value.LastIndexOf('@') + 1)..])
            .FirstOrDefault();
        return signer is not null && amazon.OfMail(signer) is { } organisation && organisation == amazon.OfMail(from);
    }

    private static Dictionary<int, string> Sealers(MailTree mail)
    {
        Dictionary<int, string> sealers = [];
        foreach (Header header in mail.Headers.Where(header => header.Id == HeaderId.ArcSeal))
        {
            SignatureTags tags = SignatureTags.Read(header.Value);
            if (tags.Seconds("i") is { } instance and > 0 and <= 50)
            {
                sealers[(int)instance] = tags.Domain;
            }
        }

        return sealers;
    }

    private static Dictionary<int, AuthenticationResults> Results(MailTree mail)
    {
        Dictionary<int, AuthenticationResults> results = [];
        foreach (Header header in mail.Headers.Where(header => header.Id == HeaderId.ArcAuthenticationResults))
        {
            if (
                AuthenticationResults.TryParse(header.RawValue, out AuthenticationResults? read)
                && read.Instance is { } instance
            )
            {
                results[instance] = read;
            }
        }

        return results;
    }

    /// <summary>Gives MimeKit the keys of the chain and remembers them.</summary>
    private sealed class Locator(KeyRing keys) : IDkimPublicKeyLocator
    {
        public List<UsedKey> Used { get; } = [];

        /// <summary>The sealer whose key could not be had.</summary>
        public string? Unknown { get; private set; }

        public AsymmetricKeyParameter LocatePublicKey(
            string methods,
            string domain,
            string selector,
            CancellationToken cancellationToken = default
        )
        {
            (DkimKey key, UsedKey? used) = keys.Find(selector, domain);
            if (key.Public is null)
            {
                Unknown = domain;
                throw new KeyNotFoundException(domain);
            }

            if (used is not null && !Used.Contains(used))
            {
                Used.Add(used);
            }

            return key.Public;
        }

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
            string methods,
            string domain,
            string selector,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
