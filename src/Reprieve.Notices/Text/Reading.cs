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
    public bool Did(string action, string target, Modality modality = Modality.Fact)
    {
        foreach (Deed deed in Deeds)
        {
            if (IsSuch(deed, action, target, modality) && Counts(deed))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether such a deed is told as done, not named in what the seller should do or what may follow.</summary>
    public bool Tells(string action, string target)
    {
        foreach (Deed deed in Deeds)
        {
            bool told = IsSuch(deed, action, target, Modality.Fact) && Counts(deed);
            if (
                told
                && deed.Hit.Sentence.Role
                    is not (SectionRoles.Request or SectionRoles.Send or SectionRoles.Consequences)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether such a deed is denied where the mail says what it decided and why, under no condition.</summary>
    public bool Refuses(string action, string target)
    {
        foreach (Deed deed in Deeds)
        {
            if (
                IsSuch(deed, action, target, Modality.Denied)
                && deed.Hit.Sentence is { IsBoilerplate: false, Role: SectionRoles.Opening or SectionRoles.Why }
                && !deed.Hit.Sentence.Has(CueField.Condition)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSuch(Deed deed, string action, string target, Modality modality) =>
        deed.Modality == modality && deed.Action == action && deed.Object == target;

    private static bool Counts(Deed deed) =>
        !deed.Hit.Sentence.IsBoilerplate && deed.Hit.Sentence.Role is not (SectionRoles.Error or SectionRoles.Help);
}
