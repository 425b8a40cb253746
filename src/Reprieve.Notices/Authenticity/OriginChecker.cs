using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// Checks whether a message is Amazon's. "Genuine" is said only on a valid aligned signature of an Amazon domain,
/// "forged" only when such a signature fails although its key is there; pasted text cannot be verified.
/// </summary>
internal sealed class OriginChecker
{
    private const double FraudByWords = 0.7;

    private readonly AmazonDomains _amazon;
    private readonly LinkChecker _links;
    private readonly SenderChecker _sender;
    private readonly SignatureWeigher _signatures;

    public OriginChecker(NoticeBook book, IDkimKeys? keys)
    {
        _amazon = new AmazonDomains(book);
        _links = new LinkChecker(_amazon);
        _sender = new SenderChecker(_amazon);
        _signatures = new SignatureWeigher(_amazon, keys);
    }

    public OriginReading Check(Reading reading)
    {
        double scam = ScamSigns.Weigh(reading);
        return MailOrigin.Read(reading.Message) is { } mail ? OfMail(mail, reading, scam) : OfText(reading, scam);
    }

    private OriginReading OfText(Reading reading, double scam)
    {
        List<AuthenticityCheck> checks = [new("dkim", "none", Say.Texts.Get("Dkim_Pasted"))];
        LinkFinding links = _links.Check(reading, checks);
        AddWording(checks, scam);
        bool fraud = links == LinkFinding.Deceiving || scam >= FraudByWords;
        return new OriginReading
        {
            Authenticity = new Authenticity(
                fraud ? AuthenticityVerdict.Suspicious : AuthenticityVerdict.Unverifiable,
                checks
            ),
            LooksLikeFraud = fraud,
            FraudConfidence = Confidence(scam),
            NamesAmazon = AmazonName.StandsIn(reading),
        };
    }

    private OriginReading OfMail(MailOrigin mail, Reading reading, double scam)
    {
        List<AuthenticityCheck> checks = [];
        string? store = mail.FromDomain is { } from ? _amazon.OfMail(from) : null;
        SignatureWeight signature = _signatures.Weigh(mail, checks);
        bool disowned = store is not null && ReceiverResults.Check(mail, _amazon, checks);
        LinkFinding links = _links.Check(reading, checks);
        SenderFinding sender = _sender.Check(mail, reading, checks);
        bool files = AttachmentChecker.Check(mail.Mail, _amazon, checks);
        AddWording(checks, scam);

        bool posing = sender is SenderFinding.Posing or SenderFinding.ReplyElsewhere or SenderFinding.BuyerPosing;
        bool against =
            posing
            || sender == SenderFinding.BouncesElsewhere
            || mail.FromCount > 1
            || links == LinkFinding.Deceiving
            || (links == LinkFinding.Hidden && store is not null)
            || (files && store is not null)
            || (
                disowned
                && !signature.WasPassedOn
                && signature.Arc == ArcFinding.Nothing
                && !ForwardingSigns.In(mail, _amazon)
            )
            || scam >= FraudByWords;
        AuthenticityVerdict verdict = Verdict(
            signature,
            mail.FromCount == 1 && sender != SenderFinding.BuyerPosing,
            against
        );
        bool fraud =
            verdict == AuthenticityVerdict.Forged
            || (
                verdict != AuthenticityVerdict.Genuine
                && (posing || links == LinkFinding.Deceiving || scam >= FraudByWords)
            );
        return new OriginReading
        {
            Authenticity = new Authenticity(verdict, checks) { Keys = signature.Keys },
            LooksLikeFraud = fraud,
            FraudConfidence = Confidence(posing ? 1 : scam),
            NamesAmazon = store is not null || AmazonName.StandsIn(reading),
            SenderStore = store,
        };
    }

    /// <summary>See docs/decisions/0013: a broken signature is a forgery only when nobody passed the mail on.</summary>
    private static AuthenticityVerdict Verdict(SignatureWeight signature, bool mayBeGenuine, bool against)
    {
        AuthenticityVerdict others = against ? AuthenticityVerdict.Suspicious : AuthenticityVerdict.Unverifiable;
        return signature.Summary switch
        {
            SignatureSummary.Genuine => mayBeGenuine ? AuthenticityVerdict.Genuine : AuthenticityVerdict.Suspicious,
            SignatureSummary.Failed when signature.Arc == ArcFinding.SawAmazon => others,
            SignatureSummary.Failed when !signature.WasPassedOn => AuthenticityVerdict.Forged,
            SignatureSummary.Failed or SignatureSummary.Partial or SignatureSummary.Foreign =>
                AuthenticityVerdict.Suspicious,
            _ => others,
        };
    }

    private static void AddWording(List<AuthenticityCheck> checks, double scam)
    {
        if (scam >= FraudByWords)
        {
            checks.Add(new AuthenticityCheck("wording", "warn", Say.Texts.Get("Wording_Scam")));
        }
    }

    private static double Confidence(double weight) => Math.Clamp(0.6 + (0.35 * weight), 0.6, 0.95);
}
