using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>What the small deciding classes share: the message, its texts made ready, its language and its deeds.</summary>
internal sealed record Reading(Message Message, NoticeText Body, NoticeText? Subject, string Language)
{
    /// <summary>Body first: the subject speaks only where the body does not.</summary>
    public IReadOnlyList<NoticeText> Parts { get; } = Subject is null ? [Body] : [Body, Subject];

    /// <summary>Deeds of body and subject.</summary>
    public IReadOnlyList<Deed> Deeds { get; } =
    [.. (Subject is null ? new[] { Body } : [Body, Subject]).SelectMany(DeedFinder.Find)];

    /// <summary>Wordings of a field that count: no history, and no boilerplate unless asked for.</summary>
    public IEnumerable<CueHit> Hits(CueField field, bool boilerplate = false)
    {
        foreach (NoticeText part in Parts)
        {
            foreach (CueHit hit in part.Hits(field))
            {
                if (!hit.Sentence.IsHistory && (boilerplate || !hit.Sentence.IsBoilerplate))
                {
                    yield return hit;
                }
            }
        }
    }

    /// <summary>Whether such a deed is told outside the sections that only ask or explain.</summary>
    public bool Did(string action, string target, Modality modality = Modality.Fact) =>
        Deeds.Any(d => d.Action == action && d.Object == target && d.Modality == modality && Counts(d));

    /// <summary>Whether such a deed is told as done, not named in what the seller should do or what may follow.</summary>
    public bool Tells(string action, string target) =>
        Deeds.Any(d =>
            d.Action == action
            && d.Object == target
            && d.Modality == Modality.Fact
            && Counts(d)
            && d.Hit.Sentence.Role is not (SectionRoles.Request or SectionRoles.Send or SectionRoles.Consequences)
        );

    /// <summary>Whether such a deed is denied where the mail says what it decided and why, under no condition.</summary>
    public bool Refuses(string action, string target) =>
        Deeds.Any(d =>
            d.Action == action
            && d.Object == target
            && d.Modality == Modality.Denied
            && d.Hit.Sentence is { IsBoilerplate: false, Role: SectionRoles.Opening or SectionRoles.Why }
            && !d.Hit.Sentence.Has(CueField.Condition)
        );

    private static bool Counts(Deed deed) =>
        !deed.Hit.Sentence.IsBoilerplate && deed.Hit.Sentence.Role is not (SectionRoles.Error or SectionRoles.Help);
}
