namespace Reprieve.Notices;

/// <summary>Where in a mail its requests stand.</summary>
internal static class RequestPlaces
{
    /// <summary>Whether a sentence may ask something of the seller: not history, not an explanation, not the "in error?" section.</summary>
    public static bool MayAsk(Sentence sentence) =>
        sentence is { IsHistory: false, IsBoilerplate: false, IsHeading: false }
        && sentence.Role
            is not (SectionRoles.Error or SectionRoles.Consequences or SectionRoles.Funds or SectionRoles.Help);
}
