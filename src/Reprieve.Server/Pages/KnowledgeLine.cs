namespace Reprieve.Server.Pages;

/// <summary>A knowledge entry in the list.</summary>
/// <param name="Mine">Whether the seller keeps fields of it.</param>
public sealed record KnowledgeLine(
    string Folder,
    string Code,
    string Kind,
    string Name,
    string Sure,
    string Seen,
    string Source,
    bool Mine
);
