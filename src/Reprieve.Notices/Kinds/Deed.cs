namespace Reprieve.Notices;

/// <summary>How a deed is spoken of.</summary>
public enum Modality
{
    /// <summary>It was done, or is so.</summary>
    Fact,

    /// <summary>It will be done.</summary>
    Planned,

    /// <summary>It may be done.</summary>
    Possible,

    /// <summary>It stands under an "if" or "once".</summary>
    Conditional,

    /// <summary>It was not done, or will not be.</summary>
    Denied,

    /// <summary>It is asked about, as in a heading.</summary>
    Asked,
}

/// <summary>Something done to something: who did what to which object, and whether it really happened.</summary>
/// <param name="Action">removed, removing, restored, restoring, held, reviewed, endangered.</param>
/// <param name="Object">account, offers, listing, funds, other_account, not_seller; empty when none is named.</param>
internal sealed record Deed(string Action, string Object, Modality Modality, CueHit Hit)
{
    public const string Removed = "removed";
    public const string Restored = "restored";
    public const string Restoring = "restoring";
    public const string Removing = "removing";
    public const string Held = "held";
    public const string Reviewed = "reviewed";
    public const string Endangered = "endangered";

    public const string Account = "account";
    public const string OtherAccount = "other_account";
    public const string Offers = "offers";
    public const string Listing = "listing";
    public const string Funds = "funds";
    public const string NotSeller = "not_seller";

    /// <summary>"It", "them": what was named last.</summary>
    public const string Pronoun = "pronoun";
}
