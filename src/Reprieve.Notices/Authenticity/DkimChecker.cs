using System.Globalization;
using MimeKit;
using MimeKit.Cryptography;

namespace Reprieve.Notices;

/// <summary>
/// Verifies the DKIM signatures of a mail (RFC 6376). MimeKit checks the mathematics; expiry, bodies longer than
/// <c>l=</c> covers and keys too weak to prove anything are looked at here.
/// </summary>
internal sealed class DkimChecker(KeyRing keys)
{
    private const int MaxSignatures = 8;

    /// <summary>Servers' clocks differ.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    /// <summary>
    /// The signatures of a mail, those of the sender's own organisation first. One valid one of these suffices
    /// (RFC 6376, 6.1), so that nothing more is verified, nor asked for, after it.
    /// </summary>
    public IReadOnlyList<SignatureReading> Check(MailOrigin mail, Func<string, bool> isAligned)
    {
        List<SignatureReading> read = [];
        IEnumerable<(Header Header, SignatureTags Tags)> signatures = mail
            .Signatures.Select(header => (Header: header, Tags: SignatureTags.Read(header.Value)))
            .OrderByDescending(signature => isAligned(signature.Tags.Domain))
            .Take(MaxSignatures);
        foreach ((Header header, SignatureTags tags) in signatures)
        {
            SignatureReading one = Check(mail, header, tags);
            read.Add(one);
            if (one.State == SignatureState.Valid && isAligned(one.Domain))
            {
                break;
            }
        }

        return read;
    }

    private SignatureReading Check(MailOrigin mail, Header header, SignatureTags tags)
    {
        string domain = tags.Domain;
        if (!tags.IsSignature)
        {
            return Nothing("Dkim_Unreadable");
        }

        if (!tags.SignsFrom)
        {
            return Nothing("Dkim_FromNotSigned");
        }

        if (tags.IsSha1)
        {
            return Nothing("Dkim_WeakKey");
        }

        if (IsExpired(tags, mail.Delivered ?? mail.Sent))
        {
            return Nothing("Dkim_Expired");
        }

        (DkimKey key, UsedKey? used) = keys.Find(tags.Selector, domain);
        if (key.Public is null || !Serves(key, tags))
        {
            return new SignatureReading(domain, SignatureState.Nothing, key.WhyNot ?? "Dkim_Unreadable", used);
        }

        SignatureState state = Verify(mail, header, tags, key);
        string why = state switch
        {
            SignatureState.Valid => "Dkim_Valid",
            SignatureState.Partial => "Dkim_Partial",
            SignatureState.Failed => "Dkim_Failed",
            _ => "Dkim_Unreadable",
        };
        return new SignatureReading(domain, state, why, used, IsFromTheFuture(tags, mail.Delivered));

        SignatureReading Nothing(string reason) => new(domain, SignatureState.Nothing, reason);
    }

    private static SignatureState Verify(MailOrigin mail, Header header, SignatureTags tags, DkimKey key)
    {
        if (!tags.HasReadableHashes)
        {
            return SignatureState.Failed;
        }

        try
        {
            if (QuickRsa.Verifies(mail.Mail, header, tags, key))
            {
                return SignatureState.Valid;
            }

            var verifier = new DkimVerifier(new OneKey(key.Public!)) { MinimumRsaKeyLength = DkimKey.WeakestRsaBits };
            return !verifier.Verify(mail.Mail.Whole, header) ? SignatureState.Failed
                : CoversBody(tags, mail.Mail.Content.Span) ? SignatureState.Valid
                : SignatureState.Partial;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            return SignatureState.Nothing;
        }
    }

    /// <summary>A key that holds only for its own domain does not serve an identity (i=) below it.</summary>
    private static bool Serves(DkimKey key, SignatureTags tags)
    {
        if (!key.OnlyItself || tags["i"] is not { } identity)
        {
            return true;
        }

        return identity[(identity.LastIndexOf('@') + 1)..].Equals(tags.Domain, StringComparison.OrdinalIgnoreCase);
    }

    private static bool CoversBody(SignatureTags tags, ReadOnlySpan<byte> content)
    {
        if (tags["l"] is not { } covered)
        {
            return true;
        }

        string body = (tags["c"] ?? "simple/simple").Split('/') is [_, var way] ? way : "simple";
        bool relaxed = body.Equals("relaxed", StringComparison.OrdinalIgnoreCase);
        return long.TryParse(covered, NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            && length >= CanonicalBody.Of(content, relaxed).Length;
    }

    /// <summary>Past its end at delivery, or with an end before its beginning.</summary>
    private static bool IsExpired(SignatureTags tags, DateTimeOffset? delivered) =>
        tags["x"] is not null
        && (
            tags.Seconds("x") is not { } expires
            || expires < tags.Seconds("t")
            || delivered?.ToUnixTimeSeconds() > expires
        );

    private static bool IsFromTheFuture(SignatureTags tags, DateTimeOffset? delivered) =>
        delivered is { } at && tags.Seconds("t") > (at + Slack).ToUnixTimeSeconds();
}
