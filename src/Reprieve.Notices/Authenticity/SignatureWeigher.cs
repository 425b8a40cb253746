namespace Reprieve.Notices;

/// <summary>What the signatures of a mail come to, and the keys that say so.</summary>
internal sealed record SignatureWeight(
    SignatureSummary Summary,
    bool WasPassedOn,
    ArcFinding Arc,
    IReadOnlyList<UsedKey> Keys
)
{
    public static SignatureWeight None { get; } = new(SignatureSummary.Nothing, false, ArcFinding.Nothing, []);
}

/// <summary>
/// Weighs all signatures of a mail with an Amazon From, and the seals of whoever passed it on: one valid aligned signature
/// suffices, whatever the others are. Of other senders' mail no signature is verified and no key asked for: it would say
/// nothing about Amazon, and tell the sender that the mail was read.
/// </summary>
internal sealed class SignatureWeigher(AmazonDomains amazon, IDkimKeys? keys)
{
    private readonly KeyRing _keys = new(keys);

    public SignatureWeight Weigh(MailOrigin mail, List<AuthenticityCheck> checks)
    {
        string? sender = mail.FromDomain is { } from ? amazon.OfMail(from) : null;
        if (sender is null || mail.Signatures.Count == 0)
        {
            string signer = mail.Signatures.Count == 0 ? "" : SignatureTags.Read(mail.Signatures[0].Value).Domain;
            checks.Add(new("dkim", "none", Say.Texts.Get(signer.Length == 0 ? "Dkim_None" : "Dkim_NotAmazon", signer)));
            return sender is null || !mail.HasArc ? SignatureWeight.None : OnlySealed(mail, checks);
        }

        IReadOnlyList<SignatureReading> all = new DkimChecker(_keys).Check(mail, IsAligned);
        SignatureReading[] aligned = [.. all.Where(s => IsAligned(s.Domain))];
        SignatureReading? told = Best(aligned);
        SignatureReading? foreign = all.FirstOrDefault(s => IsForeign(s, aligned));
        SignatureSummary summary = told?.State switch
        {
            SignatureState.Valid => SignatureSummary.Genuine,
            SignatureState.Partial => SignatureSummary.Partial,
            SignatureState.Failed => SignatureSummary.Failed,
            _ => foreign is null ? SignatureSummary.Nothing : SignatureSummary.Foreign,
        };
        SignatureReading shown = told ?? foreign ?? (aligned.Length > 0 ? aligned[0] : all[0]);
        return Told(mail, summary, shown, [.. all.Select(s => s.Key).OfType<UsedKey>().Distinct()], checks);

        bool IsAligned(string domain) => amazon.OfMail(domain) == sender;
    }

    private static SignatureReading? Best(SignatureReading[] aligned) =>
        aligned.FirstOrDefault(s => s.State == SignatureState.Valid)
        ?? aligned.FirstOrDefault(s => s.State == SignatureState.Partial)
        ?? aligned.FirstOrDefault(s => s.State == SignatureState.Failed);

    /// <summary>A valid signature of somebody else. Amazon's own mail service signs beside Amazon's domain; alone it is as foreign as any.</summary>
    private bool IsForeign(SignatureReading signature, SignatureReading[] aligned) =>
        signature.State is SignatureState.Valid or SignatureState.Partial
        && !aligned.Contains(signature)
        && (aligned.Length == 0 || !amazon.IsBounce(signature.Domain));

    private SignatureWeight Told(
        MailOrigin mail,
        SignatureSummary summary,
        SignatureReading shown,
        List<UsedKey> used,
        List<AuthenticityCheck> checks
    )
    {
        List<AuthenticityCheck> seals = [];
        ArcFinding arc =
            summary == SignatureSummary.Genuine || !mail.HasArc
                ? ArcFinding.Nothing
                : new ArcChecker(_keys, amazon).Check(mail, seals, used);
        bool passedOn =
            summary == SignatureSummary.Failed && (arc == ArcFinding.SawAmazon || ForwardingSigns.In(mail, amazon));
        string result = summary switch
        {
            SignatureSummary.Genuine => "pass",
            SignatureSummary.Failed when passedOn => "warn",
            SignatureSummary.Failed or SignatureSummary.Partial => "fail",
            SignatureSummary.Foreign => "warn",
            _ => "none",
        };
        string detail =
            summary == SignatureSummary.Foreign ? Say.Texts.Get("Dkim_Foreign", shown.Domain, mail.FromDomain)
            : passedOn ? Say.Texts.Get("Dkim_PassedOn", shown.Domain)
            : Say.Texts.Get(shown.Why, shown.Domain);
        checks.Add(new("dkim", result, detail));
        if (shown is { State: SignatureState.Valid or SignatureState.Partial, FromTheFuture: true })
        {
            checks.Add(new("dkim_time", "warn", Say.Texts.Get("Dkim_FromTheFuture", shown.Domain)));
        }

        checks.AddRange(seals);
        return new SignatureWeight(summary, passedOn, arc, used);
    }

    private SignatureWeight OnlySealed(MailOrigin mail, List<AuthenticityCheck> checks)
    {
        List<UsedKey> used = [];
        ArcFinding arc = new ArcChecker(_keys, amazon).Check(mail, checks, used);
        return new SignatureWeight(SignatureSummary.Nothing, false, arc, used);
    }
}
