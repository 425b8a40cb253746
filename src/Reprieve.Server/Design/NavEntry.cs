namespace Reprieve.Server.Design;

/// <summary>An entry of the navigation.</summary>
/// <param name="Text">What it is called, in the screen's language.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Current">Whether the page belongs to it.</param>
public sealed record NavEntry(string Text, string Href, bool Current = false);
