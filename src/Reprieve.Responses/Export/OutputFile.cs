namespace Reprieve.Responses.Export;

/// <summary>A file to be written into the package.</summary>
/// <param name="Name">Relative to the package's folder, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record OutputFile(string Name, byte[] Content);
