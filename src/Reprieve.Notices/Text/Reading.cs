using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>What the small deciding classes share: the message, its texts made ready, its language and its deeds.</summary>
internal sealed record Reading(Message Message, NoticeText Body, NoticeText? Subject, string Language)
{
    /// <summary>Body first: the subject speaks only where the body does not.</summary>
    public NoticeText[] Parts { get; } = Subject is null ? [Body] : [Body, Subject];

    /// <summary>Deeds of body and subject.</summary>
    public Deed[] Deeds { get; } = DeedFinder.Find(Body, Subject);

    /// <summary>How strongly its wordings speak for each kind.</summary>
    public KindWeights Kinds => field ??= new KindWeights(this);

    /// <summary>Wordings of a field that count: no history, and no boilerplate unless asked for.</summary>
    public CountedHits Hits(CueField field, bool boilerplate = false) => new(Parts, field, boilerplate);

    /// <summary>Whether such a deed is told outside the sections that only ask or explain.</summary>
    public bool Did(string action, string target, Modality modality = Modality.Fact) =>
        Array.Exists(Deeds, d => d.Modality == modality && d.Action == action && d.Object == target && Counts(d));

    /// <summary>Whether such a deed is told as done, not named in what the seller should do or what may follow.</summary>
    public bool Tells(string action, string target) =>
        Array.Exists(
            Deeds,
            d =>
                d.Modality == Modality.Fact
                && d.Action == action
                && d.Object == target
                && Counts(d)
                && d.Hit.Sentence.Role is not (SectionRoles.Request or SectionRoles.Send or SectionRoles.Consequences)
        );

    /// <summary>Whether such a deed is denied where the mail says what it decided and why, under no condition.</summary>
    public bool Refuses(string action, string target) =>
        Array.Exists(
            Deeds,
            d =>
                d.Modality == Modality.Denied
                && d.Action == action
                && d.Object == target
                && d.Hit.Sentence is { IsBoilerplate: false, Role: SectionRoles.Opening or SectionRoles.Why }
                && !d.Hit.Sentence.Has(CueField.Condition)
        );

    private static bool Counts(Deed deed) =>
        !deed.Hit.Sentence.IsBoilerplate && deed.Hit.Sentence.Role is not (SectionRoles.Error or SectionRoles.Help);
}
