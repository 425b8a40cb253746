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

    /// <summary>An Amazon From, but whoever sent it takes its bounces elsewhere.</summary>
    BouncesElsewhere,

    /// <summary>A message of a buyer, sent on by Amazon, that speaks as Amazon.</summary>
    BuyerPosing,
}

/// <summary>Checks the From, Reply-To and Return-Path headers against Amazon's domains.</summary>
internal sealed class SenderChecker(AmazonDomains amazon)
{
    public SenderFinding Check(MailOrigin mail, Reading reading, List<AuthenticityCheck> checks)
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

        return amazon.OfMail(domain) is null
            ? NotAmazon(mail, reading, domain, checks)
            : UnderAmazon(mail, reading, domain, checks);
    }

    private SenderFinding NotAmazon(MailOrigin mail, Reading reading, string domain, List<AuthenticityCheck> checks)
    {
        bool posing = Poses(mail, reading, domain);
        string key =
            amazon.LooksAlike(domain) ? "Sender_LookAlike"
            : posing ? "Sender_Posing"
            : "Sender_Other";
        checks.Add(new("sender_domain", posing ? "fail" : "none", Say.Texts.Get(key, domain)));
        string? elsewhere = mail.ReplyToDomains.FirstOrDefault(d => !OrganisationalDomain.Same(d, domain));
        if (posing && elsewhere is not null)
        {
            checks.Add(new("reply_to", "fail", Say.Texts.Get("Sender_ReplyElsewhere", elsewhere)));
        }

        return posing ? SenderFinding.Posing : SenderFinding.Other;
    }

    private SenderFinding UnderAmazon(MailOrigin mail, Reading reading, string domain, List<AuthenticityCheck> checks)
    {
        checks.Add(new("sender_domain", "pass", Say.Texts.Get("Sender_Amazon", domain)));
        if (amazon.IsBuyerMessage(domain) && SpeaksAsAmazon(reading))
        {
            checks.Add(new("channel", "fail", Say.Texts.Get("Channel_BuyerMessage")));
            return SenderFinding.BuyerPosing;
        }

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

        if (mail.BounceDomain is not { } bounces || amazon.IsBounce(bounces))
        {
            return SenderFinding.Amazon;
        }

        // Whoever passes a mail on takes its bounces: then it says nothing.
        bool passedOn = ForwardingSigns.In(mail, amazon);
        checks.Add(new("return_path", passedOn ? "none" : "warn", Say.Texts.Get("Sender_BouncesElsewhere", bounces)));
        return passedOn ? SenderFinding.Amazon : SenderFinding.BouncesElsewhere;
    }

    /// <summary>
    /// A look-alike domain or Amazon's name as the sender's poses; so does a mail that itself, not a mail forwarded
    /// within it, tells a seller what was done to the account.
    /// </summary>
    private bool Poses(MailOrigin mail, Reading reading, string domain)
    {
        if (amazon.LooksAlike(domain) || AmazonName.Is(mail.FromName))
        {
            return true;
        }

        bool forwards = Array.Exists(reading.Parts, part => part.HitsOf(CueField.QuotedBelow).Count > 0);
        return !forwards
            && AmazonName.StandsIn(reading)
            && (reading.Did(Deed.Removed, Deed.Account) || reading.Did(Deed.Endangered, Deed.Account));
    }

    /// <summary>Whether it tells what was done to an account, its offers or its money, as only Amazon can.</summary>
    private static bool SpeaksAsAmazon(Reading reading) =>
        Array.Exists(
            reading.Deeds,
            deed =>
                deed.Action is Deed.Removed or Deed.Endangered or Deed.Held or Deed.Reviewed
                && deed.Object is Deed.Account or Deed.Offers or Deed.Listing or Deed.Funds
                && deed.Modality is Modality.Fact or Modality.Planned or Modality.Possible
        );
}

/// <summary>Amazon's name in texts and sender names.</summary>
internal static class AmazonName
{
    private const string Latin = "amazon";
    private const string SellerSite = "seller central";
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

    /// <summary>Whether a message names Amazon, or the site where only Amazon's sellers work.</summary>
    public static bool StandsIn(Reading reading) =>
        Is(reading.Body.Text)
        || Is(reading.Message.Subject)
        || reading.Body.Text.Contains(SellerSite, StringComparison.OrdinalIgnoreCase);
}
