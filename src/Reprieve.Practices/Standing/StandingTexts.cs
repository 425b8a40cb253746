namespace Reprieve.Practices.Standing;

/// <summary>Amazon's words as a person reads them, in the screen's language.</summary>
public static class StandingTexts
{
    /// <summary>The status of an account; one that is not known stands as it is.</summary>
    public static string Status(string? word) => StatusWords.Name(word);
}
