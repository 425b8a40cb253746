using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>What the sender's address says.</summary>
internal enum SenderFinding
{
    /// <summary>An Amazon domain stands in the From header (which anybody can write).</summary>
    Amazon,

    /// <summary>Somebody who does not pretend to be Amazon, for instance the seller forwarding a notice.</summary>
    Other,

    /// <summary>Not an Amazon domain, but it speaks as Amazon.</summary>
    Posing,

    /// <summary>An Amazon From, with answers led elsewhere.</summary>
    ReplyElsewhere,
}

/// <summary>Checks the From and Reply-To headers against Amazon's domains.</summary>
internal static class SenderChecker
{
    public static SenderFinding Check(
        MailOrigin mail,
        Reading reading,
        AmazonDomains amazon,
        List<AuthenticityCheck> checks
    )
    {
        if (reading.Message.ForwardedBy is { } forwarder)
        {
            checks.Add(new("forwarded", "none", Say.Texts.Get("Sender_Forwarded", forwarder)));
        }

        if (mail.FromCount > 1)
        {
            checks.Add(new("from", "fail", Say.Texts.Get("Sender_Several")));
        }

        if (mail.FromDomain is not { } domain)
        {
            checks.Add(new("sender_domain", "none", Say.Texts.Get("Sender_None")));
            return SenderFinding.Other;
        }

        if (amazon.OfMail(domain) is null)
        {
            bool posing = Poses(mail, reading, amazon, domain);
            string key = posing ? "Sender_Posing" : "Sender_Other";
            checks.Add(new("sender_domain", posing ? "fail" : "none", Say.Texts.Get(key, domain)));
            return posing ? SenderFinding.Posing : SenderFinding.Other;
        }

        checks.Add(new("sender_domain", "pass", Say.Texts.Get("Sender_Amazon", domain)));
        string? elsewhere = mail.ReplyToDomains.FirstOrDefault(d => amazon.OfMail(d) is null);
        if (elsewhere is not null)
        {
            checks.Add(new("reply_to", "fail", Say.Texts.Get("Sender_ReplyElsewhere", elsewhere)));
            return SenderFinding.ReplyElsewhere;
        }

        if (mail.ReplyToDomains.Count > 0)
        {
            checks.Add(new("reply_to", "pass", Say.Texts.Get("Sender_ReplyAmazon")));
        }

        return SenderFinding.Amazon;
    }

    /// <summary>
    /// A look-alike domain or Amazon's name as the sender's poses; so does a mail that itself, not a mail forwarded
    /// within it, tells a seller what was done to the account.
    /// </summary>
    private static bool Poses(MailOrigin mail, Reading reading, AmazonDomains amazon, string domain)
    {
        if (amazon.LooksAlike(domain) || AmazonName.Is(mail.FromName))
        {
            return true;
        }

        bool forwards = reading.Parts.Any(part => part.Hits(CueField.QuotedBelow).Count > 0);
        return !forwards
            && AmazonName.StandsIn(reading)
            && (reading.Did(Deed.Removed, Deed.Account) || reading.Did(Deed.Endangered, Deed.Account));
    }
}

/// <summary>Amazon's name in texts and sender names.</summary>
internal static class AmazonName
{
    private const string Latin = "amazon";
    private const string Chinese = "亚马逊";
    private const string Taiwanese = "亞馬遜";
    private const string Japanese = "アマゾン";

    public static bool Is(string? name) =>
        name is not null
        && (
            name.Contains(Latin, StringComparison.OrdinalIgnoreCase)
            || name.Contains(Chinese, StringComparison.Ordinal)
            || name.Contains(Taiwanese, StringComparison.Ordinal)
            || name.Contains(Japanese, StringComparison.Ordinal)
        );

    public static bool StandsIn(Reading reading) => Is(reading.Body.Text) || Is(reading.Message.Subject);
}
