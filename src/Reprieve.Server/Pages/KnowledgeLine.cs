namespace Reprieve.Server.Pages;

/// <summary>A knowledge entry in the list.</summary>
public sealed record KnowledgeLine(string Folder, string Name, string Sure, string Seen, string Source);
