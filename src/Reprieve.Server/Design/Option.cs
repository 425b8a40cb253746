namespace Reprieve.Server.Design;

/// <summary>One of the values to choose from.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What it is called in the screen's language.</param>
/// <param name="Other">What it is called in a second language.</param>
/// <param name="OtherLang">Language of <paramref name="Other"/>.</param>
/// <param name="Hint">A sentence that helps to choose.</param>
/// <param name="Disabled">Whether it cannot be chosen now.</param>
public sealed record Option(
    string Value,
    string Text,
    string? Other = null,
    string? OtherLang = null,
    string? Hint = null,
    bool Disabled = false
);
