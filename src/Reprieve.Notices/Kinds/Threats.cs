namespace Reprieve.Notices;

/// <summary>Tells what only threatens the seller account from what was done to it.</summary>
internal static class Threats
{
    /// <summary>The last sentence, counted from the greeting, that still belongs to what a mail says first.</summary>
    public const int Early = 5;

    /// <summary>"At risk of deactivation", "may be deactivated", "we will deactivate": of the account or of the seller's own offers.</summary>
    public static bool IsThreat(Deed deed) =>
        deed.Object is Deed.Account or Deed.Offers
        && deed.Action switch
        {
            Deed.Endangered => deed.Modality is not (Modality.Denied or Modality.Asked),
            Deed.Removing => deed.Modality is not (Modality.Denied or Modality.Asked or Modality.Conditional),
            Deed.Removed => deed.Modality is Modality.Possible or Modality.Planned,
            _ => false,
        };
}
