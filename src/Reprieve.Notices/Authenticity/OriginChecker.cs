using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// Checks whether a message is Amazon's. "Genuine" is said only on a valid aligned signature of an Amazon domain,
/// "forged" only when such a signature fails although its key is there; pasted text cannot be verified.
/// </summary>
internal sealed class OriginChecker(KnowledgeBase knowledge, IDkimKeys? keys)
{
    private const double FraudByWords = 0.7;

    private readonly AmazonDomains _amazon = new(knowledge);
    private readonly DkimChecker _dkim = new(keys);

    public OriginReading Check(Reading reading)
    {
        List<AuthenticityCheck> checks = [];
        MailOrigin? mail = MailOrigin.Read(reading.Message);
        double scam = ScamSigns.Weigh(reading);
        LinkFinding links = LinkChecker.Check(reading, _amazon, checks);
        if (mail is null)
        {
            checks.Insert(0, new AuthenticityCheck("dkim", "none", Say.Texts.Get("Dkim_Pasted")));
            bool fraud = links == LinkFinding.Deceiving || scam >= FraudByWords;
            AddWording(checks, scam);
            return Result(
                reading,
                fraud ? AuthenticityVerdict.Suspicious : AuthenticityVerdict.Unverifiable,
                checks,
                fraud,
                scam,
                null
            );
        }

        SignatureSummary signature = Signatures(mail, checks);
        SenderFinding sender = SenderChecker.Check(mail, reading, _amazon, checks);
        AddWording(checks, scam);
        AuthenticityVerdict verdict = Verdict(signature, sender, links, scam, mail);
        bool posing = sender is SenderFinding.Posing or SenderFinding.ReplyElsewhere;
        bool looksLikeFraud =
            verdict == AuthenticityVerdict.Forged
            || (
                verdict != AuthenticityVerdict.Genuine
                && (posing || links == LinkFinding.Deceiving || scam >= FraudByWords)
            );
        return Result(reading, verdict, checks, looksLikeFraud, posing ? 1 : scam, mail);
    }

    private static AuthenticityVerdict Verdict(
        SignatureSummary signature,
        SenderFinding sender,
        LinkFinding links,
        double scam,
        MailOrigin mail
    )
    {
        if (signature == SignatureSummary.Genuine && mail.FromCount == 1)
        {
            return AuthenticityVerdict.Genuine;
        }

        if (signature == SignatureSummary.Forged)
        {
            return AuthenticityVerdict.Forged;
        }

        bool suspicious =
            mail.FromCount > 1
            || signature is SignatureSummary.Partial or SignatureSummary.Foreign
            || sender is SenderFinding.Posing or SenderFinding.ReplyElsewhere
            || links == LinkFinding.Deceiving
            || scam >= FraudByWords;
        return suspicious ? AuthenticityVerdict.Suspicious : AuthenticityVerdict.Unverifiable;
    }

    /// <summary>Weighs all signatures: one valid aligned one suffices, whatever the others are.</summary>
    private SignatureSummary Signatures(MailOrigin mail, List<AuthenticityCheck> checks)
    {
        IReadOnlyList<SignatureReading> all = _dkim.Check(mail.Mime, mail.Raw, mail.Delivered);
        string? sender = mail.FromDomain is { } from ? _amazon.OfMail(from) : null;
        SignatureReading[] aligned = [.. all.Where(s => sender is not null && _amazon.OfMail(s.Domain) == sender)];
        SignatureReading? told =
            aligned.FirstOrDefault(s => s.State == SignatureState.Valid)
            ?? aligned.FirstOrDefault(s => s.State == SignatureState.Partial)
            ?? aligned.FirstOrDefault(s => s.State == SignatureState.Failed);
        SignatureReading? foreign = all.FirstOrDefault(s => s.State == SignatureState.Valid && !aligned.Contains(s));
        SignatureSummary summary = told?.State switch
        {
            SignatureState.Valid => SignatureSummary.Genuine,
            SignatureState.Failed => SignatureSummary.Forged,
            SignatureState.Partial => SignatureSummary.Partial,
            _ => foreign is not null && sender is not null ? SignatureSummary.Foreign : SignatureSummary.Nothing,
        };
        SignatureReading? shown =
            told
            ?? foreign
            ?? (
                aligned.Length > 0 ? aligned[0]
                : all.Count > 0 ? all[0]
                : null
            );
        string result = summary switch
        {
            SignatureSummary.Genuine => "pass",
            SignatureSummary.Forged or SignatureSummary.Partial => "fail",
            SignatureSummary.Foreign => "warn",
            _ => "none",
        };
        string detail =
            shown is null ? Say.Texts.Get("Dkim_None")
            : summary is SignatureSummary.Foreign ? Say.Texts.Get("Dkim_Foreign", shown.Domain, mail.FromDomain)
            : Say.Texts.Get(shown.Why, shown.Domain);
        checks.Insert(0, new AuthenticityCheck("dkim", result, detail));
        return summary;
    }

    private static void AddWording(List<AuthenticityCheck> checks, double scam)
    {
        if (scam >= FraudByWords)
        {
            checks.Add(new AuthenticityCheck("wording", "warn", Say.Texts.Get("Wording_Scam")));
        }
    }

    private OriginReading Result(
        Reading reading,
        AuthenticityVerdict verdict,
        List<AuthenticityCheck> checks,
        bool fraud,
        double weight,
        MailOrigin? mail
    )
    {
        string? sender = mail?.FromDomain is { } from ? _amazon.OfMail(from) : null;
        return new OriginReading
        {
            Authenticity = new Authenticity(verdict, checks),
            LooksLikeFraud = fraud,
            FraudConfidence = Math.Clamp(0.6 + (0.35 * weight), 0.6, 0.95),
            NamesAmazon = sender is not null || AmazonName.StandsIn(reading),
            SenderStore = sender,
        };
    }
}

/// <summary>What all signatures of a mail come to.</summary>
internal enum SignatureSummary
{
    Nothing,
    Genuine,
    Partial,
    Foreign,
    Forged,
}
