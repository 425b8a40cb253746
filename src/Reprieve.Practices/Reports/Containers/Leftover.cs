namespace Reprieve.Practices.Reports;

/// <summary>What systems and office programs leave among a person's files: hidden files, thumbnails, locks.</summary>
public static class Leftover
{
    private static readonly string[] Names = ["Thumbs.db", "ehthumbs.db", "desktop.ini"];

    /// <param name="path">A name, or a path with forward slashes.</param>
    public static bool Is(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] parts = path.Split('/');
        return parts.Any(part => part.StartsWith('.'))
            || parts[0] == "__MACOSX"
            || parts[^1].StartsWith("~$", StringComparison.Ordinal)
            || Names.Contains(parts[^1], StringComparer.OrdinalIgnoreCase);
    }
}
