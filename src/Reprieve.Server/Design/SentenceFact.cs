namespace Reprieve.Server.Design;

/// <summary>A fact that a sentence rests on.</summary>
/// <param name="Text">The fact.</param>
/// <param name="Source">The file and row, or the person, that it is from.</param>
/// <param name="Href">Where that can be seen.</param>
public sealed record SentenceFact(string Text, string Source, string? Href = null);
