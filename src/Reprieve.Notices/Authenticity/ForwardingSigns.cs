using MimeKit;

namespace Reprieve.Notices;

/// <summary>
/// Whether a mail was passed on after it had been delivered: by a mailing list, a forwarding rule or a gateway, which may
/// change it. Anybody can write such headers, so they only keep a broken signature from being called a forgery.
/// </summary>
internal static class ForwardingSigns
{
    private static readonly string[] Prefixes = ["Resent-", "X-Forwarded-"];

    private static readonly string[] Names = ["List-Id", "List-Post", "Mailing-List", "X-BeenThere"];

    public static bool In(MailOrigin mail, AmazonDomains amazon) =>
        mail.Mail.Headers.Any(IsSign) || SealedElsewhere(mail) || WentOn(mail, amazon);

    private static bool IsSign(Header header) =>
        Array.Exists(Prefixes, prefix => header.Field.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        || Names.Contains(header.Field, StringComparer.OrdinalIgnoreCase)
        || (
            header.Field.Equals("Auto-Submitted", StringComparison.OrdinalIgnoreCase)
            && header.Value.Contains("auto-forwarded", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>A seal (ARC) of another house than the one that took the mail in at last; large providers seal everything they receive.</summary>
    private static bool SealedElsewhere(MailOrigin mail) =>
        mail.HasArc
        && mail.Mail.Headers.Where(header => header.Id == HeaderId.ArcSeal)
            .Select(header => SignatureTags.Read(header.Value).Domain)
            .Any(domain => mail.Receiver is { } receiver && !OrganisationalDomain.Same(domain, receiver));

    /// <summary>Servers of two houses besides Amazon's.</summary>
    private static bool WentOn(MailOrigin mail, AmazonDomains amazon) =>
        mail
            .Hops.Select(hop => hop.By)
            .OfType<string>()
            .Where(host => !amazon.IsAmazonServer(host))
            .Select(OrganisationalDomain.Of)
            .Distinct(StringComparer.Ordinal)
            .Skip(1)
            .Any();
}
