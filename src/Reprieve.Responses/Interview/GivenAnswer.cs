namespace Reprieve.Responses.Interview;

/// <summary>What is put down for a question.</summary>
/// <param name="Values">One value, or several where the slot takes several; each on one line.</param>
/// <param name="By">Who says so; null when nobody was named.</param>
/// <param name="Date">When they said so, in the marketplace's zone.</param>
/// <param name="Documents">Files of the case folder that prove it.</param>
/// <param name="Translation">The wording for the answer to Amazon, and its language, where it was said in another script.</param>
public sealed record GivenAnswer(
    IReadOnlyList<string> Values,
    string? By,
    DateOnly? Date,
    IReadOnlyList<string> Documents,
    (string Language, string Text)? Translation = null
)
{
    /// <summary>Nothing yet.</summary>
    public static GivenAnswer None { get; } = new([], null, null, []);

    /// <summary>Whether it only takes back what was answered before.</summary>
    public bool IsTakenBack { get; private init; }

    /// <summary>Takes back what was answered before.</summary>
    public static GivenAnswer TakenBack(string by) => None with { By = by, IsTakenBack = true };
}
